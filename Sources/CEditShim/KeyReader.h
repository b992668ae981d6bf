// Bytes of the terminal to keys: code points, and the keys that escape sequences are.
#pragma once
#include <stddef.h>

struct frise_keys {
  /// Sequences that are left to libedit, each ended by NUL, the last by two.
  char *own_sequences;
  /// Bytes read ahead: the rest of a sequence that is libedit's, what followed a paste.
  unsigned char input[4096];
  size_t input_start, input_end;
  char *pasted;
  size_t pasted_count;
};

/// Reads a key: a code point or one of `enum frise_key`, 0 for what is none, -1 at the end.
long frise_keys_next(struct frise_keys *keys);
/// Nonzero when bytes read ahead are left.
int frise_keys_has_rest(const struct frise_keys *keys);
/// Nonzero when there is anything to read.
int frise_keys_has_input(const struct frise_keys *keys);

// The plain files of `data/`, embedded at build time with C23 `#embed`.
#pragma once
#include <stddef.h>

/// One embedded file: its path below `data/`, its bytes, how many.
struct frise_data_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// How many files are embedded.
size_t frise_data_file_count(void);

/// The embedded file at `index`, which is less than `frise_data_file_count()`. The bytes live as
/// long as the program.
const struct frise_data_file *_Nonnull frise_data_file_at(size_t index);

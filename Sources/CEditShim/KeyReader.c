#include "KeyReader.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "EditShim.h"
#include "Text.h"

// How long the rest of a sequence may take, and a pause within a paste, in milliseconds.
static const int sequence_patience = 30, paste_patience = 2000;

// The next byte of what was read ahead, or of the terminal within `patience` milliseconds; -1 when
// there is none.
static int next_byte(struct frise_keys *keys, size_t most, int patience) {
  if (keys->input_start == keys->input_end) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (patience >= 0 && poll(&input, 1, patience) <= 0) return -1;
    ssize_t got = read(STDIN_FILENO, keys->input, most);
    if (got <= 0) return -1;
    keys->input_start = 0;
    keys->input_end = (size_t)got;
  }
  return keys->input[keys->input_start++];
}

// Puts bytes before what was read ahead; there are few of them.
static void put_back(struct frise_keys *keys, const char *bytes, size_t count) {
  size_t rest = keys->input_end - keys->input_start;
  if (count + rest > sizeof keys->input) return;
  memmove(keys->input + count, keys->input + keys->input_start, rest);
  memcpy(keys->input, bytes, count);
  keys->input_start = 0;
  keys->input_end = count + rest;
}

// Takes a paste up to its end, or up to a pause that no paste has.
static void take_paste(struct frise_keys *keys) {
  static const char end[] = "\033[201~";
  size_t capacity = 0, end_count = sizeof end - 1;
  free(keys->pasted);
  keys->pasted = NULL;
  keys->pasted_count = 0;
  for (int byte; (byte = next_byte(keys, sizeof keys->input, paste_patience)) >= 0;) {
    if (keys->pasted_count == capacity) {
      char *larger = realloc(keys->pasted, capacity = 2 * capacity + 4096);
      if (!larger) return;
      keys->pasted = larger;
    }
    keys->pasted[keys->pasted_count++] = (char)byte;
    if (keys->pasted_count >= end_count &&
        memcmp(keys->pasted + keys->pasted_count - end_count, end, end_count) == 0) {
      keys->pasted_count -= end_count;
      return;
    }
  }
}

// Sequences after Escape and the keys they are.
static const struct {
  const char *sequence;
  enum frise_key key;
} sequences[] = {
  {"[A", FRISE_KEY_UP}, {"OA", FRISE_KEY_UP}, {"[B", FRISE_KEY_DOWN}, {"OB", FRISE_KEY_DOWN},
  {"[C", FRISE_KEY_RIGHT}, {"OC", FRISE_KEY_RIGHT}, {"[D", FRISE_KEY_LEFT}, {"OD", FRISE_KEY_LEFT},
  {"[H", FRISE_KEY_HOME}, {"OH", FRISE_KEY_HOME}, {"[1~", FRISE_KEY_HOME}, {"[7~", FRISE_KEY_HOME},
  {"[F", FRISE_KEY_END}, {"OF", FRISE_KEY_END}, {"[4~", FRISE_KEY_END}, {"[8~", FRISE_KEY_END},
  {"[3~", FRISE_KEY_DELETE}, {"[1;5C", FRISE_KEY_WORD}, {"[1;3C", FRISE_KEY_WORD},
  {"[1;5D", FRISE_KEY_WORD_BACK}, {"[1;3D", FRISE_KEY_WORD_BACK}, {"\r", FRISE_KEY_LINE},
  {"\n", FRISE_KEY_LINE}, {"[13;3u", FRISE_KEY_LINE}, {"[200~", FRISE_KEY_PASTE},
};

static int is_own(const struct frise_keys *keys, const char *sequence) {
  for (const char *own = keys->own_sequences; *own; own += strlen(own) + 1)
    if (strcmp(own, sequence) == 0) return 1;
  return 0;
}

// After Escape: the key that the rest of the sequence makes, 0 for one that means nothing here, or
// Escape itself with what followed put back.
static unsigned escape_key(struct frise_keys *keys) {
  char sequence[32];
  size_t count = 0;
  int byte = next_byte(keys, 1, sequence_patience);
  if (byte < 0) return 27;
  sequence[count++] = (char)byte;
  if (byte == '[' || byte == 'O') {
    int last = byte == 'O';
    while (count + 1 < sizeof sequence && (byte = next_byte(keys, 1, sequence_patience)) >= 0) {
      sequence[count++] = (char)byte;
      if (last || (byte >= 0x40 && byte <= 0x7E)) break;
    }
  }
  sequence[count] = 0;
  if (!is_own(keys, sequence)) {
    for (size_t index = 0; index < sizeof sequences / sizeof *sequences; index++)
      if (strcmp(sequences[index].sequence, sequence) == 0) return sequences[index].key;
    if (count > 2) return 0;
  }
  put_back(keys, sequence, count);
  return 27;
}

// Reads the bytes of one code point: the code point, 0 for what is none, or -1 at the end.
static long next_scalar(struct frise_keys *keys) {
  int byte = next_byte(keys, 1, -1);
  if (byte < 0x80) return byte;
  int length = frise_sequence_length((unsigned char)byte);
  unsigned scalar = (unsigned)byte & (0x7Fu >> length);
  for (int index = 1; index < length; index++) {
    int next = next_byte(keys, 1, sequence_patience);
    if (next < 0 || (next & 0xC0) != 0x80) return 0;
    scalar = scalar << 6 | (next & 0x3F);
  }
  // C1 controls are the editor's own keys: a typed one is as nothing.
  int is_text = length > 0 && scalar >= 0xA0 && scalar <= 0x10FFFF && scalar >> 11 != 0x1B;
  return is_text ? (long)scalar : 0;
}

long frise_keys_next(struct frise_keys *keys) {
  long scalar = next_scalar(keys);
  if (scalar == 27) scalar = escape_key(keys);
  if (scalar == FRISE_KEY_PASTE) take_paste(keys);
  return scalar;
}

int frise_keys_has_rest(const struct frise_keys *keys) {
  return keys->input_start < keys->input_end;
}

int frise_keys_has_input(const struct frise_keys *keys) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return frise_keys_has_rest(keys) || poll(&input, 1, 0) > 0;
}

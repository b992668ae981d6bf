#include "TerminalShim.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Bytes read ahead: the rest of a sequence that is the editor's, what followed a paste.
static unsigned char input[4096];
static size_t input_start, input_end;

// The last paste.
static char *pasted;
static size_t pasted_count;

// The last key, and whether every key is the owner's.
static unsigned last_scalar;
static int is_grabbing;

// Sequences that are left to the editor, each ended by NUL, the last by two.
static char *own_sequences;

// How long the rest of a sequence may take, and a pause within a paste, in milliseconds.
static const int sequence_patience = 30, paste_patience = 2000;

// The next byte of what was read ahead, or of the terminal within `patience` milliseconds; -1 when
// there is none.
static int next_byte(size_t most, int patience) {
  while (input_start == input_end) {
    struct pollfd state = {.fd = STDIN_FILENO, .events = POLLIN};
    int count = patience < 0 ? 1 : poll(&state, 1, patience);
    ssize_t got = count > 0 ? read(STDIN_FILENO, input, most) : count;
    // A signal of the terminal; those that end the reading are seen before the next key.
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return -1;
    input_start = 0;
    input_end = (size_t)got;
  }
  return input[input_start++];
}

// Puts bytes before what was read ahead; there are few of them.
static void put_back(const char *bytes, size_t count) {
  size_t rest = input_end - input_start;
  if (count + rest > sizeof input) return;
  memmove(input + count, input + input_start, rest);
  memcpy(input, bytes, count);
  input_start = 0;
  input_end = count + rest;
}

// Takes a paste up to its end, or up to a pause that no paste has.
static void take_paste(void) {
  static const char end[] = "\033[201~";
  size_t capacity = 0, end_count = sizeof end - 1;
  free(pasted);
  pasted = NULL;
  pasted_count = 0;
  for (int byte; (byte = next_byte(sizeof input, paste_patience)) >= 0;) {
    if (pasted_count == capacity) {
      char *larger = realloc(pasted, capacity = 2 * capacity + 4096);
      if (!larger) return;
      pasted = larger;
    }
    pasted[pasted_count++] = (char)byte;
    if (pasted_count >= end_count &&
        memcmp(pasted + pasted_count - end_count, end, end_count) == 0) {
      pasted_count -= end_count;
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

static int is_own(const char *sequence) {
  for (const char *own = own_sequences; own && *own; own += strlen(own) + 1)
    if (strcmp(own, sequence) == 0) return 1;
  return 0;
}

// After Escape: the key that the rest of the sequence makes, 0 for one that means nothing here, or
// Escape itself with what followed put back.
static unsigned escape_key(void) {
  char sequence[32];
  size_t count = 0;
  int byte = next_byte(1, sequence_patience);
  if (byte < 0) return 27;
  sequence[count++] = (char)byte;
  if (byte == '[' || byte == 'O') {
    int last = byte == 'O';
    while (count + 1 < sizeof sequence && (byte = next_byte(1, sequence_patience)) >= 0) {
      sequence[count++] = (char)byte;
      if (last || (byte >= 0x40 && byte <= 0x7E)) break;
    }
  }
  sequence[count] = 0;
  if (!is_own(sequence)) {
    for (size_t index = 0; index < sizeof sequences / sizeof *sequences; index++)
      if (strcmp(sequences[index].sequence, sequence) == 0) return sequences[index].key;
    if (count > 2) return 0;
  }
  put_back(sequence, count);
  return 27;
}

// Reads the bytes of one code point: the code point, 0 for what is none, or -1 at the end.
static long next_scalar(void) {
  int byte = next_byte(1, -1);
  if (byte < 0x80) return byte;
  int length = frise_sequence_length((unsigned char)byte);
  unsigned scalar = (unsigned)byte & (0x7Fu >> length);
  for (int index = 1; index < length; index++) {
    int next = next_byte(1, sequence_patience);
    if (next < 0 || (next & 0xC0) != 0x80) return 0;
    scalar = scalar << 6 | (next & 0x3F);
  }
  // C1 controls are the editor's own keys: a typed one is as nothing.
  int is_text = length > 0 && scalar >= 0xA0 && scalar <= 0x10FFFF && scalar >> 11 != 0x1B;
  return is_text ? (long)scalar : 0;
}

long frise_keys_next(void) {
  long scalar = next_scalar();
  if (scalar == 27) scalar = escape_key();
  if (scalar == FRISE_KEY_PASTE) take_paste();
  if (scalar <= 0) return scalar;
  last_scalar = (unsigned)scalar;
  if (is_grabbing) return FRISE_KEY_GRABBED;
  return scalar >= 0x300 && frise_width((unsigned)scalar) == 0 ? FRISE_KEY_MARK : scalar;
}

unsigned frise_keys_last(void) { return last_scalar; }

void frise_keys_grab(int grabs) { is_grabbing = grabs; }

void frise_keys_forget(void) { input_start = input_end = 0; }

int frise_keys_have_rest(void) { return input_start < input_end; }

int frise_keys_have_input(void) {
  struct pollfd state = {.fd = STDIN_FILENO, .events = POLLIN};
  return frise_keys_have_rest() || poll(&state, 1, 0) > 0;
}

const char *frise_keys_pasted(size_t *count) {
  *count = pasted_count;
  return pasted;
}

void frise_keys_leave(const char *sequences) {
  size_t count = 1;
  for (const char *own = sequences; *own; own += strlen(own) + 1) count += strlen(own) + 1;
  free(own_sequences);
  own_sequences = malloc(count);
  if (own_sequences) memcpy(own_sequences, sequences, count);
}

#define _GNU_SOURCE
#include "TerminalShim.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

int frise_sequence_length(unsigned char byte) {
  if (byte < 0x80) return 1;
  if (byte >= 0xC2 && byte <= 0xDF) return 2;
  if (byte >= 0xE0 && byte <= 0xEF) return 3;
  if (byte >= 0xF0 && byte <= 0xF4) return 4;
  return 0;
}

size_t frise_narrow_count(const wchar_t *text, size_t count) {
  size_t bytes = 0;
  for (size_t index = 0; index < count; index++) {
    unsigned scalar = (unsigned)text[index];
    bytes += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  }
  return bytes;
}

char *frise_narrow(const wchar_t *text, size_t count) {
  char *bytes = malloc(4 * count + 1), *out = bytes;
  if (!bytes) return NULL;
  for (size_t index = 0; index < count; index++) {
    unsigned scalar = (unsigned)text[index];
    if (scalar < 0x80) {
      *out++ = (char)scalar;
    } else if (scalar < 0x800) {
      *out++ = (char)(0xC0 | scalar >> 6);
      *out++ = (char)(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
      *out++ = (char)(0xE0 | scalar >> 12);
      *out++ = (char)(0x80 | (scalar >> 6 & 0x3F));
      *out++ = (char)(0x80 | (scalar & 0x3F));
    } else {
      *out++ = (char)(0xF0 | (scalar >> 18 & 7));
      *out++ = (char)(0x80 | (scalar >> 12 & 0x3F));
      *out++ = (char)(0x80 | (scalar >> 6 & 0x3F));
      *out++ = (char)(0x80 | (scalar & 0x3F));
    }
  }
  *out = 0;
  return bytes;
}

wchar_t *frise_widen(const char *text) {
  wchar_t *wide = malloc((strlen(text) + 1) * sizeof *wide), *out = wide;
  if (!wide) return NULL;
  while (*text) {
    int length = frise_sequence_length((unsigned char)*text);
    if (length == 0) {
      text++;
      continue;
    }
    unsigned scalar = (unsigned char)*text++;
    if (length > 1) scalar &= 0x7Fu >> length;
    for (int rest = 1; rest < length && (*text & 0xC0) == 0x80; rest++)
      scalar = scalar << 6 | (*text++ & 0x3F);
    *out++ = (wchar_t)scalar;
  }
  *out = 0;
  return wide;
}

int frise_width(unsigned scalar) { return wcwidth((wchar_t)scalar); }

int frise_set_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  setlocale(LC_CTYPE, "C.UTF-8");
  return 0;
}

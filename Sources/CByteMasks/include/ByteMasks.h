// What 64 bytes hold, as 64 bits: the ground floor of the reader of separated files; and the
// copying of short texts, which stands in the header so that Swift takes it into its own loops.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// How a separated text is cut, and what is known of it in front of the next block.
typedef struct {
  // What parts cells, and the quote around them; a byte that may not stand in the text instead of
  // the quote where cells have none.
  uint8_t separator, mark;
  bool unquotes;
  // Whether something was no regular text, and whether a doubled quote was seen.
  bool is_faulty, has_doubled_quotes;
  // Line ends outside quotes so far.
  uint64_t line_ends;
  // Bytes of the last block at which, or before which, the text may be no UTF-8, or which are NUL.
  // Well-formed characters that begin with 0xE0, 0xED, 0xF0 or 0xF4, whose next byte has limits of
  // its own, are among them.
  uint64_t suspects;
  // The bytes at the beginning of the next block that go on with a character of the last.
  uint64_t followers;
  // All ones while a quote is open.
  uint64_t inside;
  // 1 where the last byte ended a cell, closed a quote, was a carriage return outside quotes.
  uint64_t after_terminator, after_close, after_return;
} frise_cutting;

// The greatest number of places that one block adds to a list, and that are written at once.
enum { FRISE_PLACES_MAX = 64 + 16 };

// Cuts blocks of 64 bytes: writes to `places` where cells end, the first byte of the text being at
// `base`, and adds to `count` how many. It stops behind a block that is faulty or has suspects, and
// where there is no room for FRISE_PLACES_MAX more of `capacity`. Returns how many blocks it cut.
typedef intptr_t frise_cutter(
    const uint8_t *text, intptr_t block_count, uint32_t base, uint32_t *places, intptr_t capacity,
    intptr_t *count, frise_cutting *cutting);

// The cutter that suits the processor.
frise_cutter *frise_fastest_cutter(void);

// Copies a text, and tells whether it holds `byte`.
static inline int frise_copy_text(
    uint8_t *target, const uint8_t *source, intptr_t count, uint8_t byte) {
#if defined(__SSE2__)
  if (count >= 16) {
    __m128i wanted = _mm_set1_epi8((char)byte);
    // The last sixteen bytes may be copied twice.
    __m128i last = _mm_loadu_si128((const __m128i *)(source + count - 16));
    __m128i found = _mm_cmpeq_epi8(last, wanted);
    _mm_storeu_si128((__m128i *)(target + count - 16), last);
    for (intptr_t index = 0; index < count - 16; index += 16) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(source + index));
      found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, wanted));
      _mm_storeu_si128((__m128i *)(target + index), bytes);
    }
    return _mm_movemask_epi8(found) != 0;
  }
#endif
  int holds = 0;
  for (intptr_t index = 0; index < count; index++) {
    holds |= source[index] == byte;
    target[index] = source[index];
  }
  return holds;
}

// Copies 64 bytes, of which the first `count` are a text, and tells whether that holds `byte`.
// Neither how long it is nor what it holds is a guess for the processor.
static inline int frise_copy_short_text(
    uint8_t *target, const uint8_t *source, intptr_t count, uint8_t byte) {
  uint64_t found = 0;
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi8((char)byte);
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(source + 16 * part));
    _mm_storeu_si128((__m128i *)(target + 16 * part), bytes);
    found |= (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)) << (16 * part);
  }
#else
  for (int index = 0; index < 64; index++) {
    found |= (uint64_t)(source[index] == byte) << index;
    target[index] = source[index];
  }
#endif
  return (found & (count >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << count) - 1)) != 0;
}

// Where a string of JSON ends, or goes on otherwise: the first quote, backslash or control
// character, `count` when there is none.
static inline intptr_t frise_string_end(const uint8_t *text, intptr_t count) {
  intptr_t index = 0;
#if defined(__SSE2__)
  __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\');
  __m128i last = _mm_set1_epi8(31);
  for (; index + 16 <= count; index += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + index));
    __m128i found = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(_mm_min_epu8(bytes, last), bytes));
    int mask = _mm_movemask_epi8(found);
    if (mask != 0) return index + __builtin_ctz((unsigned)mask);
  }
#endif
  while (index < count && text[index] != '"' && text[index] != '\\' && text[index] > 31) index++;
  return index;
}

// What 64 bytes hold, as 64 bits: the ground floor of the reader of separated files; and the
// copying of short texts, which stands in the header so that Swift takes it into its own loops.
#pragma once

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What a block of 64 bytes holds: bit i tells of byte i.
typedef struct {
  // Separators and line ends, line ends alone, carriage returns, and the byte that was asked for.
  uint64_t terminators, line_ends, returns, marks;
  // Bytes at which, or before which, the text may be no UTF-8, or which are NUL. Well-formed
  // characters that begin with 0xE0, 0xED, 0xF0 or 0xF4, whose next byte has limits of its own, are
  // among them.
  uint64_t suspects;
  // The bytes at the beginning of the next block that go on with a character of this one.
  uint64_t followers;
} frise_block;

// Looks at a block; `followers` is to be that of the block before, 0 at the beginning of a text.
typedef void frise_looker(
    const uint8_t *block, uint8_t separator, uint8_t mark, frise_block *found);

// The looker that suits the processor.
frise_looker *frise_fastest_looker(void);

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

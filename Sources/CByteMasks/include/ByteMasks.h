// What 64 bytes hold, as 64 bits: the ground floor of the reader of separated files. The functions
// stand in a header so that Swift takes them into its own loops.
#pragma once

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Bit i is set where byte i of `block` is `byte`.
static inline uint64_t frise_mask_equal(const uint8_t *block, uint8_t byte) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi8((char)byte);
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(block + 16 * part));
    uint32_t bits = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted));
    mask |= (uint64_t)bits << (16 * part);
  }
#else
  for (int index = 0; index < 64; index++) mask |= (uint64_t)(block[index] == byte) << index;
#endif
  return mask;
}

// True when `block` is well-formed UTF-8 without NUL, as far as it can be told without looking
// closer; false also for the leads 0xE0, 0xED, 0xF0 and 0xF4, whose next byte has limits of its own.
// Three bytes before `block` must be readable and belong to the text.
static inline int frise_is_plain_utf8(const uint8_t *block) {
#if defined(__SSE2__)
  __m128i faults = _mm_setzero_si128();
  for (int part = 0; part < 4; part++) {
    const uint8_t *at = block + 16 * part;
#define FRISE_FROM(vector, least) \
  _mm_cmpeq_epi8(_mm_max_epu8((vector), _mm_set1_epi8((char)(least))), (vector))
#define FRISE_IS(vector, value) _mm_cmpeq_epi8((vector), _mm_set1_epi8((char)(value)))
    __m128i bytes = _mm_loadu_si128((const __m128i *)at);
    faults = _mm_or_si128(faults, FRISE_IS(bytes, 0));
    __m128i back1 = _mm_loadu_si128((const __m128i *)(at - 1));
    __m128i back2 = _mm_loadu_si128((const __m128i *)(at - 2));
    __m128i back3 = _mm_loadu_si128((const __m128i *)(at - 3));
    __m128i leads = FRISE_FROM(bytes, 0xC0);
    __m128i follows = _mm_andnot_si128(leads, FRISE_FROM(bytes, 0x80));
    __m128i expected = _mm_or_si128(
        FRISE_FROM(back1, 0xC0), _mm_or_si128(FRISE_FROM(back2, 0xE0), FRISE_FROM(back3, 0xF0)));
    faults = _mm_or_si128(faults, _mm_xor_si128(follows, expected));
    faults = _mm_or_si128(faults, _mm_andnot_si128(FRISE_FROM(bytes, 0xC2), leads));
    faults = _mm_or_si128(faults, FRISE_IS(bytes, 0xE0));
    faults = _mm_or_si128(faults, FRISE_IS(bytes, 0xED));
    faults = _mm_or_si128(faults, FRISE_FROM(bytes, 0xF4));
    faults = _mm_or_si128(faults, FRISE_IS(bytes, 0xF0));
#undef FRISE_FROM
#undef FRISE_IS
  }
  return _mm_movemask_epi8(faults) == 0;
#else
  for (int index = -3; index < 64; index++) {
    if (block[index] == 0 || block[index] >= 0x80) return 0;
  }
  return 1;
#endif
}

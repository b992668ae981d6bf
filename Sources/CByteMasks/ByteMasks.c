#include "ByteMasks.h"

#include <string.h>

typedef uint8_t frise_bytes __attribute__((ext_vector_type(64)));
typedef bool frise_bits __attribute__((ext_vector_type(64)));

// Bit i of the result tells whether the condition holds for byte i.
#define FRISE_MASK(condition) \
  __builtin_bit_cast(uint64_t, __builtin_convertvector((condition), frise_bits))

static inline __attribute__((always_inline)) void frise_look(
    const uint8_t *block, uint8_t separator, uint8_t mark, frise_block *found) {
  frise_bytes bytes;
  memcpy(&bytes, block, sizeof bytes);
  found->line_ends = FRISE_MASK(bytes == 10);
  found->terminators = FRISE_MASK(bytes == separator) | found->line_ends;
  found->returns = FRISE_MASK(bytes == 13);
  found->marks = FRISE_MASK(bytes == mark);
  uint64_t nuls = FRISE_MASK(bytes == 0);
  uint64_t high = FRISE_MASK(bytes >= 0x80);
  if (!(high | found->followers)) {
    found->suspects = nuls;
    return;
  }
  uint64_t two = FRISE_MASK(bytes >= 0xC0);
  uint64_t three = FRISE_MASK(bytes >= 0xE0);
  uint64_t four = FRISE_MASK(bytes >= 0xF0);
  uint64_t followers = two << 1 | three << 2 | four << 3 | found->followers;
  found->followers = two >> 63 | three >> 62 | four >> 61;
  found->suspects = nuls | ((high & ~two) ^ followers) | (two & ~FRISE_MASK(bytes >= 0xC2)) |
                    FRISE_MASK(bytes == 0xE0) | FRISE_MASK(bytes == 0xED) |
                    FRISE_MASK(bytes == 0xF0) | FRISE_MASK(bytes >= 0xF4);
}

static void frise_look_plain(
    const uint8_t *block, uint8_t separator, uint8_t mark, frise_block *found) {
  frise_look(block, separator, mark, found);
}

#if defined(__x86_64__)
// The same instructions on longer registers, which not every processor has.
__attribute__((target("avx2"))) static void frise_look_avx2(
    const uint8_t *block, uint8_t separator, uint8_t mark, frise_block *found) {
  frise_look(block, separator, mark, found);
}

__attribute__((target("avx512bw"))) static void frise_look_avx512(
    const uint8_t *block, uint8_t separator, uint8_t mark, frise_block *found) {
  frise_look(block, separator, mark, found);
}
#endif

frise_looker *frise_fastest_looker(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return frise_look_avx512;
  if (__builtin_cpu_supports("avx2")) return frise_look_avx2;
#endif
  return frise_look_plain;
}

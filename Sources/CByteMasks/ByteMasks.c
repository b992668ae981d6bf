#include "ByteMasks.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

typedef uint8_t frise_bytes __attribute__((ext_vector_type(64)));
typedef bool frise_bits __attribute__((ext_vector_type(64)));

#define FRISE_INLINE static inline __attribute__((always_inline))

// Bit i of the result tells whether the condition holds for byte i.
#define FRISE_MASK(condition) \
  __builtin_bit_cast(uint64_t, __builtin_convertvector((condition), frise_bits))

// Writes the places of the bits of a mask, perhaps some more behind them.
typedef void frise_writer(uint64_t mask, uint32_t base, uint32_t *places);

FRISE_INLINE void frise_write(uint64_t mask, uint32_t base, uint32_t *places) {
  // Four at a time, of which the last may be none: there is one guess fewer about how many.
  while (mask) {
    for (int place = 0; place < 4; place++) {
      *places++ = base + (mask ? (uint32_t)__builtin_ctzll(mask) : 0);
      mask &= mask - 1;
    }
  }
}

// Bit i of the result is the parity of bits 0 to i: set from an opening quote to the byte before its
// closing one.
FRISE_INLINE uint64_t frise_parity(uint64_t mask) {
  for (int shift = 1; shift < 64; shift *= 2) mask ^= mask << shift;
  return mask;
}

// Where characters do not go on as they should.
FRISE_INLINE uint64_t frise_suspects(const uint8_t *block, uint64_t *followers) {
  frise_bytes bytes;
  memcpy(&bytes, block, sizeof bytes);
  uint64_t nuls = FRISE_MASK(bytes == 0);
  uint64_t high = FRISE_MASK(bytes >= 0x80);
  if (!(high | *followers)) return nuls;
  uint64_t two = FRISE_MASK(bytes >= 0xC0);
  uint64_t three = FRISE_MASK(bytes >= 0xE0);
  uint64_t four = FRISE_MASK(bytes >= 0xF0);
  uint64_t going_on = two << 1 | three << 2 | four << 3 | *followers;
  *followers = two >> 63 | three >> 62 | four >> 61;
  return nuls | ((high & ~two) ^ going_on) | (two & ~FRISE_MASK(bytes >= 0xC2)) |
         FRISE_MASK(bytes == 0xE0) | FRISE_MASK(bytes == 0xED) | FRISE_MASK(bytes == 0xF0) |
         FRISE_MASK(bytes >= 0xF4);
}

FRISE_INLINE intptr_t frise_cut(
    const uint8_t *text, intptr_t block_count, uint32_t base, uint32_t *places, intptr_t capacity,
    intptr_t *count, frise_cutting *cutting, frise_writer *write) {
  frise_cutting now = *cutting;
  intptr_t found = *count;
  intptr_t block = 0;
  uint64_t doubled = 0, faults = 0;
  now.suspects = 0;
  while (block < block_count && found <= capacity - FRISE_PLACES_MAX && !(faults | now.suspects)) {
    frise_bytes bytes;
    memcpy(&bytes, text + 64 * block, sizeof bytes);
    now.suspects = frise_suspects(text + 64 * block, &now.followers);
    uint64_t line_ends = FRISE_MASK(bytes == 10);
    uint64_t terminators = FRISE_MASK(bytes == now.separator) | line_ends;
    uint64_t returns = FRISE_MASK(bytes == 13);
    uint64_t marks = FRISE_MASK(bytes == now.mark);
    if (now.unquotes) {
      uint64_t open = frise_parity(marks) ^ now.inside;
      now.inside = 0 - (open >> 63);
      uint64_t opens = marks & open, closes = marks & ~open;
      line_ends &= ~open;
      terminators &= ~open;
      returns &= ~open;
      uint64_t after_terminator = terminators << 1 | now.after_terminator;
      uint64_t after_close = closes << 1 | now.after_close;
      doubled |= opens & after_close;
      faults = opens & ~(after_terminator | after_close);
      faults |= after_close & ~(terminators | opens | returns);
      now.after_close = closes >> 63;
    } else {
      faults = marks;
    }
    faults |= (returns << 1 | now.after_return) & ~line_ends;
    now.after_return = returns >> 63;
    now.after_terminator = terminators >> 63;
    now.line_ends += (uint64_t)__builtin_popcountll(line_ends);
    write(terminators, base + 64 * (uint32_t)block, places + found);
    found += __builtin_popcountll(terminators);
    block++;
  }
  now.is_faulty |= faults != 0;
  now.has_doubled_quotes |= doubled != 0;
  *cutting = now;
  *count = found;
  return block;
}

static intptr_t frise_cut_plain(
    const uint8_t *text, intptr_t block_count, uint32_t base, uint32_t *places, intptr_t capacity,
    intptr_t *count, frise_cutting *cutting) {
  return frise_cut(text, block_count, base, places, capacity, count, cutting, frise_write);
}

#if defined(__x86_64__)
// The same with instructions that not every processor has.
__attribute__((target("avx2,bmi,popcnt"))) static intptr_t frise_cut_avx2(
    const uint8_t *text, intptr_t block_count, uint32_t base, uint32_t *places, intptr_t capacity,
    intptr_t *count, frise_cutting *cutting) {
  return frise_cut(text, block_count, base, places, capacity, count, cutting, frise_write);
}

// Sixteen places at a time, without a guess about how many there are.
__attribute__((target("avx512bw,avx512f,bmi,popcnt"), always_inline)) static inline void
frise_write_avx512(uint64_t mask, uint32_t base, uint32_t *places) {
  __m512i next = _mm512_add_epi32(
      _mm512_set1_epi32((int)base),
      _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  for (int part = 0; part < 4; part++) {
    __mmask16 some = (__mmask16)(mask >> (16 * part));
    _mm512_storeu_si512(places, _mm512_maskz_compress_epi32(some, next));
    places += __builtin_popcount(some);
    next = _mm512_add_epi32(next, _mm512_set1_epi32(16));
  }
}

__attribute__((target("avx512bw,avx512f,bmi,popcnt"))) static intptr_t frise_cut_avx512(
    const uint8_t *text, intptr_t block_count, uint32_t base, uint32_t *places, intptr_t capacity,
    intptr_t *count, frise_cutting *cutting) {
  return frise_cut(text, block_count, base, places, capacity, count, cutting, frise_write_avx512);
}
#endif

frise_cutter *frise_fastest_cutter(void) {
#if defined(__x86_64__)
  bool has_counts = __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  if (has_counts && __builtin_cpu_supports("avx512bw")) return frise_cut_avx512;
  if (has_counts && __builtin_cpu_supports("avx2")) return frise_cut_avx2;
#endif
  return frise_cut_plain;
}

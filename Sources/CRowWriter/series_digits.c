#include "series_internal.h"

// Two digits a division, which is what writing a number costs.
static const char pairs[] =
  "0001020304050607080910111213141516171819"
  "2021222324252627282930313233343536373839"
  "4041424344454647484950515253545556575859"
  "6061626364656667686970717273747576777879"
  "8081828384858687888990919293949596979899";

static const char hexadecimal[] = "0123456789abcdef";

static size_t count_digits(uint64_t value) {
  size_t count = 1;
  // Most numbers are small.
  for (; value >= 1000; value /= 1000) count += 3;
  if (value >= 100) return count + 2;
  return value >= 10 ? count + 1 : count;
}

size_t qb_write_digits(char *to, uint64_t value, size_t width) {
  size_t length = count_digits(value);
  if (length < width) length = width;
  // From the last digit to the first, where they belong: copying what was written a moment ago
  // would wait for it.
  size_t at = length;
  for (; value >= 100; value /= 100) {
    const char *pair = &pairs[value % 100 * 2];
    to[--at] = pair[1];
    to[--at] = pair[0];
  }
  if (value >= 10) {
    to[--at] = pairs[value * 2 + 1];
    value /= 10;
  }
  to[--at] = (char)('0' + value);
  while (at > 0) to[--at] = '0';
  return length;
}

size_t qb_write_number(char *to, int64_t value, size_t width) {
  if (value >= 0) return qb_write_digits(to, (uint64_t)value, width);
  *to = '-';
  // The smallest number has no positive counterpart, but an unsigned one.
  return 1 + qb_write_digits(to + 1, 0 - (uint64_t)value, width);
}

// Multiplying by an odd number and folding the upper half onto the lower are both one to one within
// so many bits: two rows of the same block never get the same.
uint64_t qb_scramble(uint64_t row, uint64_t block, uint64_t seed, unsigned bits) {
  uint64_t mask = bits < 64 ? (UINT64_C(1) << bits) - 1 : UINT64_MAX;
  unsigned half = bits / 2;
  uint64_t state = row + seed + block * UINT64_C(0xa5bcd7916f1acda1);
  state = (state * UINT64_C(0x8f36c4874e752da9)) & mask;
  state ^= state >> half;
  state = (state * UINT64_C(0xab3f753f7a978803) + (seed >> 32)) & mask;
  state ^= state >> half;
  state = (state * UINT64_C(0x3868b7947f240989)) & mask;
  return state ^ state >> half;
}

void qb_write_random_bytes(char *to, size_t length, uint64_t row, uint64_t seed) {
  for (size_t block = 0; block * 8 < length; block++) {
    size_t count = length - block * 8 < 8 ? length - block * 8 : 8;
    uint64_t bits = qb_scramble(row, block, seed, (unsigned)count * 8);
    // Byte by byte, so that they are the same on every machine.
    for (size_t at = 0; at < count; at++) to[block * 8 + at] = (char)(bits >> (at * 8) & 0xff);
  }
}

void qb_write_random_digits(char *to, size_t digits, uint64_t row, uint64_t seed) {
  for (size_t block = 0; block * 16 < digits; block++) {
    size_t count = digits - block * 16 < 16 ? digits - block * 16 : 16;
    uint64_t bits = qb_scramble(row, block, seed, (unsigned)count * 4);
    for (size_t at = 0; at < count; at++) {
      to[block * 16 + at] = hexadecimal[bits >> (at * 4) & 0xf];
    }
  }
}

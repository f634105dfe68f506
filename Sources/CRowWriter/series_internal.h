#ifndef QB_SERIES_INTERNAL_H
#define QB_SERIES_INTERNAL_H

#include <sqlite3.h>

#include "series.h"

typedef enum {
  QB_LITERAL_PART,
  QB_NUMBER_PART,
  QB_CODE_PART,
  QB_WORD_PART,
  QB_TIME_PART,
  QB_HEXADECIMAL_PART,
} qb_part_kind;

typedef struct {
  qb_part_kind kind;
  char *bytes;           // of the literal, the alphabet, or all words
  size_t *ends;          // where each word ends
  size_t length;         // of the literal; digits at least, or exactly
  uint64_t radix;        // of a code
  qb_time_format format;
  qb_counter counter;    // a word and a code use its count and repeats
  uint64_t seed;
} qb_part;

typedef enum {
  QB_CYCLE_SERIES,
  QB_INTEGER_SERIES,
  QB_REAL_SERIES,
  QB_TEXT_SERIES,
  QB_BLOB_SERIES,
} qb_series_kind;

struct qb_series {
  qb_series_kind kind;
  uint64_t repeats;      // rows in a row that get the same, whatever the kind
  size_t room;
  qb_counter counter;
  double divisor;
  uint64_t seed;         // of a blob
  size_t length;         // of a blob
  qb_value *values;
  qb_part *parts;
  size_t count;          // values or parts that there are
  size_t capacity;       // and that there is memory for
};

// All of it counts in unsigned numbers, which wrap around where signed ones must not overflow.

static inline uint64_t qb_counter_index(const qb_counter *counter, uint64_t row) {
  // Most counters neither repeat nor end: a division costs more than the rest.
  if (counter->repeats > 1) row /= counter->repeats;
  if (counter->count && row >= counter->count) row %= counter->count;
  return row;
}

static inline int64_t qb_counter_value(const qb_counter *counter, uint64_t row) {
  uint64_t index = qb_counter_index(counter, row);
  return (int64_t)((uint64_t)counter->first + (uint64_t)counter->step * index);
}

/// The most characters that a number has without zeros in front, and that a moment has.
enum { QB_NUMBER_ROOM = 20, QB_TIME_ROOM = 40 };

/// Writes decimal digits with zeros in front up to `width`, and answers how many.
size_t qb_write_digits(char *to, uint64_t value, size_t width);

/// The same with a minus before a number below 0.
size_t qb_write_number(char *to, int64_t value, size_t width);

/// Writes a moment, and answers how many bytes.
size_t qb_write_time(char *to, int64_t seconds, qb_time_format format);

/// 64 bits that look random: `block` tells several of one row apart.
uint64_t qb_scramble(uint64_t row, uint64_t block, uint64_t seed, unsigned bits);

void qb_write_random_bytes(char *to, size_t length, uint64_t row, uint64_t seed);
void qb_write_random_digits(char *to, size_t digits, uint64_t row, uint64_t seed);

/// Writes the parts of a text, and answers how many bytes.
size_t qb_write_text(const qb_series *series, uint64_t row, char *to);

#endif

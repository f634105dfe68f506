#ifndef QB_SERIES_H
#define QB_SERIES_H

#include <stddef.h>
#include <stdint.h>

// The values of a column, by the row's number. A series is built once and evaluated for every row;
// evaluating it changes nothing, so that many threads may do so.
//
// Row numbers count from 1 on. Every other number is good as well: sums and products wrap around.

typedef struct qb_series qb_series;

/// A value as SQLite takes it; bytes lie in the scratch memory or in the series.
typedef struct {
  int type;            // SQLITE_INTEGER … SQLITE_NULL
  int64_t integer;
  double real;
  const char *bytes;   // of a text or blob, not ended by a zero
  int64_t length;
} qb_value;

/// Row n gets `first + step * k`, where k is `(n - 1) / repeats % count`.
typedef struct {
  int64_t first;
  int64_t step;
  uint64_t count;      // 0 when there is no end
  uint64_t repeats;    // at least 1
} qb_counter;

/// How a moment, in seconds since 1970, is written.
typedef enum {
  QB_DATE,             // 2026-01-31
  QB_TIME,             // 13:45:00
  QB_DATE_TIME,        // 2026-01-31 13:45:00
  QB_ISO_8601,         // 2026-01-31T13:45:00Z
  QB_YEAR,             // 2026
} qb_time_format;

// MARK: Evaluating

/// The value of a row. `scratch` has qb_series_room bytes; the value's bytes are good until it is
/// used again.
void qb_series_value(const qb_series *series, int64_t number, char *scratch, qb_value *value);

/// The greatest number of scratch bytes that a value needs.
size_t qb_series_room(const qb_series *series);

// MARK: Building

/// One value after the other, each for `repeats` rows; they are added with qb_series_add_value, and
/// without any every value is NULL.
qb_series *qb_series_cycle(size_t count, uint64_t repeats);

/// Adds a value to a cycle, and copies its bytes. More than the cycle was made for are left out.
void qb_series_add_value(qb_series *series, qb_value value);

qb_series *qb_series_integers(qb_counter counter);
qb_series *qb_series_reals(qb_counter counter, double divisor);

/// Bytes that look random. No two of the first 256^length rows have the same.
qb_series *qb_series_blob(size_t length, uint64_t seed);

/// A text, made of the parts that are added to it; more than it was made for are left out.
qb_series *qb_series_text(size_t parts);

void qb_series_add_literal(qb_series *series, const char *bytes, size_t length);

/// Decimal digits, with zeros in front up to `digits`.
void qb_series_add_number(qb_series *series, size_t digits, qb_counter counter);

/// `(n - 1) / repeats`, with the bytes of an alphabet as digits, and of exactly this width.
void qb_series_add_code(qb_series *series, const char *alphabet, size_t radix, size_t width,
                        uint64_t repeats);

/// One word after the other, each for `repeats` rows. The words lie one behind the other in `bytes`;
/// `ends` says where each of them ends.
void qb_series_add_words(qb_series *series, const char *bytes, const size_t *ends, size_t count,
                         uint64_t repeats);

void qb_series_add_time(qb_series *series, qb_time_format format, qb_counter counter);

/// Hexadecimal digits that look random. No two of the first 16^digits rows have the same.
void qb_series_add_hexadecimal(qb_series *series, size_t digits, uint64_t seed);

/// Gives each value to so many rows in a row.
void qb_series_repeat(qb_series *series, uint64_t repeats);

void qb_series_free(qb_series *series);

#endif

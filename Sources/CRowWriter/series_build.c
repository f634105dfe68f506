#include <stdlib.h>
#include <string.h>

#include "series_internal.h"

// Zeroed memory. Ends the process when there is none, as Swift does.
static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (!memory) abort();
  return memory;
}

static void *copy(const void *bytes, size_t length) {
  void *memory = allocate(length, 1);
  if (length) memcpy(memory, bytes, length);
  return memory;
}

static qb_series *create(qb_series_kind kind) {
  qb_series *series = allocate(1, sizeof *series);
  series->kind = kind;
  series->repeats = 1;
  return series;
}

// MARK: Kinds

qb_series *qb_series_cycle(size_t count, uint64_t repeats) {
  qb_series *series = create(QB_CYCLE_SERIES);
  series->values = allocate(count, sizeof *series->values);
  series->capacity = count;
  series->counter.count = count;
  series->counter.repeats = repeats;
  return series;
}

void qb_series_add_value(qb_series *series, qb_value value) {
  if (series->count == series->capacity) return;
  if (value.type == SQLITE_TEXT || value.type == SQLITE_BLOB) {
    value.bytes = copy(value.bytes, (size_t)value.length);
  }
  series->values[series->count++] = value;
}

qb_series *qb_series_integers(qb_counter counter) {
  qb_series *series = create(QB_INTEGER_SERIES);
  series->counter = counter;
  return series;
}

qb_series *qb_series_reals(qb_counter counter, double divisor) {
  qb_series *series = create(QB_REAL_SERIES);
  series->counter = counter;
  series->divisor = divisor;
  return series;
}

qb_series *qb_series_blob(size_t length, uint64_t seed) {
  qb_series *series = create(QB_BLOB_SERIES);
  series->length = length;
  series->room = length;
  series->seed = seed;
  return series;
}

qb_series *qb_series_text(size_t parts) {
  qb_series *series = create(QB_TEXT_SERIES);
  series->parts = allocate(parts, sizeof *series->parts);
  series->capacity = parts;
  return series;
}

void qb_series_repeat(qb_series *series, uint64_t repeats) { series->repeats = repeats; }

// MARK: Parts of a text

// The next part, which takes this much room; NULL where the series was made for fewer.
static qb_part *add_part(qb_series *series, qb_part_kind kind, size_t room) {
  if (series->count == series->capacity) return NULL;
  qb_part *part = &series->parts[series->count++];
  part->kind = kind;
  part->counter.repeats = 1;
  series->room += room;
  return part;
}

void qb_series_add_literal(qb_series *series, const char *bytes, size_t length) {
  qb_part *part = add_part(series, QB_LITERAL_PART, length);
  if (!part) return;
  part->bytes = copy(bytes, length);
  part->length = length;
}

void qb_series_add_number(qb_series *series, size_t digits, qb_counter counter) {
  size_t room = digits > QB_NUMBER_ROOM ? digits : QB_NUMBER_ROOM;
  qb_part *part = add_part(series, QB_NUMBER_PART, room + 1);
  if (!part) return;
  part->length = digits;
  part->counter = counter;
}

void qb_series_add_code(qb_series *series, const char *alphabet, size_t radix, size_t width,
                        uint64_t repeats) {
  if (radix == 0) return;
  qb_part *part = add_part(series, QB_CODE_PART, width);
  if (!part) return;
  part->bytes = copy(alphabet, radix);
  part->radix = radix;
  part->length = width;
  part->counter.repeats = repeats;
}

void qb_series_add_words(qb_series *series, const char *bytes, const size_t *ends, size_t count,
                         uint64_t repeats) {
  if (count == 0) return;
  size_t longest = 0;
  for (size_t at = 0; at < count; at++) {
    size_t length = ends[at] - (at ? ends[at - 1] : 0);
    if (length > longest) longest = length;
  }
  qb_part *part = add_part(series, QB_WORD_PART, longest);
  if (!part) return;
  part->bytes = copy(bytes, ends[count - 1]);
  part->ends = copy(ends, count * sizeof *ends);
  part->counter.count = count;
  part->counter.repeats = repeats;
}

void qb_series_add_time(qb_series *series, qb_time_format format, qb_counter counter) {
  qb_part *part = add_part(series, QB_TIME_PART, QB_TIME_ROOM);
  if (!part) return;
  part->format = format;
  part->counter = counter;
}

void qb_series_add_hexadecimal(qb_series *series, size_t digits, uint64_t seed) {
  qb_part *part = add_part(series, QB_HEXADECIMAL_PART, digits);
  if (!part) return;
  part->length = digits;
  part->seed = seed;
}

// MARK: The end

static void free_values(qb_series *series) {
  for (size_t at = 0; at < series->count; at++) {
    int type = series->values[at].type;
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) free((void *)series->values[at].bytes);
  }
  free(series->values);
}

void qb_series_free(qb_series *series) {
  if (series->values) free_values(series);
  for (size_t at = 0; series->parts && at < series->count; at++) {
    free(series->parts[at].bytes);
    free(series->parts[at].ends);
  }
  free(series->parts);
  free(series);
}

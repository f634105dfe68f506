#include "series_internal.h"

// The series of one value for all rows are many: they need no division.
static void cycle_value(const qb_series *series, uint64_t row, qb_value *value) {
  if (series->count == 0) {
    *value = (qb_value){.type = SQLITE_NULL};
    return;
  }
  uint64_t at = series->count > 1 ? qb_counter_index(&series->counter, row) : 0;
  *value = series->values[at % series->count];
}

static void text_value(const qb_series *series, uint64_t row, char *scratch, qb_value *value) {
  value->type = SQLITE_TEXT;
  value->bytes = scratch;
  value->length = (int64_t)qb_write_text(series, row, scratch);
}

static void blob_value(const qb_series *series, uint64_t row, char *scratch, qb_value *value) {
  qb_write_random_bytes(scratch, series->length, row, series->seed);
  value->type = SQLITE_BLOB;
  value->bytes = scratch;
  value->length = (int64_t)series->length;
}

void qb_series_value(const qb_series *series, int64_t number, char *scratch, qb_value *value) {
  uint64_t row = (uint64_t)number - 1;
  if (series->repeats > 1) row /= series->repeats;
  switch (series->kind) {
  case QB_CYCLE_SERIES:
    cycle_value(series, row, value);
    break;
  case QB_INTEGER_SERIES:
    value->type = SQLITE_INTEGER;
    value->integer = qb_counter_value(&series->counter, row);
    break;
  case QB_REAL_SERIES:
    value->type = SQLITE_FLOAT;
    value->real = (double)qb_counter_value(&series->counter, row) / series->divisor;
    break;
  case QB_TEXT_SERIES:
    text_value(series, row, scratch, value);
    break;
  case QB_BLOB_SERIES:
    blob_value(series, row, scratch, value);
    break;
  }
}

size_t qb_series_room(const qb_series *series) { return series->room; }

#include <string.h>

#include "series_internal.h"

static size_t write_code(const qb_part *part, uint64_t row, char *to) {
  uint64_t left = part->counter.repeats > 1 ? row / part->counter.repeats : row;
  for (size_t at = part->length; at-- > 0;) {
    uint64_t rest = left / part->radix;
    to[at] = part->bytes[left - rest * part->radix];
    left = rest;
  }
  return part->length;
}

static size_t write_word(const qb_part *part, uint64_t row, char *to) {
  uint64_t at = qb_counter_index(&part->counter, row);
  size_t start = at ? part->ends[at - 1] : 0;
  size_t length = part->ends[at] - start;
  memcpy(to, part->bytes + start, length);
  return length;
}

static size_t write_part(const qb_part *part, uint64_t row, char *to) {
  switch (part->kind) {
  case QB_LITERAL_PART:
    memcpy(to, part->bytes, part->length);
    return part->length;
  case QB_NUMBER_PART:
    return qb_write_number(to, qb_counter_value(&part->counter, row), part->length);
  case QB_CODE_PART:
    return write_code(part, row, to);
  case QB_WORD_PART:
    return write_word(part, row, to);
  case QB_TIME_PART:
    return qb_write_time(to, qb_counter_value(&part->counter, row), part->format);
  case QB_HEXADECIMAL_PART:
    qb_write_random_digits(to, part->length, row, part->seed);
    return part->length;
  }
  return 0;
}

size_t qb_write_text(const qb_series *series, uint64_t row, char *to) {
  char *end = to;
  for (size_t at = 0; at < series->count; at++) {
    end += write_part(&series->parts[at], row, end);
  }
  return (size_t)(end - to);
}

#ifndef QB_SERIES_H
#define QB_SERIES_H

#include <stddef.h>
#include <stdint.h>

/// The values of a column, by the row's number.
typedef struct qb_series qb_series;

/// A value as SQLite takes it; bytes lie in the scratch memory or in the series.
typedef struct {
  int type;
  int64_t integer;
  double real;
  const char *bytes;
  int64_t length;
} qb_value;

#endif

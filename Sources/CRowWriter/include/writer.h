#ifndef QB_WRITER_H
#define QB_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "series.h"

/// Rows of one table that are written together.
typedef struct {
  int64_t count;
  /// The number of each row in its table, which its series are asked with.
  int64_t *numbers;
  /// The rowid of each row: known when it was written, or before where it is chosen.
  int64_t *rowids;
} qb_rows;

/// Numbers the rows in a row.
void qb_rows_number(const qb_rows *rows, int64_t first);

/// Gives the rows rowids in a row, before they are written.
void qb_rows_choose(const qb_rows *rows, int64_t first);

/// Which of other rows belongs to a row: `(row / divisor + row / block + offset) % modulus`, where
/// a block or modulus of 0 is none.
typedef struct {
  int64_t divisor;
  int64_t block;
  int64_t modulus;
  int64_t offset;
  /// Whether the first one stands for those before it; else there is none.
  bool clamps;
  /// The other row of each row, or -1, in place of all that; NULL where it is reckoned.
  const int64_t *indices;
} qb_map;

typedef enum {
  QB_SOURCE_NULL,
  /// The value of a series for the row's number.
  QB_SOURCE_SERIES,
  /// A value for each row, or one for all; those of type 0 are left to `other`.
  QB_SOURCE_LIST,
  /// The row's own rowid.
  QB_SOURCE_ROWID,
  /// What `other` gives for the row that the map says; NULL where there is none.
  QB_SOURCE_LINK,
} qb_source_kind;

/// Where a column gets its values from.
typedef struct qb_source {
  qb_source_kind kind;
  /// The rows whose numbers and rowids it is about.
  const qb_rows *rows;
  const qb_series *series;
  const qb_value *list;
  int64_t list_count;
  const struct qb_source *other;
  qb_map map;
} qb_source;

/// A statement that writes one row, with the source of each of its parameters.
typedef struct {
  sqlite3 *connection;
  sqlite3_stmt *statement;
  const qb_source *const *sources;
  int source_count;
  /// The rows that it writes; their rowids are noted where they are not chosen.
  qb_rows *rows;
  bool notes_rowids;
} qb_writer;

/// What `qb_write` answers where a trigger left a row out.
#define QB_ROW_IGNORED (-1)

/// The scratch memory that a writer needs.
size_t qb_writer_room(const qb_writer *writer);

/// Writes the rows from `*next` up to `end`, each by one run of the statement; `*next` becomes the
/// row that failed, or `end`. Answers SQLITE_DONE, SQLite's code, or QB_ROW_IGNORED.
///
/// https://www.sqlite.org/c3ref/step.html
int qb_write(const qb_writer *writer, int64_t *next, int64_t end, char *scratch);

/// The value of a source for a row.
void qb_source_value(const qb_source *source, int64_t row, char *scratch, qb_value *value);

/// The scratch memory that a value of the source needs.
size_t qb_source_room(const qb_source *source);

/// Whether triggers run from now on; answers SQLite's code. (Swift can't call what it does.)
///
/// https://www.sqlite.org/c3ref/c_dbconfig_defensive.html#sqlitedbconfigenabletrigger
int qb_set_triggers(sqlite3 *connection, int are_on);

#endif

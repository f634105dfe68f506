#include "writer.h"

/// The row that the map says, or -1 for none.
static int64_t mapped(const qb_map *map, int64_t row) {
  if (map->indices) return map->indices[row];
  int64_t other = map->divisor > 1 ? row / map->divisor : row;
  if (map->block > 0) other += row / map->block;
  other += map->offset;
  if (map->modulus > 0) other %= map->modulus;
  return other < 0 && map->clamps ? 0 : other;
}

void qb_rows_number(const qb_rows *rows, int64_t first) {
  for (int64_t row = 0; row < rows->count; row++) rows->numbers[row] = first + row;
}

void qb_rows_choose(const qb_rows *rows, int64_t first) {
  for (int64_t row = 0; row < rows->count; row++) rows->rowids[row] = first + row;
}

void qb_source_value(const qb_source *source, int64_t row, char *scratch, qb_value *value) {
  value->type = SQLITE_NULL;
  while (source && row >= 0) {
    switch (source->kind) {
      case QB_SOURCE_NULL:
        return;
      case QB_SOURCE_SERIES:
        qb_series_value(source->series, source->rows->numbers[row], scratch, value);
        return;
      case QB_SOURCE_ROWID:
        value->type = SQLITE_INTEGER;
        value->integer = source->rows->rowids[row];
        return;
      case QB_SOURCE_LIST: {
        const qb_value *listed = &source->list[source->list_count == 1 ? 0 : row];
        if (listed->type != 0) {
          *value = *listed;
          return;
        }
        source = source->other;
        break;
      }
      case QB_SOURCE_LINK:
        row = mapped(&source->map, row);
        source = source->other;
        break;
    }
  }
}

size_t qb_source_room(const qb_source *source) {
  for (; source; source = source->other) {
    if (source->kind == QB_SOURCE_SERIES) return qb_series_room(source->series);
  }
  return 0;
}

size_t qb_writer_room(const qb_writer *writer) {
  size_t room = 1;
  for (int index = 0; index < writer->source_count; index++) {
    room += qb_source_room(writer->sources[index]);
  }
  return room;
}

/// Binds without a copy: the bytes stay where they are until the row is written.
static int bind(sqlite3_stmt *statement, int place, const qb_value *value) {
  switch (value->type) {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64(statement, place, value->integer);
    case SQLITE_FLOAT:
      return sqlite3_bind_double(statement, place, value->real);
    case SQLITE_TEXT:
      return sqlite3_bind_text(
          statement, place, value->bytes, (int)value->length, SQLITE_STATIC);
    case SQLITE_BLOB:
      return value->length == 0
                 ? sqlite3_bind_zeroblob(statement, place, 0)
                 : sqlite3_bind_blob(
                       statement, place, value->bytes, (int)value->length, SQLITE_STATIC);
    default:
      return sqlite3_bind_null(statement, place);
  }
}

static int write_row(const qb_writer *writer, int64_t row, char *scratch, size_t room) {
  for (int index = 0; index < writer->source_count; index++) {
    const qb_source *source = writer->sources[index];
    qb_value value;
    qb_source_value(source, row, scratch, &value);
    int code = bind(writer->statement, index + 1, &value);
    if (code != SQLITE_OK) return code;
    if (value.type != SQLITE_TEXT && value.type != SQLITE_BLOB) continue;
    // The next value must not lie where this one still does.
    size_t used = (uintptr_t)value.bytes - (uintptr_t)scratch + (size_t)value.length;
    if (used <= room) {
      scratch += used;
      room -= used;
    }
  }
  int code = sqlite3_step(writer->statement);
  int reset = sqlite3_reset(writer->statement);
  return code == SQLITE_DONE ? code : reset;
}

int qb_write(const qb_writer *writer, int64_t *next, int64_t end, char *scratch) {
  size_t room = qb_writer_room(writer);
  for (; *next < end; (*next)++) {
    int code = write_row(writer, *next, scratch, room);
    if (code != SQLITE_DONE) return code;
    // A trigger may leave a row out without a word.
    if (sqlite3_changes(writer->connection) == 0) return QB_ROW_IGNORED;
    if (writer->notes_rowids) {
      writer->rows->rowids[*next] = sqlite3_last_insert_rowid(writer->connection);
    }
  }
  return SQLITE_DONE;
}

int qb_set_triggers(sqlite3 *connection, int are_on) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, are_on, (int *)0);
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// The rows that statements return, as text: for each value `n;`, `i<number>;`, `r<number>;`,
// `t<length>:<bytes>;` or `b<length>:<bytes>;`, and a line end behind each row.

static void append(qb_event_results *results, const void *bytes, size_t length) {
  if (results->length + length > results->capacity) {
    size_t capacity = (results->length + length) * 2;
    char *larger = realloc(results->bytes, capacity);
    if (!larger) abort();
    results->bytes = larger;
    results->capacity = capacity;
  }
  memcpy(results->bytes + results->length, bytes, length);
  results->length += length;
}

static void append_bytes(qb_event_results *results, char type, const void *bytes, int length) {
  char head[32];
  append(results, head, (size_t)snprintf(head, sizeof head, "%c%d:", type, length));
  if (length) append(results, bytes, (size_t)length);
  append(results, ";", 1);
}

static void append_value(qb_event_results *results, sqlite3_value *value) {
  char text[64];
  switch (sqlite3_value_type(value)) {
  case SQLITE_INTEGER:
    append(results, text, (size_t)snprintf(text, sizeof text, "i%lld;", sqlite3_value_int64(value)));
    break;
  case SQLITE_FLOAT:
    append(results, text, (size_t)snprintf(text, sizeof text, "r%.17g;", sqlite3_value_double(value)));
    break;
  case SQLITE_TEXT: {
    const void *bytes = sqlite3_value_text(value);
    append_bytes(results, 't', bytes, sqlite3_value_bytes(value));
    break;
  }
  case SQLITE_BLOB: {
    const void *bytes = sqlite3_value_blob(value);
    append_bytes(results, 'b', bytes, sqlite3_value_bytes(value));
    break;
  }
  default:
    append(results, "n;", 2);
  }
}

// The value of a column belongs to the statement, which has not handed the row out yet: reading it as
// text might change it, so that a copy is read. https://www.sqlite.org/c3ref/value_dup.html
void qb_results_add(qb_trace *trace, uint64_t event, sqlite3_stmt *statement) {
  pthread_mutex_lock(&trace->lock);
  qb_chunk *chunk = qb_log_chunk(trace, event);
  if (chunk) {
    if (!chunk->results) chunk->results = qb_allocate(QB_CHUNK_EVENTS, sizeof *chunk->results);
    qb_event_results *results = &chunk->results[event - 1 - chunk->first];
    int columns = sqlite3_column_count(statement);
    for (int column = 0; column < columns; column++) {
      sqlite3_value *value = sqlite3_value_dup(sqlite3_column_value(statement, column));
      if (value) append_value(results, value);
      else append(results, "n;", 2);
      sqlite3_value_free(value);
    }
    append(results, "\n", 1);
  }
  pthread_mutex_unlock(&trace->lock);
}

void qb_results_free(qb_chunk *chunk) {
  if (!chunk->results) return;
  for (uint32_t at = 0; at < QB_CHUNK_EVENTS; at++) free(chunk->results[at].bytes);
  free(chunk->results);
}

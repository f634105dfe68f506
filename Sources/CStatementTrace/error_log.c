#include <string.h>

#include "internal.h"

// A trace doesn't say how a statement ended; SQLite's error log does, on the same thread, with the
// statement's SQL in brackets. https://www.sqlite.org/errlog.html
//
// The log is one for the process and must be set before SQLite is initialized, hence the
// constructor. An application that sets its own afterwards wins: failures are then not told, which
// `qb_failures_are_told` finds out.

static _Thread_local bool self_test_told;

// "abort at 7 in [SELECT 1]: why": SQLite cuts long messages, so the beginning of the SQL may have
// to do.
static bool names_statement(const char *message, const qb_text *text) {
  const char *sql = strchr(message, '[');
  if (!sql) return false;
  size_t told = strlen(++sql);
  if (text->length >= told) return memcmp(sql, text->bytes, told) == 0;
  return sql[text->length] == ']' && memcmp(sql, text->bytes, text->length) == 0;
}

static void mark_latest(qb_trace *trace, const char *message) {
  uint64_t latest = 0;
  for (uint32_t at = 0; at < trace->slots.size; at++) {
    const qb_slot *slot = &trace->slots.items[at];
    if (slot->statement && slot->event > latest
        && names_statement(message, &trace->texts.items[slot->text])) {
      latest = slot->event;
    }
  }
  if (latest) qb_log_mark_failed(trace, latest);
}

static void told(void *unused, int code, const char *message) {
  (void)unused;
  self_test_told = true;
  int primary = code & 0xff;
  // A changed schema is no failure: SQLite prepares the statement again and goes on.
  bool failure = primary != SQLITE_OK && primary != SQLITE_NOTICE && primary != SQLITE_WARNING
    && primary != SQLITE_SCHEMA;
  qb_trace *trace = qb_running;
  if (!failure || !trace) return;
  // The error may be another connection's, and ours in use on another thread by now. That one has
  // to take the lock before it touches the slots, see qb_trace_enter.
  pthread_mutex_lock(&trace->lock);
  bool ours = atomic_load_explicit(&trace->thread, memory_order_relaxed) == &qb_running;
  uint32_t state = atomic_load_explicit(&trace->state, memory_order_acquire);
  if (ours && !(state & QB_STATE_RELEASED)) mark_latest(trace, message);
  pthread_mutex_unlock(&trace->lock);
}

__attribute__((constructor)) static void install_error_log(void) {
  sqlite3_config(SQLITE_CONFIG_LOG, told, NULL);
}

bool qb_failures_are_told(void) {
  sqlite3 *db = NULL;
  self_test_told = false;
  qb_trace *running = qb_running;
  qb_running = NULL;
  if (sqlite3_open(":memory:", &db) == SQLITE_OK) {
    sqlite3_exec(db, "CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1), (1)", NULL, NULL, NULL);
  }
  sqlite3_close(db);
  qb_running = running;
  return self_test_told;
}

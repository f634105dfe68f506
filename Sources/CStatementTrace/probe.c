#include "internal.h"

// What the harness itself runs on a connection.

void qb_trace_mute(qb_trace *trace, bool muted) {
  // A serialized connection is held meanwhile, so that no other thread's statement is left out.
  sqlite3_mutex *mutex = sqlite3_db_mutex(trace->db);
  if (muted) sqlite3_mutex_enter(mutex);
  trace->muted = muted;
  if (!muted) sqlite3_mutex_leave(mutex);
}

bool qb_trace_holds_slot(qb_trace *trace) {
  sqlite3_mutex *mutex = sqlite3_db_mutex(trace->db);
  sqlite3_mutex_enter(mutex);
  trace->probing = true;
  trace->probed = false;
  sqlite3_stmt *statement = NULL;
  bool ran = sqlite3_prepare_v2(trace->db, "SELECT 1", -1, &statement, NULL) == SQLITE_OK
    && sqlite3_step(statement) == SQLITE_ROW;
  sqlite3_finalize(statement);
  bool told = trace->probed;
  trace->probing = false;
  sqlite3_mutex_leave(mutex);
  // A probe that could not run says nothing.
  return told || !ran;
}

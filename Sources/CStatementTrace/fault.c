#include "internal.h"

// Statements that are made to fail, so that a test sees what the application does then. There are two
// ways to fail. An interrupt stops any statement, and rolls back the transaction that a write is in:
// so ends a full disk, or a process that is killed. A refusal undoes the one write and leaves its
// transaction open: so ends a constraint.

void qb_recorder_set_fault(qb_recorder *recorder, const qb_fault *fault) {
  atomic_store_explicit(&recorder->fault, fault, memory_order_release);
}

// Whether what writes is refused, as in a database that can't be written: before it has done anything,
// whatever it writes to, and by an error that no code has an answer to. The flag is set as the pragma
// is prepared; running it would have every statement of the application prepared again.
// https://www.sqlite.org/pragma.html#pragma_query_only
static void refuse_writes(qb_trace *trace, bool refuses) {
  if (trace->refusing == refuses) return;
  sqlite3_stmt *pragma = NULL;
  const char *sql = refuses ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0";
  sqlite3_prepare_v2(trace->db, sql, -1, &pragma, NULL);
  sqlite3_finalize(pragma);
  trace->refusing = refuses;
}

void qb_fault_ask(qb_trace *trace, sqlite3_stmt *statement) {
  const qb_fault *fault = atomic_load_explicit(&trace->recorder->fault, memory_order_acquire);
  qb_decision decision =
    fault ? fault->decide(fault->context, statement, trace->number) : QB_FAULT_NONE;
  refuse_writes(trace, decision == QB_FAULT_REFUSE);
  // https://www.sqlite.org/c3ref/interrupt.html: a statement that runs fails at its next step.
  if (decision == QB_FAULT_INTERRUPT) sqlite3_interrupt(trace->db);
}

void qb_trace_stop_refusing(qb_trace *trace) { refuse_writes(trace, false); }

// 0 for a statement that is not recorded.
static void answer_statement(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count, (void)values;
  qb_trace *trace = sqlite3_user_data(context);
  uint64_t order = 0;
  pthread_mutex_lock(&trace->lock);
  uint64_t event = trace->last && !trace->muted ? trace->last->event : 0;
  qb_chunk *chunk = qb_log_chunk(trace, event);
  if (chunk) order = chunk->events[event - 1 - chunk->first].order + 1;
  pthread_mutex_unlock(&trace->lock);
  sqlite3_result_int64(context, (sqlite3_int64)order);
}

int qb_trace_add_functions(qb_trace *trace) {
  if (trace->has_functions) return SQLITE_OK;
  int code = sqlite3_create_function_v2(trace->db, "query_budget_statement", 0, SQLITE_UTF8, trace,
                                        answer_statement, NULL, NULL, NULL);
  trace->has_functions = code == SQLITE_OK;
  return code;
}

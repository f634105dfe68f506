#include "internal.h"

// Statements that are made to fail, so that a test sees what the application does then. There are two
// ways to fail. An interrupt stops any statement, and rolls back the transaction that a write is in:
// so ends a full disk, or a process that is killed. A refusal, by a temporary trigger that raises, undoes the
// one statement and leaves its transaction open: so ends a constraint.

void qb_recorder_set_fault(qb_recorder *recorder, const qb_fault *fault) {
  atomic_store_explicit(&recorder->fault, fault, memory_order_release);
}

void qb_fault_ask(qb_trace *trace, sqlite3_stmt *statement) {
  const qb_fault *fault = atomic_load_explicit(&trace->recorder->fault, memory_order_acquire);
  qb_decision decision =
    fault ? fault->decide(fault->context, statement, trace->number) : QB_FAULT_NONE;
  trace->refusing = decision == QB_FAULT_REFUSE;
  // https://www.sqlite.org/c3ref/interrupt.html: a statement that runs fails at its next step.
  if (decision == QB_FAULT_INTERRUPT) sqlite3_interrupt(trace->db);
}

bool qb_trace_take_refused(qb_trace *trace) {
  return atomic_exchange_explicit(&trace->refused, false, memory_order_acq_rel);
}

static void answer_refuses(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count, (void)values;
  qb_trace *trace = sqlite3_user_data(context);
  bool refuses = trace->refusing && !trace->muted;
  if (refuses) atomic_store_explicit(&trace->refused, true, memory_order_release);
  sqlite3_result_int(context, refuses);
}

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
  int code = sqlite3_create_function_v2(trace->db, "query_budget_refuses", 0, SQLITE_UTF8, trace,
                                        answer_refuses, NULL, NULL, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_create_function_v2(trace->db, "query_budget_statement", 0, SQLITE_UTF8, trace,
                                      answer_statement, NULL, NULL, NULL);
  }
  trace->has_functions = code == SQLITE_OK;
  return code;
}

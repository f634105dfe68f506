#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

// How a trace begins and ends. Its connection and its recorder end in any order, each on a thread
// of its own, and whoever ends last frees the buffers.

static void free_buffers(qb_trace *trace) {
  pthread_mutex_lock(&trace->lock);
  qb_log_free(trace);
  qb_counters_free(trace);
  qb_texts_free(&trace->texts);
  qb_stacks_free(&trace->stacks);
  free(trace->slots.items);
  trace->slots = (qb_slots){0};
  trace->last = NULL;
  pthread_mutex_unlock(&trace->lock);
  qb_recorder_release(trace->recorder);
  trace->recorder = NULL;
}

uint32_t qb_trace_add_state(qb_trace *trace, uint32_t state) {
  return atomic_fetch_or_explicit(&trace->state, state, memory_order_acq_rel);
}

void qb_trace_empty(qb_trace *trace) {
  if (!(qb_trace_add_state(trace, QB_STATE_EMPTY) & QB_STATE_EMPTY)) free_buffers(trace);
}

static bool wants_ends(const qb_trace *trace) {
  uint64_t route = atomic_load_explicit(&trace->recorder->route, memory_order_acquire);
  return !trace->recorder->counts_only && (route & QB_ROUTE_KEEP_WORK);
}

static int install(qb_trace *trace) {
  unsigned events = SQLITE_TRACE_STMT | SQLITE_TRACE_CLOSE;
  if (!trace->recorder->counts_only) events |= SQLITE_TRACE_ROW;
  bool ends = wants_ends(trace);
  if (ends) events |= SQLITE_TRACE_PROFILE;
  atomic_store_explicit(&trace->told_of_ends, ends, memory_order_relaxed);
  return sqlite3_trace_v2(trace->db, events, qb_trace_callback, trace);
}

bool qb_trace_tells_ends(const qb_trace *trace) {
  return atomic_load_explicit(&trace->told_of_ends, memory_order_relaxed);
}

bool qb_trace_is_settled(const qb_trace *trace) {
  return qb_trace_tells_ends(trace) == wants_ends(trace);
}

void qb_trace_settle(qb_trace *trace) {
  sqlite3_mutex *mutex = sqlite3_db_mutex(trace->db);
  sqlite3_mutex_enter(mutex);
  // Whoever took our slot keeps it: the end of the recording says so.
  if (!qb_trace_is_settled(trace) && qb_trace_holds_slot(trace)) install(trace);
  sqlite3_mutex_leave(mutex);
}

// SQLite doesn't tell a trace that its connection is freed: it says only that it is closing, and
// nothing at all to a trace that was replaced. The functions of a connection are told, at the very
// end, so there is one that does nothing else. https://www.sqlite.org/c3ref/create_function.html
static void gone(void *context) {
  qb_trace *trace = context;
  uint32_t state = atomic_load_explicit(&trace->state, memory_order_acquire);
  bool told = state & (QB_STATE_CLOSING | QB_STATE_DETACHED);
  state = qb_trace_add_state(trace, told ? QB_STATE_GONE : QB_STATE_GONE | QB_STATE_LOST);
  if (state & QB_STATE_RELEASED) qb_trace_empty(trace);
}

static void answer_null(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count, (void)values;
  sqlite3_result_null(context);
}

static int ask_to_be_told_when_gone(qb_trace *trace) {
  char name[64];
  snprintf(name, sizeof name, "query_budget_%llu_%u",
           (unsigned long long)trace->recorder->identifier, trace->number);
  return sqlite3_create_function_v2(trace->db, name, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, trace,
                                    answer_null, NULL, NULL, gone);
}

// A trace is never freed, only its buffers are: another thread's `qb_running` may still name it. It
// is kept in a list so that it counts as reachable.
static struct {
  pthread_mutex_t lock;
  struct link { struct link *next; qb_trace *trace; } *first;
} every_trace = {.lock = PTHREAD_MUTEX_INITIALIZER};

qb_trace *qb_trace_attach(qb_recorder *recorder, sqlite3 *db, uint32_t number) {
  qb_trace *trace = qb_allocate(1, sizeof *trace);
  trace->recorder = recorder;
  trace->db = db;
  trace->number = number;
  pthread_mutex_init(&trace->lock, NULL);
  qb_recorder_retain(recorder);
  struct link *link = qb_allocate(1, sizeof *link);
  link->trace = trace;
  pthread_mutex_lock(&every_trace.lock);
  link->next = every_trace.first;
  every_trace.first = link;
  pthread_mutex_unlock(&every_trace.lock);
  if (install(trace) != SQLITE_OK || ask_to_be_told_when_gone(trace) != SQLITE_OK) {
    qb_trace_detach(trace);
    qb_trace_release(trace);
    return NULL;
  }
  return trace;
}

int qb_trace_reattach(qb_trace *trace) {
  // Where we were not told, other objects may have come to lie at the addresses that we know.
  sqlite3_mutex *mutex = sqlite3_db_mutex(trace->db);
  sqlite3_mutex_enter(mutex);
  qb_trace_enter(trace);
  for (uint32_t at = 0; at < trace->slots.size; at++) qb_slot_forget_text(&trace->slots.items[at]);
  int code = install(trace);
  sqlite3_mutex_leave(mutex);
  return code;
}

void qb_trace_detach(qb_trace *trace) {
  sqlite3 *db = qb_trace_connection(trace);
  if (db) sqlite3_trace_v2(db, 0, NULL, NULL);
  qb_trace_add_state(trace, QB_STATE_DETACHED);
}

void qb_trace_release(qb_trace *trace) {
  uint32_t state = qb_trace_add_state(trace, QB_STATE_RELEASED);
  // Otherwise the connection's thread may be inside the callback: it frees them itself.
  if (state & (QB_STATE_DETACHED | QB_STATE_GONE)) qb_trace_empty(trace);
}

sqlite3 *qb_trace_connection(const qb_trace *trace) {
  return atomic_load_explicit(&trace->state, memory_order_acquire) ? NULL : trace->db;
}

bool qb_trace_is_over(const qb_trace *trace) {
  uint32_t state = atomic_load_explicit(&trace->state, memory_order_acquire);
  return state & (QB_STATE_DETACHED | QB_STATE_GONE);
}

bool qb_trace_lost_slot(const qb_trace *trace) {
  return atomic_load_explicit(&trace->state, memory_order_acquire) & QB_STATE_LOST;
}

#include <stdlib.h>
#include <string.h>

#include "internal.h"

_Thread_local qb_trace *qb_running;

void qb_trace_enter(qb_trace *trace) {
  // An address that only this thread has.
  const void *thread = &qb_running;
  if (atomic_load_explicit(&trace->thread, memory_order_relaxed) != thread) {
    pthread_mutex_lock(&trace->lock);
    atomic_store_explicit(&trace->thread, thread, memory_order_relaxed);
    pthread_mutex_unlock(&trace->lock);
  }
  qb_running = trace;
}

// MARK: What counts as a statement

// SQLite tells more than the application ran. What its own code runs inside a statement (triggers,
// FTS5's tables) arrives with a text of its own, or with one that begins with "-- ".
static bool is_inside(sqlite3_stmt *statement, const char *told) {
  const char *sql = sqlite3_sql(statement);
  return told != sql && (!told || !sql || strcmp(told, sql) != 0);
}

// A virtual table's own statement is an object of its own, maybe where one of the application's
// was: its rows are nobody's. A trigger's is the application's object still.
static void forget_object_inside(qb_trace *trace, sqlite3_stmt *statement, const char *told) {
  const char *sql = sqlite3_sql(statement);
  if (!told || !sql || strncmp(told, "-- ", 3) != 0 || strcmp(told + 3, sql) != 0) return;
  bool fresh = false;
  trace->last = qb_slots_find(&trace->slots, statement, &fresh);
  trace->last->event = 0;
  qb_slot_forget_text(trace->last);
}

// What a statement takes to find that the schema has changed: a step to begin, and one for each
// database that it uses, rarely more than two. One that writes takes five to its end.
#define QB_STEPS_TO_PREPARE_AGAIN 3

// A cascade arrives with the text and the object of the statement that caused it. SQLite adds up
// VM steps when sqlite3_step returns, so an event that finds the steps of this object's last event
// comes from inside the same step, unless the object has not run at all yet: then it is another
// object at the same address. When the statement was prepared again inside this step, the steps up
// to there have been added already, and its second beginning was not told.
// https://www.sqlite.org/c3ref/c_stmtstatus_counter.html
static bool is_cascade(const qb_slot *slot, sqlite3_stmt *statement, uint32_t steps,
                       uint32_t prepares) {
  uint32_t taken = steps - slot->vm_steps;
  bool same_step =
    taken == 0 || (taken <= QB_STEPS_TO_PREPARE_AGAIN && prepares > slot->prepares);
  return same_step && sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 0) > 0;
}

// The slot of a statement that starts; NULL when it is a cascade. Nothing cascades from one that
// only reads, so that this costs it nothing, and an application that resets its counters may.
static qb_slot *slot_of_start(qb_trace *trace, sqlite3_stmt *statement) {
  bool fresh = false;
  qb_slot *slot = trace->last;
  if (!slot || slot->statement != statement) {
    slot = qb_slots_find(&trace->slots, statement, &fresh);
    trace->last = slot;
  }
  uint32_t steps = (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
  bool cascade = false;
  if (slot->writes) {
    uint32_t prepares =
      (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0);
    cascade = is_cascade(slot, statement, steps, prepares);
    slot->prepares = prepares;
  }
  if (!cascade && (fresh || steps == 0 || steps < slot->vm_steps)) {
    slot->text = qb_texts_number(trace, sqlite3_sql(statement));
    slot->writes = !sqlite3_stmt_readonly(statement);
    slot->prepares = (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0);
  }
  slot->vm_steps = steps;
  slot->told = sqlite3_sql(statement);
  return cascade ? NULL : slot;
}

// MARK: Recording

// What somebody asked for beside. Apart from `record`, which nearly everybody goes through without.
__attribute__((noinline)) static qb_kept keep(qb_trace *trace, sqlite3_stmt *statement,
                                              uint64_t route) {
  qb_kept kept = {0};
  if (statement && (route & QB_ROUTE_KEEP_VALUES)) {
    char *sql = sqlite3_expanded_sql(statement);
    if (sql) kept.expanded = strdup(sql);
    sqlite3_free(sql);
  }
  if (statement && (route & QB_ROUTE_KEEP_WORK)) {
    kept.works = true;
    kept.begin = qb_work_now(statement);
  }
  if (route & QB_ROUTE_KEEP_STACKS) kept.stack = qb_stacks_number(trace);
  return kept;
}

static void record(qb_trace *trace, qb_slot *slot, sqlite3_stmt *statement) {
  qb_recorder *recorder = trace->recorder;
  uint64_t route = atomic_load_explicit(&recorder->route, memory_order_acquire);
  slot->event = 0;
  if (!(route & QB_ROUTE_RECORDING) || trace->muted) return;
  uint32_t scope = (uint32_t)route;
  if (route & QB_ROUTE_ASK_TASK) {
    uint32_t task = recorder->lookup(recorder->identifier);
    scope = task ? task : scope | QB_SCOPE_GUESSED;
  }
  if (recorder->counts_only) {
    qb_counter_add(trace, slot->text, scope);
    return;
  }
  if (route & QB_ROUTE_KEEP_ANYTHING) {
    qb_kept kept = keep(trace, statement, route);
    qb_log_append(trace, slot, scope, &kept);
  } else {
    qb_log_append(trace, slot, scope, NULL);
  }
  if (statement && (route & QB_ROUTE_ASK_FAULT)) qb_fault_ask(trace, statement);
}

void qb_trace_note(qb_trace *trace, const char *sql) {
  qb_trace_enter(trace);
  qb_slot slot = {.text = qb_texts_number(trace, sql)};
  record(trace, &slot, NULL);
}

void qb_trace_note_failure(qb_trace *trace, sqlite3_stmt *statement) {
  qb_trace_enter(trace);
  bool fresh = false;
  qb_slot *slot = qb_slots_find(&trace->slots, statement, &fresh);
  trace->last = NULL;
  if (fresh) qb_slot_forget_text(slot);
  if (!slot->event) return;
  pthread_mutex_lock(&trace->lock);
  qb_log_mark_failed(trace, slot->event);
  pthread_mutex_unlock(&trace->lock);
}

static void started(qb_trace *trace, sqlite3_stmt *statement, const char *told) {
  if (trace->probing) {
    trace->probed = true;
    return;
  }
  if (is_inside(statement, told)) {
    forget_object_inside(trace, statement, told);
    return;
  }
  qb_slot *slot = slot_of_start(trace, statement);
  if (!slot) return;
  record(trace, slot, statement);
  const qb_observer *observer = &trace->recorder->observer;
  if (observer->call && !trace->muted) observer->call(observer->context, statement, trace->number);
}

// The common case, one prepared statement that runs again and again: the object told last is told
// again, and has taken so many steps meanwhile that it can be no cascade. Then all the questions of
// `started` have their answers already. False when they have to be asked.
static inline bool started_again(qb_trace *trace, sqlite3_stmt *statement, const char *told) {
  qb_slot *slot = trace->last;
  if (!slot || slot->statement != statement || slot->told != told) return false;
  uint64_t route = atomic_load_explicit(&trace->recorder->route, memory_order_acquire);
  if ((route & QB_ROUTE_FLAGS) != QB_ROUTE_RECORDING || trace->muted || trace->probing) return false;
  uint32_t steps = (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
  if (steps <= slot->vm_steps || steps - slot->vm_steps <= QB_STEPS_TO_PREPARE_AGAIN) return false;
  slot->vm_steps = steps;
  if (slot->writes) {
    slot->prepares = (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0);
  }
  if (trace->recorder->counts_only) {
    qb_counter_add(trace, slot->text, (uint32_t)route);
  } else {
    qb_log_append(trace, slot, (uint32_t)route, NULL);
  }
  return true;
}

// The slot of a statement that has started; NULL for the probe, which was not noted then, and for
// what reads the schema, which has no SQL: that slot is of an object before them.
static inline qb_slot *slot_of_started(qb_trace *trace, sqlite3_stmt *statement) {
  if (trace->probing || !sqlite3_sql(statement)) return NULL;
  qb_slot *slot = trace->last;
  if (!slot || slot->statement != statement) {
    bool fresh = false;
    slot = qb_slots_find(&trace->slots, statement, &fresh);
    if (fresh) qb_slot_forget_text(slot);
    trace->last = slot;
  }
  return slot;
}

static void returned_row(qb_trace *trace, sqlite3_stmt *statement) {
  // (An EXPLAIN is told neither to start nor of its rows.)
  qb_slot *slot = slot_of_started(trace, statement);
  if (!slot || !slot->event) return;
  qb_log_add_row(trace, slot);
  uint64_t route = atomic_load_explicit(&trace->recorder->route, memory_order_relaxed);
  if (route & QB_ROUTE_KEEP_RESULTS) qb_results_add(trace, slot->event, statement);
}

static void ended(qb_trace *trace, sqlite3_stmt *statement) {
  // Of an EXPLAIN the end is told.
  if (sqlite3_stmt_isexplain(statement)) return;
  qb_slot *slot = slot_of_started(trace, statement);
  if (slot && slot->event) qb_work_end(trace, slot->event, statement);
}

// MARK: The callback

// A statement runs on a connection that was closed: either SQLite refused to close it, and it is
// open again, or it will live until its last statement is finalized. Then every call but those for
// its statements is a misuse. https://www.sqlite.org/c3ref/close.html
static void look_whether_open_again(qb_trace *trace) {
  if (sqlite3_errcode(trace->db) == SQLITE_MISUSE) {
    qb_trace_add_state(trace, QB_STATE_ZOMBIE);
  } else {
    atomic_fetch_and_explicit(&trace->state, ~QB_STATE_CLOSING, memory_order_acq_rel);
  }
}

// Apart from `qb_trace_callback`, so that the common case doesn't save registers for the rest.
__attribute__((noinline)) static int callback_in_full(unsigned type, qb_trace *trace,
                                                      void *subject, void *detail) {
  uint32_t state = atomic_load_explicit(&trace->state, memory_order_acquire);
  if (state & QB_STATE_RELEASED) {
    // The Swift side has gone, so that nobody else touches the buffers.
    qb_trace_empty(trace);
    return 0;
  }
  if (state == QB_STATE_CLOSING) look_whether_open_again(trace);
  qb_trace_enter(trace);
  switch (type) {
  case SQLITE_TRACE_STMT:
    started(trace, subject, detail);
    break;
  case SQLITE_TRACE_ROW:
    returned_row(trace, subject);
    break;
  case SQLITE_TRACE_PROFILE:
    ended(trace, subject);
    break;
  case SQLITE_TRACE_CLOSE:
    qb_running = NULL;
    qb_trace_add_state(trace, QB_STATE_CLOSING);
    break;
  }
  return 0;
}

int qb_trace_callback(unsigned type, void *context, void *subject, void *detail) {
  qb_trace *trace = context;
  if (type == SQLITE_TRACE_STMT && qb_running == trace
      && !atomic_load_explicit(&trace->state, memory_order_acquire)
      && atomic_load_explicit(&trace->thread, memory_order_relaxed) == (const void *)&qb_running
      && started_again(trace, subject, detail)) {
    return 0;
  }
  return callback_in_full(type, trace, subject, detail);
}

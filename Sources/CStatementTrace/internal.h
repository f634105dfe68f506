#ifndef QB_INTERNAL_H
#define QB_INTERNAL_H

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>

#include "CStatementTrace.h"

// Where statements go, packed into one word so that the callback reads it at once.
#define QB_ROUTE_RECORDING (UINT64_C(1) << 32)
#define QB_ROUTE_ASK_TASK (UINT64_C(1) << 33)
#define QB_ROUTE_KEEP_VALUES (UINT64_C(1) << 34)
#define QB_ROUTE_OBSERVED (UINT64_C(1) << 35)
#define QB_ROUTE_KEEP_STACKS (UINT64_C(1) << 36)
#define QB_ROUTE_KEEP_WORK (UINT64_C(1) << 37)
#define QB_ROUTE_KEEP_RESULTS (UINT64_C(1) << 38)
#define QB_ROUTE_ASK_FAULT (UINT64_C(1) << 39)
#define QB_ROUTE_KEEP_ANYTHING (QB_ROUTE_KEEP_VALUES | QB_ROUTE_KEEP_STACKS | QB_ROUTE_KEEP_WORK)
#define QB_ROUTE_FLAGS (UINT64_C(0xffffffff) << 32)

struct qb_recorder {
  uint64_t identifier;
  bool counts_only;
  qb_scope_lookup lookup;
  qb_observer observer;
  _Atomic(const qb_fault *) fault;
  _Atomic uint64_t route;        // flags above, and the scope in the low 32 bits
  _Atomic uint64_t position;
  _Atomic uint64_t retain_from;
  _Atomic uint32_t references;   // the Swift side, and each trace
};

void qb_recorder_retain(qb_recorder *recorder);

// Zeroed memory. Ends the process when there is none, as Swift does: a statement that could not be
// kept would be a low count.
void *qb_allocate(size_t count, size_t size);

// MARK: Texts

// Every distinct SQL text once. Written by the connection's thread alone, which therefore reads it
// without the lock; everybody else, and whoever adds, holds the trace's lock.
typedef struct {
  char *bytes;
  size_t length;
  uint64_t hash;
  struct qb_counter *counter;    // the one counted last; the writer's own
} qb_text;

typedef struct {
  qb_text *items;
  uint32_t count, capacity;
  uint32_t *index;               // open addressing, number + 1, 0 is free
  uint32_t index_size;
} qb_texts;

// MARK: Stacks

// Every distinct stack once, by the same rules as the texts.
typedef struct {
  uint64_t hash;
  uint32_t count;
  void *frames[];                // return addresses, the innermost first
} qb_stack;

typedef struct {
  qb_stack **items;              // half as many as there are places in the index
  uint32_t count;
  uint32_t *index;               // open addressing, number from 1, 0 is free
  uint32_t index_size;
} qb_stacks;

// MARK: The log

// What is kept of a statement for who asked for it.
typedef struct {
  char *expanded;
  uint32_t stack;
  bool works;                    // whether `begin` is anything
  qb_work begin;
} qb_kept;

typedef struct {
  uint64_t order;
  uint32_t text;
  uint32_t scope;
  _Atomic uint64_t rows;
  char *expanded;
  uint32_t stack;                // number from 1, 0 for none
  _Atomic bool failed;
} qb_event;

typedef struct {
  qb_work begin, difference;
  bool known;                    // whether the run has ended
} qb_event_work;

// The rows that a run returned, as text.
typedef struct {
  char *bytes;
  size_t length, capacity;
} qb_event_results;

#define QB_CHUNK_EVENTS 256

// The writer fills the last chunk without a lock and publishes by `count`; chunks are added and
// removed under the trace's lock, and the last one is never removed by a reader. `works` and
// `results` and what is in them are only touched under the lock.
typedef struct qb_chunk {
  struct qb_chunk *next;
  uint64_t first;                // the index of its first event in the whole log
  _Atomic uint32_t count;
  qb_event_work *works;          // one for each event, where somebody asked
  qb_event_results *results;     // the same
  qb_event events[QB_CHUNK_EVENTS];
} qb_chunk;

// MARK: Counters

typedef struct qb_counter {
  struct qb_counter *next;
  uint32_t text;
  uint32_t scope;
  _Atomic uint64_t runs;
  uint64_t forgotten;            // the runs that no recording asks for any more
} qb_counter;

// MARK: Prepared statements

// What is known of the statement object at an address. The address alone says nothing: SQLite
// reuses it. See is_cascade in trace.c.
typedef struct {
  sqlite3_stmt *statement;
  uint32_t vm_steps;
  uint32_t prepares;             // only kept up for one that writes
  uint32_t text;
  bool writes;
  const char *told;              // where its SQL lies, to be compared and not to be read
  uint64_t event;                // index in the log + 1, 0 for none
} qb_slot;

typedef struct {
  qb_slot *items;
  uint32_t size, used;
} qb_slots;

#define QB_STATE_CLOSING 1u      // the application closed it; SQLite may have refused
#define QB_STATE_ZOMBIE 2u       // it did close it, and keeps it for statements that are open still
#define QB_STATE_DETACHED 4u     // we gave the slot back
#define QB_STATE_GONE 8u         // SQLite has freed it
#define QB_STATE_LOST 16u        // it was freed, and we were not told that it closed
#define QB_STATE_RELEASED 32u    // the Swift side has gone
#define QB_STATE_EMPTY 64u       // the buffers were freed

struct qb_trace {
  _Atomic uint32_t state;
  _Atomic(const void *) thread;  // whose statement was told last; changes under the lock
  qb_recorder *recorder;
  sqlite3 *db;
  uint32_t number;
  bool muted;                    // by whoever has the connection to itself
  bool probing, probed;
  bool refusing;                 // whether writes are refused; the connection's own
  bool has_functions;            // see qb_trace_add_functions
  _Atomic bool told_of_ends;     // whether SQLite tells how statements end; changes by `install`
  qb_slots slots;
  qb_slot *last;
  qb_texts texts;
  qb_stacks stacks;
  qb_chunk *first_chunk, *last_chunk;
  qb_counter *counters, *spare_counters;
  pthread_mutex_t lock;
};

uint32_t qb_texts_number(qb_trace *trace, const char *sql);
void qb_texts_free(qb_texts *texts);

// Loads what the first stack needs.
void qb_stacks_prepare(void);
// The number of the running thread's stack, from 1; 0 when it can't be told.
uint32_t qb_stacks_number(qb_trace *trace);
void qb_stacks_free(qb_stacks *stacks);

// `kept` is NULL for nearly everybody.
void qb_log_append(qb_trace *trace, qb_slot *slot, uint32_t scope, const qb_kept *kept);
void qb_log_add_row(qb_trace *trace, qb_slot *slot);
void qb_log_mark_failed(qb_trace *trace, uint64_t event);  // with the lock held
qb_chunk *qb_log_chunk(qb_trace *trace, uint64_t event);   // with the lock held
void qb_log_free(qb_trace *trace);

qb_work qb_work_now(sqlite3_stmt *statement);
void qb_work_start(qb_trace *trace, qb_chunk *chunk, uint32_t at, qb_work begin);
void qb_work_end(qb_trace *trace, uint64_t event, sqlite3_stmt *statement);

// Keeps the row that a statement is about to return.
void qb_results_add(qb_trace *trace, uint64_t event, sqlite3_stmt *statement);
void qb_results_free(qb_chunk *chunk);

// Asks what becomes of a statement that was just recorded, and sees to it.
void qb_fault_ask(qb_trace *trace, sqlite3_stmt *statement);

void qb_counter_add(qb_trace *trace, uint32_t text, uint32_t scope);
void qb_counters_free(qb_trace *trace);

qb_slot *qb_slots_find(qb_slots *slots, sqlite3_stmt *statement, bool *fresh);
void qb_slot_forget_text(qb_slot *slot);

// What SQLite calls. https://www.sqlite.org/c3ref/trace_v2.html
int qb_trace_callback(unsigned type, void *context, void *subject, void *detail);

// Adds to the state, and answers the state before.
uint32_t qb_trace_add_state(qb_trace *trace, uint32_t state);

// Frees the buffers, once: when nobody else touches them any more.
void qb_trace_empty(qb_trace *trace);

// The trace that the calling thread was told of last.
extern _Thread_local qb_trace *qb_running;

// Makes the calling thread the one that touches the slots of a trace, until another one does.
void qb_trace_enter(qb_trace *trace);

#endif

#ifndef CSTATEMENTTRACE_H
#define CSTATEMENTTRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;
struct sqlite3_stmt;

// What runs inside SQLite's trace callback, and nothing else: which statement, in which order, on
// which connection, how many rows it returned, whether it failed. It is C because the callback is
// paid for by every statement, in debug builds too, and because the one writer of a log (the thread
// that runs the connection) and its readers meet in C11 atomics, not in a lock.
//
// A `qb_recorder` is shared by all connections of one recorder; a `qb_trace` belongs to one
// connection. Attribution (which recording a statement belongs to) is a number, the scope, that the
// Swift side hands out; 0 means that no recording could be told.

typedef struct qb_recorder qb_recorder;
typedef struct qb_trace qb_trace;

/// Set in a statement's scope when the task that ran it carried none while several recordings were
/// open, so that the scope is a guess.
static const uint32_t QB_SCOPE_GUESSED = 0x80000000u;

/// Keeps the SQL of each statement with its values.
static const uint32_t QB_KEEP_VALUES = 1u;

/// Keeps the calls that led to each statement.
static const uint32_t QB_KEEP_STACKS = 2u;

/// Keeps what each statement did, see qb_trace_settle.
static const uint32_t QB_KEEP_WORK = 4u;

/// Keeps the values of the rows that each statement returned.
static const uint32_t QB_KEEP_RESULTS = 8u;

/// Asks the recorder's fault about each statement, see qb_recorder_set_fault.
static const uint32_t QB_ASK_FAULT = 16u;

/// Answers the scope of the running task, or 0 when it carries none.
typedef uint32_t (*qb_scope_lookup)(uint64_t recorder);

/// What one run of a statement did.
typedef struct {
  uint32_t full_scan_steps;
  uint32_t sorts;
  uint32_t automatic_index_rows;
  uint32_t vm_steps;
} qb_work;

/// One execution of one statement, as copied out of a log.
typedef struct {
  uint64_t order;      // rises over all connections of the recorder
  uint32_t text;       // see qb_trace_text
  uint32_t scope;
  uint64_t rows;
  bool failed;
  uint32_t stack;      // see qb_trace_stack; 0 when none was kept
  bool has_work;       // whether the work was asked for, and the run has ended
  qb_work work;
  char *expanded;      // the SQL with its values, or NULL; to be freed with free()
  char *results;       // the rows it returned, or NULL, see qb_results_add; to be freed with free()
  size_t results_length;
} qb_statement;

/// How often one text ran in one scope, when only counts are kept.
typedef struct {
  uint32_t text;
  uint32_t scope;
  uint64_t runs;
} qb_count;

/// Who else wants to see each statement as it starts: `call` on the connection's thread, `release`
/// once, when nobody will call any more.
typedef struct {
  void *context;
  void (*call)(void *context, struct sqlite3_stmt *statement, uint32_t connection);
  void (*release)(void *context);
} qb_observer;

/// What becomes of a statement.
typedef enum {
  QB_FAULT_NONE,
  QB_FAULT_INTERRUPT,  // fails at once with SQLITE_INTERRUPT
  QB_FAULT_REFUSE,     // fails at once with SQLITE_READONLY when it writes; its transaction stays open
} qb_decision;

/// Who decides which statements fail: `decide` is called on the connection's thread, as the statement
/// starts; it must not use the connection.
typedef struct {
  void *context;
  qb_decision (*decide)(void *context, struct sqlite3_stmt *statement, uint32_t connection);
} qb_fault;

// MARK: The recorder

/// Makes the state that all connections of a recorder share. `counts_only` keeps no order, rows or
/// failures: its memory follows the number of distinct statements.
qb_recorder *qb_recorder_create(uint64_t identifier, bool counts_only, qb_scope_lookup lookup,
                               qb_observer observer);

/// Gives it up. Connections that still trace into it notice at their next statement.
void qb_recorder_release(qb_recorder *recorder);

/// Says where statements go from now on: nowhere (`recording` false), to `scope`, or, with
/// `ask_task`, to the scope of the task that runs them, and to `scope` when it carries none; and
/// what is `kept` of them beside, QB_KEEP_….
void qb_recorder_route(qb_recorder *recorder, bool recording, bool ask_task, uint32_t kept,
                       uint32_t scope);

/// Says who is asked with QB_ASK_FAULT, or NULL for nobody. It must live until no connection can be
/// inside a statement that began before this is called with another one.
void qb_recorder_set_fault(qb_recorder *recorder, const qb_fault *fault);

/// The order that the next statement gets.
uint64_t qb_recorder_position(const qb_recorder *recorder);

/// Statements before this position are needed no more.
void qb_recorder_retain_from(qb_recorder *recorder, uint64_t position);

// MARK: One connection

/// Traces a connection into a recorder, https://www.sqlite.org/c3ref/trace_v2.html. To be called
/// where the connection may be used. `number` is what the observer is told. NULL when SQLite refuses.
qb_trace *qb_trace_attach(qb_recorder *recorder, struct sqlite3 *db, uint32_t number);

/// Takes the trace slot again, after somebody else took it. Returns an SQLite result code.
int qb_trace_reattach(qb_trace *trace);

/// Whether SQLite tells how statements end.
bool qb_trace_tells_ends(const qb_trace *trace);

/// Whether SQLite tells of the connection what the recorder's route asks for, and no more.
bool qb_trace_is_settled(const qb_trace *trace);

/// Asks SQLite for what the route needs, unless somebody else has the trace slot. To be called where
/// the connection may be used.
void qb_trace_settle(qb_trace *trace);

/// Stops tracing; to be called where the connection may be used.
void qb_trace_detach(qb_trace *trace);

/// The recorder wants nothing of this trace any more; SQLite may still call it.
void qb_trace_release(qb_trace *trace);

/// The connection, or NULL once it was closed.
struct sqlite3 *qb_trace_connection(const qb_trace *trace);

/// Whether nothing more will come of it. A connection that was closed may go on: SQLite refuses to
/// close one whose statements are open, or keeps it until the last of them is finalized.
bool qb_trace_is_over(const qb_trace *trace);

/// Whether the connection is gone, and somebody else held its trace slot to the end.
bool qb_trace_lost_slot(const qb_trace *trace);

/// Leaves out what the calling thread runs on this connection, until it is called with false.
void qb_trace_mute(qb_trace *trace, bool muted);

/// Whether the trace slot is still ours: runs `SELECT 1`, unrecorded, and sees whether it is told.
/// To be called where the connection may be used.
bool qb_trace_holds_slot(qb_trace *trace);

/// Records a statement that SQLite doesn't tell, such as an EXPLAIN. To be called where the
/// connection may be used.
void qb_trace_note(qb_trace *trace, const char *sql);

/// Gives the connection the function query_budget_statement(), the order of the running statement; for
/// temporary triggers of the harness's own. To be called where the connection may be used. Returns an
/// SQLite result code.
/// https://www.sqlite.org/c3ref/create_function.html
int qb_trace_add_functions(qb_trace *trace);

/// Lets the connection write again, when the last statement that was asked about was refused. To be
/// called where the connection may be used.
void qb_trace_stop_refusing(qb_trace *trace);

/// Marks the last run of a prepared statement as failed, for a caller who saw its result code. To
/// be called where the connection may be used.
void qb_trace_note_failure(qb_trace *trace, struct sqlite3_stmt *statement);

/// Copies the statements from `position` on. The array is to be freed with free().
qb_statement *qb_trace_copy(qb_trace *trace, uint64_t position, size_t *count);

/// Copies the counts of all scopes. The array is to be freed with free().
qb_count *qb_trace_copy_counts(qb_trace *trace, size_t *count);

/// Forgets the counts of the scopes below this one, and, when no recording is open, the guesses.
void qb_trace_forget_counts(qb_trace *trace, uint32_t scope, bool idle);

/// The SQL of a text's number; valid as long as the trace.
const char *qb_trace_text(qb_trace *trace, uint32_t text, size_t *length);

/// How many calls are kept of a stack; of a deeper one the outermost are missing. A handler under its
/// middleware has less than a hundred.
#define QB_STACK_FRAMES 160

/// The return addresses of a stack's number, the innermost first; valid as long as the trace. NULL
/// for a number that there is not.
void *const *qb_trace_stack(qb_trace *trace, uint32_t stack, size_t *count);

/// Whether failures are told: SQLite's error log, https://www.sqlite.org/errlog.html, is ours.
bool qb_failures_are_told(void);

// MARK: Code

/// Where an address of the running process comes from.
typedef struct {
  const char *image;   // the path of its executable or library; on Linux "" for the program itself
  uintptr_t offset;    // the address as the file of the image counts
  const char *symbol;  // the nearest name that the image exports, or NULL
} qb_code;

/// Looks an address up, https://man7.org/linux/man-pages/man3/dladdr.3.html; false when it is in no
/// image.
bool qb_code_at(uintptr_t address, qb_code *code);

/// An address in the Swift runtime that this process uses.
uintptr_t qb_swift_runtime(void);

/// A Swift symbol as people write it, or NULL when it is none. To be freed with free().
char *qb_demangle(const char *symbol, size_t length);

#ifdef __linux__
/// Starts a tool by its path and arguments, a list that NULL ends. Answers a file descriptor to read
/// its output from and then to close, or -1 when it can't be started.
int qb_tool_start(char *const *arguments, int32_t *process);

/// Waits for the end of a tool whose output was read.
void qb_tool_wait(int32_t process);
#endif

#endif

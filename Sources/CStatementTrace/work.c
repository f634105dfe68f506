#include "internal.h"

// What a statement did: SQLite counts it for as long as the statement object lives, so that a run's
// part is the difference between its start and its end. Its end is told by SQLITE_TRACE_PROFILE,
// for which every statement pays: it is asked for only while somebody wants to know.
// https://www.sqlite.org/c3ref/c_stmtstatus_counter.html

qb_work qb_work_now(sqlite3_stmt *statement) {
  return (qb_work){
    .full_scan_steps =
      (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0),
    .sorts = (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_SORT, 0),
    .automatic_index_rows =
      (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_AUTOINDEX, 0),
    .vm_steps = (uint32_t)sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0),
  };
}

void qb_work_start(qb_trace *trace, qb_chunk *chunk, uint32_t at, qb_work begin) {
  pthread_mutex_lock(&trace->lock);
  if (!chunk->works) chunk->works = qb_allocate(QB_CHUNK_EVENTS, sizeof *chunk->works);
  chunk->works[at].begin = begin;
  pthread_mutex_unlock(&trace->lock);
}

// An application may set the counters to zero, also in the middle of a run: then nothing is known.
static bool subtract(qb_work end, qb_work begin, qb_work *difference) {
  *difference = (qb_work){
    .full_scan_steps = end.full_scan_steps - begin.full_scan_steps,
    .sorts = end.sorts - begin.sorts,
    .automatic_index_rows = end.automatic_index_rows - begin.automatic_index_rows,
    .vm_steps = end.vm_steps - begin.vm_steps,
  };
  return end.full_scan_steps >= begin.full_scan_steps && end.sorts >= begin.sorts
    && end.automatic_index_rows >= begin.automatic_index_rows && end.vm_steps >= begin.vm_steps;
}

// Of a run that began while nobody asked there is no beginning, and nobody who reads this: a recording
// asks from its own beginning on.
//
// A run that is prepared again in its middle ends twice; what was counted up to there stays in the
// counters, so that the second end has it all.
void qb_work_end(qb_trace *trace, uint64_t event, sqlite3_stmt *statement) {
  pthread_mutex_lock(&trace->lock);
  qb_chunk *chunk = qb_log_chunk(trace, event);
  if (chunk && chunk->works) {
    qb_event_work *work = &chunk->works[event - 1 - chunk->first];
    work->known = subtract(qb_work_now(statement), work->begin, &work->difference);
  }
  pthread_mutex_unlock(&trace->lock);
}

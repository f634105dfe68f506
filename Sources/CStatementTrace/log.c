#include <stdlib.h>
#include <string.h>

#include "internal.h"

static void free_chunk(qb_chunk *chunk) {
  uint32_t count = atomic_load_explicit(&chunk->count, memory_order_relaxed);
  for (uint32_t at = 0; at < count; at++) free(chunk->events[at].expanded);
  free(chunk->works);
  qb_results_free(chunk);
  free(chunk);
}

// Frees what no open recording asks for any more. With the lock held; never the last chunk, in
// which the writer works without it.
static void drop_old_chunks(qb_trace *trace) {
  uint64_t needed =
    atomic_load_explicit(&trace->recorder->retain_from, memory_order_acquire);
  while (trace->first_chunk != trace->last_chunk) {
    qb_chunk *chunk = trace->first_chunk;
    uint32_t count = atomic_load_explicit(&chunk->count, memory_order_relaxed);
    if (count && chunk->events[count - 1].order >= needed) break;
    trace->first_chunk = chunk->next;
    free_chunk(chunk);
  }
}

static void add_chunk(qb_trace *trace) {
  qb_chunk *chunk = qb_allocate(1, sizeof *chunk);
  chunk->first = trace->last_chunk ? trace->last_chunk->first + QB_CHUNK_EVENTS : 0;
  pthread_mutex_lock(&trace->lock);
  if (trace->last_chunk) trace->last_chunk->next = chunk;
  else trace->first_chunk = chunk;
  trace->last_chunk = chunk;
  drop_old_chunks(trace);
  pthread_mutex_unlock(&trace->lock);
}

void qb_log_append(qb_trace *trace, qb_slot *slot, uint32_t scope, const qb_kept *kept) {
  qb_chunk *chunk = trace->last_chunk;
  uint32_t at = chunk ? atomic_load_explicit(&chunk->count, memory_order_relaxed) : 0;
  if (!chunk || at == QB_CHUNK_EVENTS) {
    add_chunk(trace);
    chunk = trace->last_chunk;
    at = 0;
  }
  qb_event *event = &chunk->events[at];
  event->order =
    atomic_fetch_add_explicit(&trace->recorder->position, 1, memory_order_relaxed);
  event->text = slot->text;
  event->scope = scope;
  // An event is used once, and its memory came zeroed.
  if (kept) {
    event->expanded = kept->expanded;
    event->stack = kept->stack;
    if (kept->works) qb_work_start(trace, chunk, at, kept->begin);
  }
  atomic_store_explicit(&event->rows, 0, memory_order_relaxed);
  atomic_store_explicit(&event->failed, false, memory_order_relaxed);
  slot->event = chunk->first + at + 1;
  atomic_store_explicit(&chunk->count, at + 1, memory_order_release);
}

// Rows nearly always belong to an event of the last chunk; a cursor that has been open for long
// belongs to an older one, which may be freed by a reader, so that is looked for under the lock.
static qb_event *find_in_last_chunk(qb_trace *trace, uint64_t event) {
  qb_chunk *chunk = trace->last_chunk;
  return event && chunk && event > chunk->first ? &chunk->events[event - 1 - chunk->first] : NULL;
}

qb_chunk *qb_log_chunk(qb_trace *trace, uint64_t event) {
  for (qb_chunk *chunk = trace->first_chunk; event && chunk; chunk = chunk->next) {
    if (event > chunk->first && event <= chunk->first + QB_CHUNK_EVENTS) return chunk;
  }
  return NULL;
}

static qb_event *find_in_old_chunks(qb_trace *trace, uint64_t event) {
  qb_chunk *chunk = qb_log_chunk(trace, event);
  return chunk ? &chunk->events[event - 1 - chunk->first] : NULL;
}

void qb_log_add_row(qb_trace *trace, qb_slot *slot) {
  qb_event *event = find_in_last_chunk(trace, slot->event);
  if (event) {
    // One writer: a load and a store are enough, and cheaper than an atomic addition.
    uint64_t rows = atomic_load_explicit(&event->rows, memory_order_relaxed);
    atomic_store_explicit(&event->rows, rows + 1, memory_order_relaxed);
  } else if (slot->event) {
    pthread_mutex_lock(&trace->lock);
    event = find_in_old_chunks(trace, slot->event);
    if (event) atomic_fetch_add_explicit(&event->rows, 1, memory_order_relaxed);
    pthread_mutex_unlock(&trace->lock);
  }
}

void qb_log_mark_failed(qb_trace *trace, uint64_t number) {
  qb_event *event = find_in_old_chunks(trace, number);
  if (event) atomic_store_explicit(&event->failed, true, memory_order_relaxed);
}

static char *copy_bytes(const char *bytes, size_t length) {
  char *copy = qb_allocate(length ? length : 1, 1);
  memcpy(copy, bytes, length);
  return copy;
}

static size_t copy_chunk(const qb_chunk *chunk, uint64_t position, qb_statement *into) {
  size_t copied = 0;
  uint32_t count = atomic_load_explicit(&chunk->count, memory_order_acquire);
  for (uint32_t at = 0; at < count; at++) {
    const qb_event *event = &chunk->events[at];
    if (event->order < position) continue;
    if (into) {
      bool has_work = chunk->works && chunk->works[at].known;
      const qb_event_results *results = chunk->results ? &chunk->results[at] : NULL;
      into[copied] = (qb_statement){
        .order = event->order,
        .text = event->text,
        .scope = event->scope,
        .rows = atomic_load_explicit(&event->rows, memory_order_relaxed),
        .failed = atomic_load_explicit(&event->failed, memory_order_relaxed),
        .stack = event->stack,
        .has_work = has_work,
        .work = has_work ? chunk->works[at].difference : (qb_work){0},
        .expanded = event->expanded ? strdup(event->expanded) : NULL,
        .results = results && results->bytes ? copy_bytes(results->bytes, results->length) : NULL,
        .results_length = results ? results->length : 0,
      };
    }
    copied++;
  }
  return copied;
}

qb_statement *qb_trace_copy(qb_trace *trace, uint64_t position, size_t *count) {
  pthread_mutex_lock(&trace->lock);
  size_t room = 0;
  for (qb_chunk *chunk = trace->first_chunk; chunk; chunk = chunk->next) room += QB_CHUNK_EVENTS;
  qb_statement *statements = qb_allocate(room ? room : 1, sizeof *statements);
  *count = 0;
  for (qb_chunk *chunk = trace->first_chunk; chunk; chunk = chunk->next) {
    *count += copy_chunk(chunk, position, statements + *count);
  }
  pthread_mutex_unlock(&trace->lock);
  return statements;
}

void qb_log_free(qb_trace *trace) {
  for (qb_chunk *chunk = trace->first_chunk; chunk;) {
    qb_chunk *next = chunk->next;
    free_chunk(chunk);
    chunk = next;
  }
  trace->first_chunk = trace->last_chunk = NULL;
}

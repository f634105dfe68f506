#include <stdlib.h>

#include "internal.h"

// Counters are made by the writer under the lock and added to without it. A reader never frees one:
// it puts it on the spare list, and the writer, who alone could be adding to it, takes it from
// there.
static qb_counter *find_or_make(qb_trace *trace, uint32_t text, uint32_t scope) {
  pthread_mutex_lock(&trace->lock);
  qb_counter *counter = trace->counters;
  while (counter && !(counter->text == text && counter->scope == scope)) counter = counter->next;
  if (!counter) {
    counter = trace->spare_counters;
    if (counter) trace->spare_counters = counter->next;
    else counter = qb_allocate(1, sizeof *counter);
    counter->text = text;
    counter->scope = scope;
    counter->forgotten = 0;
    atomic_store_explicit(&counter->runs, 0, memory_order_relaxed);
    counter->next = trace->counters;
    trace->counters = counter;
  }
  pthread_mutex_unlock(&trace->lock);
  return counter;
}

void qb_counter_add(qb_trace *trace, uint32_t text, uint32_t scope) {
  qb_counter *counter = trace->texts.items[text].counter;
  if (!counter || counter->text != text || counter->scope != scope) {
    counter = find_or_make(trace, text, scope);
    trace->texts.items[text].counter = counter;
  }
  uint64_t runs = atomic_load_explicit(&counter->runs, memory_order_relaxed);
  atomic_store_explicit(&counter->runs, runs + 1, memory_order_release);
}

qb_count *qb_trace_copy_counts(qb_trace *trace, size_t *count) {
  pthread_mutex_lock(&trace->lock);
  *count = 0;
  for (qb_counter *counter = trace->counters; counter; counter = counter->next) (*count)++;
  qb_count *counts = qb_allocate(*count ? *count : 1, sizeof *counts);
  size_t at = 0;
  for (qb_counter *counter = trace->counters; counter; counter = counter->next) {
    counts[at++] = (qb_count){
      .text = counter->text,
      .scope = counter->scope,
      .runs = atomic_load_explicit(&counter->runs, memory_order_acquire) - counter->forgotten,
    };
  }
  pthread_mutex_unlock(&trace->lock);
  return counts;
}

void qb_trace_forget_counts(qb_trace *trace, uint32_t scope, bool idle) {
  pthread_mutex_lock(&trace->lock);
  qb_counter **link = &trace->counters;
  while (*link) {
    qb_counter *counter = *link;
    uint32_t counted = counter->scope & ~QB_SCOPE_GUESSED;
    // What is a guess could belong to any recording that was open then.
    bool needed = counter->scope & QB_SCOPE_GUESSED ? !idle : counted >= scope;
    if (!needed && counted != 0) {
      *link = counter->next;
      counter->next = trace->spare_counters;
      trace->spare_counters = counter;
    } else {
      // The scope that stands for none comes back, and the writer still has its counter.
      if (!needed) counter->forgotten = atomic_load_explicit(&counter->runs, memory_order_acquire);
      link = &counter->next;
    }
  }
  pthread_mutex_unlock(&trace->lock);
}

static void free_list(qb_counter *counter) {
  while (counter) {
    qb_counter *next = counter->next;
    free(counter);
    counter = next;
  }
}

void qb_counters_free(qb_trace *trace) {
  free_list(trace->counters);
  free_list(trace->spare_counters);
  trace->counters = trace->spare_counters = NULL;
}

#include <stdlib.h>

#include "internal.h"

void *qb_allocate(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) abort();
  return memory;
}

qb_recorder *qb_recorder_create(uint64_t identifier, bool counts_only, qb_scope_lookup lookup,
                               qb_observer observer) {
  qb_recorder *recorder = qb_allocate(1, sizeof *recorder);
  recorder->identifier = identifier;
  recorder->counts_only = counts_only;
  recorder->lookup = lookup;
  recorder->observer = observer;
  atomic_init(&recorder->references, 1);
  qb_recorder_route(recorder, false, false, 0, 0);
  return recorder;
}

void qb_recorder_retain(qb_recorder *recorder) {
  atomic_fetch_add_explicit(&recorder->references, 1, memory_order_relaxed);
}

void qb_recorder_release(qb_recorder *recorder) {
  if (atomic_fetch_sub_explicit(&recorder->references, 1, memory_order_acq_rel) == 1) {
    if (recorder->observer.release) recorder->observer.release(recorder->observer.context);
    free(recorder);
  }
}

void qb_recorder_route(qb_recorder *recorder, bool recording, bool ask_task, uint32_t kept,
                       uint32_t scope) {
  uint64_t route = scope;
  if (recorder->observer.call) route |= QB_ROUTE_OBSERVED;
  if (kept & QB_KEEP_VALUES) route |= QB_ROUTE_KEEP_VALUES;
  if (kept & QB_KEEP_STACKS) {
    qb_stacks_prepare();
    route |= QB_ROUTE_KEEP_STACKS;
  }
  if (kept & QB_KEEP_WORK) route |= QB_ROUTE_KEEP_WORK;
  if (kept & QB_KEEP_RESULTS) route |= QB_ROUTE_KEEP_RESULTS;
  if (kept & QB_ASK_FAULT) route |= QB_ROUTE_ASK_FAULT;
  if (recording) route |= QB_ROUTE_RECORDING;
  if (ask_task) route |= QB_ROUTE_ASK_TASK;
  atomic_store_explicit(&recorder->route, route, memory_order_release);
}

uint64_t qb_recorder_position(const qb_recorder *recorder) {
  return atomic_load_explicit(&recorder->position, memory_order_acquire);
}

void qb_recorder_retain_from(qb_recorder *recorder, uint64_t position) {
  atomic_store_explicit(&recorder->retain_from, position, memory_order_release);
}

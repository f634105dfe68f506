#include <stdlib.h>
#include <string.h>

#include "internal.h"

#if __has_include(<execinfo.h>)
#include <execinfo.h>
#else
// musl has none: a statement has no stack there.
static int backtrace(void **frames, int count) { return (void)frames, (void)count, 0; }
#endif

// Which calls led to a statement. Only for who asks: a stack costs microseconds, and there are few
// different ones, so that each is kept once.

void qb_stacks_prepare(void) {
  // The first call loads the unwinder. That is no work for the middle of a statement.
  void *frame;
  backtrace(&frame, 1);
}

static uint64_t hash_frames(void *const *frames, uint32_t count) {
  const uint64_t multiplier = UINT64_C(0x9E3779B97F4A7C15);
  uint64_t hash = count * multiplier;
  for (uint32_t at = 0; at < count; at++) {
    hash = (hash ^ (uintptr_t)frames[at]) * multiplier;
    hash ^= hash >> 29;
  }
  return hash;
}

static void grow(qb_stacks *stacks) {
  uint32_t size = stacks->index_size ? stacks->index_size * 2 : 16;
  qb_stack **items = qb_allocate(size / 2, sizeof *items);
  uint32_t *index = qb_allocate(size, sizeof *index);
  for (uint32_t number = 0; number < stacks->count; number++) {
    items[number] = stacks->items[number];
    uint32_t place = (uint32_t)items[number]->hash & (size - 1);
    while (index[place]) place = (place + 1) & (size - 1);
    index[place] = number + 1;
  }
  free(stacks->items);
  free(stacks->index);
  stacks->items = items;
  stacks->index = index;
  stacks->index_size = size;
}

uint32_t qb_stacks_number(qb_trace *trace) {
  void *frames[QB_STACK_FRAMES];
  int depth = backtrace(frames, QB_STACK_FRAMES);
  if (depth <= 0) return 0;
  uint32_t count = (uint32_t)depth;
  uint64_t hash = hash_frames(frames, count);
  qb_stacks *stacks = &trace->stacks;
  if (stacks->count * 2 >= stacks->index_size) {
    pthread_mutex_lock(&trace->lock);
    grow(stacks);
    pthread_mutex_unlock(&trace->lock);
  }
  uint32_t place = (uint32_t)hash & (stacks->index_size - 1);
  for (; stacks->index[place]; place = (place + 1) & (stacks->index_size - 1)) {
    const qb_stack *known = stacks->items[stacks->index[place] - 1];
    if (known->hash == hash && known->count == count
        && !memcmp(known->frames, frames, count * sizeof *frames)) {
      return stacks->index[place];
    }
  }
  qb_stack *stack = qb_allocate(1, sizeof *stack + count * sizeof *frames);
  stack->hash = hash;
  stack->count = count;
  memcpy(stack->frames, frames, count * sizeof *frames);
  pthread_mutex_lock(&trace->lock);
  stacks->items[stacks->count++] = stack;
  stacks->index[place] = stacks->count;
  pthread_mutex_unlock(&trace->lock);
  return stacks->count;
}

void *const *qb_trace_stack(qb_trace *trace, uint32_t stack, size_t *count) {
  pthread_mutex_lock(&trace->lock);
  void *const *frames = NULL;
  *count = 0;
  if (stack && stack <= trace->stacks.count) {
    frames = trace->stacks.items[stack - 1]->frames;
    *count = trace->stacks.items[stack - 1]->count;
  }
  pthread_mutex_unlock(&trace->lock);
  return frames;
}

void qb_stacks_free(qb_stacks *stacks) {
  for (uint32_t number = 0; number < stacks->count; number++) free(stacks->items[number]);
  free(stacks->items);
  free(stacks->index);
  *stacks = (qb_stacks){0};
}

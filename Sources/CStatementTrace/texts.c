#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Eight bytes at a time: an unprepared statement pays for this at each run.
static uint64_t hash_bytes(const char *bytes, size_t length) {
  const uint64_t multiplier = UINT64_C(0x9E3779B97F4A7C15);
  uint64_t hash = length * multiplier;
  while (length >= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    hash = (hash ^ word) * multiplier;
    hash ^= hash >> 29;
    bytes += 8;
    length -= 8;
  }
  uint64_t rest = 0;
  memcpy(&rest, bytes, length);
  hash = (hash ^ rest) * multiplier;
  return hash ^ (hash >> 32);
}

static uint32_t free_place(const qb_texts *texts, uint64_t hash) {
  uint32_t place = (uint32_t)hash & (texts->index_size - 1);
  while (texts->index[place]) place = (place + 1) & (texts->index_size - 1);
  return place;
}

static void grow_index(qb_texts *texts) {
  texts->index_size = texts->index_size ? texts->index_size * 2 : 64;
  free(texts->index);
  texts->index = qb_allocate(texts->index_size, sizeof *texts->index);
  for (uint32_t number = 0; number < texts->count; number++) {
    texts->index[free_place(texts, texts->items[number].hash)] = number + 1;
  }
}

static void add(qb_texts *texts, const char *sql, size_t length, uint64_t hash) {
  if (texts->count * 2 >= texts->index_size) grow_index(texts);
  if (texts->count == texts->capacity) {
    uint32_t capacity = texts->capacity ? texts->capacity * 2 : 32;
    qb_text *items = qb_allocate(capacity, sizeof *items);
    if (texts->count) memcpy(items, texts->items, texts->count * sizeof *items);
    free(texts->items);
    texts->items = items;
    texts->capacity = capacity;
  }
  char *bytes = qb_allocate(length + 1, 1);
  memcpy(bytes, sql, length);
  texts->index[free_place(texts, hash)] = texts->count + 1;
  texts->items[texts->count++] = (qb_text){.bytes = bytes, .length = length, .hash = hash};
}

uint32_t qb_texts_number(qb_trace *trace, const char *sql) {
  qb_texts *texts = &trace->texts;
  size_t length = strlen(sql);
  uint64_t hash = hash_bytes(sql, length);
  uint32_t place = (uint32_t)hash & (texts->index_size - 1);
  while (texts->index_size && texts->index[place]) {
    const qb_text *text = &texts->items[texts->index[place] - 1];
    if (text->hash == hash && text->length == length && !memcmp(text->bytes, sql, length)) {
      return texts->index[place] - 1;
    }
    place = (place + 1) & (texts->index_size - 1);
  }
  pthread_mutex_lock(&trace->lock);
  add(texts, sql, length, hash);
  uint32_t number = texts->count - 1;
  pthread_mutex_unlock(&trace->lock);
  return number;
}

const char *qb_trace_text(qb_trace *trace, uint32_t text, size_t *length) {
  pthread_mutex_lock(&trace->lock);
  const char *bytes = NULL;
  *length = 0;
  if (text < trace->texts.count) {
    bytes = trace->texts.items[text].bytes;
    *length = trace->texts.items[text].length;
  }
  pthread_mutex_unlock(&trace->lock);
  return bytes;
}

void qb_texts_free(qb_texts *texts) {
  for (uint32_t number = 0; number < texts->count; number++) free(texts->items[number].bytes);
  free(texts->items);
  free(texts->index);
  *texts = (qb_texts){0};
}

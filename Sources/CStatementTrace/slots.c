#include <stdlib.h>

#include "internal.h"

static uint32_t place_of(const sqlite3_stmt *statement, uint32_t size) {
  // Addresses of statements differ in their middle bits.
  return (uint32_t)(((uintptr_t)statement * UINT64_C(0x9E3779B97F4A7C15)) >> 40) & (size - 1);
}

static void grow(qb_slots *slots) {
  uint32_t size = slots->size ? slots->size * 2 : 64;
  qb_slot *items = qb_allocate(size, sizeof *items);
  for (uint32_t old = 0; old < slots->size; old++) {
    if (!slots->items[old].statement) continue;
    uint32_t place = place_of(slots->items[old].statement, size);
    while (items[place].statement) place = (place + 1) & (size - 1);
    items[place] = slots->items[old];
  }
  free(slots->items);
  slots->items = items;
  slots->size = size;
}

/// Finds the slot of an address, or makes one (`fresh`).
qb_slot *qb_slots_find(qb_slots *slots, sqlite3_stmt *statement, bool *fresh) {
  if (slots->used * 2 >= slots->size) grow(slots);
  uint32_t place = place_of(statement, slots->size);
  while (slots->items[place].statement) {
    if (slots->items[place].statement == statement) {
      *fresh = false;
      return &slots->items[place];
    }
    place = (place + 1) & (slots->size - 1);
  }
  slots->used++;
  slots->items[place].statement = statement;
  *fresh = true;
  return &slots->items[place];
}

/// Has the text read at the next start, though the object has run before.
void qb_slot_forget_text(qb_slot *slot) {
  slot->vm_steps = UINT32_MAX;
  slot->writes = false;
}

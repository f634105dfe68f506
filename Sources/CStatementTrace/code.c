// For dladdr1, which alone tells where glibc put an image.
#define _GNU_SOURCE

#include <dlfcn.h>
#include <stddef.h>

#include "CStatementTrace.h"

#ifdef __GLIBC__
#include <link.h>
#endif

bool qb_code_at(uintptr_t address, qb_code *code) {
  Dl_info info = {0};
#ifdef __GLIBC__
  struct link_map *map = NULL;
  if (!dladdr1((void *)address, &info, (void **)&map, RTLD_DL_LINKMAP) || !map) return false;
  *code = (qb_code){
    .image = map->l_name, .offset = address - map->l_addr, .symbol = info.dli_sname};
#else
  if (!dladdr((void *)address, &info)) return false;
  *code = (qb_code){
    .image = info.dli_fname,
    .offset = address - (uintptr_t)info.dli_fbase,
    .symbol = info.dli_sname,
  };
#endif
  return true;
}

// Exported by the Swift runtime, without a header.
// https://github.com/swiftlang/swift/blob/main/include/swift/Demangling/Demangle.h
extern char *swift_demangle(const char *symbol, size_t length, char *buffer, size_t *size,
                            uint32_t flags);

uintptr_t qb_swift_runtime(void) { return (uintptr_t)swift_demangle; }

char *qb_demangle(const char *symbol, size_t length) {
  return swift_demangle(symbol, length, NULL, NULL, 0);
}

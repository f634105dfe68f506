#ifdef __linux__

// For pipe2.
#define _GNU_SOURCE

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CStatementTrace.h"

extern char **environ;

static int spawn(char *const *arguments, int output, pid_t *process) {
  posix_spawn_file_actions_t actions;
  int code = posix_spawn_file_actions_init(&actions);
  if (code) return code;
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  code = posix_spawn(process, arguments[0], &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

// Foundation's Process would do, but for what it leaks at each run.
int qb_tool_start(char *const *arguments, int32_t *process) {
  int ends[2];
  // Nobody else's child may hold the other end open.
  if (pipe2(ends, O_CLOEXEC)) return -1;
  pid_t child = 0;
  int code = spawn(arguments, ends[1], &child);
  close(ends[1]);
  if (code) {
    close(ends[0]);
    return -1;
  }
  *process = child;
  return ends[0];
}

void qb_tool_wait(int32_t process) {
  int status;
  waitpid(process, &status, 0);
}

#endif

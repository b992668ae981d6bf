#define _GNU_SOURCE
#include "SystemShim.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

void frise_options_begin(void) {
  // Zero, not one: glibc then also forgets what it knew of the last vector.
  optind = 0;
  opterr = 0;
}

int frise_options_index(void) { return optind; }

const char *frise_options_value(void) { return optarg; }

int frise_options_refused(void) { return optopt; }

int frise_resize(int descriptor, unsigned short rows, unsigned short columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

int frise_pseudoterminal(char *name, size_t capacity, unsigned short rows, unsigned short columns) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, capacity) != 0 ||
      frise_resize(master, rows, columns) != 0) {
    close(master);
    return -1;
  }
  return master;
}

int frise_spawn(const char *path, char *const *arguments, char *const *environment,
                const char *folder, const char *terminal, const int *streams) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, standard;
  pid_t process = -1;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  if (posix_spawnattr_init(&attributes) != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return -1;
  }
  sigemptyset(&none);
  sigfillset(&standard);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &standard);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK |
                                          POSIX_SPAWN_SETSIGDEF);
  for (int stream = 0; stream < 3; stream++) {
    if (terminal) {
      // The first terminal that a session's leader opens becomes its controlling one.
      posix_spawn_file_actions_addopen(&actions, stream, terminal, O_RDWR, 0);
    } else if (streams[stream] >= 0) {
      posix_spawn_file_actions_adddup2(&actions, streams[stream], stream);
    } else {
      posix_spawn_file_actions_addclose(&actions, stream);
    }
  }
  if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
  int fault = posix_spawn(&process, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (fault != 0) {
    errno = fault;
    return -1;
  }
  return process;
}

int frise_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

// The greatest size that glibc lets come from the heap; what is larger is mapped by itself.
enum { FRISE_MAPPED_MIN = 32 << 20 };

void frise_heap_settle(void) {
  // A heap of another thread grows by a page at a time, each by a call of the system.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, FRISE_MAPPED_MIN);
  mallopt(M_TRIM_THRESHOLD, 2 * FRISE_MAPPED_MIN);
}

void frise_heap_extend(size_t bytes) {
  mallopt(M_TRIM_THRESHOLD, -1);
  mallopt(M_MMAP_MAX, 0);
  // What was had and released stays at the end of the heap.
  void *room = malloc(bytes);
  mallopt(M_MMAP_MAX, 1 << 16);
  if (!room) return;
  uintptr_t page = 1 << 12;
  uintptr_t first = ((uintptr_t)room + page - 1) / page * page;
  uintptr_t last = ((uintptr_t)room + bytes) / page * page;
  if (first < last) madvise((void *)first, last - first, MADV_HUGEPAGE);
  free(room);
}

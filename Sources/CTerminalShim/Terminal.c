#define _GNU_SOURCE
#include "TerminalShim.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// The terminal as it was found, and as it is while no line is being read.
static struct termios found_terminal, running_terminal;
static int has_terminal;

// Raised by signal handlers while a line is being read.
static volatile sig_atomic_t was_resized, was_suspended, was_continued;

static const int heard_signals[] = {SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction signals_before[3];

// MARK: Modes

static void suspend_now(int signal) {
  int saved = errno;
  (void)signal;
  frise_terminal_suspend();
  errno = saved;
}

void frise_terminal_take(void) {
  if (has_terminal || tcgetattr(STDIN_FILENO, &found_terminal) != 0) return;
  running_terminal = found_terminal;
  running_terminal.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  running_terminal.c_cc[VMIN] = 1;
  running_terminal.c_cc[VTIME] = 0;
  has_terminal = tcsetattr(STDIN_FILENO, TCSADRAIN, &running_terminal) == 0;
  // Ctrl-Z while a query runs.
  struct sigaction suspending = {.sa_handler = suspend_now};
  sigemptyset(&suspending.sa_mask);
  sigaction(SIGTSTP, &suspending, NULL);
}

void frise_terminal_give_back(void) {
  signal(SIGTSTP, SIG_DFL);
  frise_terminal_lend();
  has_terminal = 0;
}

void frise_terminal_lend(void) {
  if (has_terminal) tcsetattr(STDIN_FILENO, TCSADRAIN, &found_terminal);
}

void frise_terminal_reclaim(void) {
  if (has_terminal) tcsetattr(STDIN_FILENO, TCSADRAIN, &running_terminal);
}

void frise_terminal_suspend(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  struct termios now;
  sigset_t only, before;
  int has_modes = tcgetattr(STDIN_FILENO, &now) == 0;
  frise_terminal_lend();
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, &before);
  sigprocmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  if (has_modes && tcgetpgrp(STDIN_FILENO) == getpgrp())
    tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
}

// MARK: Waiting

static void note_signal(int signal) {
  if (signal == SIGWINCH) was_resized = 1;
  if (signal == SIGTSTP) was_suspended = 1;
  if (signal == SIGCONT) was_continued = 1;
}

static void put(const char *sequence) {
  ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)written;
}

void frise_terminal_begin_reading(void) {
  struct sigaction ours = {.sa_handler = note_signal};
  sigemptyset(&ours.sa_mask);
  was_resized = was_suspended = was_continued = 0;
  for (int index = 0; index < 3; index++)
    sigaction(heard_signals[index], &ours, &signals_before[index]);
  put("\033[?2004h");
}

void frise_terminal_end_reading(void) {
  put("\033[?2004l");
  for (int index = 0; index < 3; index++)
    sigaction(heard_signals[index], &signals_before[index], NULL);
}

// The event that a signal has left, or FRISE_EVENT_IDLE.
static enum frise_event noted_event(int (*is_stopped)(void)) {
  if (is_stopped()) return FRISE_EVENT_STOPPED;
  if (was_suspended) {
    was_suspended = 0;
    return FRISE_EVENT_SUSPENDED;
  }
  if (was_continued) {
    was_continued = 0;
    return FRISE_EVENT_CONTINUED;
  }
  if (was_resized) {
    was_resized = 0;
    return FRISE_EVENT_RESIZED;
  }
  return FRISE_EVENT_IDLE;
}

enum frise_event frise_terminal_wait(int patience, int (*is_stopped)(void)) {
  static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  enum frise_event event;
  sigset_t blocked, outside;
  sigemptyset(&blocked);
  for (size_t index = 0; index < sizeof caught / sizeof *caught; index++)
    sigaddset(&blocked, caught[index]);
  // A signal that comes between the look at its flag and the wait is let in by the wait alone.
  sigprocmask(SIG_BLOCK, &blocked, &outside);
  while ((event = noted_event(is_stopped)) == FRISE_EVENT_IDLE) {
    struct timespec limit = {.tv_nsec = patience * 1000000L};
    int count = ppoll(&input, 1, patience < 0 ? NULL : &limit, &outside);
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) break;
    // With input at hand no signal was let in: Ctrl-C counts before what was typed after it.
    sigprocmask(SIG_SETMASK, &outside, NULL);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    event = is_stopped() ? FRISE_EVENT_STOPPED : FRISE_EVENT_KEY;
    break;
  }
  sigprocmask(SIG_SETMASK, &outside, NULL);
  return event;
}

#define _GNU_SOURCE
#include "EditShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "KeyReader.h"
#include "Text.h"

// The functions of libedit, found by name when the first editor is opened.
static struct {
  __typeof__(&el_init) init;
  __typeof__(&el_end) end;
  __typeof__(&el_reset) reset;
  __typeof__(&el_resize) resize;
  __typeof__(&el_source) source;
  __typeof__(&el_wset) set;
  __typeof__(&el_wget) get;
  __typeof__(&el_wgets) gets;
  __typeof__(&el_wpush) push;
  __typeof__(&el_wline) line;
  __typeof__(&el_winsertstr) insert;
  __typeof__(&el_deletestr) erase;
  __typeof__(&el_cursor) move;
  __typeof__(&history_winit) history_open;
  __typeof__(&history_wend) history_close;
  __typeof__(&history_w) history;
} edit;

struct frise_editor {
  EditLine *line;
  HistoryW *history;
  struct frise_editor_owner owner;
  wchar_t *prompt;
  // The last text given out, in UTF-8.
  char *text;
  struct frise_keys keys;
  unsigned scalar;
  int is_grabbing;
  // The text to begin with, until the first key is asked for.
  const char *draft;
};

static const wchar_t accept_key[] = {FRISE_KEY_ACCEPT, 0};
static const int history_size = 10000;

// The terminal as it was found, and as it is while no line is being read: neither lines nor echo,
// so that what is typed ahead, Ctrl-D too, waits for the editor as it is.
static struct termios found_terminal, running_terminal;
static int has_terminal;

// Raised by signal handlers while a line is being read.
static volatile sig_atomic_t was_resized, was_suspended, was_continued;

static void note_signal(int signal) {
  if (signal == SIGWINCH) was_resized = 1;
  if (signal == SIGTSTP) was_suspended = 1;
  if (signal == SIGCONT) was_continued = 1;
}

static int open_library(void) {
  if (edit.init) return 1;
  void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libedit.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libedit.so", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define FIND(field, name)                                    \
  edit.field = (__typeof__(edit.field))dlsym(library, name); \
  if (!edit.field) return edit.init = NULL, 0
  FIND(end, "el_end");
  FIND(reset, "el_reset");
  FIND(resize, "el_resize");
  FIND(source, "el_source");
  FIND(set, "el_wset");
  FIND(get, "el_wget");
  FIND(gets, "el_wgets");
  FIND(push, "el_wpush");
  FIND(line, "el_wline");
  FIND(insert, "el_winsertstr");
  FIND(erase, "el_deletestr");
  FIND(move, "el_cursor");
  FIND(history_open, "history_winit");
  FIND(history_close, "history_wend");
  FIND(history, "history_w");
  FIND(init, "el_init");
#undef FIND
  return 1;
}

static frise_editor *editor_of(EditLine *line) {
  void *editor = NULL;
  edit.get(line, EL_CLIENTDATA, &editor);
  return editor;
}

static wchar_t *show_prompt(EditLine *line) { return editor_of(line)->prompt; }

static int screen_columns(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

// MARK: The terminal

static void put(const char *sequence) {
  fputs(sequence, stdout);
  fflush(stdout);
}

void frise_terminal_lend(void) {
  if (has_terminal) tcsetattr(STDIN_FILENO, TCSADRAIN, &found_terminal);
}

void frise_terminal_reclaim(void) {
  if (has_terminal) tcsetattr(STDIN_FILENO, TCSADRAIN, &running_terminal);
}

// Stops the process as Ctrl-Z asks, with the terminal as it was found, and takes it again.
static void stop_process(void) {
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

// Ctrl-Z while a query runs.
static void suspend_now(int signal) {
  int saved = errno;
  (void)signal;
  stop_process();
  errno = saved;
}

// Draws the line anew after the terminal changed its width.
static void redraw(frise_editor *editor) {
  int row = editor->owner.cursor_row(editor->owner.context, screen_columns());
  if (row > 0) printf("\033[%dA", row);
  put("\r\033[J");
  edit.resize(editor->line);
  edit.set(editor->line, EL_REFRESH);
}

// MARK: Input

// Waits for a byte with the signals let in; acts on those that concern the screen. Zero when a
// signal wants reading to end.
static int wait_for_input(frise_editor *editor, const sigset_t *outside) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  void *context = editor->owner.context;
  int is_showing = 0, result = -1;
  while (result < 0) {
    if (editor->owner.is_stopped(context)) {
      editor->owner.will_stop(context);
      result = 0;
      break;
    }
    if (is_showing && (was_suspended || was_resized || was_continued)) {
      editor->owner.did_wait(context);
      is_showing = 0;
    }
    if (was_suspended) {
      was_suspended = 0;
      put("\033[?2004l");
      edit.set(editor->line, EL_PREP_TERM, 0);
      stop_process();
      was_continued = 1;
    }
    if (was_continued) {
      was_continued = 0;
      put("\033[?2004h");
      edit.set(editor->line, EL_PREP_TERM, 1);
      edit.set(editor->line, EL_REFRESH);
    }
    if (was_resized) {
      was_resized = 0;
      redraw(editor);
    }
    if (!is_showing) {
      is_showing = 1;
      editor->owner.will_wait(context);
    }
    if (ppoll(&input, 1, NULL, outside) < 0 && errno == EINTR) continue;
    // With input at hand no signal was let in: Ctrl-C counts before what was typed after it.
    sigset_t blocked;
    sigprocmask(SIG_SETMASK, outside, &blocked);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
    if (!editor->owner.is_stopped(context)) result = 1;
  }
  if (is_showing) editor->owner.did_wait(context);
  return result;
}

int frise_editor_has_input(frise_editor *editor) { return frise_keys_has_input(&editor->keys); }

// Reads a key: 1, or 0 at the end of input, or -1 when a signal ends the reading.
static int read_key(EditLine *line, wchar_t *key) {
  frise_editor *editor = editor_of(line);
  if (editor->draft) {
    // The screen is prepared now: the draft is put in and shown before the first key.
    const char *draft = editor->draft;
    editor->draft = NULL;
    if (*draft) {
      put("\r");
      frise_editor_replace(editor, draft, strlen(draft));
      edit.set(line, EL_REFRESH);
    }
  }
  sigset_t blocked, outside;
  sigemptyset(&blocked);
  const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
  for (size_t index = 0; index < sizeof caught / sizeof *caught; index++)
    sigaddset(&blocked, caught[index]);
  sigprocmask(SIG_BLOCK, &blocked, &outside);
  int result = 1;
  long scalar = 0;
  while (result == 1 && scalar == 0) {
    if (!frise_keys_has_rest(&editor->keys) && !wait_for_input(editor, &outside)) {
      result = -1;
      break;
    }
    scalar = frise_keys_next(&editor->keys);
    if (scalar < 0) result = 0;
  }
  sigprocmask(SIG_SETMASK, &outside, NULL);
  if (result != 1) return result;
  editor->scalar = (unsigned)scalar;
  if (editor->is_grabbing) scalar = FRISE_KEY_GRABBED;
  else if (scalar >= 0x300 && wcwidth((wchar_t)scalar) == 0) scalar = FRISE_KEY_MARK;
  *key = (wchar_t)scalar;
  return 1;
}

const char *frise_editor_pasted(frise_editor *editor, size_t *count) {
  *count = editor->keys.pasted_count;
  return editor->keys.pasted;
}

unsigned frise_editor_scalar(frise_editor *editor) { return editor->scalar; }

void frise_editor_grab(frise_editor *editor, int is_grabbing) { editor->is_grabbing = is_grabbing; }

// MARK: The text

char *frise_editor_text(frise_editor *editor, size_t *cursor) {
  const LineInfoW *info = edit.line(editor->line);
  *cursor = frise_narrow_count(info->buffer, (size_t)(info->cursor - info->buffer));
  return frise_narrow(info->buffer, (size_t)(info->lastchar - info->buffer));
}

void frise_editor_replace(frise_editor *editor, const char *text, size_t cursor) {
  wchar_t *wide = frise_widen(text);
  if (!wide) return;
  const LineInfoW *info = edit.line(editor->line);
  edit.move(editor->line, (int)(info->lastchar - info->cursor));
  info = edit.line(editor->line);
  if (info->lastchar > info->buffer) edit.erase(editor->line, (int)(info->lastchar - info->buffer));
  if (*wide && edit.insert(editor->line, wide) == 0) {
    int after = 0;
    for (const char *byte = text + cursor; *byte; byte++) after += (*byte & 0xC0) != 0x80;
    edit.move(editor->line, -after);
  }
  free(wide);
}

void frise_editor_set_prompt(frise_editor *editor, const char *prompt) {
  wchar_t *wide = frise_widen(prompt);
  if (!wide) return;
  free(editor->prompt);
  editor->prompt = wide;
}

// MARK: Keys

static unsigned char press(EditLine *line, enum frise_key key) {
  frise_editor *editor = editor_of(line);
  switch (editor->owner.press(editor->owner.context, key)) {
    case FRISE_ANSWER_REFRESH: return CC_REFRESH;
    case FRISE_ANSWER_REDISPLAY: return CC_REDISPLAY;
    case FRISE_ANSWER_REFUSE: return CC_ERROR;
    case FRISE_ANSWER_ACCEPT: edit.push(line, accept_key); return CC_REFRESH;
    default: return CC_NORM;
  }
}

// The functions that the user's editrc may bind, what they do, and the keys they have.
#define FUNCTIONS(each)                                                             \
  each(ENTER, enter, L"Run the statement, or go on with it", L"^M", L"^J")          \
  each(LINE, line, L"Open a new line", NULL, NULL)                                  \
  each(TAB, complete, L"Complete the word", L"^I", NULL)                            \
  each(UP, up, L"Go a line up, or to an older entry", L"^P", NULL)                  \
  each(DOWN, down, L"Go a line down, or to a newer entry", L"^N", NULL)             \
  each(RIGHT, right, L"Go right, or take the suggestion", L"^F", NULL)              \
  each(HOME, home, L"Go to the start of the line", L"^A", NULL)                     \
  each(END, end, L"Go to the end of the line", L"^E", NULL)                         \
  each(WORD, word, L"Go a word right, or take one of the suggestion", L"\\ef", NULL) \
  each(SEARCH, search, L"Search the history", L"^R", NULL)                          \
  each(PASTE, paste, L"Take a paste", NULL, NULL)                                   \
  each(GRABBED, grabbed, L"Take a key of a search", NULL, NULL)                     \
  each(MARK, mark, L"Put a mark on a letter", NULL, NULL)                           \
  each(UNDO, undo, L"Undo the last change", L"^_", L"^X^U")                         \
  each(EDIT, edit, L"Edit in $VISUAL or $EDITOR", L"^X^E", NULL)

#define FUNCTION(key, name, help, first, second) \
  static unsigned char press_##name(EditLine *line, int typed) { \
    (void)typed;                                                 \
    return press(line, FRISE_KEY_##key);                         \
  }
FUNCTIONS(FUNCTION)

#define ADD(key, name, help, first, second) \
  edit.set(line, EL_ADDFN, L"frise-" #name, help, press_##name);
static void add_functions(EditLine *line) { FUNCTIONS(ADD) }

static void bind(EditLine *line, const wchar_t *key, const wchar_t *function) {
  if (key) edit.set(line, EL_BIND, key, function, NULL);
}

// The ordinary keys: before the user's editrc, which wins.
#define BIND(key, name, help, first, second) \
  bind(line, first, L"frise-" #name);        \
  bind(line, second, L"frise-" #name);
static void bind_keys(EditLine *line) {
  FUNCTIONS(BIND)
  bind(line, L"^W", L"ed-delete-prev-word");
}

static void bind_everywhere(EditLine *line, const wchar_t *key, const wchar_t *function) {
  edit.set(line, EL_BIND, key, function, NULL);
  edit.set(line, EL_BIND, L"-a", key, function, NULL);
}

// The keys that no editrc can take, in the maps of insertion and of vi's commands.
#define BIND_OWN(key, name, help, first, second) \
  bind_everywhere(line, (const wchar_t[]){FRISE_KEY_##key, 0}, L"frise-" #name);
static void bind_own_keys(EditLine *line) {
  FUNCTIONS(BIND_OWN)
  bind_everywhere(line, accept_key, L"ed-newline");
  bind_everywhere(line, (const wchar_t[]){FRISE_KEY_LEFT, 0}, L"ed-prev-char");
  bind_everywhere(line, (const wchar_t[]){FRISE_KEY_DELETE, 0}, L"ed-delete-next-char");
  bind_everywhere(line, (const wchar_t[]){FRISE_KEY_WORD_BACK, 0}, L"ed-prev-word");
  bind_everywhere(line, L"^M", L"frise-enter");
  bind_everywhere(line, L"^J", L"frise-enter");
}

// Reads the user's editrc. Going over to vi takes the maps anew, ours with them.
static void source_editrc(EditLine *line) {
  const wchar_t *mode = NULL;
  bind_keys(line);
  edit.source(line, NULL);
  edit.get(line, EL_EDITOR, &mode);
  if (mode && wcscmp(mode, L"vi") == 0) {
    bind(line, L"^I", L"frise-complete");
    bind_everywhere(line, L"^R", L"frise-search");
    edit.set(line, EL_BIND, L"-a", L"k", L"frise-up", NULL);
    edit.set(line, EL_BIND, L"-a", L"j", L"frise-down", NULL);
    // A second Escape changes nothing, and takes no key with it.
    edit.set(line, EL_BIND, L"-a", L"^[", L"ed-ignore", NULL);
  }
  bind_own_keys(line);
}

// MARK: The editor

// The terminal loses its lines and its echo until it is lent or given back.
static void take_terminal(void) {
  if (has_terminal || tcgetattr(STDIN_FILENO, &found_terminal) != 0) return;
  running_terminal = found_terminal;
  running_terminal.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  running_terminal.c_cc[VMIN] = 1;
  running_terminal.c_cc[VTIME] = 0;
  has_terminal = tcsetattr(STDIN_FILENO, TCSADRAIN, &running_terminal) == 0;
}

frise_editor *frise_editor_open(const char *prompt, const char *own_sequences,
                                struct frise_editor_owner owner) {
  if (!open_library()) return NULL;
  frise_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  HistEventW event;
  int is_editing = 0;
  size_t own_count = 1;
  for (const char *own = own_sequences; *own; own += strlen(own) + 1)
    own_count += strlen(own) + 1;
  editor->keys.own_sequences = malloc(own_count);
  if (editor->keys.own_sequences) memcpy(editor->keys.own_sequences, own_sequences, own_count);
  editor->owner = owner;
  editor->prompt = frise_widen(prompt);
  editor->history = edit.history_open();
  take_terminal();
  if (editor->keys.own_sequences && editor->prompt && editor->history)
    editor->line = edit.init("frise", stdin, stdout, stderr);
  if (!editor->line) {
    frise_editor_close(editor);
    return NULL;
  }
  edit.set(editor->line, EL_CLIENTDATA, editor);
  // libedit would give the terminal back its lines and its echo between two statements.
  edit.set(editor->line, EL_SETTY, L"-x", L"-icanon", L"-echo", NULL);
  edit.set(editor->line, EL_EDITOR, L"emacs");
  edit.set(editor->line, EL_SIGNAL, 0);
  edit.set(editor->line, EL_PROMPT, show_prompt);
  // Without a size libedit takes entries and throws them away.
  edit.history(editor->history, &event, H_SETSIZE, history_size);
  edit.history(editor->history, &event, H_SETUNIQUE, 1);
  edit.set(editor->line, EL_HIST, edit.history, editor->history);
  edit.set(editor->line, EL_GETCFN, read_key);
  add_functions(editor->line);
  source_editrc(editor->line);
  edit.get(editor->line, EL_EDITMODE, &is_editing);
  if (!is_editing) {
    frise_editor_close(editor);
    return NULL;
  }
  struct sigaction suspending = {.sa_handler = suspend_now};
  sigemptyset(&suspending.sa_mask);
  sigaction(SIGTSTP, &suspending, NULL);
  return editor;
}

const char *frise_editor_read(frise_editor *editor, const char *draft,
                              enum frise_reading *reading) {
  struct sigaction ours = {.sa_handler = note_signal}, before[3];
  const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT};
  int count = 0;
  sigemptyset(&ours.sa_mask);
  was_resized = was_suspended = was_continued = 0;
  for (int index = 0; index < 3; index++) sigaction(caught[index], &ours, &before[index]);
  free(editor->text);
  editor->text = NULL;
  editor->draft = draft;
  // The window may have changed while a statement ran.
  edit.resize(editor->line);
  put("\033[?2004h");
  const wchar_t *line = edit.gets(editor->line, &count);
  put("\033[?2004l");
  for (int index = 0; index < 3; index++) sigaction(caught[index], &before[index], NULL);
  if (line && count > 0) {
    if (line[count - 1] == L'\n') count--;
    editor->text = frise_narrow(line, (size_t)count);
  }
  // An interrupt within a search looks like the end of input: the owner's flag comes first.
  if (editor->owner.is_stopped(editor->owner.context)) {
    const LineInfoW *info = edit.line(editor->line);
    free(editor->text);
    editor->text = frise_narrow(info->buffer, (size_t)(info->lastchar - info->buffer));
    edit.reset(editor->line);
    *reading = FRISE_READ_STOPPED;
  } else {
    *reading = editor->text ? FRISE_READ_LINE : FRISE_READ_END;
  }
  return editor->text;
}

void frise_editor_remember(frise_editor *editor, const char *text) {
  HistEventW event;
  wchar_t *wide = frise_widen(text);
  if (wide) edit.history(editor->history, &event, H_ENTER, wide);
  free(wide);
}

void frise_editor_close(frise_editor *editor) {
  if (editor->line) {
    // Without this libedit throws away what is typed ahead.
    edit.set(editor->line, EL_EDITMODE, 0);
    edit.end(editor->line);
  }
  if (editor->history) edit.history_close(editor->history);
  signal(SIGTSTP, SIG_DFL);
  frise_terminal_lend();
  has_terminal = 0;
  free(editor->prompt);
  free(editor->text);
  free(editor->keys.pasted);
  free(editor->keys.own_sequences);
  free(editor);
}

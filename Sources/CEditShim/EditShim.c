#define _GNU_SOURCE
#include "EditShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

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
};

// The key that stands for «run it»: Enter pushes it once the text is complete.
static const wchar_t accept_key[] = {0x81, 0};
static const int history_size = 10000;

// Raised by signal handlers while a line is being read.
static volatile sig_atomic_t was_resized, was_suspended, was_continued;

static void note_signal(int signal) {
  if (signal == SIGWINCH) was_resized = 1;
  if (signal == SIGTSTP) was_suspended = 1;
  if (signal == SIGCONT) was_continued = 1;
}

int frise_set_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  setlocale(LC_CTYPE, "C.UTF-8");
  return 0;
}

static int open_library(void) {
  if (edit.init) return 1;
  void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libedit.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libedit.so", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define FIND(field, name)                                             \
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
  FIND(history_open, "history_winit");
  FIND(history_close, "history_wend");
  FIND(history, "history_w");
  FIND(init, "el_init");
#undef FIND
  return 1;
}

// UTF-8 of `count` code points, from malloc; null when memory lacks.
static char *narrow(const wchar_t *text, size_t count) {
  char *bytes = malloc(4 * count + 1), *out = bytes;
  if (!bytes) return NULL;
  for (size_t index = 0; index < count; index++) {
    unsigned scalar = (unsigned)text[index];
    if (scalar < 0x80) {
      *out++ = (char)scalar;
    } else if (scalar < 0x800) {
      *out++ = (char)(0xC0 | scalar >> 6);
      *out++ = (char)(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
      *out++ = (char)(0xE0 | scalar >> 12);
      *out++ = (char)(0x80 | (scalar >> 6 & 0x3F));
      *out++ = (char)(0x80 | (scalar & 0x3F));
    } else {
      *out++ = (char)(0xF0 | (scalar >> 18 & 7));
      *out++ = (char)(0x80 | (scalar >> 12 & 0x3F));
      *out++ = (char)(0x80 | (scalar >> 6 & 0x3F));
      *out++ = (char)(0x80 | (scalar & 0x3F));
    }
  }
  *out = 0;
  return bytes;
}

// The length of the UTF-8 sequence that a byte begins; 0 for a byte that begins none.
static int sequence_length(unsigned char byte) {
  if (byte < 0x80) return 1;
  if (byte >= 0xC2 && byte <= 0xDF) return 2;
  if (byte >= 0xE0 && byte <= 0xEF) return 3;
  if (byte >= 0xF0 && byte <= 0xF4) return 4;
  return 0;
}

// Code points of UTF-8, from malloc; bytes that are none are dropped.
static wchar_t *widen(const char *text) {
  wchar_t *wide = malloc((strlen(text) + 1) * sizeof *wide), *out = wide;
  if (!wide) return NULL;
  while (*text) {
    int length = sequence_length((unsigned char)*text);
    if (length == 0) {
      text++;
      continue;
    }
    unsigned scalar = (unsigned char)*text++;
    if (length > 1) scalar &= 0x7Fu >> length;
    for (int rest = 1; rest < length && (*text & 0xC0) == 0x80; rest++)
      scalar = scalar << 6 | (*text++ & 0x3F);
    *out++ = (wchar_t)scalar;
  }
  *out = 0;
  return wide;
}

static frise_editor *editor_of(EditLine *line) {
  void *editor = NULL;
  edit.get(line, EL_CLIENTDATA, &editor);
  return editor;
}

static wchar_t *show_prompt(EditLine *line) { return editor_of(line)->prompt; }

static unsigned short screen_columns(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

// The row, from that of the prompt, where `end` of the text is shown on a screen so wide.
static int row_of(const frise_editor *editor, const wchar_t *text, const wchar_t *end, int width) {
  int row = 0, column = 0;
  for (const wchar_t *each = editor->prompt; *each; each++) column += wcwidth(*each);
  for (; text < end; text++) {
    int cells = *text < 0x20 ? 2 : wcwidth(*text);
    if (*text == L'\n') {
      row++;
      column = 0;
    } else if (column + (cells < 0 ? 1 : cells) > width) {
      row++;
      column = cells < 0 ? 1 : cells;
    } else {
      column += cells < 0 ? 1 : cells;
    }
  }
  return row + (column >= width);
}

// Draws the line anew after the terminal changed its width.
static void redraw(frise_editor *editor) {
  const LineInfoW *info = edit.line(editor->line);
  int row = row_of(editor, info->buffer, info->cursor, screen_columns());
  if (row > 0) printf("\033[%dA", row);
  fputs("\r\033[J", stdout);
  fflush(stdout);
  edit.resize(editor->line);
  edit.set(editor->line, EL_REFRESH);
}

// Stops the process as Ctrl-Z asks, with the terminal as it was found.
static void suspend(frise_editor *editor) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigset_t only, before;
  edit.set(editor->line, EL_PREP_TERM, 0);
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, &before);
  sigprocmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &ours, NULL);
}

// Waits for a byte with the signals let in; acts on those that concern the screen. Zero when a
// signal wants reading to end.
static int wait_for_input(frise_editor *editor, const sigset_t *outside) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  for (;;) {
    if (editor->owner.is_stopped(editor->owner.context)) return 0;
    if (was_suspended) {
      was_suspended = 0;
      suspend(editor);
      was_continued = 1;
    }
    if (was_continued) {
      was_continued = 0;
      edit.set(editor->line, EL_PREP_TERM, 1);
      edit.set(editor->line, EL_REFRESH);
    }
    if (was_resized) {
      was_resized = 0;
      redraw(editor);
    }
    if (ppoll(&input, 1, NULL, outside) >= 0) return 1;
    if (errno != EINTR) return 1;
  }
}

// Reads a code point: 1, or 0 at the end of input, or -1 when a signal ends the reading.
static int read_key(EditLine *line, wchar_t *key) {
  frise_editor *editor = editor_of(line);
  unsigned char bytes[4];
  int count = 0, length = 1;
  sigset_t blocked, outside;
  sigemptyset(&blocked);
  const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
  for (size_t index = 0; index < sizeof caught / sizeof *caught; index++)
    sigaddset(&blocked, caught[index]);
  sigprocmask(SIG_BLOCK, &blocked, &outside);
  int result = 1;
  while (count < length) {
    if (!wait_for_input(editor, &outside)) {
      result = -1;
      break;
    }
    ssize_t got = read(STDIN_FILENO, bytes + count, 1);
    if (got <= 0) {
      result = 0;
      break;
    }
    if (count == 0) {
      length = sequence_length(bytes[0]);
      if (length == 0) {
        length = 1;
        continue;
      }
    } else if ((bytes[count] & 0xC0) != 0x80) {
      count = 0;
      length = 1;
      continue;
    }
    count++;
  }
  sigprocmask(SIG_SETMASK, &outside, NULL);
  if (result == 1) {
    unsigned scalar = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> length);
    for (int index = 1; index < length; index++) scalar = scalar << 6 | (bytes[index] & 0x3F);
    *key = (wchar_t)scalar;
    // C1 controls are the editor's own keys: a typed one is as nothing.
    if (scalar >= 0x80 && scalar < 0xA0) return read_key(line, key);
  }
  return result;
}

// Opens a line; spaces beyond twenty are not worth their columns.
static unsigned char open_line(EditLine *line, int indentation) {
  wchar_t text[22] = L"\n";
  for (int column = 0; column < indentation && column < 20; column++) wcscat(text, L" ");
  return edit.insert(line, text) == 0 ? CC_REFRESH : CC_ERROR;
}

static int indentation_after(EditLine *line) {
  frise_editor *editor = editor_of(line);
  const LineInfoW *info = edit.line(line);
  char *text = narrow(info->buffer, (size_t)(info->lastchar - info->buffer));
  int indentation = text ? editor->owner.indentation(editor->owner.context, text) : -1;
  free(text);
  return indentation;
}

static unsigned char insert_line(EditLine *line, int key) {
  (void)key;
  int indentation = indentation_after(line);
  return open_line(line, indentation < 0 ? 2 : indentation);
}

static unsigned char press_enter(EditLine *line, int key) {
  (void)key;
  int indentation = indentation_after(line);
  if (indentation >= 0) return open_line(line, indentation);
  edit.push(line, accept_key);
  return CC_NORM;
}

static void list_below(frise_editor *editor, const char *listing) {
  const LineInfoW *info = edit.line(editor->line);
  int width = screen_columns();
  int down = row_of(editor, info->buffer, info->lastchar, width) -
             row_of(editor, info->buffer, info->cursor, width);
  if (down > 0) printf("\033[%dB", down);
  fputs("\r\n", stdout);
  for (; *listing; listing++) {
    if (*listing == '\n') putchar('\r');
    putchar(*listing);
  }
  fputs("\r\n", stdout);
  fflush(stdout);
}

static unsigned char press_tab(EditLine *line, int key) {
  (void)key;
  frise_editor *editor = editor_of(line);
  struct frise_completion completion = {0};
  const LineInfoW *info = edit.line(line);
  char *before = narrow(info->buffer, (size_t)(info->cursor - info->buffer));
  char *text = narrow(info->buffer, (size_t)(info->lastchar - info->buffer));
  if (before && text)
    editor->owner.complete(editor->owner.context, text, strlen(before), &completion);
  free(before);
  free(text);
  wchar_t *insert = completion.insert ? widen(completion.insert) : NULL;
  unsigned char answer = CC_NORM;
  if (insert) {
    edit.erase(line, (int)completion.erase);
    edit.insert(line, insert);
    answer = CC_REFRESH;
  }
  if (completion.listing) {
    list_below(editor, completion.listing);
    answer = CC_REDISPLAY;
  }
  free(insert);
  free(completion.insert);
  free(completion.listing);
  return answer;
}

// Makes the keys of both editing modes; the user's editrc comes after and wins.
static void bind_keys(EditLine *line) {
  edit.set(line, EL_ADDFN, L"frise-enter", L"Run the statement, or go on with it", press_enter);
  edit.set(line, EL_ADDFN, L"frise-line", L"Open a new line", insert_line);
  edit.set(line, EL_ADDFN, L"frise-complete", L"Complete the word", press_tab);
  edit.set(line, EL_BIND, L"^I", L"frise-complete", NULL);
  edit.set(line, EL_BIND, L"\\e^M", L"frise-line", NULL);
  edit.set(line, EL_BIND, L"\\e^J", L"frise-line", NULL);
  edit.set(line, EL_BIND, L"\\e[3~", L"ed-delete-next-char", NULL);
  edit.set(line, EL_BIND, L"\\e[1~", L"ed-move-to-beg", NULL);
  edit.set(line, EL_BIND, L"\\e[4~", L"ed-move-to-end", NULL);
  edit.set(line, EL_BIND, L"\\e[1;5C", L"em-next-word", NULL);
  edit.set(line, EL_BIND, L"\\e[1;5D", L"ed-prev-word", NULL);
}

// Enter in both maps: not to be lost, whatever the editrc says.
static void bind_enter(EditLine *line) {
  edit.set(line, EL_BIND, accept_key, L"ed-newline", NULL);
  edit.set(line, EL_BIND, L"-a", accept_key, L"ed-newline", NULL);
  edit.set(line, EL_BIND, L"^M", L"frise-enter", NULL);
  edit.set(line, EL_BIND, L"^J", L"frise-enter", NULL);
  edit.set(line, EL_BIND, L"-a", L"^M", L"frise-enter", NULL);
  edit.set(line, EL_BIND, L"-a", L"^J", L"frise-enter", NULL);
}

frise_editor *frise_editor_open(const char *prompt, struct frise_editor_owner owner) {
  if (!open_library()) return NULL;
  frise_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  HistEventW event;
  int is_editing = 0;
  editor->owner = owner;
  editor->prompt = widen(prompt);
  editor->history = edit.history_open();
  editor->line = editor->prompt && editor->history
                   ? edit.init("frise", stdin, stdout, stderr)
                   : NULL;
  if (!editor->line) {
    frise_editor_close(editor);
    return NULL;
  }
  edit.set(editor->line, EL_CLIENTDATA, editor);
  edit.set(editor->line, EL_EDITOR, L"emacs");
  edit.set(editor->line, EL_SIGNAL, 0);
  edit.set(editor->line, EL_PROMPT, show_prompt);
  // Without a size libedit takes entries and throws them away.
  edit.history(editor->history, &event, H_SETSIZE, history_size);
  edit.history(editor->history, &event, H_SETUNIQUE, 1);
  edit.set(editor->line, EL_HIST, edit.history, editor->history);
  edit.set(editor->line, EL_GETCFN, read_key);
  bind_keys(editor->line);
  edit.source(editor->line, NULL);
  bind_enter(editor->line);
  edit.get(editor->line, EL_EDITMODE, &is_editing);
  if (!is_editing) {
    frise_editor_close(editor);
    return NULL;
  }
  return editor;
}

const char *frise_editor_read(frise_editor *editor, enum frise_reading *reading) {
  struct sigaction ours = {.sa_handler = note_signal}, before[3];
  const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT};
  int count = 0;
  sigemptyset(&ours.sa_mask);
  for (int index = 0; index < 3; index++) sigaction(caught[index], &ours, &before[index]);
  free(editor->text);
  editor->text = NULL;
  // The window may have changed while a statement ran.
  edit.resize(editor->line);
  // Before the prompt is seen, so that no key typed after it meets the terminal's own editing.
  edit.set(editor->line, EL_PREP_TERM, 1);
  const wchar_t *line = edit.gets(editor->line, &count);
  for (int index = 0; index < 3; index++) sigaction(caught[index], &before[index], NULL);
  if (line && count > 0) {
    if (line[count - 1] == L'\n') count--;
    editor->text = narrow(line, (size_t)count);
  }
  // An interrupt within a search looks like the end of input: the owner's flag comes first.
  if (editor->owner.is_stopped(editor->owner.context)) {
    edit.reset(editor->line);
    *reading = FRISE_READ_STOPPED;
  } else {
    *reading = editor->text ? FRISE_READ_LINE : FRISE_READ_END;
  }
  return editor->text;
}

void frise_editor_remember(frise_editor *editor, const char *text) {
  HistEventW event;
  wchar_t *wide = widen(text);
  if (wide) edit.history(editor->history, &event, H_ENTER, wide);
  free(wide);
}

void frise_editor_close(frise_editor *editor) {
  if (editor->line) edit.end(editor->line);
  if (editor->history) edit.history_close(editor->history);
  free(editor->prompt);
  free(editor->text);
  free(editor);
}

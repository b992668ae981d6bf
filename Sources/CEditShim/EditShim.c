#include "EditShim.h"

#include <dlfcn.h>
#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// The functions of libedit, found by name when the first editor is opened.
#define LIBRARY(each)                                                                          \
  each(init, el_init) each(end, el_end) each(reset, el_reset) each(resize, el_resize)          \
  each(set, el_wset) each(get, el_wget) each(gets, el_wgets) each(push, el_wpush)              \
  each(line, el_wline) each(insert, el_winsertstr) each(erase, el_deletestr)                   \
  each(move, el_cursor) each(parse, el_parse) each(words_open, tok_init)                       \
  each(words_close, tok_end) each(words_of, tok_str) each(history_open, history_winit)         \
  each(history_close, history_wend) each(history, history_w)

#define MEMBER(field, name) __typeof__(&name) field;
static struct { LIBRARY(MEMBER) } edit;

struct frise_editor {
  EditLine *line;
  HistoryW *history;
  struct frise_editor_owner owner;
  wchar_t *prompt;
  // The last text given out, in UTF-8.
  char *text;
  // The text to begin with, until the first key is asked for.
  const char *draft;
};

static const wchar_t accept_key[] = {FRISE_KEY_ACCEPT, 0};

static int open_library(void) {
  static const char *const names[] = {"libedit.so.2", "libedit.so.0", "libedit.so"};
  void *library = NULL;
  if (edit.init) return 1;
  for (size_t index = 0; !library && index < sizeof names / sizeof *names; index++)
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define FIND(field, name)                                    \
  edit.field = (__typeof__(edit.field))dlsym(library, #name); \
  if (!edit.field) return edit.init = NULL, 0;
  LIBRARY(FIND)
  return 1;
}

static frise_editor *editor_of(EditLine *line) {
  void *editor = NULL;
  return edit.get(line, EL_CLIENTDATA, &editor), editor;
}

static wchar_t *show_prompt(EditLine *line) { return editor_of(line)->prompt; }

// The text and its cursor. Functions of libedit leave the cursor before an empty text (vi's `$`) or
// behind a text that became shorter (a mark): it is put back within.
static const LineInfoW *line_of(frise_editor *editor) {
  const LineInfoW *info = edit.line(editor->line);
  if (info->cursor < info->buffer) edit.move(editor->line, (int)(info->buffer - info->cursor));
  if (info->cursor > info->lastchar) edit.move(editor->line, (int)(info->lastchar - info->cursor));
  return edit.line(editor->line);
}

// MARK: Input

// The milliseconds after a key in which the next one of who types fast comes.
static const int moment = 30;

// Waits for a key, and acts on the signals that concern the screen. Zero when one wants the reading
// to end.
static int wait_for_key(frise_editor *editor) {
  const struct frise_editor_owner *owner = &editor->owner;
  // How long to wait before more is painted: no time, a moment, for ever.
  int patience = 0;
  for (;;) {
    enum frise_event event = frise_terminal_wait(patience, owner->is_stopped);
    if (event == FRISE_EVENT_IDLE) {
      (patience == 0 ? owner->will_wait : owner->will_idle)(owner->context);
      patience = patience == 0 ? moment : -1;
      continue;
    }
    if (patience != 0) owner->did_wait(owner->context);
    patience = 0;
    switch (event) {
      case FRISE_EVENT_KEY: return 1;
      case FRISE_EVENT_STOPPED: owner->will_stop(owner->context); return 0;
      case FRISE_EVENT_RESIZED:
        owner->will_redraw(owner->context);
        edit.resize(editor->line);
        edit.set(editor->line, EL_REFRESH);
        break;
      case FRISE_EVENT_SUSPENDED:
        edit.set(editor->line, EL_PREP_TERM, 0);
        frise_terminal_end_reading();
        frise_terminal_suspend();
        frise_terminal_begin_reading();
        __attribute__((fallthrough));
      default:
        edit.set(editor->line, EL_PREP_TERM, 1);
        edit.set(editor->line, EL_REFRESH);
    }
  }
}

// Reads a key: 1, or 0 at the end of input, or -1 when a signal ends the reading.
static int read_key(EditLine *line, wchar_t *key) {
  frise_editor *editor = editor_of(line);
  const char *draft = editor->draft;
  long scalar = 0;
  editor->draft = NULL;
  if (draft && *draft) {
    // The screen is prepared now: the draft is put in and shown before the first key.
    fputs("\r", stdout);
    frise_editor_replace(editor, draft, strlen(draft));
    edit.set(line, EL_REFRESH);
  }
  line_of(editor);
  while (scalar == 0) {
    if (!frise_keys_have_rest() && !wait_for_key(editor)) return -1;
    scalar = frise_keys_next();
  }
  *key = (wchar_t)scalar;
  return scalar > 0;
}

// MARK: The text

char *frise_editor_text(frise_editor *editor, size_t *cursor) {
  const LineInfoW *info = line_of(editor);
  *cursor = frise_narrow_count(info->buffer, (size_t)(info->cursor - info->buffer));
  return frise_narrow(info->buffer, (size_t)(info->lastchar - info->buffer));
}

void frise_editor_replace(frise_editor *editor, const char *text, size_t cursor) {
  wchar_t *wide = frise_widen(text);
  if (!wide) return;
  const LineInfoW *info = line_of(editor);
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

void frise_editor_redraw(frise_editor *editor) { edit.set(editor->line, EL_REFRESH); }

// MARK: Keys

static unsigned char press(EditLine *line, enum frise_key key) {
  frise_editor *editor = editor_of(line);
  switch (editor->owner.press(editor->owner.context, key)) {
    case FRISE_ANSWER_REFRESH: return CC_REFRESH;
    case FRISE_ANSWER_REDISPLAY: return CC_REDISPLAY;
    case FRISE_ANSWER_ACCEPT: edit.push(line, accept_key); return CC_REFRESH;
    default: return CC_ERROR;
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

static void bind_command(EditLine *line, const wchar_t *key, const wchar_t *function) {
  edit.set(line, EL_BIND, L"-a", key, function, NULL);
}

static int is_vi(EditLine *line) {
  const wchar_t *mode = NULL;
  edit.get(line, EL_EDITOR, &mode);
  return mode && wcscmp(mode, L"vi") == 0;
}

// The ordinary keys: before the lines of the user's editrc, which win. In vi's maps only those that
// mean nothing there, or the same; a sequence of Escape would take its own meaning from it.
#define BIND(key, name, help, first, second)                                       \
  if (!vi || !is_sequence(first)) bind(line, first, L"frise-" #name); \
  bind(line, second, L"frise-" #name);
static int is_sequence(const wchar_t *key) { return key && key[0] == L'\\'; }
static void bind_keys(EditLine *line) {
  // A second Escape of vi changes nothing, and takes no key with it.
  static const wchar_t *const commands[][2] = {
    {L"k", L"frise-up"}, {L"j", L"frise-down"}, {L"^P", L"frise-up"}, {L"^N", L"frise-down"},
    {L"^R", L"frise-search"}, {L"v", L"frise-edit"}, {L"^[", L"ed-ignore"},
    // libedit's own: it crashes on a quotation mark without its twin, and on what it repeats where
    // that is typed among commands.
    {L":", L"ed-unassigned"}, {L".", L"ed-unassigned"},
  };
  int vi = is_vi(line);
  FUNCTIONS(BIND)
  bind(line, L"^W", L"ed-delete-prev-word");
  // libedit reads a command there, and crashes on a quotation mark without its twin.
  if (!vi) bind(line, L"\\ex", L"ed-unassigned"), bind(line, L"\\eX", L"ed-unassigned");
  for (size_t index = 0; vi && index < sizeof commands / sizeof *commands; index++)
    bind_command(line, commands[index][0], commands[index][1]);
}

// The keys that no editrc can take, in the maps of insertion and of vi's commands.
static void bind_everywhere(EditLine *line, wchar_t key, const wchar_t *function) {
  bind(line, (const wchar_t[]){key, 0}, function);
  bind_command(line, (const wchar_t[]){key, 0}, function);
}

#define BIND_OWN(key, name, help, first, second) \
  bind_everywhere(line, FRISE_KEY_##key, L"frise-" #name);
static void bind_own_keys(EditLine *line) {
  FUNCTIONS(BIND_OWN)
  bind_everywhere(line, FRISE_KEY_ACCEPT, L"ed-newline");
  bind_everywhere(line, FRISE_KEY_LEFT, L"ed-prev-char");
  bind_everywhere(line, FRISE_KEY_DELETE, L"ed-delete-next-char");
  bind_everywhere(line, FRISE_KEY_WORD_BACK, L"ed-prev-word");
  bind_everywhere(line, L'\r', L"frise-enter");
  bind_everywhere(line, L'\n', L"frise-enter");
}

// Does what the lines of the user's editrc say, each ended by a line end. Going over to other maps
// takes them anew: ours are put in at once, so that the lines after it win.
static void follow_editrc(EditLine *line, const char *lines) {
  while (*lines) {
    Tokenizer *words = edit.words_open(NULL);
    int count = 0, was_vi = is_vi(line);
    const char **vector = NULL;
    size_t length = strcspn(lines, "\n");
    char *one = strndup(lines, length);
    lines += length + (lines[length] != 0);
    if (words && one && edit.words_of(words, one, &count, &vector) == 0 && count > 0)
      edit.parse(line, count, vector);
    if (is_vi(line) != was_vi) bind_keys(line);
    if (words) edit.words_close(words);
    free(one);
  }
}

// MARK: The editor

frise_editor *frise_editor_open(const char *prompt, const char *editrc,
                                struct frise_editor_owner owner) {
  frise_editor *editor = open_library() ? calloc(1, sizeof *editor) : NULL;
  if (!editor) return NULL;
  HistEventW event;
  int is_editing = 0;
  editor->owner = owner;
  editor->prompt = frise_widen(prompt);
  editor->history = edit.history_open();
  frise_terminal_take();
  if (editor->prompt && editor->history) editor->line = edit.init("frise", stdin, stdout, stderr);
  if (!editor->line) return frise_editor_close(editor), NULL;
  edit.set(editor->line, EL_CLIENTDATA, editor);
  // libedit would give the terminal back its lines and its echo between two statements.
  edit.set(editor->line, EL_SETTY, L"-x", L"-icanon", L"-echo", NULL);
  edit.set(editor->line, EL_EDITOR, L"emacs");
  edit.set(editor->line, EL_SIGNAL, 0);
  edit.set(editor->line, EL_PROMPT, show_prompt);
  // Without a size libedit takes entries and throws them away.
  edit.history(editor->history, &event, H_SETSIZE, 10000);
  edit.history(editor->history, &event, H_SETUNIQUE, 1);
  edit.set(editor->line, EL_HIST, edit.history, editor->history);
  edit.set(editor->line, EL_GETCFN, read_key);
  add_functions(editor->line);
  bind_keys(editor->line);
  follow_editrc(editor->line, editrc);
  bind_own_keys(editor->line);
  edit.get(editor->line, EL_EDITMODE, &is_editing);
  return is_editing ? editor : (frise_editor_close(editor), NULL);
}

const char *frise_editor_read(frise_editor *editor, const char *draft,
                              enum frise_reading *reading) {
  int count = 0;
  free(editor->text);
  editor->text = NULL;
  editor->draft = draft;
  // The window may have changed while a statement ran.
  edit.resize(editor->line);
  frise_terminal_begin_reading();
  const wchar_t *line = edit.gets(editor->line, &count);
  frise_terminal_end_reading();
  if (line && count > 0) {
    if (line[count - 1] == L'\n') count--;
    editor->text = frise_narrow(line, (size_t)count);
  }
  // An interrupt within a search looks like the end of input: the owner's flag comes first.
  if (editor->owner.is_stopped()) {
    const LineInfoW *info = edit.line(editor->line);
    free(editor->text);
    editor->text = frise_narrow(info->buffer, (size_t)(info->lastchar - info->buffer));
    edit.reset(editor->line);
    frise_keys_forget();
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
  frise_terminal_give_back();
  free(editor->prompt);
  free(editor->text);
  free(editor);
}

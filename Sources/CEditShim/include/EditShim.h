// The only place that sees libedit: an opaque editor, calls without variable arguments, text in
// UTF-8. The library is opened by `dlopen` when a prompt is: a query on the command line does not
// pay for it, and without it the shell reads plain lines.
//
// Escape sequences are taken apart here, so that a lone Escape needs no second key, and reach the
// owner as the keys below; what a key does is the owner's to say.
#pragma once
#include <stddef.h>

/// A line editor on standard input and standard output.
typedef struct frise_editor frise_editor;

/// Keys that the owner gives a meaning. Their numbers are those of control characters that no text
/// holds; the first one is the editor's own «run it».
enum frise_key {
  FRISE_KEY_ACCEPT = 0x81,
  FRISE_KEY_ENTER,
  FRISE_KEY_LINE,
  FRISE_KEY_TAB,
  FRISE_KEY_UP,
  FRISE_KEY_DOWN,
  FRISE_KEY_RIGHT,
  FRISE_KEY_HOME,
  FRISE_KEY_END,
  FRISE_KEY_WORD,
  FRISE_KEY_SEARCH,
  FRISE_KEY_PASTE,
  FRISE_KEY_GRABBED,
  FRISE_KEY_MARK,
  FRISE_KEY_UNDO,
  FRISE_KEY_EDIT,
  // These the editor knows itself.
  FRISE_KEY_LEFT,
  FRISE_KEY_DELETE,
  FRISE_KEY_WORD_BACK,
};

/// What is to happen after a key.
enum frise_answer {
  FRISE_ANSWER_NOTHING,
  FRISE_ANSWER_REFRESH,
  FRISE_ANSWER_REDISPLAY,
  FRISE_ANSWER_ACCEPT,
  FRISE_ANSWER_REFUSE,
};

/// What the editor asks of its owner; every call gets `context` back.
struct frise_editor_owner {
  void *_Nullable context;
  /// Nonzero when a signal wants reading to end.
  int (*_Nonnull is_stopped)(void *_Nullable context);
  /// The screen is as the editor believes it, and a key will be waited for.
  void (*_Nonnull will_wait)(void *_Nullable context);
  /// A key came: the screen must be as the editor believes it.
  void (*_Nonnull did_wait)(void *_Nullable context);
  /// A signal ends the reading: what is written next stands behind the text.
  void (*_Nonnull will_stop)(void *_Nullable context);
  /// Acts on one of the keys above.
  enum frise_answer (*_Nonnull press)(void *_Nullable context, enum frise_key key);
  /// The row of the cursor, from that of the prompt, on a screen so wide.
  int (*_Nonnull cursor_row)(void *_Nullable context, int columns);
};

/// How a reading ended.
enum frise_reading { FRISE_READ_LINE, FRISE_READ_END, FRISE_READ_STOPPED };

/// Takes the locale of the environment for characters, and C.UTF-8 when that one is not UTF-8: in
/// the C locale libedit drops every accent. Returns nonzero when the environment's own is UTF-8.
int frise_set_locale(void);
/// The columns that libedit gives a code point; negative for one it does not know.
int frise_width(unsigned scalar);
/// Opens an editor with a prompt, or null when libedit is absent, refuses, or is turned off by the
/// user's editrc. Sequences that the editrc binds are given, each ended by NUL, the last by two:
/// they are left to libedit.
frise_editor *_Nullable frise_editor_open(const char *_Nonnull prompt,
                                          const char *_Nonnull own_sequences,
                                          struct frise_editor_owner owner);
/// Reads one statement; the text lives until the next call and has no line end. It begins with
/// `draft`, the cursor at its end.
const char *_Nullable frise_editor_read(frise_editor *_Nonnull editor, const char *_Nonnull draft,
                                        enum frise_reading *_Nonnull reading);
/// Adds an entry to libedit's own history, for the keys of vi.
void frise_editor_remember(frise_editor *_Nonnull editor, const char *_Nonnull text);
/// Gives the terminal back and frees the editor.
void frise_editor_close(frise_editor *_Nonnull editor);

/// The text being edited, from `malloc`, and the byte offset of the cursor in it.
char *_Nullable frise_editor_text(frise_editor *_Nonnull editor, size_t *_Nonnull cursor);
/// Puts a text in place of the one being edited, with the cursor at a byte offset of it.
void frise_editor_replace(frise_editor *_Nonnull editor, const char *_Nonnull text, size_t cursor);
/// Nonzero when there is input to read.
int frise_editor_has_input(frise_editor *_Nonnull editor);
/// The bytes of the last paste; they live until the next one.
const char *_Nullable frise_editor_pasted(frise_editor *_Nonnull editor, size_t *_Nonnull count);
/// The code point that a grabbed key or a combining mark is.
unsigned frise_editor_scalar(frise_editor *_Nonnull editor);
/// With nonzero, every key is the owner's, as FRISE_KEY_GRABBED.
void frise_editor_grab(frise_editor *_Nonnull editor, int is_grabbing);
/// Changes the prompt.
void frise_editor_set_prompt(frise_editor *_Nonnull editor, const char *_Nonnull prompt);

/// Gives the terminal to a question or to another program, as it was found; nothing without an
/// editor.
void frise_terminal_lend(void);
/// Takes it again.
void frise_terminal_reclaim(void);

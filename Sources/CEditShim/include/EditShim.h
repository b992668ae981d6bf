// The only place that sees libedit: an opaque editor, calls without variable arguments, text in
// UTF-8. The library is opened by `dlopen` when a prompt is: a query on the command line does not
// pay for it, and without it the shell reads plain lines. What a key does is the owner's to say.
#pragma once
#include "TerminalShim.h"

/// A line editor on standard input and standard output.
typedef struct frise_editor frise_editor;

/// What is to happen after a key.
enum frise_answer {
  FRISE_ANSWER_REFRESH, FRISE_ANSWER_REDISPLAY, FRISE_ANSWER_ACCEPT, FRISE_ANSWER_REFUSE
};

/// What the editor asks of its owner; calls get `context` back.
struct frise_editor_owner {
  void *_Nullable context;
  /// Nonzero when a signal wants reading to end.
  int (*_Nonnull is_stopped)(void);
  /// The screen is as the editor believes it, and a key will be waited for.
  void (*_Nonnull will_wait)(void *_Nullable context);
  /// No key came for a moment after that.
  void (*_Nonnull will_idle)(void *_Nullable context);
  /// A key came: the screen must be as the editor believes it.
  void (*_Nonnull did_wait)(void *_Nullable context);
  /// A signal ends the reading: what is written next stands behind the text.
  void (*_Nonnull will_stop)(void *_Nullable context);
  /// The terminal changed its width: the line is drawn anew from where the cursor is then.
  void (*_Nonnull will_redraw)(void *_Nullable context);
  /// Acts on a key.
  enum frise_answer (*_Nonnull press)(void *_Nullable context, enum frise_key key);
};

/// How a reading ended.
enum frise_reading { FRISE_READ_LINE, FRISE_READ_END, FRISE_READ_STOPPED };

/// Opens an editor with a prompt, and does what the lines of the user's editrc say; null when
/// libedit is absent, refuses, or is turned off by those lines.
frise_editor *_Nullable frise_editor_open(const char *_Nonnull prompt, const char *_Nonnull editrc,
                                          struct frise_editor_owner owner);
/// Reads one statement; the text lives until the next call and has no line end. It begins with
/// `draft`, the cursor at its end.
const char *_Nullable frise_editor_read(frise_editor *_Nonnull editor, const char *_Nonnull draft,
                                        enum frise_reading *_Nonnull reading);
/// Draws the line anew, from where the cursor is.
void frise_editor_redraw(frise_editor *_Nonnull editor);
/// Adds an entry to libedit's own history, for the keys of vi.
void frise_editor_remember(frise_editor *_Nonnull editor, const char *_Nonnull text);
/// Gives the terminal back and frees the editor.
void frise_editor_close(frise_editor *_Nonnull editor);
/// The text being edited, from `malloc`, and the byte offset of the cursor in it.
char *_Nullable frise_editor_text(frise_editor *_Nonnull editor, size_t *_Nonnull cursor);
/// Puts a text in place of the one being edited, with the cursor at a byte offset of it.
void frise_editor_replace(frise_editor *_Nonnull editor, const char *_Nonnull text, size_t cursor);
/// Changes the prompt.
void frise_editor_set_prompt(frise_editor *_Nonnull editor, const char *_Nonnull prompt);

// The only place that sees libedit: an opaque editor, calls without variable arguments, text in
// UTF-8. The library is opened by `dlopen` when a prompt is: a query on the command line does not
// pay for it, and without it the shell reads plain lines.
#pragma once
#include <stddef.h>

/// A line editor on standard input and standard output.
typedef struct frise_editor frise_editor;

/// What Tab does: erase so many code points before the cursor, insert a text, list others below.
/// Both texts come from `malloc` and are freed by the editor; null for none.
struct frise_completion {
  size_t erase;
  char *_Nullable insert;
  char *_Nullable listing;
};

/// What the editor asks of its owner; every call gets `context` back.
struct frise_editor_owner {
  void *_Nullable context;
  /// Negative when the text may be run; else Enter opens a line that begins with so many spaces.
  int (*_Nonnull indentation)(void *_Nullable context, const char *_Nonnull text);
  /// Fills in what Tab at a byte offset of the text does.
  void (*_Nonnull complete)(void *_Nullable context, const char *_Nonnull text, size_t cursor,
                            struct frise_completion *_Nonnull completion);
  /// Nonzero when a signal wants reading to end.
  int (*_Nonnull is_stopped)(void *_Nullable context);
};

/// How a reading ended.
enum frise_reading { FRISE_READ_LINE, FRISE_READ_END, FRISE_READ_STOPPED };

/// Takes the locale of the environment for characters, and C.UTF-8 when that one is not UTF-8: in
/// the C locale libedit drops every accent. Returns nonzero when the environment's own is UTF-8.
int frise_set_locale(void);
/// Opens an editor with a prompt, or null when libedit is absent, refuses, or is turned off by the
/// user's editrc.
frise_editor *_Nullable frise_editor_open(const char *_Nonnull prompt,
                                          struct frise_editor_owner owner);
/// Reads one statement; the text lives until the next call and has no line end.
const char *_Nullable frise_editor_read(frise_editor *_Nonnull editor,
                                        enum frise_reading *_Nonnull reading);
/// Adds an entry to the history that Up recalls.
void frise_editor_remember(frise_editor *_Nonnull editor, const char *_Nonnull text);
/// Gives the terminal back and frees the editor.
void frise_editor_close(frise_editor *_Nonnull editor);

// The terminal beneath a line editor: keys out of bytes, the signals and modes of the terminal, and
// the characters of the locale. It knows no editor.
#pragma once
#include <stddef.h>
#include <wchar.h>

// MARK: Characters

/// Takes the locale of the environment for characters, and C.UTF-8 when that one is not UTF-8: in
/// the C locale libedit drops every accent. Returns nonzero when the environment's own is UTF-8.
int frise_set_locale(void);
/// The columns that the locale gives a code point; negative for one it does not know.
int frise_width(unsigned scalar);
/// The length of the UTF-8 sequence that a byte begins; 0 for a byte that begins none.
int frise_sequence_length(unsigned char byte);
/// The bytes of UTF-8 that `count` code points take.
size_t frise_narrow_count(const wchar_t *_Nonnull text, size_t count);
/// UTF-8 of `count` code points, from malloc; null when memory lacks.
char *_Nullable frise_narrow(const wchar_t *_Nonnull text, size_t count);
/// Code points of UTF-8, from malloc; bytes that are none are dropped.
wchar_t *_Nullable frise_widen(const char *_Nonnull text);

// MARK: Keys

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

/// Leaves escape sequences to the editor: what follows Escape in each, ended by NUL, the last by
/// two.
void frise_keys_leave(const char *_Nonnull sequences);
/// Reads a key of standard input: a code point or one of `enum frise_key`, 0 for what is none, -1
/// at the end. A lone Escape needs no second key.
long frise_keys_next(void);
/// The code point of the last key: what FRISE_KEY_GRABBED or FRISE_KEY_MARK stands for.
unsigned frise_keys_last(void);
/// With nonzero, every key is the owner's, as FRISE_KEY_GRABBED.
void frise_keys_grab(int grabs);
/// Lets go of bytes read ahead, as the terminal does with those that nobody read when Ctrl-C comes.
void frise_keys_forget(void);
/// Nonzero when bytes read ahead are left.
int frise_keys_have_rest(void);
/// Nonzero when there is anything to read.
int frise_keys_have_input(void);
/// The bytes of the last paste; they live until the next one.
const char *_Nullable frise_keys_pasted(size_t *_Nonnull count);

// MARK: The terminal

/// Takes the terminal on standard input: neither lines nor echo, so that what is typed ahead,
/// Ctrl-D too, waits as it is.
void frise_terminal_take(void);
/// Gives it back as it was found.
void frise_terminal_give_back(void);
/// Gives it to a question or to another program for a while; nothing when it was not taken.
void frise_terminal_lend(void);
/// Takes it again.
void frise_terminal_reclaim(void);

/// What a wait for a key may come to.
enum frise_event {
  /// There is a key to read.
  FRISE_EVENT_KEY,
  /// No key in this time: the screen may be painted.
  FRISE_EVENT_IDLE,
  /// The reading shall end.
  FRISE_EVENT_STOPPED,
  FRISE_EVENT_SUSPENDED,
  FRISE_EVENT_CONTINUED,
  FRISE_EVENT_RESIZED,
};

/// Begins to listen to the signals of the terminal, and asks it to mark pastes.
void frise_terminal_begin_reading(void);
/// Ends that.
void frise_terminal_end_reading(void);
/// Waits for what comes first: a key, a signal, or `patience` milliseconds (less than a second,
/// negative for no end), after which there is time to paint.
enum frise_event frise_terminal_wait(int patience, int (*_Nonnull is_stopped)(void));
/// Stops the process as Ctrl-Z asks, with the terminal as it was found, and takes it again.
void frise_terminal_suspend(void);

// The corners of the C library that Swift's Glibc module leaves out: `getopt_long`, terminals.
#pragma once
#include <getopt.h>
#include <stddef.h>

/// Begins a new reading of the command line by `getopt_long`, which then prints nothing itself.
void frise_options_begin(void);
/// The index in the argument vector of the next word to read.
int frise_options_index(void);
/// The value of the option just read, or null.
const char *_Nullable frise_options_value(void);
/// The code of the option that was refused: unknown (0 for a long one), or without its value.
int frise_options_refused(void);

/// Opens a pseudo-terminal: the master's descriptor, close-on-exec, or -1; `name` receives the path
/// of its terminal.
int frise_pseudoterminal(char *_Nonnull name, size_t capacity, unsigned short rows,
                         unsigned short columns);
/// Sets the size of the terminal behind `descriptor`; its foreground group is told by SIGWINCH.
int frise_resize(int descriptor, unsigned short rows, unsigned short columns);
/// Starts a program in a session of its own whose controlling terminal is `terminal`, with that
/// terminal as its three streams; or, without a terminal, with the three descriptors given.
/// Returns the process id, or -1 with `errno`.
int frise_spawn(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
                char *_Nullable const *_Nonnull environment, const char *_Nullable folder,
                const char *_Nullable terminal, const int *_Nonnull streams);
/// Opens a pipe, close-on-exec, its reading end first; 0, or -1 with `errno`.
int frise_pipe(int *_Nonnull ends);

/// Settles how memory is had for arrays: from one heap that all threads share, where what is
/// released is kept for the next, unless it is large.
void frise_heap_settle(void);
/// Sees to it that the heap holds so many bytes more, in large pages where the system has them; none
/// of them is touched. Nothing happens where they cannot be had. The heap does not shrink until
/// `frise_heap_settle` is called again.
void frise_heap_extend(size_t bytes);

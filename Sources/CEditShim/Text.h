// Between UTF-8 and the wide characters of libedit.
#pragma once
#include <stddef.h>
#include <wchar.h>

/// The length of the UTF-8 sequence that a byte begins; 0 for a byte that begins none.
int frise_sequence_length(unsigned char byte);
/// The bytes of UTF-8 that `count` code points take.
size_t frise_narrow_count(const wchar_t *text, size_t count);
/// UTF-8 of `count` code points, from malloc; null when memory lacks.
char *frise_narrow(const wchar_t *text, size_t count);
/// Code points of UTF-8, from malloc; bytes that are none are dropped.
wchar_t *frise_widen(const char *text);

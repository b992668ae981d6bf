// Texts are UTF-8: the library is asked for its 8-bit form.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

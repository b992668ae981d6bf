#include "EditShim.h"
#include <histedit.h>
const char *frise_edit_name(void) { return "libedit"; }

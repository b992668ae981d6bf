// Unpacks gzip files.
#include <zlib.h>

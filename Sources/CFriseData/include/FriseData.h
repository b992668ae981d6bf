// The plain files of `data/`, embedded at build time with C23 `#embed`.
#pragma once
#include <stddef.h>

/// One embedded file: its path below `data/`, its bytes, how many.
struct frise_data_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// Every embedded file, in the order of the table in `FriseData.c`.
extern const struct frise_data_file frise_data_files[];
/// How many entries `frise_data_files` has.
extern const size_t frise_data_file_count;

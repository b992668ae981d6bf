#include "FriseData.h"

static const unsigned char license[] = {
#embed "data/LICENSE.txt"
};

const struct frise_data_file frise_data_files[] = {
  {"LICENSE.txt", license, sizeof license},
};
const size_t frise_data_file_count = sizeof frise_data_files / sizeof frise_data_files[0];

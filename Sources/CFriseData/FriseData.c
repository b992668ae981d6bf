#include "FriseData.h"

#define FILE_BYTES(symbol) static const unsigned char symbol[] =

FILE_BYTES(license) {
#embed "data/LICENSE.txt"
};

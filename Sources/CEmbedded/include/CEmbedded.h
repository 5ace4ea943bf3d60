#pragma once
#include <stddef.h>

/// A text file of the source tree compiled into the program, found by its name; NULL when there is none.
const unsigned char *embedded_file(const char *name, size_t *count);

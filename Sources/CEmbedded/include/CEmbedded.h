#pragma once
#include <stddef.h>

/// A text file of the source tree that is compiled into the program, with a NUL behind its text.
struct embedded_file {
  const char *_Nonnull name;
  const char *_Nonnull text;
};

/// The file at a place of the list; NULL behind its end.
const struct embedded_file *_Nullable embedded_file(size_t place);

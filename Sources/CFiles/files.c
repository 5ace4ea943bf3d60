#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "CFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { list_length = 1 << 12, value_length = 1 << 16 };

void files_copy_attributes(const char *from, int to) {
#ifdef __linux__
  char names[list_length], value[value_length];
  ssize_t count = listxattr(from, names, sizeof names);
  for (char *name = names; name < names + count; name += strlen(name) + 1) {
    ssize_t length = getxattr(from, name, value, sizeof value);
    if (length >= 0) (void)!fsetxattr(to, name, value, (size_t)length, 0);
  }
#endif
}

int files_rename_new(const char *from, const char *to) {
#ifdef __linux__
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
#endif
  // The file system cannot do both at once.
  if (access(to, F_OK) == 0) {
    errno = EEXIST;
    return -1;
  }
  return rename(from, to);
}

int files_make_nameless(const char *folder) {
#ifdef O_TMPFILE
  return open(folder, O_TMPFILE | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
#else
  errno = ENOTSUP;
  return -1;
#endif
}

int files_name(int descriptor, const char *path) {
#ifdef O_TMPFILE
  char itself[64];
  snprintf(itself, sizeof itself, "/proc/self/fd/%d", descriptor);
  return linkat(AT_FDCWD, itself, AT_FDCWD, path, AT_SYMLINK_FOLLOW);
#else
  errno = ENOTSUP;
  return -1;
#endif
}

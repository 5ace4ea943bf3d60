// Preloaded into the program by SaveFaultTests: makes one chosen call of the C library fail, or kills
// the program there. Calls are counted from the first Ctrl+S that is read on, or from the first key
// that FAULT_KEY names.
//
// FAULT_NUMBER is the call, FAULT_KIND what happens at it: kill, an error's number, short (half is
// written), full (half is written, then the disk is full), torn (half is written, then killed), or
// shout (a text on standard error, then abort). FAULT_LOG gets the calls counted: when,
// in milliseconds, and their names.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

static bool is_armed, is_full;
static int count, number, log_file = -1;
static const char *kind;
static char key = 0x13;

#define real(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void prepare(void) {
  const char *text = getenv("FAULT_NUMBER");
  number = text ? atoi(text) : 0;
  kind = getenv("FAULT_KIND");
  if (getenv("FAULT_KEY")) key = *getenv("FAULT_KEY");
  const char *path = getenv("FAULT_LOG");
  if (path) log_file = real(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static bool is_due(const char *name) {
  if (!is_armed) return false;
  count++;
  if (log_file >= 0) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    dprintf(log_file, "%lld %s\n", now.tv_sec * 1000LL + now.tv_nsec / 1000000, name);
  }
  return count == number;
}

// Whether the call is to fail; errno says with what.
static bool fails(const char *name) {
  if (!is_due(name)) return false;
  if (strcmp(kind, "kill") == 0) raise(SIGKILL);
  if (strcmp(kind, "shout") == 0) {
    static const char text[] = "something went badly wrong \x1b[31m\xc2\x9b" "31m\n";
    (void)!real(write)(STDERR_FILENO, text, sizeof text - 1);
    abort();
  }
  errno = atoi(kind);
  return errno != 0;
}

// The terminal, pipes, and what is in memory and has no name are not what is tried here.
static bool is_file(int descriptor) {
  struct stat status;
  if (real(fstat)(descriptor, &status) != 0) return false;
  return (S_ISREG(status.st_mode) && status.st_nlink > 0) || S_ISDIR(status.st_mode);
}

ssize_t read(int descriptor, void *bytes, size_t size) {
  if (is_file(descriptor) && fails("read")) return -1;
  ssize_t result = real(read)(descriptor, bytes, size);
  if (descriptor == STDIN_FILENO && result > 0 && memchr(bytes, key, (size_t)result))
    is_armed = true;
  return result;
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  if (!is_file(descriptor)) return real(write)(descriptor, bytes, size);
  if (is_full) {
    errno = ENOSPC;
    return -1;
  }
  bool is_half = kind && (!strcmp(kind, "short") || !strcmp(kind, "full") || !strcmp(kind, "torn"));
  if (!is_half) return fails("write") ? -1 : real(write)(descriptor, bytes, size);
  if (!is_due("write")) return real(write)(descriptor, bytes, size);
  ssize_t half = real(write)(descriptor, bytes, (size + 1) / 2);
  if (!strcmp(kind, "torn")) raise(SIGKILL);
  is_full = !strcmp(kind, "full");
  return half;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return fails(flags & O_CREAT ? "open to write" : "open") ? -1 : real(open)(path, flags, mode);
}

int close(int descriptor) {
  // What fails is closed all the same.
  bool failed = is_file(descriptor) && fails("close");
  int failure = errno, result = real(close)(descriptor);
  if (!failed) return result;
  errno = failure;
  return -1;
}

int ftruncate(int descriptor, off_t size) {
  return is_file(descriptor) && fails("ftruncate") ? -1 : real(ftruncate)(descriptor, size);
}

#define ANSWERING(failure, type, name, parameters, arguments) \
  type name parameters { return fails(#name) ? failure : real(name) arguments; }

ANSWERING(-1, int, mkstemps, (char *path, int suffix), (path, suffix))
ANSWERING(-1, int, stat, (const char *path, struct stat *status), (path, status))
ANSWERING(-1, int, lstat, (const char *path, struct stat *status), (path, status))
ANSWERING(-1, int, fstat, (int descriptor, struct stat *status), (descriptor, status))
ANSWERING(-1, int, access, (const char *path, int mode), (path, mode))
ANSWERING(NULL, char *, realpath, (const char *path, char *into), (path, into))
ANSWERING(-1, int, fchown, (int descriptor, uid_t user, gid_t group), (descriptor, user, group))
ANSWERING(-1, int, fchmod, (int descriptor, mode_t mode), (descriptor, mode))
ANSWERING(-1, int, chmod, (const char *path, mode_t mode), (path, mode))
ANSWERING(-1, int, fsync, (int descriptor), (descriptor))
ANSWERING(-1, int, fdatasync, (int descriptor), (descriptor))
ANSWERING(-1, int, rename, (const char *from, const char *to), (from, to))
ANSWERING(-1, int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags),
          (a, from, b, to, flags))
ANSWERING(-1, int, unlink, (const char *path), (path))
ANSWERING(-1, int, link, (const char *from, const char *to), (from, to))
ANSWERING(-1, int, linkat, (int a, const char *from, int b, const char *to, int flags),
          (a, from, b, to, flags))
ANSWERING(-1, int, mkdir, (const char *path, mode_t mode), (path, mode))
ANSWERING(NULL, DIR *, opendir, (const char *path), (path))
ANSWERING(-1, ssize_t, listxattr, (const char *path, char *names, size_t size), (path, names, size))

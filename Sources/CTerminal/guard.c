// Signals and standard error while the screen is up.
//
// Invariant: the handlers touch only atomic flags that need no lock, memory prepared before they
// were installed, and functions that are safe in a handler. They never call into curses. A signal
// may come to any thread of the process: that is why the flags are no sig_atomic_t.
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <termios.h>
#include <unistd.h>

enum { tail_length = 4096, farewell_length = 512 };

// Crashes first; the others come from outside, and whoever started the program may have them ignored.
static const int fatal_signals[] = {
    SIGILL,  SIGTRAP, SIGABRT,   SIGSEGV, SIGBUS,  SIGFPE,  SIGSYS,
    SIGQUIT, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGUSR1, SIGUSR2,
};
// What comes with a call that fails and says why.
static const int failing_signals[] = {SIGPIPE, SIGXFSZ};
static const struct { int signal; unsigned bit; } requests[] = {
    {SIGWINCH, CT_RESIZED}, {SIGINT, CT_INTERRUPTED}, {SIGTERM, CT_TERMINATED},
    {SIGHUP, CT_HUNG_UP},   {SIGTSTP, CT_STOPPED},    {SIGCONT, CT_CONTINUED},
};
enum {
  crash_count = 7,
  fatal_count = sizeof fatal_signals / sizeof *fatal_signals,
  failing_count = sizeof failing_signals / sizeof *failing_signals,
  request_count = sizeof requests / sizeof *requests,
};

static bool is_guarding;
static int input_descriptor, output_descriptor;
static int wake[2] = {-1, -1};
static struct termios modes;
static bool has_modes;
static struct sigaction previous[NSIG];
static atomic_bool pending[request_count];
static _Atomic ct_state screen_state;
static char farewell[farewell_length];
static atomic_size_t farewell_count;
static int held = -1, real_errors = -1;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// Makes standard error the real one again and shows there how the held text ends.
void ct_release_errors(void) {
  static char tail[tail_length + 1];
  if (held < 0) return;
  dup2(real_errors, STDERR_FILENO);
  off_t end = lseek(held, 0, SEEK_END);
  off_t start = end > tail_length ? end - tail_length : 0;
  ssize_t count = pread(held, tail, tail_length, start);
  close(held);
  close(real_errors);
  held = real_errors = -1;
  for (ssize_t index = 0; index < count; index++) {
    unsigned char byte = (unsigned char)tail[index], next = (unsigned char)tail[index + 1];
    // Above ASCII there are control characters as well: 0x80 to 0x9F.
    bool is_control = (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F;
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) tail[index + 1] = '?', is_control = true;
    if (is_control) tail[index] = '?';
  }
  if (count > 0) write_all(STDERR_FILENO, tail, (size_t)count);
}

void ct_hold_errors(void) {
  if (held >= 0 || !isatty(STDERR_FILENO)) return;
#ifdef __linux__
  held = memfd_create("errors", MFD_CLOEXEC);
#else
  FILE *file = tmpfile();
  held = file ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 3) : -1;
  if (file) fclose(file);
#endif
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (held >= 0 && real_errors >= 0 && dup2(held, STDERR_FILENO) >= 0) return;
  if (held >= 0) close(held);
  if (real_errors >= 0) close(real_errors);
  held = real_errors = -1;
}

// The terminal as it was, in an emergency.
static void restore_terminal(void) {
  ct_state up = CT_UP;
  if (!atomic_compare_exchange_strong(&screen_state, &up, CT_DOWN)) return;
  write_all(output_descriptor, farewell, farewell_count);
  if (has_modes) tcsetattr(input_descriptor, TCSANOW, &modes);
  // What is typed or pasted into a crash must not reach the shell.
  tcflush(input_descriptor, TCIFLUSH);
  ct_release_errors();
}

// Restores the terminal and lets the signal do what it did before, with all that is known about it.
static void on_fatal(int signal, siginfo_t *info, void *context) {
  // The key is meant for whoever has the terminal.
  if (signal == SIGQUIT && screen_state == CT_LENT) return;
  int saved = errno;
  restore_terminal();
  struct sigaction before = previous[signal];
  if (before.sa_flags & SA_SIGINFO) {
    sigaction(signal, &before, NULL);
    before.sa_sigaction(signal, info, context);
  } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
    before.sa_handler(signal);
  }
  struct sigaction end = {.sa_handler = SIG_DFL};
  sigaction(signal, &end, NULL);
  raise(signal);
  errno = saved;
}

// Notes the request. A second one to end that finds the first unanswered is an order; but a closed
// window is told twice in a row.
static void on_request(int signal, siginfo_t *info, void *context) {
  int saved = errno;
  if (screen_state == CT_LENT) {
    // These keys are meant for whoever has the terminal; stopping stops all of the job.
    if (signal == SIGTSTP) raise(SIGSTOP);
    if (signal == SIGTSTP || signal == SIGINT) return;
  }
  for (int index = 0; index < request_count; index++) {
    if (requests[index].signal != signal) continue;
    bool ends = signal == SIGTERM || signal == SIGINT;
    if (ends && screen_state == CT_UP && pending[index]) {
      on_fatal(signal, info, context);
      break;
    }
    pending[index] = true;
    (void)!write(wake[1], "!", 1);
  }
  errno = saved;
}

// Does nothing, as if ignored; but programs started from here do not inherit it.
static void on_failure(int signal, siginfo_t *info, void *context) {}

static void install(int signal, void (*handler)(int, siginfo_t *, void *), int flags) {
  struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | flags};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

void ct_keep_memory_private(void) {
  if (getenv("SWIFT_BACKTRACE")) return;
#ifdef __linux__
  prctl(PR_SET_DUMPABLE, 0);
#endif
  for (int index = 0; index < fatal_count; index++) {
    struct sigaction action;
    sigaction(fatal_signals[index], NULL, &action);
    bool is_ignored = !(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN;
    action = (struct sigaction){.sa_handler = SIG_DFL};
    if (!is_ignored) sigaction(fatal_signals[index], &action, NULL);
  }
}

// Gives the handlers of crashes a stack for when the stack is what ran out.
static void provide_stack(void) {
  static char stack[1 << 16];
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && current.ss_flags & SS_DISABLE)
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
}

int ct_guard(int input, int output) {
  if (is_guarding) return -1;
  for (int end = 0; end < 2; end++) wake[end] = -1;
  if (pipe(wake) < 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(wake[end], F_SETFD, FD_CLOEXEC);
    fcntl(wake[end], F_SETFL, O_NONBLOCK);
  }
  is_guarding = true;
  input_descriptor = input;
  output_descriptor = output;
  has_modes = tcgetattr(input, &modes) == 0;
  for (int index = 0; index < request_count; index++) {
    int signal = requests[index].signal;
    pending[index] = false;
    sigaction(signal, NULL, &previous[signal]);
    // Whoever had it ignored (nohup, a shell without jobs) wants it ignored.
    if (previous[signal].sa_handler != SIG_IGN) install(signal, on_request, SA_RESTART);
  }
  provide_stack();
  for (int index = 0; index < fatal_count; index++) {
    int signal = fatal_signals[index];
    sigaction(signal, NULL, &previous[signal]);
    if (index >= crash_count && previous[signal].sa_handler == SIG_IGN) continue;
    install(signal, on_fatal, SA_ONSTACK);
  }
  for (int index = 0; index < failing_count; index++) {
    int signal = failing_signals[index];
    sigaction(signal, NULL, &previous[signal]);
    install(signal, on_failure, SA_RESTART);
  }
  return wake[0];
}

void ct_unguard(void) {
  if (!is_guarding) return;
  is_guarding = false;
  screen_state = CT_DOWN;
  ct_release_errors();
  if (has_modes) tcsetattr(input_descriptor, TCSADRAIN, &modes);
  for (int index = 0; index < request_count; index++)
    sigaction(requests[index].signal, &previous[requests[index].signal], NULL);
  for (int index = 0; index < fatal_count; index++)
    sigaction(fatal_signals[index], &previous[fatal_signals[index]], NULL);
  for (int index = 0; index < failing_count; index++)
    sigaction(failing_signals[index], &previous[failing_signals[index]], NULL);
  for (int end = 0; end < 2; end++) close(wake[end]);
}

unsigned ct_signals(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) continue;
  unsigned bits = 0;
  for (int index = 0; index < request_count; index++) {
    if (atomic_exchange(&pending[index], false)) bits |= requests[index].bit;
  }
  return bits;
}

void ct_signal(unsigned bits) {
  for (int index = 0; index < request_count; index++)
    if (requests[index].bit & bits) pending[index] = true;
  (void)!write(wake[1], "!", 1);
}

void ct_guard_screen(ct_state state, const char *bytes, size_t count) {
  screen_state = CT_DOWN;
  if (count > farewell_length) count = farewell_length;
  if (count > 0) memcpy(farewell, bytes, count);
  if (count > 0) farewell_count = count;
  screen_state = state;
}

bool ct_can_stop(void) { return previous[SIGTSTP].sa_handler != SIG_IGN; }

void ct_stop(void) {
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

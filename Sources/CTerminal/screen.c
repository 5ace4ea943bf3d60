// Drawing through ncurses. The only file that sees <curses.h>.
#define _XOPEN_SOURCE 700
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

enum { longest_row = 4096, most_pairs = 1024 };

static SCREEN *screen;
static FILE *in, *out;
// The terminal, and where a frame is gathered before it is sent; -1 where there is no such place.
static int terminal = -1, gathered = -1;
static bool is_cursor_visible;
static bool is_utf8, has_colors_of_its_own;
static struct { short foreground, background; } pairs[most_pairs];
static int pair_count;
static attr_t looks[32];

bool ct_is_utf8(void) {
  setlocale(LC_CTYPE, "");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  return is_utf8;
}

// A stream on a descriptor of its own, which no child inherits.
static FILE *stream(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
  if (!file && copy >= 0) close(copy);
  return file;
}

static void close_streams(void) {
  if (in) fclose(in);
  if (out) fclose(out);
  in = out = NULL;
  if (terminal >= 0) close(terminal);
  if (gathered >= 0) close(gathered);
  terminal = gathered = -1;
}

// Whether terminfo knows the type, and the type can place the cursor.
static ct_opened judge(const char *term, int output) {
  int found = 0;
  if (setupterm(term, output, &found) != OK) return CT_UNKNOWN;
  bool capable = ct_capability("cup") && ct_capability("clear") && tigetflag("hc") <= 0;
  del_curterm(cur_term);
  return capable ? CT_OPENED : CT_INCAPABLE;
}

ct_opened ct_open(const char *term, int input, int output) {
  ct_opened verdict = judge(term, output);
  if (verdict != CT_OPENED) return verdict;
  // They would pin the size.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  in = stream(input, "r");
  out = stream(output, "w");
#ifdef __linux__
  terminal = fcntl(output, F_DUPFD_CLOEXEC, 3);
  // A limit of the size of files would hold for it too.
  struct rlimit limit;
  bool is_limited = getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY;
  gathered = terminal < 0 || is_limited ? -1 : memfd_create("frame", MFD_CLOEXEC);
#endif
  screen = in && out ? newterm(term, out, in) : NULL;
  if (!screen) {
    close_streams();
    return CT_FAILED;
  }
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  // Input is nobody's business here: do not stop drawing when there is some.
  typeahead(-1);
  leaveok(stdscr, FALSE);
  if (start_color() == OK) has_colors_of_its_own = use_default_colors() == OK;
  pair_count = 1;
  for (unsigned bits = 0; bits < 32; bits++)
    looks[bits] = (bits & CT_BOLD ? A_BOLD : 0) | (bits & CT_DIM ? A_DIM : 0) |
                  (bits & CT_ITALIC ? A_ITALIC : 0) | (bits & CT_UNDERLINE ? A_UNDERLINE : 0) |
                  (bits & CT_REVERSE ? A_REVERSE : 0);
  return CT_OPENED;
}

// Without a second screen the frame stays; the prompt that follows gets a row of its own.
static void end(void) {
  if (!ct_capability("rmcup")) {
    wmove(stdscr, LINES - 1, 0);
    wclrtoeol(stdscr);
    ct_flush();
  }
  endwin();
}

void ct_close(void) {
  if (!screen) return;
  if (!isendwin()) end();
  delscreen(screen);
  screen = NULL;
  close_streams();
}

void ct_leave(void) {
  def_prog_mode();
  end();
}

void ct_enter(void) {
  reset_prog_mode();
  ct_redraw();
}

const char *ct_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

int ct_colors(void) { return has_colors() ? COLORS : 0; }

int ct_pair(int foreground, int background) {
  if (!has_colors_of_its_own) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  } else if (foreground < 0 && background < 0) {
    return 0;
  }
  for (int pair = 1; pair < pair_count; pair++)
    if (pairs[pair].foreground == foreground && pairs[pair].background == background) return pair;
  if (pair_count >= most_pairs || pair_count >= COLOR_PAIRS) return 0;
  if (init_extended_pair(pair_count, foreground, background) != OK) return 0;
  pairs[pair_count].foreground = (short)foreground;
  pairs[pair_count].background = (short)background;
  return pair_count++;
}

void ct_size(int *width, int *height) {
  struct winsize size = {0};
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    *width = size.ws_col;
    *height = size.ws_row;
  } else {
    getmaxyx(stdscr, *height, *width);
  }
}

void ct_resize(int width, int height) {
  resize_term(height, width);
  ct_redraw();
}

void ct_erase(void) { werase(stdscr); }

// The cell with what curses measures the same way; returns the columns left to fill with blanks.
static int convert(const ct_cell *cell, cchar_t *result) {
  wchar_t text[4] = {(wchar_t)cell->text[0], (wchar_t)cell->text[1], (wchar_t)cell->text[2], 0};
  int rest = 0;
  if (text[0] < 0x20 || text[0] > 0x7e) {
    if (wcwidth(text[0]) != cell->width) {
      text[0] = is_utf8 ? 0xfffd : '?';
      text[1] = 0;
      rest = cell->width - 1;
    }
  }
  for (int mark = 1; mark < 3; mark++)
    if (text[mark] && wcwidth(text[mark]) != 0) text[mark] = 0;
  int pair = cell->pair;
  setcchar(result, text, looks[cell->attributes & 31], 0, &pair);
  return rest;
}

void ct_put(int row, int column, const ct_cell *cells, int count) {
  static cchar_t line[longest_row];
  if (row < 0 || row >= LINES || column < 0 || column >= COLS) return;
  if (count > COLS - column) count = COLS - column;
  if (count > longest_row) count = longest_row;
  int length = 0;
  for (int index = 0; index < count; index++) {
    if (cells[index].width == 0) continue;
    if (convert(&cells[index], &line[length++]) > 0) {
      ct_cell blank = cells[index];
      blank.text[0] = ' ';
      blank.text[1] = blank.text[2] = 0;
      blank.width = 1;
      convert(&blank, &line[length++]);
    }
  }
  mvwadd_wchnstr(stdscr, row, column, line, length);
}

void ct_cursor(int row, int column, bool visible) {
  if (row < 0 || row >= LINES || column < 0 || column >= COLS) visible = false;
  if (visible) wmove(stdscr, row, column);
  is_cursor_visible = visible;
}

// Has what ncurses sends go somewhere else.
static bool redirect(int descriptor) {
#ifdef __linux__
  int result;
  do result = dup3(descriptor, fileno(out), O_CLOEXEC);
  while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result >= 0;
#else
  return false;
#endif
}

static void send_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(terminal, bytes, count);
    if (sent < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = terminal, .events = POLLOUT};
      poll(&room, 1, -1);
    } else if (sent < 0 && errno != EINTR) {
      return;
    } else if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    }
  }
}

// Sends what was gathered.
static void send_gathered(void) {
  static char bytes[1 << 16];
  off_t start = 0;
  ssize_t count;
  while ((count = pread(gathered, bytes, sizeof bytes, start)) > 0) {
    send_all(bytes, (size_t)count);
    start += count;
  }
  if (ftruncate(gathered, 0) == 0) lseek(gathered, 0, SEEK_SET);
}

// ncurses 6.4 writes after each move of the cursor, a hundred times for a frame. A frame is gathered
// first and sent in one piece.
void ct_flush(void) {
  bool is_gathering = gathered >= 0 && redirect(gathered);
  curs_set(is_cursor_visible);
  wnoutrefresh(stdscr);
  doupdate();
  if (is_gathering && redirect(terminal)) send_gathered();
}

void ct_redraw(void) { clearok(curscr, TRUE); }

// Collects what tputs sends.
static char *sink;
static size_t sink_count, sink_capacity;

static int put_into_sink(int byte) {
  if (sink_count < sink_capacity) sink[sink_count++] = (char)byte;
  return byte;
}

size_t ct_farewell(const char *modes, char *bytes, size_t capacity) {
  sink = bytes;
  sink_count = 0;
  sink_capacity = capacity;
  while (*modes) put_into_sink(*modes++);
  const char *names[] = {"sgr0", "op", "rmkx", "cnorm"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    const char *value = ct_capability(names[index]);
    if (value) tputs(value, 1, put_into_sink);
  }
  tputs(tiparm(ct_capability("cup"), LINES - 1, 0), 1, put_into_sink);
  const char *leave = ct_capability("rmcup");
  if (!leave) leave = ct_capability("el");
  if (leave) tputs(leave, 1, put_into_sink);
  put_into_sink('\r');
  put_into_sink('\n');
  return sink_count;
}

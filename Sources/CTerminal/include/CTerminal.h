// What the terminal driver needs from ncurses and from signal handlers, in plain C types.
// One terminal per process; everything here belongs to the thread that opened it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Screen: output only. Input is read and decoded elsewhere.

// Takes the locale's character set from the environment; true if it is UTF-8.
bool ct_is_utf8(void);

enum ct_opened { CT_OPENED, CT_UNKNOWN, CT_INCAPABLE, CT_FAILED };
typedef enum ct_opened ct_opened;

// Opens the terminal of type `term` in raw mode. Never ends the process.
ct_opened ct_open(const char *term, int input, int output);
// Gives the terminal back for good.
void ct_close(void);
// Gives the terminal back for a while.
void ct_leave(void);
// Takes it again; everything is drawn anew by the next flush.
void ct_enter(void);

// The value of a string capability of terminfo, or NULL.
const char *ct_capability(const char *name);
int ct_colors(void);
// The number of a colour pair, made if needed; -1 is the terminal's own colour. 0 when exhausted.
int ct_pair(int foreground, int background);
// The size the terminal reports, or what terminfo says; at least 1 × 1.
void ct_size(int *width, int *height);
void ct_resize(int width, int height);

enum { CT_BOLD = 1, CT_DIM = 2, CT_ITALIC = 4, CT_UNDERLINE = 8, CT_REVERSE = 16 };

typedef struct {
  // A scalar and its marks, 0 where there is none.
  uint32_t text[3];
  uint16_t pair;
  uint8_t attributes;
  // 1 or 2; 0 for the right half of the cell before.
  uint8_t width;
} ct_cell;

void ct_erase(void);
// Puts cells from a column on. What ncurses would measure otherwise becomes a substitute.
void ct_put(int row, int column, const ct_cell *cells, int count);
void ct_cursor(int row, int column, bool visible);
// Sends what changed.
void ct_flush(void);
// Makes the next flush clear the screen and draw all of it.
void ct_redraw(void);

// The bytes that bring a terminal back after a crash: `modes` off, then what terminfo says.
size_t ct_farewell(const char *modes, char *bytes, size_t capacity);

// Keeps what is in memory, passwords among it, out of core files and out of what Swift prints of a
// crash; for the whole process, before anything else. SWIFT_BACKTRACE in the environment asks for both.
void ct_keep_memory_private(void);

// Guard: signals and standard error while the screen is up.

enum {
  CT_RESIZED = 1,
  CT_INTERRUPTED = 2,
  CT_TERMINATED = 4,
  CT_HUNG_UP = 8,
  CT_STOPPED = 16,
  CT_CONTINUED = 32,
};

// Remembers the terminal's modes and the signal actions, and installs its own. Signals that ask for
// something make the returned descriptor readable; crashes restore the terminal. -1 on failure.
int ct_guard(int input, int output);
// Puts all of that back.
void ct_unguard(void);
// The signals since the last call, as a set of bits.
unsigned ct_signals(void);
// Adds to the signals.
void ct_signal(unsigned bits);
// Who has the terminal: nobody yet or any more, the screen, or a program it is lent to.
enum ct_state { CT_DOWN, CT_UP, CT_LENT };
typedef enum ct_state ct_state;
// Sets that, and what to write should the process crash with the screen up; it is copied.
void ct_guard_screen(ct_state state, const char *farewell, size_t count);
// Whether somebody would continue a stopped program: a shell that knows jobs.
bool ct_can_stop(void);
// Stops the process group until somebody continues it.
void ct_stop(void);
// Sends standard error to a private file while the screen is up, if it is a terminal, and back,
// with the end of what was written meanwhile.
void ct_hold_errors(void);
void ct_release_errors(void);

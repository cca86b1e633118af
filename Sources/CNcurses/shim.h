// ncurses as Swift can see it, and the few Linux calls that Glibc's own module leaves out.
//
// Swift imports neither cast macros (A_BOLD) nor variadic functions (tparm, prctl), and refuses mutable C globals
// (stdscr, COLORS): each such thing has a constant or a one-line function here. Nothing in this file keeps state.
// Only the Curses target imports it.

#ifndef HEARTH_CNCURSES_SHIM_H
#define HEARTH_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1  // before <curses.h>: without it there are no wide characters
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1  // functions stay functions

#include <curses.h>
#include <term.h>

#include <langinfo.h>
#include <linux/memfd.h>
#include <locale.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Globals, behind functions.

static inline WINDOW *_Nullable nc_stdscr(void) { return stdscr; }
static inline WINDOW *_Nullable nc_curscr(void) { return curscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }

// Attributes, which are cast macros.

static const attr_t NC_NORMAL = WA_NORMAL;
static const attr_t NC_BOLD = WA_BOLD;
static const attr_t NC_DIM = WA_DIM;
static const attr_t NC_ITALIC = WA_ITALIC;
static const attr_t NC_UNDERLINE = WA_UNDERLINE;
static const attr_t NC_REVERSE = WA_REVERSE;

// One cell: setcchar() takes the pair as a short; the wide pair goes in through the field.

static inline void nc_fill(cchar_t *_Nonnull cell, attr_t attributes, int pair, wchar_t base) {
  memset(cell, 0, sizeof *cell);
  cell->attr = attributes;
  cell->ext_color = pair;
  cell->chars[0] = base;
}

// A combining mark at place 1 to 4, after the base of nc_fill().
static inline void nc_mark(cchar_t *_Nonnull cell, int place, wchar_t mark) { cell->chars[place] = mark; }

// Terminfo, whose "absent" and "no such name" are pointers 0 and -1.

static inline SCREEN *_Nullable nc_newterm(const char *_Nonnull name, FILE *_Nonnull out) {
  return newterm((char *)name, out, stdin);
}

static inline const char *_Nullable nc_tigetstr(const char *_Nonnull name) {
  char *found = tigetstr((char *)name);
  return found == (char *)-1 ? NULL : found;
}

static inline int nc_tigetflag(const char *_Nonnull name) { return tigetflag((char *)name) > 0; }

static inline const char *_Nullable nc_cursor_address(int row, int column) {
  const char *found = nc_tigetstr("cup");
  return found ? tparm((char *)found, row, column, 0, 0, 0, 0, 0, 0, 0) : NULL;
}

// The locale.

static inline int nc_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Linux calls that Glibc's Swift module misses: variadic, or behind _GNU_SOURCE.

extern int wcwidth(wchar_t);
extern int memfd_create(const char *_Nonnull, unsigned);
extern int pipe2(int *_Nonnull, int);
extern int pthread_setname_np(pthread_t, const char *_Nonnull);
extern int pthread_attr_setaffinity_np(pthread_attr_t *_Nonnull, size_t, const cpu_set_t *_Nonnull);
extern int sched_getcpu(void);
extern int sched_getaffinity(pid_t, size_t, cpu_set_t *_Nonnull);
extern int sched_setaffinity(pid_t, size_t, const cpu_set_t *_Nonnull);

static inline int nc_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int nc_prepare_heap(void) { return mallopt(M_ARENA_MAX, 2) && mallopt(M_TOP_PAD, 1 << 24); }

// Begins a thread on another processor than this one; where there is none, here. Not 0 where the system has no room.
static inline int nc_begin_elsewhere(void *_Nullable (*_Nonnull run)(void *_Nullable), void *_Nullable given) {
  cpu_set_t processors;
  unsigned long others = 0;
  int own = sched_getcpu();
  if (own >= 0 && own < __CPU_SETSIZE && sched_getaffinity(0, sizeof processors, &processors) == 0) {
    processors.__bits[own / __NCPUBITS] &= ~__CPUMASK(own);
    for (int word = 0; word < __CPU_SETSIZE / __NCPUBITS; word++) others |= processors.__bits[word];
  }
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (others != 0) pthread_attr_setaffinity_np(&attributes, sizeof processors, &processors);
  int status = pthread_create(&thread, &attributes, run, given);
  pthread_attr_destroy(&attributes);
  return status;
}

// From now on this thread runs wherever the first one may.
static inline void nc_run_anywhere(void) {
  cpu_set_t processors;
  if (sched_getaffinity(getpid(), sizeof processors, &processors) != 0) return;
  sched_setaffinity(0, sizeof processors, &processors);
}

#endif

#!/bin/sh
# Sees to it that everything a build needs is on this machine; says nothing when it is. `needs.sh bench` sees to what
# `make bench` measures beside as well.
#
# Missing Debian packages are installed by name where that is allowed without a question (root, or sudo without a
# password). Anywhere else, and for Swift itself, it says exactly what to do and ends with 1.

set -u

purpose="${1:-build}"
swift_least="6.1"
swift_where="https://www.swift.org/install/linux/"

say() { printf '%s\n' "$*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

# "6.3" of "Swift version 6.3.1 (swift-6.3.1-RELEASE)".
swift_version() { swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1; }

older() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" != "$2" ]; }

check_swift() {
  if ! has swift; then
    say "Hearth is built with Swift, and there is no 'swift' here."
  else
    found="$(swift_version)"
    [ -n "$found" ] && ! older "$found" "$swift_least" && return
    say "Hearth needs a newer Swift: here is ${found:-one of no known version} ($(command -v swift))."
  fi
  say "Swift $swift_least or later can be had from $swift_where"
  exit 1
}

# Whether a C source given on standard input gets through the preprocessor. Swift brings clang along.
preprocesses() {
  for compiler in clang cc gcc; do
    has "$compiler" && { "$compiler" -E -x c - -o /dev/null 2>/dev/null; return; }
  done
  return 1
}

has_header() { printf '#include <%s>\n' "$1" | preprocesses; }

# Curses with wide characters; without them it can show neither é nor 茶.
has_wide_curses() {
  preprocesses <<'END'
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#if !NCURSES_WIDECHAR
#error narrow
#endif
END
}

missing_packages() {
  has make || echo make
  has git || echo git
  has python3 || echo python3
  has pkg-config || echo pkg-config
  has_wide_curses || echo libncursesw5-dev
  has_header sqlite3.h || echo libsqlite3-dev
  has_header sodium.h || echo libsodium-dev
  [ "$purpose" = bench ] || return 0
  has nano || echo nano
  has rg || echo ripgrep
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}

# How to become root without being asked anything; 1 where that cannot be.
root_by() {
  if [ "$(id -u)" -eq 0 ]; then
    echo env
  elif has sudo && sudo -n true 2>/dev/null; then
    echo "sudo -n env"
  else
    return 1
  fi
}

# The system's own output is shown only when it failed.
install_packages() {
  log="$(mktemp)" || exit 1
  trap 'rm -f "$log"' EXIT
  # Both are lists of words on purpose.
  # shellcheck disable=SC2086
  $as_root DEBIAN_FRONTEND=noninteractive apt-get update >"$log" 2>&1 &&
    $as_root DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >>"$log" 2>&1 &&
    return
  cat "$log" >&2
  return 1
}

check_swift
packages="$(missing_packages | tr '\n' ' ')"
packages="${packages% }"
[ -z "$packages" ] && exit 0

if has apt-get && as_root="$(root_by)"; then
  say "Installing what is missing: $packages"
  install_packages && [ -z "$(missing_packages)" ] && exit 0
  say "That did not bring everything. Still missing: $(missing_packages | tr '\n' ' ')"
else
  say "Missing for the $purpose: $packages"
fi
if has apt-get; then
  say "This installs it:  sudo apt-get install $packages"
else
  say "These are Debian's names; install the same with this system's own package tool."
fi
exit 1

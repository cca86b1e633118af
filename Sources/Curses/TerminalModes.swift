import CNcurses
import Glibc

/// How the terminal handles keys: the person's own settings, and ours.
///
/// ncurses writes into memory and sees no terminal, so its own way of setting these fails; quietly.
struct TerminalModes {
  /// As they were when the program started.
  let found: termios

  /// Every key comes at once and as it is, Ctrl-C, Ctrl-Q, Ctrl-S and Ctrl-Z among them; nothing is echoed.
  let raw: termios

  /// Nil when standard input is no terminal.
  init?() {
    var found = termios()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &found) == 0 else {
      return nil
    }
    var raw = found
    cfmakeraw(&raw)
    self.found = found
    self.raw = raw
  }

  /// Makes the terminal ours.
  func enter() {
    var modes = raw
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  /// No window is larger. A terminal that claims to be would have frames made that fill the memory.
  private static let (mostColumns, mostRows) = (1_000, 500)

  /// The window's size, or the classic one when the terminal does not say; of one beyond all measure the upper left.
  static func windowSize() -> (columns: Int, rows: Int) {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return (80, 24)
    }
    return (min(Int(window.ws_col), mostColumns), min(Int(window.ws_row), mostRows))
  }

  /// Whether the terminal listens to us now, and not to the shell or another of its jobs.
  static var isForeground: Bool {
    let group = tcgetpgrp(STDIN_FILENO)
    return group < 0 || group == getpgrp()
  }
}

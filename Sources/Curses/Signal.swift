import Glibc

/// What the system tells a terminal program.
package enum Signal: Hashable, Sendable, CaseIterable {
  /// The window has another size now.
  case resize
  /// The terminal is gone, or its input has ended.
  case hangUp
  /// Someone asks the program to end.
  case terminate
  /// An interrupt sent from outside; Ctrl-C is a key and does not come this way.
  case interrupt
  /// A request to quit sent from outside.
  case quit
  /// A request to step into the background sent from outside; Ctrl-Z is a key.
  case suspend
  /// The program was stopped from outside and goes on.
  case resumed
  /// Someone asks the program to hide what it shows, as `hearth lock` does.
  case lock

  /// The number the kernel knows it by.
  var number: Int32 {
    switch self {
    case .resize: SIGWINCH
    case .hangUp: SIGHUP
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .suspend: SIGTSTP
    case .resumed: SIGCONT
    case .lock: SIGUSR1
    }
  }

  init?(number: Int32) {
    guard let signal = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = signal
  }

  /// Ends the process by this very signal, so that whoever waits for it sees the true cause.
  ///
  /// Leave the screen first. Signals that end nothing (``resize``, ``suspend``, ``resumed``, ``lock``) exit with status
  /// 0.
  package func endProcess() -> Never {
    switch self {
    case .hangUp, .terminate, .interrupt, .quit:
      Glibc.signal(number, SIG_DFL)
      raise(number)
    case .resize, .suspend, .resumed, .lock:
      break
    }
    exit(0)
  }
}

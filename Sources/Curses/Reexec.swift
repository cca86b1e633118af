import Glibc

/// Replaces the process by a new image of the program, so that nothing it knew stays in memory. Process id, terminal
/// and arguments stay.
///
/// The reason is passed on in the blocked signal mask, which survives `exec`; an environment variable would be visible
/// to others and inherited by programs started from here. The mask also encodes the process id, so that signals blocked
/// by a parent for its own purposes are not mistaken for a reason.
@MainActor
package enum Reexec {
  /// What the new one is for.
  package enum Reason: CaseIterable, Sendable {
    /// It stands before a journal that was locked.
    case lock
    /// The same; it steps into the background before it does anything else.
    case stop
    /// It covers the terminal with a page that says nothing.
    case cover

    /// In the order of `Reexec.signs`.
    fileprivate var signs: [Int32] {
      switch self {
      case .lock: [Signal.lock.number]
      case .stop: [Signal.lock.number, Signal.suspend.number]
      case .cover: [Signal.lock.number, Signal.quit.number]
      }
    }
  }

  /// What the person wants of leaving, which lies sealed where it would be needed.
  package struct Habits: Equatable, Sendable {
    /// `Esc` three times in a second leaves at once.
    package var leavesOnEscape: Bool
    /// A plain page covers the terminal after that.
    package var covers: Bool

    package init(leavesOnEscape: Bool = false, covers: Bool = false) {
      (self.leavesOnEscape, self.covers) = (leavesOnEscape, covers)
    }

    /// Real-time signals, as `Reexec.digits`.
    private static let (escape, cover): (Int32, Int32) = (62, 63)
    fileprivate static let all = Habits(leavesOnEscape: true, covers: true).signs

    fileprivate var signs: [Int32] { (leavesOnEscape ? [Self.escape] : []) + (covers ? [Self.cover] : []) }

    fileprivate init(in mask: inout sigset_t) {
      self.init(
        leavesOnEscape: sigismember(&mask, Self.escape) == 1, covers: sigismember(&mask, Self.cover) == 1)
    }
  }

  /// All there are. In lists and not in sets, for which Swift would look through the whole program at every start.
  private static let signs = [Signal.lock.number, Signal.suspend.number, Signal.quit.number]
  /// Real-time signals, which nobody sends here: one for each binary digit that the number of a process can have.
  private static let digits = Int32(40)..<62

  /// Those that stand for this process.
  private static var own: [Int32] { digits.filter { getpid() >> ($0 - digits.lowerBound) & 1 == 1 } }

  /// Leave the screen first, and close what is open. Comes back only where the system refuses.
  package static func begin(_ reason: Reason, with habits: Habits = Habits()) {
    var signs = set(reason.signs + own + habits.signs)
    sigprocmask(SIG_BLOCK, &signs, nil)
    execv("/proc/self/exe", CommandLine.unsafeArgv)
    sigprocmask(SIG_UNBLOCK, &signs, nil)
  }

  /// Why this process began so; nil where a person started it. To be asked once, before any signal is listened to: here
  /// it steps into the background, if it is to.
  package static func reason() -> (reason: Reason, habits: Habits)? {
    var mask = sigset_t()
    sigprocmask(SIG_BLOCK, nil, &mask)
    let found = signs.filter { sigismember(&mask, $0) == 1 }
    let written = digits.filter { sigismember(&mask, $0) == 1 }
    let habits = Habits(in: &mask)
    // A request to lock that came meanwhile is granted already.
    Glibc.signal(Signal.lock.number, SIG_IGN)
    // What a parent has blocked is heard here as well.
    var all = set(signs + Array(digits) + Habits.all)
    sigprocmask(SIG_UNBLOCK, &all, nil)
    guard written == own, let reason = Reason.allCases.first(where: { $0.signs == found }) else { return nil }
    if reason == .stop { kill(0, Signal.suspend.number) }
    return (reason, habits)
  }

  private static func set(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }
}

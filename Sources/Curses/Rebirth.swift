import Glibc

/// The program starting itself again, to forget all it knew: the memory it had is gone with the words in it. Its
/// process, its terminal and its arguments stay.
///
/// What the new one is to know stands in the set of blocked signals, which outlives `exec`: nothing else could be seen
/// from outside, or would be handed on to programs that are started from here.
@MainActor
package enum Rebirth {
  private static let sign = Signal.lock
  private static let stopSign = Signal.suspend

  /// Leave the screen first, and close what is open. Comes back only where the system refuses.
  ///
  /// - Parameter stopping: the new one steps into the background before it does anything else.
  package static func begin(stopping: Bool = false) {
    var signs = set([sign] + (stopping ? [stopSign] : []))
    sigprocmask(SIG_BLOCK, &signs, nil)
    execv("/proc/self/exe", CommandLine.unsafeArgv)
    sigprocmask(SIG_UNBLOCK, &signs, nil)
  }

  /// Whether this process began so. To be asked once, before any signal is listened to: here it steps into the
  /// background, if it is to.
  package static func wasBegun() -> Bool {
    var found = sigset_t()
    sigprocmask(SIG_BLOCK, nil, &found)
    guard sigismember(&found, sign.number) == 1 else { return false }
    let stops = sigismember(&found, stopSign.number) == 1
    // A request to lock that came meanwhile is granted already.
    Glibc.signal(sign.number, SIG_IGN)
    var signs = set([sign, stopSign])
    sigprocmask(SIG_UNBLOCK, &signs, nil)
    if stops { kill(0, stopSign.number) }
    return true
  }

  private static func set(_ signals: [Signal]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal.number) }
    return set
  }
}

import CNcurses
import Glibc
import Synchronization

/// Turns signals into bytes that can be waited for.
///
/// `signalfd` would need the signals blocked, and a blocked set is inherited by every program started from here. ncurses
/// leaves handlers alone that were there before it, so the pipe opens first.
enum SignalPipe {
  /// Readable while signals wait.
  static let readEnd: Int32 = open()

  /// Whether the program has been told to end: from then on nothing waits for a terminal that takes no output.
  static var isEnding: Bool { ending.load(ordering: .relaxed) }

  private static let ending = Atomic<Bool>(false)
  private static let writeEnd = Atomic<Int32>(-1)

  /// Starts listening; again does nothing.
  static func listen() { _ = readEnd }

  /// Takes every signal that has come, each kind once, in order of arrival.
  static func takeAll() -> [Signal] {
    var numbers = [UInt8](repeating: 0, count: 64)
    var signals: [Signal] = []
    while true {
      let count = read(readEnd, &numbers, numbers.count)
      guard count > 0 else { return signals }
      for number in numbers[..<count] {
        guard let signal = Signal(number: Int32(number)), !signals.contains(signal) else { continue }
        signals.append(signal)
      }
    }
  }

  /// Lets the two job-control signals act as they would without us, while the program steps into the background.
  static func release() {
    for signal in [Signal.suspend, .resumed] { Glibc.signal(signal.number, SIG_DFL) }
  }

  /// Listens to the job-control signals again.
  static func retake() {
    for signal in [Signal.suspend, .resumed] { install(signal) }
  }

  private static func open() -> Int32 {
    var ends: [Int32] = [-1, -1]
    pipe2(&ends, O_NONBLOCK | O_CLOEXEC)
    writeEnd.store(ends[1], ordering: .relaxed)
    ending.store(false, ordering: .relaxed)
    for signal in Signal.allCases { install(signal) }
    return ends[0]
  }

  /// Without SA_RESTART: a write to a terminal that takes nothing must come back when a signal says to end.
  private static func install(_ signal: Signal) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = noteSignal
    sigaction(signal.number, &action, nil)
  }

  /// The handler: one byte into the pipe, nothing else.
  private static let noteSignal: @convention(c) (Int32) -> Void = { number in
    let before = errno
    if number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT {
      ending.store(true, ordering: .relaxed)
    }
    var byte = UInt8(truncatingIfNeeded: number)
    write(writeEnd.load(ordering: .relaxed), &byte, 1)
    errno = before
  }
}

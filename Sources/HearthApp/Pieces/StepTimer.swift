import HearthCore

/// Time that is set aside in a practice. It says until when, and never how little is left.
///
/// Lengths are in minutes; uptimes are milliseconds on a clock that only moves forward.
struct StepTimer: Equatable {
  enum Phase: Equatable {
    case waiting
    case running(until: Int)
    case paused(left: Int)
    case over(since: Int)
  }

  let timer: Step.Timer
  private(set) var minutes: Int
  private(set) var phase = Phase.waiting
  /// When it began by the clock on the wall; after a rest as if there had been none.
  private var startedAt: Instant?

  init(_ timer: Step.Timer) {
    self.timer = timer
    minutes = min(max(timer.usual, timer.minutes.lowerBound), timer.minutes.upperBound)
  }

  /// One that was started already, perhaps before the program was.
  init(_ timer: Step.Timer, minutes: Int, startedAt: Instant, in context: Context) {
    self.init(timer)
    self.minutes = minutes
    self.startedAt = startedAt
    let left = startedAt.milliseconds + Int64(minutes) * Int64(Self.minute) - context.now.milliseconds
    // A clock that was set back makes it no longer than it was set.
    phase = .running(until: context.uptime + min(Int(left), minutes * Self.minute))
    tick(at: context.uptime)
  }

  private static let minute = 60_000
  /// How long the program stays open after it, for who comes back a little later.
  private static let grace = 3 * minute

  var isWaiting: Bool { phase == .waiting }
  var isPaused: Bool { if case .paused = phase { true } else { false } }
  var isOver: Bool { if case .over = phase { true } else { false } }

  /// The uptime at which it ends; nil while it does not run.
  var ends: Int? { if case .running(let end) = phase { end } else { nil } }

  /// The uptime until which someone is taken to be there; nil where nothing runs or has just ended.
  var holdsUntil: Int? {
    switch phase {
    case .running(let end), .over(let end): end + Self.grace
    case .waiting, .paused: nil
    }
  }

  /// How many seconds of it are over.
  func elapsed(at uptime: Int) -> Int { ends.map { max(0, minutes * Self.minute - ($0 - uptime)) / 1000 } ?? 0 }

  // MARK: What a person does with it

  /// By how much one key makes it longer or shorter: minutes that a person would name.
  private var stride: Int { timer.minutes.upperBound - timer.minutes.lowerBound >= 20 ? 5 : 1 }

  /// Starts it, or goes on with it.
  mutating func start(in context: Context) {
    let left =
      switch phase {
      case .waiting: minutes * Self.minute
      case .paused(let left): left
      case .running, .over: 0
      }
    guard isWaiting || isPaused else { return }
    phase = .running(until: context.uptime + left)
    startedAt = Instant(milliseconds: context.now.milliseconds + Int64(left - minutes * Self.minute))
  }

  mutating func pause(at uptime: Int) {
    if let ends { phase = .paused(left: max(0, ends - uptime)) }
  }

  /// One step longer or shorter, within its bounds; the end moves along.
  mutating func change(by step: Int, at uptime: Int) {
    let wanted = min(max(minutes + step * stride, timer.minutes.lowerBound), timer.minutes.upperBound)
    let difference = (wanted - minutes) * Self.minute
    minutes = wanted
    switch phase {
    case .running(let end): phase = .running(until: end + difference)
    case .paused(let left): phase = .paused(left: max(0, left + difference))
    case .waiting, .over: break
    }
    tick(at: uptime)
  }

  /// Notices that the time has come.
  mutating func tick(at uptime: Int) {
    if let ends, uptime >= ends { phase = .over(since: ends) }
  }

  // MARK: What it comes to

  /// When it ends by the clock on the wall, were it started or gone on with now.
  func end(in context: Context) -> Stamp {
    let end =
      switch phase {
      case .waiting: context.now.adding(seconds: minutes * 60)
      case .paused(let left): Instant(milliseconds: context.now.milliseconds + Int64(left))
      case .running, .over: (startedAt ?? context.now).adding(seconds: minutes * 60)
      }
    return Stamp(end, in: context.zone)
  }

  /// Nil before it was started, and while it rests: then nothing is to come back at its end.
  var answer: Answer? {
    if isWaiting || isPaused { return nil }
    return startedAt.map { .timer(minutes: minutes, startedAt: $0) }
  }

  /// The uptime at which it looks different; nil where it only waits.
  /// - Parameter moving: whether a breath is drawn second by second.
  func wakes(at uptime: Int, moving: Bool) -> Int? {
    guard let ends else { return nil }
    guard let (phase, elapsed) = timer.phase(after: self.elapsed(at: uptime)) else { return ends }
    let intoSecond = (minutes * Self.minute - (ends - uptime)).flooredRemainder(1000)
    let seconds = moving ? 1 : phase.seconds - elapsed
    return min(ends, uptime + seconds * 1000 - intoSecond)
  }
}

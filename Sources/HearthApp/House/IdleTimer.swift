import Canvas
import HearthCore

/// What happens by itself while nobody touches a key: once a day a backup, then the lock. And the way out that is
/// always near: `Esc` three times, for who wants it.
///
/// Times are uptime in milliseconds.
struct IdleTimer: Sendable {
  /// When something was typed, clicked or pasted last.
  private var since = 0
  /// Of the last presses of `Esc`.
  private var escapes: [Int] = []
  /// Something was changed that no backup has yet.
  private var hasNews = false
  /// A backup is being made while nobody is there.
  private var isCopying = false
  /// One was begun, and somebody came before it was where it is to be.
  private var isUnfinished = false
  /// One failed while nobody was there to be told.
  private var isUntold = false
  /// The day on which one was last tried: where it was refused it is not tried again and again.
  private var triedOn: Day?
  /// A timer runs until then, or ended shortly before: someone is taken to be there.
  var holdsOpenUntil: Int?

  private static let beforeBackup = 30_000

  mutating func begin(in context: Context) { since = context.uptime }

  // MARK: Someone is there

  /// - Returns: what follows at once: leaving, the end of a backup that would be waited for, or what is to be told of one.
  mutating func notice(_ input: Input, in context: Context, seesJournal: Bool) -> [Effect] {
    switch input {
    case .focus, .background: return []
    case .key(let key): if leaves(by: key, in: context) { return [.leaveNow] }
    case .paste, .mouse: break
    }
    since = context.uptime
    if isCopying { return [.wish(.interrupt)] }
    guard seesJournal, isUntold, let trouble = context.backupTrouble else { return [] }
    isUntold = false
    return [.say(Notice(context.words.sentence(trouble), kind: .trouble))]
  }

  /// Two presses of Esc that arrive as one key with Alt count as two.
  private mutating func leaves(by key: KeyPress, in context: Context) -> Bool {
    guard context.settings.leavesOnEscape, key.key == .escape else {
      escapes = []
      return false
    }
    escapes = escapes.filter { context.uptime - $0 < 1000 }
    escapes += repeatElement(context.uptime, count: key.modifiers.contains(.alt) ? 2 : 1)
    return escapes.count >= 3
  }

  // MARK: Nobody is there

  /// The uptime at which nobody will have touched a key for so many milliseconds.
  func end(of pause: Int) -> Int { since + pause }

  /// The uptime at which something is due; nil where nothing is.
  func wakes(in context: Context, canLock: Bool) -> Int? {
    guard canLock else { return nil }
    guard let lock = lockDue(in: context) else { return backupDue(in: context) }
    return min(lock, backupDue(in: context) ?? lock)
  }

  /// What is due now.
  mutating func act(in context: Context, canLock: Bool) -> [Effect] {
    guard canLock else { return [] }
    if let due = lockDue(in: context), context.uptime >= due {
      since = context.uptime
      return [.lock]
    }
    guard let due = backupDue(in: context), context.uptime >= due else { return [] }
    isCopying = true
    triedOn = context.today
    return [.wish(.backUp)]
  }

  private func lockDue(in context: Context) -> Int? {
    let minutes = context.settings.lockAfter
    return minutes > 0 ? max(since + minutes * 60_000, holdsOpenUntil ?? 0) : nil
  }

  private func backupDue(in context: Context) -> Int? {
    guard wantsBackup(in: context), triedOn != context.today,
      isUnfinished || context.safekeeping?.newestBackup != context.today
    else { return nil }
    return since + Self.beforeBackup
  }

  // MARK: Backups

  /// Whether there is something that no backup has.
  func wantsBackup(in context: Context) -> Bool {
    guard let safekeeping = context.safekeeping, !context.isMadeUp else { return false }
    return hasNews || isUnfinished || safekeeping.newestBackup.map { $0 < context.today } ?? true
  }

  mutating func hear(_ event: Event, in context: Context) {
    if event.isNews { hasNews = true }
    switch event {
    case .backedUp(let elsewhere):
      isUntold = isCopying && elsewhere != nil
      (hasNews, isCopying, isUnfinished) = (false, false, false)
    case .backupRefused(.interrupted):
      // Someone came: it is tried again when they are gone.
      (isCopying, isUnfinished, triedOn) = (false, true, nil)
    case .backupRefused: (isUntold, isCopying) = (isCopying, false)
    default: break
    }
  }
}

extension Event {
  /// Whether the journal holds something now that no backup can have.
  fileprivate var isNews: Bool {
    switch self {
    case .saved, .draftKept, .made, .takenBack, .trashEmptied, .erased, .resealed, .codeKept, .searchKept, .changed,
      .checkInSaved, .momentSaved, .answersChanged, .runKept, .followUpSettled, .practiceRested, .cardRead,
      .questionShown, .questions(.changed):
      true
    case .notesTaken(let count): count > 0
    case .people(.added), .people(.changed), .people(.merged), .people(.gone), .people(.touchpointKept),
      .people(.touchpointGone):
      true
    case .check(.kept), .check(.forgotten), .check(.quietened): true
    default: false
    }
  }
}

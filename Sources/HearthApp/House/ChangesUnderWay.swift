/// Changes that were asked for and are not made yet. Mostly that is a blink; where thousands of entries change at once,
/// it is said that they do.
///
/// Times are uptime in milliseconds.
struct ChangesUnderWay: Sendable {
  private var count = 0
  /// When it is to be said, once more while it lasts; nil while nothing is under way.
  private(set) var due: Int?

  private static let patience = 500
  /// Before the notice goes.
  private static let again = 3_000

  mutating func note(_ effect: Effect, at uptime: Int) {
    guard case .wish(let wish) = effect, wish.isChange else { return }
    count += 1
    due = due ?? uptime + Self.patience
  }

  mutating func hear(_ event: Event, at uptime: Int) {
    guard count > 0, event.endsChange else { return }
    count -= 1
    due = count > 0 ? uptime + Self.patience : nil
  }

  mutating func wasSaid(at uptime: Int) { due = uptime + Self.again }
}

extension Wish {
  /// Whether it may change thousands of entries.
  fileprivate var isChange: Bool {
    switch self {
    case .make, .renameTag, .takeBack, .emptyTrash: true
    default: false
    }
  }
}

extension Event {
  /// Whether it answers such a wish.
  fileprivate var endsChange: Bool {
    switch self {
    case .made, .tagsUnchanged, .takenBack, .trashEmptied, .refused: true
    default: false
    }
  }
}

/// A way through rows, of a list or of a text, of which there may be more than are in sight.
package enum RowMove: CaseIterable, Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last

  /// What a key means among rows; nil for one that means nothing there.
  init?(_ key: Key) {
    switch key {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .first
    case .end: self = .last
    default: return nil
    }
  }

  /// So many rows down, up where negative; to an end it is further than anything is long.
  package func rows(page: Int) -> Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -page
    case .pageDown: page
    case .first: -Self.far
    case .last: Self.far
    }
  }

  private static let far = 1_000_000_000
}

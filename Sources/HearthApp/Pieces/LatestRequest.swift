/// Limits a repeated wish to one at a time: while it is unanswered, only the newest of the following wishes waits.
struct LatestRequest: Equatable, Sendable {
  private(set) var underWay: Wish?
  private var next: Wish?

  init() {}

  var isIdle: Bool { underWay == nil }
  /// Whether the next answer belongs to the newest wish.
  var isCurrent: Bool { underWay != nil && next == nil }

  /// - Returns: the wish, or nothing while another one is unanswered.
  mutating func ask(_ wish: Wish) -> [Effect] {
    guard isIdle else {
      next = wish
      return []
    }
    underWay = wish
    return [.wish(wish)]
  }

  /// - Returns: the wish that waited, which is sent now.
  mutating func wasAnswered() -> [Effect] {
    (underWay, next) = (next, nil)
    return underWay.map { [.wish($0)] } ?? []
  }

  /// Forgets both wishes; no answer is expected any more.
  mutating func giveUp() { (underWay, next) = (nil, nil) }
}

/// What is asked of the journal again and again while keys go by: one question is under way at a time, and of those that
/// follow meanwhile only the newest waits.
struct LatestRequest: Equatable, Sendable {
  private(set) var underWay: Wish?
  private var next: Wish?

  init() {}

  var isIdle: Bool { underWay == nil }
  /// The answer that comes next is one to a question that still stands.
  var isCurrent: Bool { underWay != nil && next == nil }

  /// - Returns: the wish, unless another is under way.
  mutating func ask(_ wish: Wish) -> [Effect] {
    guard isIdle else {
      next = wish
      return []
    }
    underWay = wish
    return [.wish(wish)]
  }

  /// - Returns: what waited.
  mutating func wasAnswered() -> [Effect] {
    (underWay, next) = (next, nil)
    return underWay.map { [.wish($0)] } ?? []
  }

  /// No answer is expected any more.
  mutating func giveUp() { (underWay, next) = (nil, nil) }
}

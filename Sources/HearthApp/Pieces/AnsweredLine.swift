import Canvas

/// A digit was the whole answer to a line at the foot. An Enter that follows at once, by habit, belongs to that answer and
/// opens nothing.
struct AnsweredLine: Equatable {
  /// Uptime in milliseconds until which that is so.
  private var end = 0

  mutating func answer(at uptime: Int) { end = uptime + 1500 }

  func owns(_ key: KeyPress, at uptime: Int) -> Bool { key == KeyPress(.enter) && uptime < end }
}

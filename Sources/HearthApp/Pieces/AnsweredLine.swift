import Canvas

/// Swallows an Enter typed by habit right after a digit that already completed the answer.
struct AnsweredLine: Equatable {
  /// The uptime in milliseconds until which Enter is swallowed.
  private var end = 0

  mutating func answer(at uptime: Int) { end = uptime + 1500 }

  func owns(_ key: KeyPress, at uptime: Int) -> Bool { key == KeyPress(.enter) && uptime < end }
}

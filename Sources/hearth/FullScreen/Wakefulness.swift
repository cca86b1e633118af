/// Notices that the machine has slept: one clock goes on meanwhile, the other stands still.
struct Wakefulness {
  /// How far the clocks are apart, in milliseconds.
  private var gap: Int?
  /// Less than any sleep, more than the time between two looks at the clocks.
  private static let shortest = 1_000

  /// - Parameters:
  ///   - uptime: milliseconds since the machine started.
  ///   - awake: the same without the time asleep.
  /// - Returns: whether it has slept since it was asked last.
  mutating func hasSlept(uptime: Int, awake: Int) -> Bool {
    let before = gap ?? uptime - awake
    gap = uptime - awake
    return uptime - awake - before >= Self.shortest
  }
}

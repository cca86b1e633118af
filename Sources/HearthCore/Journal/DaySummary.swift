/// What a calendar shows of a day on which something was written.
package struct DaySummary: Hashable, Sendable {
  package let day: Day
  /// Entries, at least one.
  package let count: Int
  /// The mean of the moods set that day, 1 (lowest) to 5; nil where none was.
  package let mood: Double?
  /// One of its entries is starred.
  package let hasStar: Bool

  package init(day: Day, count: Int, mood: Double?, hasStar: Bool) {
    self.day = day
    self.count = count
    self.mood = mood
    self.hasStar = hasStar
  }
}

/// When Today offers the question of the month: how often one feels lonely. Once a month at most, and passed over it
/// does not come again before the next.
package struct MonthlyQuestion: Hashable, Sendable {
  private var next: Day?
  private var shown: Day?

  package init() {}

  /// What its answers are readings of, and the practice that asks it.
  package static let measure: Measure.ID = "how-often-lonely"
  /// Days between two of them.
  package static let gap = 30
  /// Days after the first on which Today was open: somebody who is new is asked nothing.
  package static let first = 14

  /// Whether it stands on Today, all day long.
  /// - Parameter answered: the last day on which it was answered, here or elsewhere.
  package mutating func comes(on day: Day, answered: Day?) -> Bool {
    if let answered { next = max(next ?? answered, Self.day(Self.gap, after: answered)) }
    if answered == day { return false }
    if shown == day { return true }
    guard let next else {
      self.next = Self.day(Self.first, after: day)
      return false
    }
    guard day >= next else { return false }
    (shown, self.next) = (day, Self.day(Self.gap, after: day))
    return true
  }

  /// No later than the calendar goes: beyond it no import would take the setting.
  private static func day(_ count: Int, after day: Day) -> Day {
    min(day.adding(days: count), Day.calendar.upperBound)
  }

  /// The stored form, on one line.
  package var text: String { [next, shown].compactMap { $0.map { String($0.number) } }.joined(separator: " ") }

  /// Unreadable text counts as empty.
  package init(text: String) {
    let days = text.split(separator: " ").compactMap { Int($0).map { Day(number: $0) } }
    (next, shown) = (days.first, days.count > 1 ? days[1] : nil)
  }
}

/// The last days on which the journal was open, to greet somebody who was away. The number of days between them is
/// never shown.
package struct Presence: Hashable, Sendable {
  private var last: Day?
  private var before: Day?

  package init() {}

  /// Days without opening it after which one comes back.
  package static let absence = 7

  /// The days before a day that count as none away where something was kept on them.
  package static func near(_ day: Day) -> ClosedRange<Day> { day.adding(days: -absence)...day.adding(days: -1) }

  /// It is open on a day. A clock that was set back changes nothing.
  package mutating func noticing(_ day: Day) {
    guard last.map({ day > $0 }) ?? true else { return }
    (last, before) = (day, last)
  }

  /// Whether it was left alone for a while before a day, all day long.
  package func isBack(on day: Day) -> Bool {
    guard last == day, let before else { return false }
    return day.number - before.number > Self.absence
  }

  /// The stored form, on one line.
  package var text: String { [last, before].compactMap { $0.map { String($0.number) } }.joined(separator: " ") }

  /// Unreadable text counts as empty.
  package init(text: String) {
    let days = text.split(separator: " ").compactMap { Int($0).map { Day(number: $0) } }
    (last, before) = (days.first, days.count > 1 ? days[1] : nil)
  }
}

/// What all months of a calendar have in common.
package struct CalendarLook: Equatable, Sendable {
  /// Seven short names, in the order of the weeks; two columns of each are shown.
  package let weekdays: [String]
  /// The day one is on.
  package let selected: Int?
  /// Underlined.
  package let today: Int?
  /// By day. Days without one are dim.
  package let marks: [Int: DayMark]

  /// Days are the numbers that the months use.
  package init(weekdays: [String], selected: Int?, today: Int?, marks: [Int: DayMark]) {
    self.weekdays = weekdays
    self.selected = selected
    self.today = today
    self.marks = marks
  }
}

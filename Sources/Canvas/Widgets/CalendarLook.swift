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
  /// Whether keys go to it; where they do not, the selected day is bold, and the bar beside it dim.
  package let isFocused: Bool

  /// Days are the numbers that the months use.
  package init(weekdays: [String], selected: Int?, today: Int?, marks: [Int: DayMark], isFocused: Bool = true) {
    self.weekdays = weekdays
    self.selected = selected
    self.today = today
    self.marks = marks
    self.isFocused = isFocused
  }
}

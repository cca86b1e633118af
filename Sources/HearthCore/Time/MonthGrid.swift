/// The days of a month as a calendar shows them: weeks below each other.
package struct MonthGrid: Hashable, Sendable {
  /// Rows of seven, from the first day of the week to the last; nil where a day belongs to another month.
  package let weeks: [[Day?]]

  /// - Parameters:
  ///   - month: any day of it.
  ///   - weekStart: where a week begins, 1 (Monday) to 7 (Sunday).
  package init(month: Day, weekStart: Int) {
    let first = month.month
    let (year, number, _) = first.parts
    let before = (first.weekday - weekStart).flooredRemainder(7)
    let length = Day.length(ofMonth: number, year: year)
    weeks = stride(from: -before, to: length, by: 7).map { week in
      (week..<week + 7).map { (0..<length).contains($0) ? first.adding(days: $0) : nil }
    }
  }
}

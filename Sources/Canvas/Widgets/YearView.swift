/// Months of a year side by side, as many in a row as there is room for, up to four. The month of the selected day is
/// in sight; `↑` and `↓` at the right edge say that there are more.
package struct YearView: Equatable, Sendable {
  /// From left to right and from top to bottom.
  package let months: [CalendarMonth]
  /// What is shown of their days.
  package let look: CalendarLook

  /// - Parameter months: in their order, twelve as a rule.
  package init(_ months: [CalendarMonth], _ look: CalendarLook) {
    self.months = months
    self.look = look
  }

  // MARK: Taking in

  /// The move that a key or a click asks for; nil if it asks for none.
  /// - Parameter rect: the area it is drawn in.
  package func move(for input: Input, in rect: Rect) -> CalendarMove? {
    CalendarMove(input, in: rect) { day(at: $0, in: rect) }
  }

  /// The day at a place of the screen.
  package func day(at point: Point, in rect: Rect) -> Int? {
    places(in: rect).lazy.compactMap { index, place in view(of: index).day(at: point, in: place) }.first
  }

  // MARK: Layout

  /// Columns between months, and where only with less another has room.
  private static let (gap, leastGap) = (3, 1)
  /// Rows of the longest month, and the one between months.
  private static let rowsOfMonth = 8
  private static let rowsBetween = 1

  private func view(of index: Int) -> MonthView { MonthView(months[index], look) }

  private func inARow(_ columns: Int) -> Int {
    max(1, min(4, (columns + Self.leastGap) / (MonthView.leastColumns + Self.leastGap)))
  }

  private func gap(_ columns: Int) -> Int {
    inARow(columns) * (MonthView.leastColumns + Self.gap) <= columns + Self.gap ? Self.gap : Self.leastGap
  }

  /// Of a month: wide where that needs no other row of months.
  private func columnsOfMonth(_ columns: Int) -> Int {
    let gap = gap(columns)
    let room = (columns + gap) / inARow(columns) - gap
    return room >= MonthView.leastColumns + 7 ? min(room, MonthView.columns) : MonthView.leastColumns
  }

  /// Rows of months that are in sight, and the first of them.
  private func shown(in rect: Rect) -> (first: Int, count: Int, all: Int) {
    let across = inARow(rect.columns)
    let all = (months.count + across - 1) / across
    let count = min(all, max(1, (rect.rows + Self.rowsBetween) / (Self.rowsOfMonth + Self.rowsBetween)))
    let selected = look.selected.flatMap { day in months.firstIndex { $0.days.contains(day) } } ?? 0
    return (min(selected / across / count * count, all - count), count, all)
  }

  private func places(in rect: Rect) -> [(index: Int, place: Rect)] {
    guard !rect.isEmpty, !months.isEmpty else { return [] }
    let (across, shown) = (inARow(rect.columns), shown(in: rect))
    return (shown.first * across..<min(months.count, (shown.first + shown.count) * across)).map { index in
      let (row, column) = (index / across - shown.first, index % across)
      let columns = columnsOfMonth(rect.columns)
      let place = rect.dropTop(row * (Self.rowsOfMonth + Self.rowsBetween)).dropLeft(
        column * (columns + gap(rect.columns)))
      return (index, place.left(columns).top(Self.rowsOfMonth))
    }
  }

  // MARK: Drawing

  /// Draws the months that are in sight. The cursor stands on the selected day.
  package func draw(on frame: inout Frame, in rect: Rect) {
    for (index, place) in places(in: rect) { view(of: index).draw(on: &frame, in: place) }
    let shown = shown(in: rect)
    guard rect.columns > MonthView.leastColumns else { return }
    frame.putArrows(in: rect, above: shown.first > 0, below: shown.first + shown.count < shown.all)
  }
}

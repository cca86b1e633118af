/// One month: its name, the weekdays, and its weeks below each other. A day is a blank, its mark and its number; the
/// number of the selected day is reversed, and where there is room a bar stands before its mark.
///
/// Where rows are missing, the weeks far from the selected day go first, until three are left; `↑` and `↓` beside the
/// name say so. Then the name goes, then the weekdays. Where columns are missing, the marks go: first those of the first
/// weekday, then all.
package struct MonthView: Equatable, Sendable {
  /// Which days it shows.
  package let month: CalendarMonth
  /// What is shown of them.
  package let look: CalendarLook

  /// A month as it looks now.
  package init(_ month: CalendarMonth, _ look: CalendarLook) {
    self.month = month
    self.look = look
  }

  /// What it likes to have; in less its days move together.
  package static let columns = 7 * 5
  /// What it needs to show of each day a blank, a mark and the number; in still less the blanks go.
  static let leastColumns = 7 * 4
  /// What stays of the weeks before name and weekdays go.
  static let leastWeeks = 3
  /// Whether in so many rows the month is named.
  package static func showsName(in rows: Int) -> Bool { rows >= leastWeeks + 2 }
  /// With its name and the weekdays.
  package var rows: Int { head + month.weeks.count }
  private var head: Int { month.title.isEmpty ? 1 : 2 }

  // MARK: Taking in

  /// The move that a key or a click asks for; nil if it asks for none.
  /// - Parameter rect: the area it is drawn in.
  package func move(for input: Input, in rect: Rect) -> CalendarMove? {
    CalendarMove(input, in: rect) { day(at: $0, in: rect) }
  }

  /// The day at a place of the screen.
  package func day(at point: Point, in rect: Rect) -> Int? {
    let layout = Layout(self, in: rect)
    let week = point.row - layout.weeks.row + layout.firstWeek
    let column = (point.column - layout.weeks.column + layout.lead) / layout.cell
    guard layout.weeks.contains(point), month.weeks.indices.contains(week), (0..<7).contains(column) else { return nil }
    return month.weeks[week][column]
  }

  // MARK: Layout

  private struct Layout {
    /// Columns of a day.
    let cell: Int
    /// As many of them the first of a week has less: in 20 columns all numbers stand apart, and one mark has no room.
    let lead: Int
    let title: Rect
    let weekdays: Rect
    let weeks: Rect
    /// The first week in sight.
    let firstWeek: Int
    /// Weeks after the last in sight have no room.
    let hidesLater: Bool

    init(_ view: MonthView, in rect: Rect) {
      lead = rect.columns == 7 * MonthView.markedCell - 1 ? 1 : 0
      cell = max(2, min(5, (rect.columns + lead) / 7))
      let all = rect.left(7 * cell - lead)
      let count = view.month.weeks.count
      title = all.top(view.head == 2 && MonthView.showsName(in: rect.rows) ? 1 : 0)
      weekdays = all.dropTop(title.rows).top(rect.rows > MonthView.leastWeeks ? 1 : 0)
      weeks = all.dropTop(title.rows + weekdays.rows).top(count)
      let selected = view.look.selected.flatMap { day in view.month.weeks.firstIndex { $0.contains(day) } } ?? 0
      firstWeek = max(0, min(selected - weeks.rows / 2, count - weeks.rows))
      hidesLater = firstWeek + weeks.rows < count
    }

    /// The part of a row that is a day's; narrower where it has no room.
    func cell(_ column: Int, in row: Rect) -> Rect {
      let start = max(0, column * cell - lead)
      return row.dropLeft(start).left((column + 1) * cell - lead - start)
    }
  }

  /// What a mark and a number need.
  private static let markedCell = 3

  // MARK: Drawing

  /// Draws it into the top left. The cursor stands on the selected day.
  package func draw(on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let layout = Layout(self, in: rect)
    drawHead(on: &frame, layout)
    for (row, week) in month.weeks.dropFirst(layout.firstWeek).prefix(layout.weeks.rows).enumerated() {
      for (column, day) in week.enumerated() {
        let place = layout.cell(column, in: layout.weeks.dropTop(row).top(1))
        if let day, place.columns > 1 { draw(day, on: &frame, at: place.origin, columns: place.columns) }
      }
    }
  }

  private func drawHead(on frame: inout Frame, _ layout: Layout) {
    let name = month.title.truncated(to: layout.title.columns)
    let indent = (layout.title.columns - TextWidth.columns(of: name)) / 2
    if !layout.title.isEmpty {
      frame.put(name, at: layout.title.dropLeft(indent).origin, style: .heading)
      let arrows = (layout.firstWeek > 0 ? "↑" : "") + (layout.hidesLater ? "↓" : "")
      frame.put(arrows, at: layout.title.right(arrows.count).origin, style: .dim)
    }
    guard !layout.weekdays.isEmpty else { return }
    for (column, name) in look.weekdays.enumerated() {
      let place = layout.cell(column, in: layout.weekdays).right(2)
      frame.put(name.paddedLeft(to: 2), at: place.origin, style: .dim, limit: place.columns)
    }
  }

  /// The number at the right end, the mark right before it; what is left stands between the days.
  private func draw(_ day: Int, on frame: inout Frame, at origin: Point, columns: Int) {
    let (isSelected, mark) = (day == look.selected, look.marks[day])
    let number = String(day - (month.days.first ?? day) + 1)
    var style = mark == nil && !isSelected ? Style.dim : .text
    if isSelected { style = look.isFocused ? .selected : style.with(.bold) }
    if day == look.today { style = style.with(.underline) }
    let end = origin.column + columns
    let shown = isSelected ? number.paddedLeft(to: 2) : number
    frame.put(shown, at: Point(column: end - shown.utf8.count, row: origin.row), style: style)
    if isSelected { frame.cursor = Point(column: end - number.utf8.count, row: origin.row) }
    guard columns >= Self.markedCell else { return }
    if let mark {
      frame.put(String(mark.glyph), at: Point(column: end - 3, row: origin.row), style: mark.style, limit: 1)
    }
    guard isSelected else { return }
    // In three columns the bar stands where the mark would.
    if columns > 3 || mark == nil {
      let column = max(origin.column, end - 4)
      frame.put("▌", at: Point(column: column, row: origin.row), style: look.isFocused ? .accent : .dim)
    }
  }
}

extension TextArea {
  /// Rows that stay in sight above and below the cursor, where there are that many.
  private static let context = 3
  private static let wheelRows = 3

  /// Takes over the size in which it is shown. One column stays free for the cursor after a full row.
  mutating func fit(_ size: Size) {
    guard size != shape else { return }
    shape = size
    buffer.width = size.columns - 1
    buffer.pageRows = size.rows - 1
    follow()
  }

  /// The same, shown in another size.
  func fitted(to size: Size) -> TextArea {
    var area = self
    area.fit(size)
    return area
  }

  /// Scrolls as little as is needed to see the cursor and some rows around it.
  mutating func follow(context: Int = Self.context) {
    guard shape.rows > 0, shape.columns > 0 else { return }
    let context = min(context, (shape.rows - 1) / 2)
    buffer.layOut(from: buffer.cursor.line, rows: 1)
    let caret = buffer.caretRow
    let highest = buffer.row(caret, down: -context)
    let lowest = buffer.row(buffer.row(caret, down: context), down: 1 - shape.rows)
    top = validTop(min(max(top, lowest), highest))
    buffer.layOut(from: min(top.line, lowest.line), rows: 2 * shape.rows)
  }

  /// A row that exists, and under which the text fills the view as far as it can.
  private func validTop(_ row: TextRow) -> TextRow {
    let line = min(row.line, buffer.lines.count - 1)
    let row = TextRow(line: line, row: min(row.row, buffer.rows(of: line).count - 1))
    // Each line has at least one row: with more lines than rows below, the view is full.
    guard buffer.lines.count - line <= shape.rows else { return row }
    return min(row, buffer.row(buffer.lastRow, down: 1 - shape.rows))
  }

  // MARK: The mouse

  mutating func point(_ event: MouseEvent, in rect: Rect) -> Bool {
    switch event.action {
    case .wheelUp: scroll(-Self.wheelRows)
    case .wheelDown: scroll(Self.wheelRows)
    case .press where event.button == 1 && rect.contains(event.at):
      place(at: event.at, in: rect, selecting: event.modifiers.contains(.shift))
    case .drag where event.button == 1: place(at: event.at, in: rect, selecting: true)
    default: return false
    }
    return true
  }

  /// The view moves, the cursor stays.
  private mutating func scroll(_ rows: Int) {
    top = validTop(buffer.row(top, down: rows))
    buffer.layOut(from: top.line, rows: shape.rows)
  }

  /// What one points at stays where it is: the view moves only when one drags out of it.
  private mutating func place(at point: Point, in rect: Rect, selecting: Bool) {
    guard !rect.isEmpty else { return }
    let row = buffer.row(top, down: min(max(point.row - rect.row, -1), rect.rows))
    buffer.place(buffer.caret(in: row, nearest: max(0, point.column - rect.column)), selecting: selecting)
    follow(context: 0)
  }
}

import Canvas

/// Writes down a column, line after line, and stops at its end: how quiet pages are laid out.
struct Flow {
  private(set) var rest: Rect

  /// - Parameters:
  ///   - rect: where it may write; a margin of two columns is kept where there is room, and a measure of at most 76.
  ///   - airyFrom: with so many rows, one is left free at the top.
  init(_ rect: Rect, airyFrom: Int = .max) {
    let margin = rect.columns >= 44 ? 2 : rect.columns >= 24 ? 1 : 0
    let measure = min(76, rect.columns - 2 * margin)
    let indent = rect.columns > 100 ? (rect.columns - measure) / 2 : margin
    rest = Rect(column: rect.column + indent, row: rect.row, columns: max(0, measure), rows: rect.rows)
      .dropTop(rect.rows >= airyFrom ? 1 : 0)
  }

  var isFull: Bool { rest.rows <= 0 }

  mutating func gap(_ rows: Int = 1) { rest = rest.dropTop(rows) }

  /// One line, cut where it does not fit.
  mutating func line(_ text: String, _ style: Style = .text, indent: Int = 0, on frame: inout Frame) {
    guard !isFull else { return }
    let room = max(0, rest.columns - indent)
    frame.put(
      text.truncated(to: room), at: Point(column: rest.column + indent, row: rest.row), style: style, limit: room)
    gap()
  }

  /// A line with something at its right end, which goes first when there is no room for both.
  mutating func line(_ text: String, _ style: Style = .text, right: String, on frame: inout Frame) {
    let width = TextWidth.columns(of: right)
    if !isFull, TextWidth.columns(of: text) + width + 2 <= rest.columns {
      frame.put(right, at: Point(column: rest.column + rest.columns - width, row: rest.row), style: .dim)
    }
    line(text, style, on: &frame)
  }

  /// A paragraph, wrapped; returns what it took.
  mutating func paragraph(
    _ text: String, _ style: Style = .text, indent: Int = 0, most: Int = .max, on frame: inout Frame
  ) {
    for row in text.wrapped(to: max(1, rest.columns - indent)).prefix(most) where !isFull {
      line(row, style, indent: indent, on: &frame)
    }
  }
}

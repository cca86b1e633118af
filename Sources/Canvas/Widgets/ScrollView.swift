/// Lines of text to be read, wrapped and scrolled. `↑` and `↓` at the right edge say that there is more.
///
/// It remembers the size in which it was used last.
package struct ScrollView: Equatable, Sendable {
  /// What is read. New lines are shown from where one is.
  package var lines: [Line] {
    didSet { if lines != oldValue { layOut() } }
  }
  private struct Row: Equatable {
    let text: Line
    /// The place of the line it is a part of.
    let line: Int
  }

  private var rows: [Row] = []
  private var shape = Size(columns: 0, rows: 0)
  /// The first row in sight.
  package private(set) var top = 0

  /// Lines, seen from the first.
  package init(_ lines: [Line] = []) { self.lines = lines }

  // MARK: Position

  /// Whether the first row is in sight.
  package var isAtStart: Bool { top == 0 }
  /// Whether the last row is in sight.
  package var isAtEnd: Bool { top >= last }
  private var last: Int { max(0, rows.count - shape.rows) }

  // MARK: Moving

  /// Moves by rows, down where positive, as far as there are any.
  package mutating func scroll(_ by: Int) { top = max(0, min(top + by, last)) }

  /// The same by a row, by as many as are in sight less one, or to an end.
  package mutating func scroll(_ way: RowMove) { scroll(way.rows(page: max(1, shape.rows - 1))) }

  /// Puts the beginning of a line in sight, unless it is: with three rows above it where there are as many.
  package mutating func show(line: Int) { show(row: rows.firstIndex { $0.line == line }) }

  /// The same for the first row on which something is shown as found.
  package mutating func showFound() {
    show(row: rows.firstIndex { row in row.text.spans.contains { $0.style.role == .found } })
  }

  private mutating func show(row: Int?) {
    guard let row, !(top..<top + shape.rows).contains(row) else { return }
    top = max(0, min(row - min(3, shape.rows / 2), last))
  }

  /// Arrows, page keys, Space, Home, End and the wheel.
  ///
  /// - Parameter rect: the area it is drawn in.
  /// - Returns: false for input it does not use.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect) -> Bool {
    fit(rect.size)
    switch input {
    case .key(let press) where press.modifiers.isEmpty: return handle(press.key)
    case .mouse(let event) where event.action == .wheelUp: scroll(-3)
    case .mouse(let event) where event.action == .wheelDown: scroll(3)
    case .key, .mouse, .paste, .focus, .background: return false
    }
    return true
  }

  private mutating func handle(_ key: Key) -> Bool {
    guard let way = key == .character(" ") ? .pageDown : RowMove(key) else { return false }
    scroll(way)
    return true
  }

  /// Takes over the size in which it is shown; the line at the top stays there.
  package mutating func fit(_ size: Size) {
    guard size != shape else { return }
    shape = size
    layOut()
  }

  /// How many rows all of it takes in so many columns.
  package func height(columns: Int) -> Int { lines.reduce(0) { $0 + max(1, Self.wrapped($1, columns).count) } }

  private static func wrapped(_ line: Line, _ columns: Int) -> [Line] { line.wrapped(to: max(1, columns - margin)) }

  private mutating func layOut() {
    guard shape.columns > 0 else { return }
    let line = rows.indices.contains(top) && top > 0 ? rows[top].line : 0
    rows = lines.enumerated().flatMap { line, text in
      Self.wrapped(text, shape.columns).map { Row(text: $0, line: line) }
    }
    top = rows.firstIndex { $0.line >= line } ?? 0
    scroll(0)
  }

  // MARK: Drawing

  /// Columns at the right, for the arrows and a space before them.
  private static let margin = 2

  /// Draws the rows in sight. The cursor stands at the first.
  package func draw(on frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var view = self
    view.fit(rect.size)
    frame.cursor = rect.origin
    view.rows.dropFirst(view.top).prefix(rect.rows).map(\.text).draw(on: &frame, in: rect)
    guard rect.columns > Self.margin else { return }
    frame.putArrows(in: rect, above: !view.isAtStart, below: !view.isAtEnd)
  }
}

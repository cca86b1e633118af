/// Many small charts of one kind side by side: each a name, a row of bars, and a note.
package struct SmallMultiples: Equatable, Sendable {
  package struct Part: Equatable, Sendable {
    package let title: String
    /// From left to right; nil is a gap.
    package let values: [Double?]
    package let range: ClosedRange<Double>
    /// What stands at the right of the name.
    package let note: String

    package init(_ title: String, _ values: [Double?], _ range: ClosedRange<Double>, note: String) {
      (self.title, self.values, self.range, self.note) = (title, values, range, note)
    }
  }

  package let parts: [Part]
  /// The chart one is on, from 0; nil where none is marked.
  package var cursor: Int?

  package init(_ parts: [Part], cursor: Int? = nil) { (self.parts, self.cursor) = (parts, cursor) }

  private static let leastColumns = 24
  /// A name, two rows of bars and a blank one.
  private static let partRows = 4

  private func across(_ rect: Rect) -> Int { max(1, min(4, rect.columns / Self.leastColumns)) }

  /// Rows of parts: the first and how many are in sight, and all there are.
  private func rows(in rect: Rect) -> (first: Int, shown: Int, all: Int) {
    let (shown, all) = (max(1, rect.rows / Self.partRows), (parts.count + across(rect) - 1) / across(rect))
    return (max(0, min((cursor ?? 0) / across(rect) - shown / 2, all - shown)), shown, all)
  }

  private func place(_ index: Int, in rect: Rect) -> Rect? {
    let (across, rows) = (across(rect), rows(in: rect))
    let (row, column) = (index / across - rows.first, index % across)
    guard row >= 0, row < rows.shown else { return nil }
    let wide = rect.columns / across
    return rect.dropTop(row * Self.partRows).top(Self.partRows - 1).dropLeft(column * wide).left(wide - 2)
  }

  /// The part at a place of the screen.
  package func place(at point: Point, in rect: Rect) -> Int? {
    parts.indices.first { place($0, in: rect)?.contains(point) == true }
  }

  /// Draws as many rows of them as fit, those around the one that is marked.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    for (index, part) in parts.enumerated() {
      guard let place = place(index, in: rect), !place.isEmpty else { continue }
      let note = part.note.truncated(to: place.columns / 2)
      let title = part.title.truncated(to: place.columns - TextWidth.columns(of: note) - 1)
      screen.put(title, at: place.origin, style: index == cursor ? .text.with(.bold) : .text)
      screen.put(note, at: place.right(TextWidth.columns(of: note)).origin, style: .dim)
      if index == cursor { screen.cursor = place.origin }
      bars(part, on: &screen, place.dropTop(1), ink)
    }
    let rows = rows(in: rect)
    screen.putArrows(in: rect, above: rows.first > 0, below: rows.first + rows.shown < rows.all)
  }

  /// As many values as columns; where there are more, the mean of those that share one.
  private func bars(_ part: Part, on screen: inout Frame, _ rect: Rect, _ ink: ChartInk) {
    let count = min(rect.columns, part.values.count)
    guard count > 0, !rect.isEmpty else { return }
    let wide = part.range.upperBound - part.range.lowerBound
    for column in 0..<count {
      let near = part.values[column * part.values.count / count..<(column + 1) * part.values.count / count]
      let known = near.compactMap(\.self)
      guard !known.isEmpty else { continue }
      let mean = known.reduce(0, +) / Double(known.count)
      let share = wide > 0 ? min(max((mean - part.range.lowerBound) / wide, 0), 1) : 0.5
      var eighths = max(1, Int((share * Double(8 * rect.rows)).rounded()))
      for row in stride(from: rect.endRow - 1, through: rect.row, by: -1) where eighths > 0 {
        screen.put(
          String(ink.upward(eighths)), at: Point(column: rect.column + column, row: row), style: .accent)
        eighths -= 8
      }
    }
  }
}

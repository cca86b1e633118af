/// Values below each other, each with its name, a line as long as it is, to half a cell, and a note behind it.
package struct BarList: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let label: String
    /// Nil where there is too little to draw a bar of.
    package let value: Double?
    /// What stands behind the bar.
    package let note: String
    /// Below it something else begins.
    package let endsGroup: Bool

    package init(_ label: String, _ value: Double?, note: String, endsGroup: Bool = false) {
      (self.label, self.value, self.note, self.endsGroup) = (label, value, note, endsGroup)
    }
  }

  package let rows: [Row]
  /// Where bars begin, and as far as they could go.
  package let range: ClosedRange<Double>
  /// The row one is on, from 0; nil where none is marked.
  package var cursor: Int?

  package init(_ rows: [Row], _ range: ClosedRange<Double>, cursor: Int? = nil) {
    (self.rows, self.range, self.cursor) = (rows, range, cursor)
  }

  private func placed(in rect: Rect) -> [(index: Int, row: Int)] {
    let hasGaps = rows.count + rows.count { $0.endsGroup } <= rect.rows
    let first = rows.count > rect.rows ? max(0, min((cursor ?? 0) - rect.rows / 2, rows.count - rect.rows)) : 0
    var row = rect.row
    return rows.indices.dropFirst(first).prefix(rect.rows).map { index in
      defer { row += hasGaps && rows[index].endsGroup ? 2 : 1 }
      return (index, row)
    }
  }

  /// The row at a place of the screen.
  package func place(at point: Point, in rect: Rect) -> Int? {
    rect.contains(point) ? placed(in: rect).first { $0.row == point.row }?.index : nil
  }

  /// Draws what fits, around the row one is on.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let labels = min(rows.map { TextWidth.columns(of: $0.label) }.max() ?? 0, rect.columns / 3)
    let notes = min(rows.map { TextWidth.columns(of: $0.note) }.max() ?? 0, rect.columns / 3)
    // At the right there is room for arrows, where not all rows are in sight.
    let rest = rect.dropRight(rows.count > rect.rows ? 2 : 0)
    let track = rest.dropLeft(labels + 2).dropRight(notes + 2)
    guard !track.isEmpty else { return }
    let placed = placed(in: rect)
    screen.putArrows(
      in: rect, above: placed.first.map { $0.index > 0 } ?? false,
      below: placed.last.map { $0.index < rows.count - 1 } ?? false)
    for (index, row) in placed {
      let (one, isMarked) = (rows[index], index == cursor)
      let at = Point(column: rect.column, row: row)
      screen.put(one.label.truncated(to: labels), at: at, style: isMarked ? .text.with(.bold) : .text)
      if isMarked { screen.cursor = at }
      if let value = one.value { rail(value, on: &screen, track, row, ink) }
      let note = one.note.truncated(to: notes)
      screen.put(note, at: Point(column: rest.endColumn - TextWidth.columns(of: note), row: row), style: .dim)
    }
  }

  private func rail(_ value: Double, on screen: inout Frame, _ track: Rect, _ row: Int, _ ink: ChartInk) {
    let wide = range.upperBound - range.lowerBound
    let share = wide > 0 && value.isFinite ? min(max((value - range.lowerBound) / wide, 0), 1) : 0
    let halves = Int((share * Double(2 * track.columns)).rounded())
    screen.fill(
      Rect(column: track.column, row: row, columns: track.columns, rows: 1), with: ink.rail.rest, style: .border)
    let line = String(repeating: ink.rail.full, count: halves / 2) + (halves % 2 > 0 ? String(ink.rail.half) : "")
    screen.put(line, at: Point(column: track.column, row: row), style: .accent)
  }
}

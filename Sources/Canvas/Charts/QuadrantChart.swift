/// Two numbers of each day against each other, on a cross: where days lie, not what leads to what.
package struct QuadrantChart: Equatable, Sendable {
  /// A day; several at one place make a heavier dot.
  package struct Dot: Hashable, Sendable {
    package let x, y: Double
    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// A direction: its range, and what its ends are called.
  package struct Axis: Equatable, Sendable {
    /// Never flat; what lies outside is drawn at the edge.
    package let range: ClosedRange<Double>
    package let low, high: String

    package init(_ range: ClosedRange<Double>, low: String, high: String) {
      let isFlat = range.upperBound - range.lowerBound < 1e-9
      self.range = isFlat ? range.lowerBound - 1...range.upperBound + 1 : range
      (self.low, self.high) = (low, high)
    }

    func share(_ value: Double) -> Double {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return share.isFinite ? min(max(share, 0), 1) : 0
    }
  }

  package let dots: [Dot]
  package let x, y: Axis
  /// The dot one is on.
  package var cursor: Int?

  package init(_ dots: [Dot], x: Axis, y: Axis, cursor: Int? = nil) {
    (self.dots, self.x, self.y, self.cursor) = (dots, x, y, cursor)
  }

  private func inner(_ rect: Rect) -> Rect { rect.dropTop(1).dropBottom(1) }

  private func point(_ dot: Dot, in inner: Rect) -> Point {
    Point(
      column: inner.column + Int((x.share(dot.x) * Double(max(0, inner.columns - 1))).rounded()),
      row: inner.row + Int(((1 - y.share(dot.y)) * Double(max(0, inner.rows - 1))).rounded()))
  }

  /// A dot at a place of the screen.
  package func place(at point: Point, in rect: Rect) -> Int? {
    dots.lastIndex { self.point($0, in: inner(rect)) == point }
  }

  /// Draws the cross with its four words, and the dots. The upper words stand above and below it, the others at the ends
  /// of the line.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let inner = inner(rect)
    guard !inner.isEmpty else { return }
    let middle = Point(column: inner.column + inner.columns / 2, row: inner.row + inner.rows / 2)
    screen.fill(
      Rect(column: inner.column, row: middle.row, columns: inner.columns, rows: 1), with: ink.level, style: .border)
    screen.fill(
      Rect(column: middle.column, row: inner.row, columns: 1, rows: inner.rows), with: ink.upright, style: .border)
    screen.put(String(ink.cross), at: middle, style: .border)
    for (row, label) in [(rect.row, y.high), (rect.endRow - 1, y.low)] {
      let start = middle.column - TextWidth.columns(of: label) / 2
      screen.put(label, at: Point(column: max(rect.column, start), row: row), style: .dim, limit: rect.columns)
    }
    let counts = Dictionary(dots.map { (point($0, in: inner), 1) }, uniquingKeysWith: +)
    drawEnds(on: &screen, inner, row: middle.row, free: Set(counts.keys))
    for (place, count) in counts {
      screen.put(String(ink.dots[count == 1 ? 0 : count < 4 ? 1 : 2]), at: place, style: .accent)
    }
    guard let cursor, dots.indices.contains(cursor) else { return }
    let place = point(dots[cursor], in: inner)
    screen.style(Rect(column: place.column, row: place.row, columns: 1, rows: 1), as: .accent.with([.bold, .reverse]))
    screen.cursor = place
  }

  /// Below the line, where dots leave them room, else above it.
  private func drawEnds(on screen: inout Frame, _ inner: Rect, row: Int, free: Set<Point>) {
    let wide = TextWidth.columns(of: x.high)
    for (column, label) in [(inner.column, x.low), (inner.endColumn - wide, x.high)] where column >= inner.column {
      let row = [row + 1, row - 1].first { row in
        row >= inner.row && row < inner.endRow
          && !(column..<column + TextWidth.columns(of: label)).contains { free.contains(Point(column: $0, row: row)) }
      }
      guard let row else { continue }
      screen.put(label, at: Point(column: column, row: row), style: .dim, limit: inner.columns / 2 - 1)
    }
  }
}

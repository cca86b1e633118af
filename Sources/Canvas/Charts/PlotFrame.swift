/// What stands around a chart over time: heights at the left, dates below; and where a value is drawn in it.
package struct PlotFrame: Equatable, Sendable {
  /// The heights that are shown.
  package let range: ClosedRange<Double>
  /// Labels beside heights.
  package let heights: [ChartMark]
  /// Labels below values.
  package let places: [ChartMark]
  /// Values from left to right.
  package let count: Int
  /// The value one is on.
  package var cursor: Int?

  /// - Parameter range: where both ends are the same, a little room is added.
  package init(
    _ range: ClosedRange<Double>, heights: [ChartMark], count: Int, places: [ChartMark], cursor: Int? = nil
  ) {
    let isFlat = range.upperBound - range.lowerBound < 1e-9
    self.range = isFlat ? range.lowerBound - 1...range.upperBound + 1 : range
    (self.heights, self.count, self.places, self.cursor) = (heights, max(0, count), places, cursor)
  }

  /// Whole steps, of 1, 2 or 5 times a power of ten, at most five of them: what is counted or answered has no halves.
  package static func ticks(over range: ClosedRange<Double>) -> [Double] {
    let wide = range.upperBound - range.lowerBound
    guard wide > 0, wide.isFinite else { return [range.lowerBound] }
    var unit = 1.0
    while unit * 10 <= wide / 5 { unit *= 10 }
    let step = [1.0, 2, 5, 10].map { $0 * unit }.first { wide / $0 <= 4.5 } ?? wide
    let first = (range.lowerBound / step).rounded(.up)
    let ticks = (0...5).map { (first + Double($0)) * step }.filter { $0 <= range.upperBound + 1e-9 }
    return ticks.isEmpty ? [range.lowerBound] : ticks
  }

  // MARK: Layout

  private var labelColumns: Int { heights.map { TextWidth.columns(of: $0.label) }.max() ?? 0 }

  /// Where values are drawn.
  package func inner(_ rect: Rect) -> Rect {
    rect.dropLeft(rect.columns >= 16 ? labelColumns + 1 : 1).dropBottom(rect.rows >= 5 ? 2 : 1)
  }

  /// From the lowest 0 to the highest 1.
  func share(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return share.isFinite ? min(max(share, 0), 1) : 0
  }

  /// The row of a height.
  func row(_ value: Double, in inner: Rect) -> Int {
    inner.endRow - 1 - Int((share(value) * Double(max(0, inner.rows - 1))).rounded())
  }

  /// The column of a value.
  func column(_ place: Double, in inner: Rect) -> Int {
    let share = count > 1 ? place / Double(count - 1) : 0.5
    return inner.column + Int((min(max(share, 0), 1) * Double(max(0, inner.columns - 1))).rounded())
  }

  /// The value at a place of the screen; nil outside.
  package func place(at point: Point, in rect: Rect) -> Int? {
    let inner = inner(rect)
    guard count > 0, point.column >= inner.column, point.column < inner.endColumn, rect.contains(point) else {
      return nil
    }
    guard inner.columns > 1 else { return 0 }
    let share = Double(point.column - inner.column) / Double(inner.columns - 1)
    return Int((share * Double(count - 1)).rounded())
  }

  // MARK: Drawing

  /// Draws what stands around, and the upright line of the cursor.
  func draw(on frame: inout Frame, in rect: Rect, _ ink: ChartInk, at column: ((Double, Rect) -> Int)? = nil) {
    let inner = inner(rect)
    guard !inner.isEmpty else { return }
    let column = column ?? { self.column($0, in: $1) }
    drawHeights(on: &frame, rect, inner, ink)
    let floor = inner.endRow
    frame.fill(
      Rect(column: inner.column, row: floor, columns: inner.columns, rows: 1), with: ink.level, style: .border)
    frame.put(String(ink.corner), at: Point(column: inner.column - 1, row: floor), style: .border)
    var end = inner.column - 1
    for mark in places {
      let at = column(mark.place, inner)
      frame.put(String(ink.notch), at: Point(column: at, row: floor), style: .border)
      let width = TextWidth.columns(of: mark.label)
      let start = min(at, rect.endColumn - width)
      guard rect.rows >= 5, start > end else { continue }
      frame.put(mark.label, at: Point(column: start, row: floor + 1), style: .dim, limit: rect.endColumn - start)
      end = start + width
    }
    drawCursor(on: &frame, inner, ink, column)
  }

  private func drawHeights(on frame: inout Frame, _ rect: Rect, _ inner: Rect, _ ink: ChartInk) {
    let line = Rect(column: inner.column - 1, row: inner.row, columns: 1, rows: inner.rows)
    frame.fill(line, with: ink.upright, style: .border)
    var free = inner.endRow
    for mark in heights.sorted(by: { $0.place < $1.place }) where range.contains(mark.place) {
      let row = row(mark.place, in: inner)
      guard row < free else { continue }
      free = row
      frame.put(String(ink.tick), at: Point(column: inner.column - 1, row: row), style: .border)
      guard inner.column - rect.column > labelColumns else { continue }
      let start = rect.column + labelColumns - TextWidth.columns(of: mark.label)
      frame.put(mark.label, at: Point(column: start, row: row), style: .dim)
    }
  }

  private func drawCursor(on frame: inout Frame, _ inner: Rect, _ ink: ChartInk, _ column: (Double, Rect) -> Int) {
    guard let cursor, cursor >= 0, cursor < count else { return }
    let at = column(Double(cursor), inner)
    frame.fill(Rect(column: at, row: inner.row, columns: 1, rows: inner.rows), with: ink.upright, style: .border)
    frame.put(String(ink.under), at: Point(column: at, row: inner.endRow), style: .accent)
    frame.cursor = Point(column: at, row: inner.endRow)
  }
}

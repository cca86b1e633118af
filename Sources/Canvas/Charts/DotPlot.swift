/// Rows of values on one scale, a dot for each, with their mean and how many there are.
package struct DotPlot: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let label: String
    package let values: [Double]
    /// Nil where there are too few for one.
    package let mean: Double?
    /// What stands behind it: how many.
    package let note: String
    /// Below it something else begins.
    package let endsGroup: Bool

    package init(_ label: String, _ values: [Double], mean: Double?, note: String, endsGroup: Bool = false) {
      (self.label, self.values, self.mean, self.note, self.endsGroup) = (label, values, mean, note, endsGroup)
    }
  }

  package let rows: [Row]
  /// What the scale reaches over; never flat: one of a single value gets room on both sides.
  package let range: ClosedRange<Double>
  /// Labels below the scale.
  package let marks: [ChartMark]
  /// What the dots mean; nil where it is said elsewhere.
  package let legend: Legend?
  /// The row one is on.
  package var cursor: Int?

  /// The words for one value, a few and many at the same place, and for the mean.
  package struct Legend: Equatable, Sendable {
    package let one, few, many, mean: String

    package init(one: String, few: String, many: String, mean: String) {
      (self.one, self.few, self.many, self.mean) = (one, few, many, mean)
    }
  }

  package init(
    _ rows: [Row], _ range: ClosedRange<Double>, marks: [ChartMark], legend: Legend? = nil, cursor: Int? = nil
  ) {
    let isFlat = range.upperBound - range.lowerBound < 1e-9
    self.range = isFlat ? range.lowerBound - 1...range.upperBound + 1 : range
    (self.rows, self.marks, self.legend, self.cursor) = (rows, marks, legend, cursor)
  }

  /// Rows that everything has room in.
  package var wantedRows: Int { rows.count + rows.count { $0.endsGroup } + 2 }

  private static let leastTrack = 8

  private func track(_ rect: Rect) -> Rect {
    let notes = rect.columns >= 30 ? rows.map { TextWidth.columns(of: $0.note) }.max() ?? 0 : 0
    // At the right there is room for arrows, where not all rows are in sight.
    let arrows = rows.count > room(in: rect) ? 2 : 0
    // Names may take more than a third, as long as dots have room beside them.
    let most = max(rect.columns / 3, rect.columns - notes - arrows - Self.leastTrack - 4)
    let labels = min(rows.map { TextWidth.columns(of: $0.label) }.max() ?? 0, most)
    return rect.dropLeft(labels + 2).dropRight((notes > 0 ? notes + 2 : 0) + arrows)
  }

  /// The place of a mean, or the nearest beside it: it hides no dot.
  private func free(_ column: Int, besides dots: Set<Int>, in track: Rect) -> Int {
    let near = [column, column + 1, column - 1].first { at in
      !dots.contains(at) && at >= track.column && at < track.endColumn
    }
    return near ?? column
  }

  private func column(_ value: Double, in track: Rect) -> Int {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    let kept = share.isFinite ? min(max(share, 0), 1) : 0
    return track.column + Int((kept * Double(max(0, track.columns - 1))).rounded())
  }

  private func room(in rect: Rect) -> Int { max(0, rect.rows - (marks.isEmpty || rect.rows < 4 ? 0 : 2)) }

  /// Each row with the place it stands at, as many as fit around the cursor.
  private func placed(in rect: Rect) -> [(index: Int, row: Int)] {
    let room = room(in: rect)
    let hasGaps = wantedRows <= rect.rows
    let first = rows.count > room ? max(0, min((cursor ?? 0) - room / 2, rows.count - room)) : 0
    var row = rect.row
    return rows.indices.dropFirst(first).prefix(room).map { index in
      defer { row += hasGaps && rows[index].endsGroup ? 2 : 1 }
      return (index, row)
    }
  }

  /// The row at a place of the screen.
  package func place(at point: Point, in rect: Rect) -> Int? {
    rect.contains(point) ? placed(in: rect).first { $0.row == point.row }?.index : nil
  }

  /// Draws what fits, around the row one is on; below it the scale.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let track = track(rect)
    guard !track.isEmpty else { return }
    let placed = placed(in: rect)
    for (index, row) in placed { draw(index, at: row, on: &screen, rect, track, ink) }
    drawArrows(placed, on: &screen, in: rect)
    guard let floor = placed.last.map({ $0.row + 1 }), !marks.isEmpty, floor + 1 < rect.endRow else { return }
    screen.fill(
      Rect(column: track.column, row: floor, columns: track.columns, rows: 1), with: ink.level, style: .border)
    var end = 0
    for mark in marks {
      let at = column(mark.place, in: track)
      screen.put(String(ink.notch), at: Point(column: at, row: floor), style: .border)
      let width = TextWidth.columns(of: mark.label)
      let start = max(track.column, min(at - width / 2, track.endColumn - width))
      guard start > end else { continue }
      screen.put(mark.label, at: Point(column: start, row: floor + 1), style: .dim, limit: rect.endColumn - start)
      end = start + width
    }
    drawLegend(on: &screen, in: rect, row: floor + 3, ink)
  }

  /// At the right edge: rows lie above those in sight, or below them.
  private func drawArrows(_ placed: [(index: Int, row: Int)], on screen: inout Frame, in rect: Rect) {
    guard let first = placed.first, let last = placed.last else { return }
    let edge = Rect(column: rect.column, row: first.row, columns: rect.columns, rows: last.row - first.row + 1)
    screen.putArrows(in: edge, above: first.index > 0, below: last.index < rows.count - 1)
  }

  /// Where there is room for it, below all else.
  private func drawLegend(on screen: inout Frame, in rect: Rect, row: Int, _ ink: ChartInk) {
    guard let legend, row < rect.endRow else { return }
    let said = zip(ink.dots + [ink.mean], [legend.one, legend.few, legend.many, legend.mean]).map { "\($0) \($1)" }
    screen.put(
      said.joined(separator: "   ").truncated(to: rect.columns), at: Point(column: rect.column, row: row), style: .dim)
  }

  private func draw(
    _ index: Int, at row: Int, on screen: inout Frame, _ rect: Rect, _ track: Rect, _ ink: ChartInk
  ) {
    let (one, isMarked) = (rows[index], index == cursor)
    let label = one.label.truncated(to: track.column - rect.column - 2)
    screen.put(label, at: Point(column: rect.column, row: row), style: isMarked ? .text.with(.bold) : .text)
    if isMarked { screen.cursor = Point(column: rect.column, row: row) }
    var counts: [Int: Int] = [:]
    for value in one.values { counts[column(value, in: track), default: 0] += 1 }
    for (column, count) in counts {
      let dot = ink.dots[count == 1 ? 0 : count < 4 ? 1 : 2]
      screen.put(String(dot), at: Point(column: column, row: row), style: .accent)
    }
    if let mean = one.mean {
      let at = free(column(mean, in: track), besides: Set(counts.keys), in: track)
      screen.put(String(ink.mean), at: Point(column: at, row: row), style: .strong)
    }
    if rect.endColumn > track.endColumn + 2 {
      screen.put(one.note, at: Point(column: track.endColumn + 2, row: row), style: .dim)
    }
  }
}

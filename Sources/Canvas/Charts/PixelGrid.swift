/// Rows of little squares, each a step of a scale or nothing: a year in pixels, a month a row, weeks of what one tends.
package struct PixelGrid: Equatable, Sendable {
  /// What a square shows.
  package enum Pixel: Hashable, Sendable {
    /// Not a place at all, such as 30 February.
    case outside
    /// A place with nothing in it.
    case nothing
    /// From 0, the lowest, to 4.
    case step(Int)
  }

  /// A name and its squares, from left to right.
  package struct Row: Equatable, Sendable {
    package let label: String
    /// The same where its squares would have no room otherwise.
    package let shortLabel: String
    package let pixels: [Pixel]

    package init(_ label: String, short: String? = nil, _ pixels: [Pixel]) {
      (self.label, shortLabel, self.pixels) = (label, short ?? label, pixels)
    }
  }

  /// A square, by row and column.
  package struct Place: Hashable, Sendable {
    /// From 0, at the top left.
    package let row, column: Int
    package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }

  package let rows: [Row]
  /// Labels above columns.
  package let heads: [ChartMark]
  /// What the squares mean; nil where there is no need to say it.
  package let legend: Legend?
  /// The square one is on, and today.
  package var cursor: Place?
  package var today: Place?

  package init(
    _ rows: [Row], heads: [ChartMark], legend: Legend? = nil, cursor: Place? = nil, today: Place? = nil
  ) {
    (self.rows, self.heads, self.legend, self.cursor, self.today) = (rows, heads, legend, cursor, today)
  }

  /// `low ■■■■■ high   · no answer`, or `■ once   ■ more often   · nothing`.
  package struct Legend: Equatable, Sendable {
    /// Steps that stand together, with the words before and behind them.
    package struct Part: Equatable, Sendable {
      package let before: String
      /// As in `Pixel.step`.
      package let steps: [Int]
      package let after: String

      package init(_ before: String, _ steps: [Int], _ after: String) {
        (self.before, self.steps, self.after) = (before, steps, after)
      }
    }

    package let parts: [Part]
    /// What a square with nothing in it means.
    package let nothing: String

    package init(_ parts: [Part], nothing: String) { (self.parts, self.nothing) = (parts, nothing) }

    /// `low ■■■■■ high`, without what nothing means.
    package func line(_ ink: ChartInk) -> Line {
      var line = Line()
      for part in parts {
        if !line.isEmpty { line.append("   ", .dim) }
        line.append(part.before.isEmpty ? "" : "\(part.before) ", .dim)
        for step in part.steps { line.append(String(ink.steps[step]), .step(step)) }
        line.append(" \(part.after)", .dim)
      }
      return line
    }
  }

  // MARK: Layout

  private struct Layout {
    let labels, cell, firstColumn, firstRow: Int
    let heads, pixels: Rect
    let isShort: Bool
    /// Squares lie to the left of those in sight, and to the right.
    let hidesEarlier, hidesLater: Bool
  }

  private var columns: Int { rows.map(\.pixels.count).max() ?? 0 }

  /// What the squares mean is said before the last rows are shown; but a week stays whole.
  private func legendRows(in rect: Rect, _ headRows: Int) -> Int {
    legend != nil && rows.count > 7 && rect.rows - headRows >= 4 ? 1 : 0
  }

  /// Where not all has room, what lies around the cursor is shown, else what lies around today; a week stays whole.
  private func layout(_ rect: Rect) -> Layout {
    func labelColumns(_ label: (Row) -> String) -> Int {
      min(rows.map { TextWidth.columns(of: label($0)) }.max() ?? 0, rect.columns / 3)
    }
    let isShort = labelColumns(\.label) + 3 + columns > rect.columns
    let labels = labelColumns(isShort ? \.shortLabel : \.label)
    let headRows = self.heads.isEmpty || rect.rows <= min(rows.count, 7) ? 0 : 1
    // At the right there is room for arrows, where not all rows are in sight.
    let whole = rect.dropLeft(labels > 0 ? labels + 1 : 0).dropRight(
      rect.rows - headRows - legendRows(in: rect, headRows) < rows.count ? 2 : 0)
    let cell = [3, 2].first { $0 * columns <= whole.columns } ?? 1
    // And for the sign that more lies to the right.
    let room = columns > whole.columns ? whole.dropRight(1) : whole
    let heads = room.top(headRows)
    let pixels = room.dropTop(heads.rows).dropBottom(legendRows(in: rect, headRows)).top(rows.count)
    let shown = max(1, pixels.columns / cell)
    func first(_ at: Int, _ shown: Int, _ count: Int) -> Int { max(0, min(at - shown / 2, count - shown)) }
    let firstColumn = first(cursor?.column ?? columns, shown, columns)
    return Layout(
      labels: labels, cell: cell, firstColumn: firstColumn,
      firstRow: first(cursor?.row ?? today?.row ?? 0, pixels.rows, rows.count), heads: heads, pixels: pixels,
      isShort: isShort, hidesEarlier: firstColumn > 0, hidesLater: firstColumn + shown < columns)
  }

  /// Whether there is room for what the squares mean.
  package func showsLegend(in rect: Rect) -> Bool {
    legend != nil && legendRow(in: rect, layout(rect)) != nil
  }

  /// The square at a place of the screen.
  package func place(at point: Point, in rect: Rect) -> Place? {
    let layout = layout(rect)
    guard layout.pixels.contains(point) else { return nil }
    let place = Place(
      row: point.row - layout.pixels.row + layout.firstRow,
      column: (point.column - layout.pixels.column) / layout.cell + layout.firstColumn)
    guard rows.indices.contains(place.row), rows[place.row].pixels.indices.contains(place.column),
      rows[place.row].pixels[place.column] != .outside
    else { return nil }
    return place
  }

  // MARK: Drawing

  /// Draws what fits, around the square one is on.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let layout = layout(rect)
    guard !layout.pixels.isEmpty else { return }
    if !layout.heads.isEmpty { drawHeads(on: &screen, layout) }
    if let legend { drawLegend(legend, on: &screen, in: rect, layout, ink) }
    for row in 0..<layout.pixels.rows where rows.indices.contains(row + layout.firstRow) {
      let one = rows[row + layout.firstRow]
      let at = Point(column: rect.column, row: layout.pixels.row + row)
      screen.put((layout.isShort ? one.shortLabel : one.label).truncated(to: layout.labels), at: at, style: .dim)
      for (column, pixel) in one.pixels.enumerated().dropFirst(layout.firstColumn) {
        let place = Point(
          column: layout.pixels.column + (column - layout.firstColumn) * layout.cell, row: layout.pixels.row + row)
        guard place.column + layout.cell <= layout.pixels.endColumn else { break }
        draw(pixel, Place(row: row + layout.firstRow, column: column), on: &screen, at: place, layout.cell, ink)
      }
    }
    if layout.hidesEarlier, layout.labels > 0 {
      screen.put("‹", at: Point(column: layout.pixels.column - 1, row: layout.pixels.row), style: .accent)
    }
    if layout.hidesLater {
      screen.put("›", at: Point(column: layout.pixels.endColumn, row: layout.pixels.row), style: .accent)
    }
    let edge = Rect(column: rect.column, row: layout.pixels.row, columns: rect.columns, rows: layout.pixels.rows)
    screen.putArrows(in: edge, above: layout.firstRow > 0, below: layout.firstRow + layout.pixels.rows < rows.count)
  }

  /// Below the squares, a row between where there is room for it.
  private func legendRow(in rect: Rect, _ layout: Layout) -> Int? {
    let row = min(layout.pixels.endRow + 1, rect.endRow - 1)
    return row >= layout.pixels.endRow && row < rect.endRow ? row : nil
  }

  private func drawLegend(_ legend: Legend, on screen: inout Frame, in rect: Rect, _ layout: Layout, _ ink: ChartInk) {
    guard let row = legendRow(in: rect, layout) else { return }
    var line = legend.line(ink)
    line.append("   ")
    line.append(String(ink.nothing), .border)
    line.append(" \(legend.nothing)", .dim)
    line.truncated(to: layout.pixels.columns).draw(on: &screen, at: Point(column: layout.pixels.column, row: row))
  }

  private func draw(
    _ pixel: Pixel, _ own: Place, on screen: inout Frame, at place: Point, _ cell: Int, _ ink: ChartInk
  ) {
    let count = max(1, cell - 1)
    var (text, style): (String, Style)
    switch pixel {
    case .outside: return
    case .nothing: (text, style) = (String(ink.nothing), .border)
    case .step(let step):
      (text, style) = (String(repeating: ink.steps[min(max(step, 0), 4)], count: count), .step(step))
    }
    if own == today { style = style.with(.underline) }
    if own == cursor {
      style = style.with([.reverse, .bold])
      screen.cursor = place
      text = text.padded(to: count)
    }
    screen.put(text, at: place, style: style, limit: cell)
  }

  /// If the first two labels would overlap, the first is dropped. The last label moves left if it would not fit.
  private func drawHeads(on screen: inout Frame, _ layout: Layout) {
    var end = layout.heads.column - 1
    let shown = heads.filter { Int($0.place) >= layout.firstColumn }
    let isNear = zip(shown, shown.dropFirst()).map { one, next in
      (Int(next.place) - Int(one.place)) * layout.cell <= TextWidth.columns(of: one.label)
    }
    for head in shown.dropFirst(isNear.first == true && !isNear.dropFirst().contains(true) ? 1 : 0) {
      let width = TextWidth.columns(of: head.label)
      let wanted = layout.heads.column + (Int(head.place) - layout.firstColumn) * layout.cell
      let column = min(wanted, layout.heads.endColumn - width)
      guard column > end, wanted < layout.heads.endColumn else { continue }
      screen.put(head.label, at: Point(column: column, row: layout.heads.row), style: .dim)
      end = column + width
    }
  }
}

/// Values over time as thin lines, as dots, or both; what has no value is a gap. Between the first two lines the room
/// can be shaded.
package struct LineChart: Equatable, Sendable {
  /// One row of values, from left to right.
  package struct Series: Equatable, Sendable {
    /// What stands at its right end.
    package let label: String
    package let values: [Double?]
    package let style: Style
    /// Dots that nothing connects.
    package let isDots: Bool

    package init(_ label: String, _ values: [Double?], _ style: Style, isDots: Bool = false) {
      (self.label, self.values, self.style, self.isDots) = (label, values, style, isDots)
    }
  }

  package var frame: PlotFrame
  /// What is drawn later lies above.
  package let series: [Series]
  /// Whether what lies between the first two lines is shaded.
  package let shades: Bool

  package init(_ frame: PlotFrame, _ series: [Series], shades: Bool = false) {
    (self.frame, self.series, self.shades) = (frame, series, shades)
  }

  // MARK: Layout

  /// Where there is room, lines are called by name at their ends: colour alone tells nothing.
  private func plot(_ rect: Rect) -> Rect {
    let wide = series.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    return wide > 0 && rect.columns >= max(34, 3 * wide) ? rect.dropRight(wide + 2) : rect
  }

  /// The value at a place of the screen; nil outside.
  package func place(at point: Point, in rect: Rect) -> Int? { frame.place(at: point, in: plot(rect)) }

  // MARK: Drawing

  /// Draws it with what stands around it.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let plot = plot(rect)
    let inner = frame.inner(plot)
    guard !inner.isEmpty else { return }
    frame.draw(on: &screen, in: plot, ink)
    if shades, series.count >= 2 { shade(on: &screen, inner, ink) }
    for one in series where one.isDots { drawDots(one, on: &screen, inner, ink) }
    for one in series where !one.isDots { drawLine(one, on: &screen, inner, ink) }
    if plot.columns < rect.columns { drawNames(on: &screen, inner, column: plot.endColumn + 1, ink) }
  }

  private func drawLine(_ one: Series, on screen: inout Frame, _ inner: Rect, _ ink: ChartInk) {
    var grid = DotGrid(columns: inner.columns, rows: inner.rows)
    var last: (x: Int, y: Int)?
    for (index, value) in one.values.enumerated() {
      guard let value else {
        last = nil
        continue
      }
      let dot = dot(index, value, grid)
      grid.line(last ?? dot, dot, one.style, isDashed: sample(of: one, ink) == ink.samples[1])
      last = dot
    }
    grid.draw(on: &screen, at: inner.origin, ink)
  }

  /// Without colours every second line is dashed. Nil where nothing has to be told apart.
  private func sample(of one: Series, _ ink: ChartInk) -> Character? {
    let lines = series.filter { !$0.isDots }
    guard ink != .coloured, lines.count > 1, let place = lines.firstIndex(of: one) else { return nil }
    return ink.samples[place % 2]
  }

  private func dot(_ index: Int, _ value: Double, _ grid: DotGrid) -> (x: Int, y: Int) {
    let across = frame.count > 1 ? Double(index) / Double(frame.count - 1) : 0.5
    return (
      Int((across * Double(grid.width - 1)).rounded()), Int((frame.share(value) * Double(grid.height - 1)).rounded())
    )
  }

  /// A sign for each while they have room, else the finest dots.
  private func drawDots(_ one: Series, on screen: inout Frame, _ inner: Rect, _ ink: ChartInk) {
    guard frame.count > inner.columns else {
      for (index, value) in one.values.enumerated() {
        guard let value else { continue }
        let place = Point(column: frame.column(Double(index), in: inner), row: frame.row(value, in: inner))
        screen.put(String(ink.point), at: place, style: one.style)
      }
      return
    }
    var grid = DotGrid(columns: inner.columns, rows: inner.rows)
    for (index, value) in one.values.enumerated() {
      guard let value else { continue }
      let dot = dot(index, value, grid)
      grid.set(dot.x, dot.y, one.style)
    }
    grid.draw(on: &screen, at: inner.origin, ink)
  }

  /// Only between values that are there, and between neighbours that both are.
  private func shade(on screen: inout Frame, _ inner: Rect, _ ink: ChartInk) {
    for column in inner.column..<inner.endColumn {
      let share = inner.columns > 1 ? Double(column - inner.column) / Double(inner.columns - 1) : 0.5
      let place = share * Double(max(0, frame.count - 1))
      guard let first = Self.value(of: series[0], at: place), let second = Self.value(of: series[1], at: place) else {
        continue
      }
      let rows = [frame.row(first, in: inner), frame.row(second, in: inner)].sorted()
      guard rows[1] - rows[0] > 1 else { continue }
      let area = Rect(column: column, row: rows[0] + 1, columns: 1, rows: rows[1] - rows[0] - 1)
      screen.fill(area, with: first > second ? ink.between.above : ink.between.below, style: .dim)
    }
  }

  private static func value(of one: Series, at place: Double) -> Double? {
    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    guard one.values.indices.contains(low), one.values.indices.contains(high), let from = one.values[low],
      let to = one.values[high]
    else { return nil }
    return from + (place - Double(low)) * (to - from)
  }

  /// Each in the row of its last value, or the next that is free.
  private func drawNames(on screen: inout Frame, _ inner: Rect, column: Int, _ ink: ChartInk) {
    var taken: Set<Int> = []
    for one in series where !one.label.isEmpty {
      guard let value = one.values.last(where: { $0 != nil }) ?? nil else { continue }
      let wanted = frame.row(value, in: inner)
      let row = (0..<inner.rows).flatMap { [wanted + $0, wanted - $0] }.first {
        $0 >= inner.row && $0 < inner.endRow && !taken.contains($0)
      }
      guard let row else { return }
      taken.insert(row)
      if let sample = sample(of: one, ink) {
        screen.put(String(sample), at: Point(column: column - 1, row: row), style: one.style)
      }
      screen.put(one.label, at: Point(column: column, row: row), style: one.style)
    }
  }
}

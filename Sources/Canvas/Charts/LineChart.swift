/// Values over time as thin lines, as dots, or both; what has no value is a gap. Between the first two lines the room
/// can be shaded.
package struct LineChart: Equatable, Sendable {
  /// One row of values, from left to right.
  package struct Series: Equatable, Sendable {
    /// What stands at its right end.
    package let label: String
    /// One for each place from left to right; nil is a gap.
    package let values: [Double?]
    package let style: Style
    /// Dots that nothing connects.
    package let isDots: Bool

    package init(_ label: String, _ values: [Double?], _ style: Style, isDots: Bool = false) {
      (self.label, self.values, self.style, self.isDots) = (label, values, style, isDots)
    }
  }

  /// What it means that the first line lies above the second, and below it.
  package struct Shades: Equatable, Sendable {
    package let above, below: String
    package init(above: String, below: String) { (self.above, self.below) = (above, below) }
  }

  /// Range, labels and cursor around the lines.
  package var frame: PlotFrame
  /// What is drawn later lies above.
  package let series: [Series]
  /// Nil where what lies between the first two lines is not shaded.
  package let shades: Shades?

  package init(_ frame: PlotFrame, _ series: [Series], shades: Shades? = nil) {
    (self.frame, self.series, self.shades) = (frame, series, shades)
  }

  // MARK: Layout

  private var lines: [Series] { series.filter { !$0.isDots } }
  /// Beside a name stands a piece of its line, where there is more than one.
  private var sampleColumns: Int { lines.count > 1 ? 3 : 0 }

  /// Where there is room, lines are called by name at their ends: colour alone tells nothing.
  private func plot(_ rect: Rect) -> Rect {
    let wide = series.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    let names = wide + 2 + sampleColumns
    let legend = shades != nil && rect.rows >= 10 ? 1 : 0
    return (wide > 0 && rect.columns >= max(34, 3 * names) ? rect.dropRight(names) : rect).dropBottom(legend)
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
    if shades != nil, series.count >= 2 { shade(on: &screen, inner, ink) }
    for one in series where one.isDots { drawDots(one, on: &screen, inner, ink) }
    for one in lines { drawLine(one, on: &screen, inner, ink) }
    if plot.columns < rect.columns { drawNames(on: &screen, inner, column: plot.endColumn + 1, ink) }
    if plot.rows < rect.rows { drawShades(on: &screen, in: rect.bottom(1), indent: inner.column - rect.column, ink) }
  }

  private func drawLine(_ one: Series, on screen: inout Frame, _ inner: Rect, _ ink: ChartInk) {
    var grid = DotGrid(columns: inner.columns, rows: inner.rows)
    var dash = dash(of: one, inner, ink)
    var past: [(x: Int, y: Int)] = []
    for (index, value) in one.values.enumerated() {
      guard let value else {
        past = []
        continue
      }
      let dot = dot(index, value, grid)
      // Where there is room every value begins a dash: none looks like a day without an answer.
      if past.isEmpty || grid.width >= 2 * frame.count { dash?.phase = 0 }
      grid.line(past.last ?? dot, dot, one.style, &dash)
      let goesOn = index + 1 < one.values.count && one.values[index + 1] != nil
      keepValues(past + [dot], endsHere: !goesOn, one.style, &grid)
      past = (past + [dot]).suffix(2)
    }
    grid.draw(on: &screen, at: inner.origin, ink)
  }

  /// A dash leaves out neither the end of a line nor where it turns.
  private func keepValues(_ dots: [(x: Int, y: Int)], endsHere: Bool, _ style: Style, _ grid: inout DotGrid) {
    if endsHere, let last = dots.last { grid.set(last.x, last.y, style) }
    guard dots.count == 3, (dots[1].y - dots[0].y) * (dots[2].y - dots[1].y) < 0 else { return }
    grid.set(dots[1].x, dots[1].y, style)
  }

  /// Without colours every second line is broken: into dashes, or into dots where its values lie closer together.
  private func dash(of one: Series, _ inner: Rect, _ ink: ChartInk) -> DotGrid.Dash? {
    guard ink != .coloured, lines.count > 1, let place = lines.firstIndex(of: one), place % 2 == 1 else { return nil }
    let step = 2 * inner.columns / max(1, frame.count)
    return DotGrid.Dash(dots: step == 2 ? 1 : 2)
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
      drawSample(of: one, on: &screen, at: Point(column: column, row: row), inner, ink)
      let indent = sampleColumns > 0 ? sampleColumns + 1 : 0
      screen.put(one.label, at: Point(column: column + indent, row: row), style: one.style)
    }
  }

  /// A piece of the line, drawn as the line is.
  private func drawSample(of one: Series, on screen: inout Frame, at point: Point, _ inner: Rect, _ ink: ChartInk) {
    guard sampleColumns > 0, !one.isDots else { return }
    var grid = DotGrid(columns: sampleColumns, rows: 1)
    var dash = dash(of: one, inner, ink)
    grid.line((0, 1), (grid.width - 1, 1), one.style, &dash)
    grid.draw(on: &screen, at: point, ink)
  }

  /// `▒ wanted more   ░ had more`, of what there is.
  private func drawShades(on screen: inout Frame, in rect: Rect, indent: Int, _ ink: ChartInk) {
    guard let shades, series.count >= 2 else { return }
    let both = zip(series[0].values, series[1].values).compactMap { first, second in
      first.flatMap { first in second.map { first - $0 } }
    }
    let parts = [
      (ink.between.above, shades.above, both.contains { $0 > 0 }),
      (ink.between.below, shades.below, both.contains { $0 < 0 }),
    ]
    let said = parts.filter(\.2).map { "\($0.0) \($0.1)" }.joined(separator: "   ")
    let left = TextWidth.columns(of: said) + indent <= rect.columns ? indent : 0
    Line(said, .dim).truncated(to: rect.columns - left).draw(on: &screen, at: rect.dropLeft(left).origin)
  }
}

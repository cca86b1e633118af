/// Upright bars over time, each one part or several on top of each other; a bar that is nil is a gap.
package struct ColumnChart: Equatable, Sendable {
  /// What the parts of all bars are, from the bottom up.
  package struct Part: Equatable, Sendable {
    package let label: String
    package let style: Style

    package init(_ label: String, _ style: Style) { (self.label, self.style) = (label, style) }
  }

  /// Range, labels and cursor around the bars.
  package var frame: PlotFrame
  package let parts: [Part]
  /// One value a part, none below 0.
  package let bars: [[Double]?]

  package init(_ frame: PlotFrame, _ parts: [Part], _ bars: [[Double]?]) {
    (self.frame, self.parts, self.bars) = (frame, parts, bars)
  }

  // MARK: Layout

  private static let widest = 8

  /// What the parts are stands in the last row, where there is more than one.
  private func places(_ rect: Rect) -> (plot: Rect, legend: Rect) {
    let rows = parts.count > 1 && rect.rows >= 6 ? 1 : 0
    return (rect.dropBottom(rows), rect.bottom(rows))
  }

  private func columns(_ inner: Rect) -> Int { max(1, min(Self.widest, inner.columns / max(1, bars.count))) }

  private func start(_ bar: Double, _ inner: Rect) -> Int {
    let wide = columns(inner)
    let fits = bars.count * wide <= inner.columns
    return fits ? inner.column + Int(bar) * wide : frame.column(bar, in: inner)
  }

  /// The bar at a place of the screen; nil outside.
  package func place(at point: Point, in rect: Rect) -> Int? {
    let plot = places(rect).plot
    let inner = frame.inner(plot)
    guard plot.contains(point), point.column >= inner.column else { return nil }
    return bars.indices.last { start(Double($0), inner) <= point.column }
      .flatMap { point.column < start(Double($0), inner) + columns(inner) ? $0 : nil }
  }

  // MARK: Drawing

  /// Draws it with what stands around it, and below what those parts are that there is something of.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let (plot, legend) = places(rect)
    let inner = frame.inner(plot)
    guard !inner.isEmpty else { return }
    frame.draw(on: &screen, in: plot, ink) { start($0, $1) }
    for (index, bar) in bars.enumerated() {
      guard let bar else { continue }
      let wide = columns(inner)
      let place = Rect(
        column: start(Double(index), inner), row: inner.row, columns: max(1, wide - (wide > 1 ? 1 : 0)),
        rows: inner.rows)
      if parts.count > 1 { stack(bar, on: &screen, place, ink) } else { raise(bar, on: &screen, place, ink) }
    }
    drawLegend(on: &screen, legend, ink, indent: inner.column - rect.column)
  }

  /// One part: as high as it is, to an eighth of a row.
  private func raise(_ bar: [Double], on screen: inout Frame, _ place: Rect, _ ink: ChartInk) {
    guard let value = bar.first else { return }
    var eighths = Int((frame.share(value) * Double(8 * place.rows)).rounded())
    if value > 0 { eighths = max(1, eighths) }
    for row in stride(from: place.endRow - 1, through: place.row, by: -1) where eighths > 0 {
      let glyph = String(repeating: ink.upward(eighths), count: place.columns)
      screen.put(glyph, at: Point(column: place.column, row: row), style: parts.first?.style ?? .text)
      eighths -= 8
    }
  }

  /// Several: whole rows, each part at least one where it is anything at all.
  private func stack(_ bar: [Double], on screen: inout Frame, _ place: Rect, _ ink: ChartInk) {
    var (sum, row) = (0.0, place.endRow)
    for (part, value) in bar.enumerated() where value > 0 {
      sum += value
      let top = place.endRow - Int((frame.share(sum) * Double(place.rows)).rounded())
      let next = max(place.row, min(top, row - 1))
      let area = Rect(column: place.column, row: next, columns: place.columns, rows: row - next)
      screen.fill(
        area, with: ink.fills[part % ink.fills.count], style: parts.indices.contains(part) ? parts[part].style : .text)
      row = next
    }
  }

  private func drawLegend(on screen: inout Frame, _ rect: Rect, _ ink: ChartInk, indent: Int) {
    guard !rect.isEmpty else { return }
    var line = Line()
    for (index, part) in parts.enumerated() where bars.contains(where: { $0.map { $0[index] > 0 } ?? false }) {
      if line.columns > 0 { line.append("   ") }
      line.append("\(ink.fills[index % ink.fills.count]) ", part.style)
      line.append(part.label, .dim)
    }
    let left = line.columns + indent <= rect.columns ? indent : 0
    line.truncated(to: rect.columns).draw(on: &screen, at: rect.dropLeft(left).origin)
  }
}

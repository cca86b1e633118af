/// Links between two things, each as a dot with how far it could plausibly lie to both sides, on a scale around 0.
package struct IntervalBars: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let label: String
    /// Nil where nothing can be said.
    package let middle: Double?
    /// How far it could plausibly lie; nil where that is not known.
    package let range: ClosedRange<Double>?

    package init(_ label: String, _ middle: Double?, _ range: ClosedRange<Double>?) {
      (self.label, self.middle, self.range) = (label, middle, range)
    }
  }

  package let rows: [Row]
  /// What is drawn; 0 lies in it.
  package let range: ClosedRange<Double>

  package init(_ rows: [Row], _ range: ClosedRange<Double> = -1...1) { (self.rows, self.range) = (rows, range) }

  /// Draws each on a row of its own; a line behind a dot is how far it could lie.
  package func draw(on screen: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    let labels = min(rows.map { TextWidth.columns(of: $0.label) }.max() ?? 0, rect.columns / 2)
    let track = rect.dropLeft(labels > 0 ? labels + 2 : 0)
    guard !track.isEmpty else { return }
    for (index, one) in rows.enumerated().prefix(rect.rows) {
      let row = rect.row + index
      screen.put(one.label.truncated(to: labels), at: Point(column: rect.column, row: row))
      if let range = one.range {
        let (first, last) = (column(range.lowerBound, track), column(range.upperBound, track))
        screen.fill(
          Rect(column: first, row: row, columns: last - first + 1, rows: 1), with: ink.level, style: .dim)
      }
      screen.put(String(ink.upright), at: Point(column: column(0, track), row: row), style: .border)
      guard let middle = one.middle else { continue }
      screen.put(String(ink.dots[2]), at: Point(column: column(middle, track), row: row), style: .accent)
    }
  }

  private func column(_ value: Double, _ track: Rect) -> Int {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    let kept = share.isFinite ? min(max(share, 0), 1) : 0.5
    return track.column + Int((kept * Double(track.columns - 1)).rounded())
  }
}

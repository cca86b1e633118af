import Canvas
import HearthContent
import HearthCore

/// A chart as it is drawn: what it shows, with words and dates around it.
package struct ChartPicture {
  let sheet: ChartSheet
  let voice: ChartVoice
  let today: Day
  /// The place one is on, among the points of the sheet.
  let cursor: Int?
  let weekStart: Int

  /// - Parameters:
  ///   - cursor: the place one is on, among the points of the sheet.
  ///   - weekStart: where a week begins, 1 (Monday) to 7.
  package init(_ sheet: ChartSheet, _ voice: ChartVoice, today: Day, cursor: Int? = nil, weekStart: Int = 1) {
    (self.sheet, self.voice, self.today, self.cursor, self.weekStart) = (sheet, voice, today, cursor, weekStart)
  }

  /// Draws it into a part of the screen, whatever its size.
  package func draw(on frame: inout Frame, in rect: Rect, _ ink: ChartInk = .fine) {
    switch form {
    case .lines(let chart): chart.draw(on: &frame, in: rect, ink)
    case .columns(let chart): chart.draw(on: &frame, in: rect, ink)
    case .dots(let chart): chart.draw(on: &frame, in: rect, ink)
    case .cross(let chart): chart.draw(on: &frame, in: rect, ink)
    case .pixels(let grid, _): grid.draw(on: &frame, in: rect, ink)
    case .bars(let list): list.draw(on: &frame, in: rect, ink)
    case .glance(let parts): parts.draw(on: &frame, in: rect, ink)
    case .names(let rows): drawNames(rows, on: &frame, in: rect)
    }
  }

  /// How many rows show all of it; nil for what is drawn at any height.
  package var wantedRows: Int? {
    switch form {
    case .lines, .columns, .cross: nil
    case .dots(let chart): chart.wantedRows
    // Heads, a blank row and what the squares mean.
    case .pixels(let grid, _): grid.rows.count + 3
    case .bars(let list): list.rows.count + list.rows.count { $0.endsGroup }
    // At most: where several stand side by side they take less.
    case .glance(let parts): 4 * parts.parts.count
    case .names(let rows): rows.count
    }
  }

  /// The point at a place of the screen; nil where none is.
  package func point(at place: Point, in rect: Rect) -> Int? {
    switch form {
    case .lines(let chart): chart.place(at: place, in: rect)
    case .columns(let chart): chart.place(at: place, in: rect)
    case .dots(let chart): chart.place(at: place, in: rect)
    case .cross(let chart): chart.place(at: place, in: rect)
    case .pixels(let grid, let points): grid.place(at: place, in: rect).flatMap { points[$0] }
    case .bars(let list): list.place(at: place, in: rect)
    case .glance(let parts): parts.place(at: place, in: rect)
    case .names: rect.contains(place) && place.row - rect.row < sheet.points.count ? place.row - rect.row : nil
    }
  }

  /// What squares mean, where they leave no room to say it.
  func legendLeftOut(in rect: Rect, _ ink: ChartInk) -> Line? {
    guard case .pixels(let grid, _) = form, let legend = grid.legend, !grid.showsLegend(in: rect) else { return nil }
    return legend.line(ink)
  }

  // MARK: Forms

  private enum Form {
    case lines(LineChart)
    case columns(ColumnChart)
    case dots(DotPlot)
    case cross(QuadrantChart)
    case pixels(PixelGrid, [PixelGrid.Place: Int])
    case bars(BarList)
    case glance(SmallMultiples)
    case names([(String, [String])])
  }

  private var form: Form {
    switch sheet.shape {
    case .lines(let series, let range, let shades): .lines(lines(series, range, shades))
    case .columns(let labels, let bars, let top): .columns(columns(labels, bars, top))
    case .dots(let groups, let range): .dots(dots(groups, range))
    case .cross(let x, let y, let xRange, let yRange, let pairs):
      .cross(
        QuadrantChart(
          pairs.map { .init($0.x, $0.y) }, x: axis(x, xRange), y: axis(y, yRange), cursor: cursor))
    case .pixels(let steps): squares(pixels(steps))
    case .strips(let labels, let rows): squares(strips(labels, rows))
    case .presences(let labels, let rows, let stretches): squares(presences(labels, rows, stretches))
    case .bars(let bars, let range): .bars(list(bars, range))
    case .glance(let series, let ranges): .glance(glance(series, ranges))
    case .names(let labels, let names): .names(zip(labels, names).map { (voice.label($0), $1) })
    }
  }

  private func squares(_ made: (grid: PixelGrid, points: [PixelGrid.Place: Int])) -> Form {
    .pixels(made.grid, made.points)
  }

  private static let styles: [Style] = [.accent, .good, .text, .low, .middling]
  /// Of what was chosen among several: no option shouts.
  private static let optionStyles: [Style] = [.good, .middling, .low, .text, .dim, .accent]

  private func lines(_ series: [ChartSheet.Series], _ range: ClosedRange<Double>, _ shades: Bool) -> LineChart {
    let lines = series.filter { !$0.isDots }
    let drawn = series.map { one in
      let place = lines.firstIndex(of: one) ?? 0
      return LineChart.Series(
        one.isDots ? "" : voice.label(one.label), one.values, Self.styles[place % 5], isDots: one.isDots)
    }
    let frame = PlotFrame(
      range, heights: heights(range, of: lines), count: sheet.points.count, places: dates, cursor: cursor)
    return LineChart(frame, drawn, shades: shades ? voice.shades : nil)
  }

  /// Numbers, or words where one measure has them; of two with different scales only low and high.
  private func heights(_ range: ClosedRange<Double>, of lines: [ChartSheet.Series]) -> [ChartMark] {
    if sheet.chart == .builtIn(.moodAndCloseness) {
      return [
        ChartMark(range.lowerBound, voice.words[.chartLow]), ChartMark(range.upperBound, voice.words[.chartHigh]),
      ]
    }
    return PlotFrame.ticks(over: range).map { tick in
      ChartMark(tick, lines.count == 1 ? voice.value(tick, of: lines[0].label) : voice.number(tick))
    }
  }

  private func columns(_ labels: [ChartLabel], _ bars: [[Double]?], _ top: Double) -> ColumnChart {
    let ticks = PlotFrame.ticks(over: 0...top).map { ChartMark($0, voice.number($0)) }
    let frame = PlotFrame(0...top, heights: ticks, count: bars.count, places: dates, cursor: cursor)
    let parts = labels.enumerated().map { place, label in
      let styles = if case .choice = label { Self.optionStyles } else { Self.styles }
      return ColumnChart.Part(voice.label(label), styles[place % styles.count])
    }
    return ColumnChart(frame, parts, bars)
  }

  private func dots(_ groups: [ChartSheet.Group], _ range: ClosedRange<Double>) -> DotPlot {
    let rows = groups.map { group in
      DotPlot.Row(
        voice.label(group.label), group.values, mean: group.mean, note: note(group.mean, of: group.values.count),
        endsGroup: group.endsGroup)
    }
    let isFelt = sheet.chart == .builtIn(.feltAfter)
    let marks =
      isFelt
      ? [
        ChartMark(range.lowerBound, voice.words[.chartDrained]),
        ChartMark(range.upperBound, voice.words[.chartSettled]),
      ] : PlotFrame.ticks(over: range).map { ChartMark($0, voice.number($0)) }
    return DotPlot(rows, range, marks: marks, legend: dotLegend, cursor: cursor)
  }

  private var dotLegend: DotPlot.Legend {
    let words = voice.words
    return .init(
      one: words[.chartDotOne], few: words[.chartDotFew], many: words[.chartDotMany], mean: words[.chartDotMean])
  }

  private func axis(_ label: ChartLabel, _ range: ClosedRange<Double>) -> QuadrantChart.Axis {
    let (name, ends) = (voice.label(label), voice.ends(of: label))
    return .init(range, low: "\(name): \(ends.low)", high: "\(name): \(ends.high)")
  }

  private func list(_ bars: [ChartSheet.Bar], _ range: ClosedRange<Double>) -> BarList {
    let rows = bars.map { bar in
      BarList.Row(voice.label(bar.label), bar.mean, note: note(bar.mean, of: bar.count), endsGroup: bar.endsGroup)
    }
    return BarList(rows, range, cursor: cursor)
  }

  /// `4.2 (17)`, and of fewer than three `(2)`.
  private func note(_ mean: Double?, of count: Int) -> String {
    let all = voice.words.number(count)
    return mean.map { voice.words[.chartCount, ["value": voice.number($0), "n": all]] } ?? "(\(all))"
  }

  private func glance(_ series: [ChartSheet.Series], _ ranges: [ClosedRange<Double>]) -> SmallMultiples {
    let parts = zip(zip(series, ranges), sheet.points).map { one, point in
      SmallMultiples.Part(
        voice.label(one.0.label), one.0.values, one.1,
        note: voice.words.number(point.values.first?.count ?? 0))
    }
    return SmallMultiples(parts, cursor: cursor)
  }

  private func drawNames(_ rows: [(String, [String])], on frame: inout Frame, in rect: Rect) {
    let wide = min(rows.map { TextWidth.columns(of: $0.0) }.max() ?? 0, rect.columns / 2)
    for (place, row) in rows.enumerated().prefix(rect.rows) {
      let at = Point(column: rect.column, row: rect.row + place)
      frame.put(row.0.truncated(to: wide), at: at, style: place == cursor ? .text.with(.bold) : .text)
      let names = row.1.isEmpty ? "–" : row.1.joined(separator: ", ")
      let room = rect.columns - wide - 2
      frame.put(
        names.truncated(to: room), at: Point(column: at.column + wide + 2, row: at.row),
        style: row.1.isEmpty ? .dim : .person)
      if place == cursor { frame.cursor = at }
    }
  }
}

extension ChartVoice {
  /// What lies between what was wanted and what there was.
  fileprivate var shades: LineChart.Shades { .init(above: words[.chartShadeWanted], below: words[.chartShadeHad]) }
}

import HearthCore

/// A chart as a picture that stands for itself: no scripts, nothing from elsewhere, and a title and a description for
/// those who do not see it.
package struct ChartSVG {
  /// What it is looked at on.
  package enum Ground: Sendable {
    /// Dark on light or light on dark, as the reader's screen is.
    case screen
    /// Dark on light, whatever the screen.
    case paper
  }

  private let sheet: ChartSheet
  private let title: String
  private let description: String
  private let ground: Ground
  private let name: (ChartLabel) -> String
  /// Tells apart what several pictures on one page call the same.
  private let id: String

  static let (width, height) = (640.0, 320.0)
  /// Where the chart itself stands; around it are names and dates.
  static let plot = (left: 56.0, top: 40.0, right: 600.0, bottom: 264.0)

  /// - Parameters:
  ///   - description: the chart in words.
  ///   - name: what a label is called.
  package init(
    _ sheet: ChartSheet, title: String, description: String, on ground: Ground = .screen,
    name: @escaping (ChartLabel) -> String
  ) {
    (self.sheet, self.title, self.description, self.ground, self.name) = (sheet, title, description, ground, name)
    id = "chart-" + String(sheet.chart.id.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
  }

  /// The whole of it, one element of HTML or a file of its own.
  package var text: String {
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" \
      aria-labelledby="\(id)-title \(id)-desc" class="chart">
      <title id="\(id)-title">\(MarkupText.escaped(title))</title>
      <desc id="\(id)-desc">\(MarkupText.escaped(description))</desc>
      <style>
      \(look)
      </style>
      <rect class="ground" width="100%" height="100%"/>
      \(Self.text(title, x: 16, y: 24, class: "head"))
      """
    return ([head] + drawn + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Blue and orange, which most eyes tell apart, and dashes for those that do not. Paper is white. Colours stand as
  /// they are, without variables: not everything that draws SVG knows those.
  private static let light = """
    .chart{font:12px sans-serif} .chart .head{font-size:15px;font-weight:bold} .chart .line{fill:none;stroke-width:2}
    .chart .axis{fill:none} .chart .dot{opacity:.55} .chart .end{text-anchor:end} .chart .mid{text-anchor:middle}
    .chart .s1{stroke-dasharray:6 3} .chart .s2{stroke-dasharray:2 3} .chart .f3,.chart .f4{opacity:.5}
    .chart .q0{opacity:.2} .chart .q1{opacity:.4} .chart .q2{opacity:.6} .chart .q3{opacity:.8}
    \(colours(ground: "#fff", ink: "#222", faint: "#767676", "#1f5fa8", "#b35900", "#555"))
    """

  private static let dark = """
    @media screen and (prefers-color-scheme:dark){
    \(colours(ground: "#1c1c1c", ink: "#eee", faint: "#9a9a9a", "#87afd7", "#ffaf5f", "#bbb"))
    }
    """

  private var look: String { ground == .paper ? Self.light : Self.light + "\n" + Self.dark }

  private static func colours(
    ground: String, ink: String, faint: String, _ a: String, _ b: String, _ c: String
  ) -> String {
    """
    .chart .ground{fill:\(ground)} .chart text{fill:\(ink)} .chart .faint{fill:\(faint)} .chart .axis{stroke:\(faint)}
    .chart .s0{stroke:\(a)} .chart .s1{stroke:\(b)} .chart .s2{stroke:\(c)}
    .chart .f0,.chart .f3{fill:\(a)} .chart .f1,.chart .f4{fill:\(b)} .chart .f2{fill:\(c)}
    """
  }

  // MARK: Shapes

  private var drawn: [String] {
    switch sheet.shape {
    case .lines(let series, let range, _): axes(range) + dates + lines(series, range)
    case .columns(let labels, let bars, let top): axes(0...top) + dates + columns(labels, bars, top)
    case .dots(let groups, let range): dots(groups, range)
    case .cross(let x, let y, let xRange, let yRange, let pairs): cross(x, y, xRange, yRange, pairs)
    case .pixels(let steps): pixels(steps)
    case .strips(let labels, let rows): strips(labels, rows)
    case .presences(let labels, let rows, _): strips(labels, rows.map { $0.map(\.step) })
    case .bars(let bars, let range): list(bars.map { (name($0.label), $0.mean, String($0.count)) }, range)
    case .glance(let series, let ranges): glance(series, ranges)
    case .names(let labels, let names):
      zip(labels, names).enumerated().map { place, row in
        Self.text("\(name(row.0)): \(row.1.joined(separator: ", "))", x: 16, y: 56 + 22 * Double(place))
      }
    }
  }

  private func x(_ place: Int, of count: Int) -> Double {
    let share = count > 1 ? Double(place) / Double(count - 1) : 0.5
    return Self.plot.left + share * (Self.plot.right - Self.plot.left)
  }

  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let wide = range.upperBound - range.lowerBound
    let share = wide > 0 ? (value - range.lowerBound) / wide : 0.5
    return share.isFinite ? min(max(share, 0), 1) : 0.5
  }

  private func y(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    Self.plot.bottom - Self.share(value, range) * (Self.plot.bottom - Self.plot.top)
  }

  private func axes(_ range: ClosedRange<Double>) -> [String] {
    let plot = Self.plot
    // Two scales in one have no numbers in common.
    let ticks = sheet.chart == .builtIn(.moodAndCloseness) ? [] : Self.ticks(range)
    let marks = ticks.map {
      Self.text(ChartTable.number(($0 * 10).rounded() / 10), x: plot.left - 8, y: y($0, range) + 4, class: "faint end")
    }
    return [Self.path([(plot.left, plot.top), (plot.left, plot.bottom), (plot.right, plot.bottom)], class: "axis")]
      + marks
  }

  /// Whole numbers, at most six of them.
  private static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let wide = range.upperBound - range.lowerBound
    guard wide >= 1, wide < 1e9 else { return [range.lowerBound] }
    var unit = 1.0
    while wide / (5 * unit) > 5 { unit *= 10 }
    let step = [1.0, 2.0, 5.0].map { $0 * unit }.first { wide / $0 <= 5 } ?? wide
    let first = (range.lowerBound / step).rounded(.up) * step
    return Array(stride(from: first, through: range.upperBound, by: step))
  }

  /// The first day, the last, and some between.
  private var dates: [String] {
    let count = sheet.points.count
    guard count > 0 else { return [] }
    return Set([0, count / 3, 2 * count / 3, count - 1]).sorted().compactMap { place in
      sheet.points[place].days.map {
        Self.text($0.lowerBound.description, x: x(place, of: count), y: Self.plot.bottom + 18, class: "faint mid")
      }
    }
  }

  private func lines(_ series: [ChartSheet.Series], _ range: ClosedRange<Double>) -> [String] {
    let lines = series.filter { !$0.isDots }
    let dots = series.filter(\.isDots).flatMap { one in
      one.values.enumerated().compactMap { place, value in
        value.map { Self.circle(x(place, of: one.values.count), y($0, range), 2.5, class: "f2 dot") }
      }
    }
    let paths = lines.enumerated().flatMap { index, one in
      Self.runs(one.values).map { run in
        run.count == 1
          ? Self.circle(x(run[0].0, of: one.values.count), y(run[0].1, range), 2, class: "f\(index % 3)")
          : Self.path(run.map { (x($0.0, of: one.values.count), y($0.1, range)) }, class: "line s\(index % 3)")
      }
    }
    return dots + paths + legend(lines.map { name($0.label) })
  }

  /// Values without a gap between them.
  private static func runs(_ values: [Double?]) -> [[(Int, Double)]] {
    var runs: [[(Int, Double)]] = [[]]
    for (place, value) in values.enumerated() {
      if let value { runs[runs.count - 1].append((place, value)) } else { runs.append([]) }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func columns(_ labels: [ChartLabel], _ bars: [[Double]?], _ top: Double) -> [String] {
    let wide = (Self.plot.right - Self.plot.left) / Double(max(1, bars.count))
    let drawn = bars.enumerated().flatMap { place, bar -> [String] in
      var sum = 0.0
      return (bar ?? []).enumerated().filter { $0.element > 0 }.map { part, value in
        let lower = y(sum, 0...top)
        sum += value
        return Self.rect(
          Self.plot.left + Double(place) * wide + wide * 0.1, y(sum, 0...top), wide * 0.8, lower - y(sum, 0...top),
          class: "f\(part % 5)")
      }
    }
    return drawn + legend(labels.map(name))
  }

  private func legend(_ names: [String]) -> [String] {
    names.enumerated().flatMap { place, name in
      let left = Self.plot.left + Double(place % 4) * 140
      let top = Self.plot.bottom + 36 + Double(place / 4) * 16
      return [Self.rect(left, top - 9, 10, 10, class: "f\(place % 5)"), Self.text(name, x: left + 16, y: top)]
    }
  }

  // MARK: Rows

  private func dots(_ groups: [ChartSheet.Group], _ range: ClosedRange<Double>) -> [String] {
    rows(groups.map { (name($0.label), String($0.values.count)) }) { row, y in
      let dots = groups[row].values.map { Self.circle(rowX($0, range), y - 4, 4, class: "f0 dot") }
      let mean = groups[row].mean.map { [Self.rect(rowX($0, range) - 1.5, y - 12, 3, 16, class: "f1")] } ?? []
      return dots + mean
    }
  }

  private func list(_ bars: [(String, Double?, String)], _ range: ClosedRange<Double>) -> [String] {
    rows(bars.map { ($0.0, $0.2) }) { row, y in
      bars[row].1.map { [Self.rect(180, y - 11, max(1, rowX($0, range) - 180), 12, class: "f0")] } ?? []
    }
  }

  private func glance(_ series: [ChartSheet.Series], _ ranges: [ClosedRange<Double>]) -> [String] {
    rows(series.map { (name($0.label), String($0.values.count { $0 != nil })) }) { row, y in
      let values = series[row].values
      return values.enumerated().compactMap { place, value in
        value.map { value in
          let high = 2 + 12 * Self.share(value, ranges[row])
          return Self.rect(180 + 400 * Double(place) / Double(max(1, values.count)), y - high, 3, high, class: "f0")
        }
      }
    }
  }

  private func strips(_ labels: [ChartLabel], _ rows: [[Int?]]) -> [String] {
    self.rows(labels.map { (name($0), "") }) { row, y in
      rows[row].enumerated().map { place, step in
        square(180 + 400 * Double(place) / Double(max(1, rows[row].count)), y - 10, step, size: 6)
      }
    }
  }

  private func rows(_ names: [(String, String)], _ draw: (Int, Double) -> [String]) -> [String] {
    let high = min(26, (Self.height - 60) / Double(max(1, names.count)))
    return names.enumerated().flatMap { row, name in
      let y = 56 + Double(row) * high
      return [
        Self.text(name.0, x: 170, y: y, class: "end"), Self.text(name.1, x: 596, y: y, class: "faint"),
      ] + draw(row, y)
    }
  }

  private func rowX(_ value: Double, _ range: ClosedRange<Double>) -> Double { 180 + 400 * Self.share(value, range) }

  // MARK: Squares and crosses

  /// Weeks side by side; of many years, months below each other.
  private func pixels(_ steps: [Int?]) -> [String] {
    let isWeeks = steps.count <= 400
    let first = sheet.days.lowerBound
    let size = isWeeks ? 10.0 : min(8, 240 / Double(max(1, steps.count / 30 + 1)))
    return steps.enumerated().map { place, step in
      let day = first.adding(days: place)
      let (column, row) =
        isWeeks
        ? ((first.weekday - 1 + place) / 7, day.weekday - 1)
        : (day.parts.day - 1, (day.parts.year - first.parts.year) * 12 + day.parts.month - first.parts.month)
      return square(24 + Double(column) * (size + 1), 48 + Double(row) * (size + 1), step, size: size)
    }
  }

  private func square(_ x: Double, _ y: Double, _ step: Int?, size: Double) -> String {
    guard let step else { return Self.circle(x + size / 2, y + size / 2, 0.8, class: "faint") }
    return Self.rect(x, y, size, size, class: "f0 q\(step)")
  }

  private func cross(
    _ x: ChartLabel, _ y: ChartLabel, _ xRange: ClosedRange<Double>, _ yRange: ClosedRange<Double>,
    _ pairs: [ChartSheet.Pair]
  ) -> [String] {
    let plot = Self.plot
    let middle = ((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2)
    let dots = pairs.map { pair in
      Self.circle(
        plot.left + Self.share(pair.x, xRange) * (plot.right - plot.left), self.y(pair.y, yRange), 4, class: "f0 dot")
    }
    return [
      Self.path([(plot.left, middle.1), (plot.right, middle.1)], class: "axis"),
      Self.path([(middle.0, plot.top), (middle.0, plot.bottom)], class: "axis"),
      Self.text("\(name(x)) →", x: plot.right, y: middle.1 - 6, class: "faint end"),
      Self.text("↑ \(name(y))", x: middle.0 + 6, y: plot.top + 10, class: "faint"),
    ] + dots
  }
}

// MARK: Elements

extension ChartSVG {
  private static func point(_ value: Double) -> String { ChartTable.number((value * 10).rounded() / 10) }

  private static func text(_ text: String, x: Double, y: Double, class name: String = "") -> String {
    #"<text x="\#(point(x))" y="\#(point(y))" class="\#(name)">\#(MarkupText.escaped(text))</text>"#
  }

  private static func circle(_ x: Double, _ y: Double, _ radius: Double, class name: String) -> String {
    #"<circle cx="\#(point(x))" cy="\#(point(y))" r="\#(point(radius))" class="\#(name)"/>"#
  }

  private static func rect(_ x: Double, _ y: Double, _ wide: Double, _ high: Double, class name: String) -> String {
    #"<rect x="\#(point(x))" y="\#(point(y))" width="\#(point(wide))" height="\#(point(high))" class="\#(name)"/>"#
  }

  private static func path(_ points: [(Double, Double)], class name: String) -> String {
    let line = points.enumerated().map { "\($0 == 0 ? "M" : "L")\(point($1.0)) \(point($1.1))" }.joined()
    return #"<path d="\#(line)" class="\#(name)"/>"#
  }
}

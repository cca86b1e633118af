import Canvas
import HearthContent
import HearthCore

/// Dates below charts, and days laid out in squares.
extension ChartPicture {
  /// Weeks by their first day while there are few, then months, then years.
  var dates: [ChartMark] { heads(of: sheet.points.map { $0.days?.lowerBound }) }

  private func heads(of firsts: [Day?]) -> [ChartMark] {
    let count = sheet.days.length
    var named: Day?
    return firsts.enumerated().compactMap { place, day in
      guard let day, let mark = mark(day, before: place > 0 ? firsts[place - 1] : nil, named: named, count) else {
        return nil
      }
      named = day
      return ChartMark(place, mark)
    }
  }

  /// - Parameter named: the last day that got one.
  private func mark(_ day: Day, before: Day?, named: Day?, _ count: Int) -> String? {
    let words = voice.words
    let isNewMonth = before.map { $0.month != day.month } ?? true
    let isNewYear = before.map { $0.parts.year != day.parts.year } ?? true
    switch count {
    case ...45:
      // Before a week begins there has to be room for another date.
      let left = (weekStart - day.weekday).flooredRemainder(7)
      guard left == 0 || before == nil && left > 3 else { return nil }
      return named?.month != day.month ? "\(day.parts.day) \(words.shortMonth(day.parts.month))" : String(day.parts.day)
    case ...750:
      guard isNewMonth, before != nil || day.parts.day <= 20 else { return nil }
      return day.parts.month == 1 ? String(day.parts.year) : words.shortMonth(day.parts.month)
    default: return isNewYear ? String(day.parts.year) : nil
    }
  }

  // MARK: Squares

  /// Weeks side by side, a row for each day of the week; over many years months below each other.
  func pixels(_ steps: [Int?]) -> (grid: PixelGrid, points: [PixelGrid.Place: Int]) {
    sheet.days.length <= 400 ? weeks(steps) : months(steps)
  }

  private func weeks(_ steps: [Int?]) -> (PixelGrid, [PixelGrid.Place: Int]) {
    let before = (sheet.days.lowerBound.weekday - weekStart).flooredRemainder(7)
    let count = (before + steps.count + 6) / 7
    var pixels = Array(repeating: Array(repeating: PixelGrid.Pixel.outside, count: count), count: 7)
    var points: [PixelGrid.Place: Int] = [:]
    for (index, step) in steps.enumerated() {
      let place = PixelGrid.Place(row: (before + index) % 7, column: (before + index) / 7)
      pixels[place.row][place.column] = step.map(PixelGrid.Pixel.step) ?? .nothing
      points[place] = index
    }
    let rows = pixels.enumerated().map { row, pixels in
      PixelGrid.Row(voice.words.shortWeekday((weekStart - 1 + row) % 7 + 1), pixels)
    }
    return (grid(rows, heads: weekHeads(before, count), points), points)
  }

  /// A month above the week in which it begins.
  private func weekHeads(_ before: Int, _ count: Int) -> [ChartMark] {
    (0..<count).compactMap { column in
      let first = sheet.days.lowerBound.adding(days: column * 7 - before)
      let begins = (0..<7).map { first.adding(days: $0) }.first { $0.parts.day == 1 && sheet.days.contains($0) }
      let day = begins ?? (column == 0 ? sheet.days.lowerBound : nil)
      return day.map { ChartMark(column, voice.words.shortMonth($0.parts.month)) }
    }
  }

  private func months(_ steps: [Int?]) -> (PixelGrid, [PixelGrid.Place: Int]) {
    var rows: [PixelGrid.Row] = []
    var points: [PixelGrid.Place: Int] = [:]
    var month = sheet.days.lowerBound.month
    while month <= sheet.days.upperBound {
      let pixels = (0..<31).map { offset -> PixelGrid.Pixel in
        let day = month.adding(days: offset)
        guard day.month == month, sheet.days.contains(day) else { return .outside }
        let index = day.number - sheet.days.lowerBound.number
        points[.init(row: rows.count, column: offset)] = index
        return steps[index].map(PixelGrid.Pixel.step) ?? .nothing
      }
      let name = voice.words.shortMonth(month.parts.month)
      let year = String(month.parts.year)
      rows.append(.init("\(name) \(year)", short: month.parts.month == 1 || rows.isEmpty ? year : name, pixels))
      month = month.lastOfMonth.adding(days: 1)
    }
    return (grid(rows, heads: [0, 9, 19, 29].map { ChartMark($0, String($0 + 1)) }, points), points)
  }

  private func grid(
    _ rows: [PixelGrid.Row], heads: [ChartMark], _ points: [PixelGrid.Place: Int]
  ) -> PixelGrid {
    func place(_ point: Int?) -> PixelGrid.Place? { point.flatMap { point in points.first { $0.value == point }?.key } }
    let now = sheet.days.contains(today) ? today.number - sheet.days.lowerBound.number : nil
    let ends = sheet.points.first?.values.first.map { voice.ends(of: $0.label) }
    let legend = ends.map {
      PixelGrid.Legend([.init($0.low, [0, 1, 2, 3, 4], $0.high)], nothing: voice.words[.chartNoAnswer])
    }
    return PixelGrid(rows, heads: heads, legend: legend, cursor: place(cursor), today: place(now))
  }

  /// A row for each thing that comes again, a square for each week.
  func strips(_ labels: [ChartLabel], _ rows: [[Int?]]) -> (grid: PixelGrid, points: [PixelGrid.Place: Int]) {
    let wide = rows.first?.count ?? 0
    var points: [PixelGrid.Place: Int] = [:]
    for row in rows.indices { for column in 0..<wide { points[.init(row: row, column: column)] = row * wide + column } }
    let pixels = zip(labels, rows).map { label, row in
      PixelGrid.Row(voice.label(label), row.map { $0.map(PixelGrid.Pixel.step) ?? .nothing })
    }
    let heads = heads(of: sheet.points.prefix(wide).map { $0.days?.lowerBound })
    let at = cursor.map { PixelGrid.Place(row: $0 / max(1, wide), column: $0 % max(1, wide)) }
    let isCounted = sheet.chart != .builtIn(.howOftenLonely)
    let legend = PixelGrid.Legend(
      [.init("", [2], voice.words[.chartOnce]), .init("", [4], voice.words[.chartMoreOften])],
      nothing: voice.words[.chartNone])
    return (PixelGrid(pixels, heads: heads, legend: isCounted ? legend : nil, cursor: at), points)
  }

  /// Where each year begins; the first one where the next does not follow at once.
  private static func years(of firsts: [Day]) -> [ChartMark] {
    firsts.enumerated().compactMap { place, day in
      let (month, year) = (day.parts.month, day.parts.year)
      let begins = place == 0 ? month <= 7 : firsts[place - 1].parts.year != year
      return begins ? ChartMark(place, String(year)) : nil
    }
  }

  private static func pixel(_ presence: ChartSheet.Presence) -> PixelGrid.Pixel {
    switch presence {
    case .none: .outside
    case .between: .nothing
    case .noted: .step(4)
    }
  }

  /// A row for each person, from the first to the last day with them.
  func presences(
    _ labels: [ChartLabel], _ rows: [[ChartSheet.Presence]], _ stretches: [ClosedRange<Day>]
  ) -> (grid: PixelGrid, points: [PixelGrid.Place: Int]) {
    var points: [PixelGrid.Place: Int] = [:]
    for (row, all) in rows.enumerated() {
      for (column, one) in all.enumerated() where one != .none { points[.init(row: row, column: column)] = row }
    }
    let pixels = zip(labels, rows).map { label, row in
      PixelGrid.Row(voice.label(label), row.map(Self.pixel))
    }
    let at = cursor.flatMap { row in
      rows.indices.contains(row)
        ? PixelGrid.Place(row: row, column: rows[row].firstIndex { $0 != .none } ?? 0) : nil
    }
    let legend = PixelGrid.Legend(
      [.init("", [4], voice.words[.chartNoted])], nothing: voice.words[.chartBetweenNotes])
    return (PixelGrid(pixels, heads: Self.years(of: stretches.map(\.lowerBound)), legend: legend, cursor: at), points)
  }
}

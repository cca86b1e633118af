/// How many days a chart shows.
package enum ChartSpan: Hashable, Sendable {
  /// So many, 1 or more.
  case days(Int)
  /// From the first on which anything was answered.
  case all

  package static let fourWeeks = ChartSpan.days(28)
  /// Thirteen weeks.
  package static let quarter = ChartSpan.days(91)
  package static let year = ChartSpan.days(365)
  /// Those one can go through by key, from the shortest.
  package static let usual: [ChartSpan] = [.fourWeeks, .quarter, .year, .all]

  /// Its place among those, or that of the last that is shorter.
  package var place: Int {
    if self == .all { return Self.usual.count - 1 }
    guard case .days(let count) = self else { return 0 }
    return Self.usual.lastIndex { if case .days(let other) = $0 { other <= count } else { false } } ?? 0
  }

  /// No chart shows more days than a long life has: a year typed wrongly in an import does not draw a thousand.
  package static let most = 36_600

  /// - Parameters:
  ///   - last: the day it ends with.
  ///   - first: the first that has anything; nil where none has.
  package func days(upTo last: Day, since first: Day?) -> ClosedRange<Day> {
    let wanted: Int =
      switch self {
      case .days(let count): count
      case .all: max(28, last.number - (first ?? last).number + 1)
      }
    return last.adding(days: 1 - min(max(1, wanted), Self.most))...last
  }

  /// `90d`, `12w`, `6m`, `2y`, `all`; nil for anything else.
  package init?(_ text: String) {
    if text == "all" {
      self = .all
      return
    }
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), count > 0,
      count <= Self.most / unit
    else { return nil }
    self = .days(count * unit)
  }
}

extension ClosedRange<Day> {
  /// How many days it spans, 1 or more.
  package var length: Int { upperBound.number - lowerBound.number + 1 }
  /// Each of them.
  package var all: [Day] { (lowerBound.number...upperBound.number).map(Day.init) }
}

/// Days per plotted value; grows with the span.
package enum ChartBucket: Hashable, Sendable {
  case day, week, month, year

  /// - Parameter most: values that a chart has room for.
  init(for days: ClosedRange<Day>, from least: ChartBucket, most: Int) {
    let count = days.length
    let rising: [(ChartBucket, Int)] = [(.day, 1), (.week, 7), (.month, 30), (.year, 365)]
    let allowed = rising.drop { $0.0 != least }
    self = allowed.first { count / $0.1 <= most }?.0 ?? .year
  }

  /// The stretches in their order; the first and the last may be cut off.
  /// - Parameter weekStart: 1 (Monday) to 7 (Sunday).
  func stretches(of days: ClosedRange<Day>, weekStart: Int) -> [ClosedRange<Day>] {
    var stretches: [ClosedRange<Day>] = []
    var first = days.lowerBound
    while first <= days.upperBound {
      let last = min(last(of: first, weekStart), days.upperBound)
      stretches.append(first...last)
      first = last.adding(days: 1)
    }
    return stretches
  }

  private func last(of day: Day, _ weekStart: Int) -> Day {
    switch self {
    case .day: return day
    case .week: return day.adding(days: 6 - (day.weekday - weekStart).flooredRemainder(7))
    case .month: return day.lastOfMonth
    case .year: return day.month.adding(months: 12 - day.parts.month).lastOfMonth
    }
  }
}

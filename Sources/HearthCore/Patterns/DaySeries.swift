/// One value a day, or none, over a stretch of days without a break: what every chart and every pattern is made of.
///
/// A day on which nothing was logged has no value; nothing is ever filled in.
package struct DaySeries: Hashable, Sendable {
  package let start: Day
  package let values: [Double?]

  package init(start: Day, values: [Double?]) {
    self.start = start
    self.values = values
  }

  /// From readings: each day's one value by the measure's rule.
  /// - Parameter days: those that are shown, also where nothing was logged at their ends.
  package init(_ readings: [Reading], over days: ClosedRange<Day>, by rule: Measure.PerDay) {
    start = days.lowerBound
    var values = [Double?](repeating: nil, count: days.upperBound.number - days.lowerBound.number + 1)
    for (day, readings) in Dictionary(grouping: readings, by: \.day) where days.contains(day) {
      values[day.number - start.number] = rule.value(of: readings)
    }
    self.values = values
  }

  /// How many days it spans, N.
  package var count: Int { values.count }
  /// On how many something was logged.
  package var logged: Int { values.count { $0 != nil } }
  /// The values there are, in order.
  package var known: [Double] { values.compactMap(\.self) }

  package func day(at index: Int) -> Day { start.adding(days: index) }

  package func map(_ change: (Double) -> Double) -> DaySeries {
    DaySeries(start: start, values: values.map { $0.map(change) })
  }

  /// Both where both have a value, in order.
  func pairs(with other: DaySeries) -> [(x: Double, y: Double)] {
    zip(values, other.values).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
  }

  /// On how many days both have a value.
  func overlap(with other: DaySeries) -> Int {
    var overlap = 0
    for (x, y) in zip(values, other.values) where x != nil && y != nil { overlap += 1 }
    return overlap
  }

  /// The same days later or earlier, what falls out at one end coming in at the other, gaps and all.
  func rotated(by shift: Int) -> DaySeries {
    guard !values.isEmpty else { return self }
    let cut = (count - shift % count + count) % count
    return DaySeries(start: start, values: Array(values[cut...] + values[..<cut]))
  }

  /// Only a part of it, on the same days.
  func keeping(_ isKept: (Int) -> Bool) -> DaySeries {
    DaySeries(start: start, values: values.enumerated().map { isKept($0.offset) ? $0.element : nil })
  }
}

extension Measure.PerDay {
  /// The one value of a day; nil of nothing.
  package func value(of readings: [Reading]) -> Double? {
    guard let last = readings.max(by: { $0.stamp.instant < $1.stamp.instant }) else { return nil }
    let sum = readings.reduce(0) { $0 + $1.value }
    switch self {
    case .mean: return sum / Double(readings.count)
    case .sum: return sum
    case .last: return last.value
    }
  }
}

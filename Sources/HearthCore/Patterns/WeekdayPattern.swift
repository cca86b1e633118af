/// A measure by the days of the week.
package struct WeekdayPattern: Hashable, Sendable {
  /// One weekday: how often it was logged, its mean, and its mean drawn towards that of all days, the more the fewer
  /// there are; both nil of fewer than three.
  package struct Weekday: Hashable, Sendable {
    package let count: Int
    package let mean, shrunk: Double?
  }

  /// From Monday.
  package let weekdays: [Weekday]
  /// How likely differences as large are where the days of each week are shuffled; nil unless every weekday was logged
  /// four times.
  package let p: Double?

  /// So many days of the common mean are mixed into each weekday's.
  private static let shrinkage = 4.0

  /// - Parameter seed: for the shuffles; the same seed gives the same p.
  package init(_ series: DaySeries, shuffles: Int = 999, seed: UInt64) {
    let known = series.known
    let all = known.reduce(0, +) / Double(max(1, known.count))
    let groups = Self.groups(series)
    weekdays = groups.map { values in
      let (sum, count) = (values.reduce(0, +), Double(values.count))
      guard values.count >= 3 else { return Weekday(count: values.count, mean: nil, shrunk: nil) }
      return Weekday(
        count: values.count, mean: sum / count, shrunk: (sum + Self.shrinkage * all) / (count + Self.shrinkage))
    }
    p = groups.allSatisfy { $0.count >= 4 } ? Self.p(series, shuffles, seed) : nil
  }

  private static func groups(_ series: DaySeries) -> [[Double]] {
    var groups = [[Double]](repeating: [], count: 7)
    for (index, value) in series.values.enumerated() {
      if let value { groups[series.day(at: index).weekday - 1].append(value) }
    }
    return groups
  }

  /// How far the weekdays' means lie apart.
  private static func spread(_ groups: [[Double]]) -> Double {
    let means = groups.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
    let mean = means.reduce(0, +) / 7
    return means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private static func p(_ series: DaySeries, _ shuffles: Int, _ seed: UInt64) -> Double {
    var dice = Dice(seed: seed)
    let found = spread(groups(series))
    let asLarge = (0..<shuffles).count { _ in spread(groups(shuffled(series, with: &dice))) >= found - 1e-9 }
    return Double(1 + asLarge) / Double(1 + shuffles)
  }

  /// The logged values of each run of seven days among themselves.
  private static func shuffled(_ series: DaySeries, with dice: inout Dice) -> DaySeries {
    var values = series.values
    for start in stride(from: 0, to: values.count, by: 7) {
      let places = (start..<min(start + 7, values.count)).filter { values[$0] != nil }
      for (place, value) in zip(places, places.map { values[$0] }.shuffled(using: &dice)) { values[place] = value }
    }
    return DaySeries(start: series.start, values: values)
  }
}

extension DaySeries {
  /// The centred mean of seven days, which takes the rhythm of the week away: of the logged days among them where there
  /// are four or more. The first and last three days have none.
  package var centredMean: DaySeries {
    guard count >= 7 else { return keeping { _ in false } }
    let means = values.indices.map { index -> Double? in
      guard (3..<count - 3).contains(index) else { return nil }
      let near = values[(index - 3)...(index + 3)].compactMap(\.self)
      return near.count < 4 ? nil : near.reduce(0, +) / Double(near.count)
    }
    return DaySeries(start: start, values: means)
  }
}

/// What is usual for a person: the middle of their last sixty logged days.
package struct UsualRange: Hashable, Sendable {
  /// The median.
  package let middle: Double
  /// From the 20th to the 80th percentile.
  package let range: ClosedRange<Double>

  /// Nil with fewer than 21 logged days.
  package init?(_ series: DaySeries) {
    let last = series.known.suffix(60).sorted()
    guard last.count >= 21 else { return nil }
    middle = Percentile.of(last, 0.5)
    range = Percentile.of(last, 0.2)...Percentile.of(last, 0.8)
  }
}

enum Percentile {
  /// Between the two values around place (n − 1)q.
  /// - Parameter sorted: from the lowest up, not empty.
  static func of(_ sorted: [Double], _ q: Double) -> Double {
    let place = Double(sorted.count - 1) * q
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}

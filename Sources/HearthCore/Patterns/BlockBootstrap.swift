/// Bands for an effect, by drawing blocks of seven days again and again (Künsch 1989). Rough: with 30–120 days a band of
/// 90 % holds the truth somewhat less often than that.
package enum BlockBootstrap {
  static let block = 7

  /// - Parameters:
  ///   - series: on the same days; drawn together.
  ///   - measure: what is asked of them; draws of which it says nothing are left out.
  ///   - draws: how many.
  ///   - seed: the same seed gives the same band.
  /// - Returns: from the 5th to the 95th percentile; nil where fewer than half of the draws say something.
  package static func band(
    of series: [DaySeries], draws: Int = 400, seed: UInt64, _ measure: ([DaySeries]) -> Double?
  ) -> ClosedRange<Double>? {
    guard let first = series.first, first.count >= 2 * block else { return nil }
    var dice = Dice(seed: seed)
    let found = (0..<draws).compactMap { _ in measure(drawn(series, with: &dice)) }.sorted()
    guard found.count * 2 >= draws else { return nil }
    return Percentile.of(found, 0.05)...Percentile.of(found, 0.95)
  }

  private static func drawn(_ series: [DaySeries], with dice: inout Dice) -> [DaySeries] {
    let count = series[0].count
    var days: [Int] = []
    while days.count < count {
      let start = Int.random(in: 0...(count - block), using: &dice)
      days += start..<(start + block)
    }
    return series.map { one in DaySeries(start: one.start, values: days.prefix(count).map { one.values[$0] }) }
  }
}

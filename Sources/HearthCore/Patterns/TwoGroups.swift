/// A measure on days with something and on days without it.
package struct TwoGroups: Hashable, Sendable {
  /// How many days with it, and without.
  package let with, without: Int
  /// The means; nil of fewer than three days.
  package let meanWith, meanWithout: Double?
  /// Days at or above the person's usual, of either kind; nil where no usual is known.
  package let usualWith, usualWithout: Int?
  /// Cliff's delta, −1…1: how much more often a day with it is above one without than below (Cliff 1993). Nil with fewer
  /// than eight days of either kind.
  package let delta: Double?

  /// - Parameters:
  ///   - tag: above 0 where it was so.
  ///   - measure: what is compared, on the same days.
  package init(_ tag: DaySeries, _ measure: DaySeries) {
    let pairs = tag.pairs(with: measure)
    let with = pairs.filter { $0.x > 0 }.map(\.y)
    let without = pairs.filter { $0.x <= 0 }.map(\.y)
    (self.with, self.without) = (with.count, without.count)
    (meanWith, meanWithout) = (Self.mean(with), Self.mean(without))
    let usual = UsualRange(measure)?.middle
    usualWith = usual.map { usual in with.count { $0 >= usual } }
    usualWithout = usual.map { usual in without.count { $0 >= usual } }
    delta = with.count >= 8 && without.count >= 8 ? Self.delta(with, without) : nil
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.count < 3 ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func delta(_ first: [Double], _ second: [Double]) -> Double {
    let sum = first.reduce(0) { sum, a in sum + second.reduce(0) { $0 + (a > $1 ? 1 : a < $1 ? -1 : 0) } }
    return Double(sum) / Double(first.count * second.count)
  }
}

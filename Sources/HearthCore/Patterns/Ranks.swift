extension DaySeries {
  /// Mid-ranks over all its logged days, from 1: equal values share the mean of the places they take.
  ///
  /// Ranks and not values, because moods are steps without a known distance and one wedding outweighs a month of
  /// minutes (Spearman 1904).
  var ranked: DaySeries {
    let order = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 0) < (values[$1] ?? 0) }
    var ranks = [Double?](repeating: nil, count: count)
    var place = 0
    while place < order.count {
      let end = order[place...].firstIndex { values[$0] != values[order[place]] } ?? order.count
      let shared = Double(place + 1 + end) / 2
      for index in order[place..<end] { ranks[index] = shared }
      place = end
    }
    return DaySeries(start: start, values: ranks)
  }
}

/// Correlation of two series, −1…1, over the days on which both have a value.
enum Correlation {
  /// Pearson's r; of ranks it is Spearman's ρ, also with ties. Nil of fewer than three pairs, or where one side does not
  /// vary. Goes twice over the days and makes no list of pairs: six questions ask for it twenty thousand times.
  static func of(_ first: DaySeries, _ second: DaySeries) -> Double? {
    var (pairs, meanX, meanY) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first.values, second.values) {
      guard let x, let y else { continue }
      pairs += 1
      meanX += x
      meanY += y
    }
    guard pairs >= 3 else { return nil }
    meanX /= pairs
    meanY /= pairs
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first.values, second.values) {
      guard let x, let y else { continue }
      xx += (x - meanX) * (x - meanX)
      yy += (y - meanY) * (y - meanY)
      xy += (x - meanX) * (y - meanY)
    }
    guard xx > 1e-12, yy > 1e-12 else { return nil }
    return max(-1, min(1, xy / (xx * yy).squareRoot()))
  }

  /// What is left of the link between x and y once z is held still: (r_xy − r_xz r_yz) / √((1 − r_xz²)(1 − r_yz²)).
  static func partial(xy: Double, xz: Double, yz: Double) -> Double? {
    let left = (1 - xz * xz) * (1 - yz * yz)
    guard left > 1e-12 else { return nil }
    return max(-1, min(1, (xy - xz * yz) / left.squareRoot()))
  }
}

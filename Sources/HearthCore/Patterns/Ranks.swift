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

/// Correlation of pairs, −1…1.
enum Correlation {
  /// Pearson's r; of ranks it is Spearman's ρ, also with ties. Nil of fewer than three pairs, or where one side does not
  /// vary.
  static func of(_ pairs: [(x: Double, y: Double)]) -> Double? {
    guard pairs.count >= 3 else { return nil }
    let count = Double(pairs.count)
    let (meanX, meanY) = (pairs.reduce(0) { $0 + $1.x } / count, pairs.reduce(0) { $0 + $1.y } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (x, y) = (pair.x - meanX, pair.y - meanY)
      xx += x * x
      yy += y * y
      xy += x * y
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

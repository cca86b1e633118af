extension DaySeries {
  /// From so many days on, weekdays and slow drift are taken away before two series are compared.
  static let daysForResiduals = 42
  /// Degrees of freedom that it costs: six weekdays and a slope.
  static let lostDegrees = 7

  /// What is left of each value once its weekday and a straight line through time explain what they can: ordinary least
  /// squares on an intercept, six weekdays and the calendar day, over the logged days.
  ///
  /// Two series that only share their weekends, or a slow drift, would look linked without it.
  /// - Returns: nil where nothing is left (under 1e-12 of the whole).
  var residuals: DaySeries? {
    let places = values.indices.filter { values[$0] != nil }
    let rows = places.map { row(at: $0) }
    let known = places.map { values[$0] ?? 0 }
    let weights = LeastSquares.weights(of: rows, for: known)
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    let left = zip(rows, known).map { row, value in value - zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let whole = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard left.reduce(0, { $0 + $1 * $1 }) > 1e-12 * max(whole, 1e-300) else { return nil }
    var residuals = [Double?](repeating: nil, count: count)
    for (place, value) in zip(places, left) { residuals[place] = value }
    return DaySeries(start: start, values: residuals)
  }

  private func row(at index: Int) -> [Double] {
    let weekday = day(at: index).weekday
    // The middle of the span, so that the numbers stay small and the equations well behaved.
    let time = (Double(index) - Double(count) / 2) / Double(max(1, count))
    return [1, time] + (1...6).map { weekday == $0 ? 1 : 0 }
  }
}

/// Ordinary least squares by the normal equations: with eight unknowns there is no need for more.
enum LeastSquares {
  /// - Returns: one weight a column. A column that the others explain already weighs nothing.
  static func weights(of rows: [[Double]], for values: [Double]) -> [Double] {
    let columns = rows.first?.count ?? 0
    var matrix = (0..<columns).map { a in
      (0..<columns).map { b in rows.reduce(0) { $0 + $1[a] * $1[b] } }
        + [zip(rows, values).reduce(0) { $0 + $1.0[a] * $1.1 }]
    }
    var pivots: [(row: Int, column: Int)] = []
    for column in 0..<columns {
      let free = pivots.count
      guard let best = (free..<columns).max(by: { abs(matrix[$0][column]) < abs(matrix[$1][column]) }),
        abs(matrix[best][column]) > 1e-9 * Double(max(1, rows.count))
      else { continue }
      matrix.swapAt(free, best)
      eliminate(column, with: free, in: &matrix)
      pivots.append((free, column))
    }
    var weights = [Double](repeating: 0, count: columns)
    for pivot in pivots { weights[pivot.column] = matrix[pivot.row][columns] / matrix[pivot.row][pivot.column] }
    return weights
  }

  private static func eliminate(_ column: Int, with pivot: Int, in matrix: inout [[Double]]) {
    for row in matrix.indices where row != pivot {
      let factor = matrix[row][column] / matrix[pivot][column]
      guard factor != 0 else { continue }
      for place in matrix[row].indices { matrix[row][place] -= factor * matrix[pivot][place] }
    }
  }
}

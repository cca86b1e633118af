/// What was answered of some measures, stretch by stretch: means of three days and more, and how many days each is of.
package struct MeasureTable: Hashable, Sendable {
  /// Those of which something was answered: the columns.
  package let measures: [Measure]
  /// One for each stretch.
  package let rows: [Row]

  package struct Row: Hashable, Sendable {
    package let days: ClosedRange<Day>
    /// One for each measure.
    package let cells: [Cell]
  }

  package struct Cell: Hashable, Sendable {
    /// Days with an answer.
    package let count: Int
    /// Nil of fewer than three days.
    package let mean: Double?
  }

  /// - Parameter measures: those of which nothing was answered are left out.
  package init(_ readings: [Reading], of measures: [Measure], in stretches: [ClosedRange<Day>]) {
    let days = Dictionary(grouping: readings, by: \.measure)
    self.measures = measures.filter { days[$0.id] != nil }
    let values = self.measures.map { Self.perDay(days[$0.id] ?? [], $0.perDay) }
    rows = stretches.map { stretch in
      Row(days: stretch, cells: values.map { days in Self.cell(days.filter { stretch.contains($0.key) }.map(\.value)) })
    }
  }

  private static func perDay(_ readings: [Reading], _ way: Measure.PerDay) -> [Day: Double] {
    Dictionary(grouping: readings, by: \.day).mapValues { day in
      let values = day.sorted { $0.stamp.instant < $1.stamp.instant }.map(\.value)
      let sum = values.reduce(0, +)
      return switch way {
      case .mean: sum / Double(values.count)
      case .sum: sum
      case .last: values.last ?? sum
      }
    }
  }

  private static func cell(_ values: [Double]) -> Cell {
    Cell(count: values.count, mean: values.mean)
  }
}

extension ClosedRange<Day> {
  /// The weeks of some days, or their months where they are more than ten weeks; the first and the last may be cut off.
  /// - Parameter weekStart: 1 (Monday) to 7 (Sunday).
  package func stretches(weekStart: Int) -> [ClosedRange<Day>] {
    (length > 70 ? ChartBucket.month : .week).stretches(of: self, weekStart: weekStart)
  }
}

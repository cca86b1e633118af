/// What a chart shows over some days: its picture as plain values, what stands at each place of it, and what can be said
/// of the whole. Nothing is filled in, no mean is of fewer than three, and no day is called the best or the worst.
package struct ChartSheet: Hashable, Sendable {
  package let chart: Chart
  package let days: ClosedRange<Day>
  package let shape: Shape
  /// In the order in which the cursor goes through them.
  package let points: [Point]
  package let facts: [ChartFact]
  /// On how many of the days there is something in it.
  package let logged: Int
  /// Which of the chart's variants.
  package var variant: Chart.Variant?

  /// Whether there is nothing to draw.
  package var isEmpty: Bool { logged == 0 }

  /// The picture, as plain values.
  package enum Shape: Hashable, Sendable {
    /// Over `stretches`; between the first two the room may be shaded.
    case lines([Series], range: ClosedRange<Double>, shades: Bool)
    /// Parts of each stretch, from the bottom up; nil where nothing is known.
    case columns([ChartLabel], [[Double]?], top: Double)
    case dots([Group], range: ClosedRange<Double>)
    /// Two numbers of each day.
    case cross(x: ChartLabel, y: ChartLabel, xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, [Pair])
    /// A step a day, 0–4.
    case pixels([Int?])
    /// Rows of steps over stretches, 0–4.
    case strips([ChartLabel], [[Int?]])
    /// A row a person, over stretches of time: whether there was anything, only something before and after, or neither.
    case presences([ChartLabel], [[Presence]], [ClosedRange<Day>])
    case bars([Bar], range: ClosedRange<Double>)
    /// Small rows of bars, each on its own scale.
    case glance([Series], [ClosedRange<Double>])
    case names([ChartLabel], [[String]])
  }

  /// A line, or single days. A value that is nil is a gap.
  package struct Series: Hashable, Sendable {
    package let label: ChartLabel
    package let values: [Double?]
    /// Single days, unconnected.
    package let isDots: Bool

    init(_ label: ChartLabel, _ values: [Double?], isDots: Bool = false) {
      (self.label, self.values, self.isDots) = (label, values, isDots)
    }
  }

  /// Everything of one kind, a dot each.
  package struct Group: Hashable, Sendable {
    package let label: ChartLabel
    package let values: [Double]
    /// Below it something else begins.
    package let endsGroup: Bool

    init(_ label: ChartLabel, _ values: [Double], endsGroup: Bool = false) {
      (self.label, self.values, self.endsGroup) = (label, values, endsGroup)
    }

    /// Nil of fewer than three.
    package var mean: Double? { values.mean }
  }

  /// Of somebody in a stretch of time: something was noted, or nothing, but before and after it.
  package enum Presence: Hashable, Sendable {
    case none, between, noted

    /// As it is drawn, 0–4: not how much there was.
    package var step: Int? {
      switch self {
      case .none: nil
      case .between: 0
      case .noted: 4
      }
    }
  }

  /// A mean, nil of fewer than three, and of how many it is.
  package struct Bar: Hashable, Sendable {
    package let label: ChartLabel
    package let count: Int
    package let mean: Double?
    package let endsGroup: Bool
  }

  /// A day in a cross.
  package struct Pair: Hashable, Sendable { package let x, y: Double }

  /// What stands at one place.
  package struct Point: Hashable, Sendable {
    /// Nil where it is no time.
    package let days: ClosedRange<Day>?
    /// The first of the days on which there is something, where that is known.
    private let first: Day?
    package let values: [Value]

    init(_ days: ClosedRange<Day>?, first: Day? = nil, _ values: [Value]) {
      (self.days, self.first, self.values) = (days, first, values)
    }

    /// The day to be seen where one wants to see one of them.
    package var day: Day? { first ?? days?.lowerBound }
  }

  /// One number at a place, and what it is of.
  package struct Value: Hashable, Sendable {
    package let label: ChartLabel
    /// Nil where nothing was answered, or too little for a mean.
    package let value: Double?
    /// Of how many; nil where it is one.
    package let count: Int?

    init(_ label: ChartLabel, _ value: Double?, count: Int? = nil) {
      (self.label, self.value, self.count) = (label, value, count)
    }
  }
}

/// What a line, a bar or a place is called; words are found elsewhere.
package enum ChartLabel: Hashable, Sendable {
  case measure(Measure.ID)
  /// An option of a measure, by its place.
  case choice(Measure.ID, Int)
  case weekday(Int)
  /// Four hours of the day, from this one on.
  case hours(Int)
  case medium(String)
  case circle(String)
  case need(String)
  /// As the person or a practice calls it.
  case named(String)
  /// Somebody who is not there any more.
  case remembered(String)
  case word(Word)

  /// What only charts speak of.
  package enum Word: String, CaseIterable, Hashable, Sendable {
    case gap, quality, near, micro, meaningful
    case lightToday, lightTomorrow, middlingToday, middlingTomorrow, heavyToday, heavyTomorrow
    case afterHard, otherNights
    case wanted, had, otherMoments
  }
}

/// Something that can be said of what a chart shows, from numbers alone.
package enum ChartFact: Hashable, Sendable {
  /// Median, and where the middle sixty in a hundred lie.
  case usual(ChartLabel, UsualRange)
  /// Too few days for that.
  case noUsual(ChartLabel, days: Int)
  /// The last week beside the usual: below (-1), within (0), above (1).
  case lately(ChartLabel, Int)
  /// More was wanted than had on so many days; with the median of the difference, of seven or more.
  case wantedMore(days: Int, of: Int, median: Double?)
  case total(ChartLabel, Int)
  /// Days in company and close, in company and not close, alone and close, alone and not close; and those in the middle of
  /// one of the two scales.
  case quarters(Int, Int, Int, Int, between: Int)
  /// The usual number a week, the median of full weeks.
  case weekly(ChartLabel, Double)
}

extension ChartFact {
  /// A count of none.
  var isNothing: Bool { if case .total(_, 0) = self { true } else { false } }
}

extension Collection<Double> {
  /// Nil of fewer than three.
  package var mean: Double? { count < 3 ? nil : reduce(0, +) / Double(count) }

  var median: Double? { isEmpty ? nil : Percentile.of(sorted(), 0.5) }
}

/// What a journal holds for a chart over some days, summed up as far as the chart needs it.
package struct ChartNotes: Hashable, Sendable {
  package let days: ClosedRange<Day>
  /// What is known of measures: their ranges and words. Those of readings need not be among them.
  package var measures: [Measure.ID: Measure]
  /// The ids of those, in their order.
  package let order: [Measure.ID]
  /// Also of days before `days`: what is usual for a person does not hang on how far back they look.
  package var totals: [Measure.ID: [DayTotal]] = [:]
  /// Of measures whose values are words.
  package var choices: [Measure.ID: [ChoiceTotal]] = [:]
  /// Of the one measure that was asked for.
  package var hours: [HourTotal] = []
  package var meetings: [Meeting] = []
  package var felt: [FeltTotal] = []
  package var threads: [Thread] = []
  package var needs: [NeedNames] = []
  package var presences: [Presence] = []
  /// Where in the week a person's week begins, 1 (Monday) to 7.
  package var weekStart = 1

  /// Nothing yet.
  package init(days: ClosedRange<Day>, measures: [Measure] = []) {
    self.days = days
    order = measures.map(\.id).uniqued()
    self.measures = Dictionary(measures.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What was answered of one measure on one day.
  package struct DayTotal: Hashable, Sendable {
    package let day: Day
    /// Answers, 1 or more; their sum, and the last of them.
    package let count: Int
    /// In the measure's own numbers.
    package let sum, last: Double

    package init(day: Day, count: Int, sum: Double, last: Double) {
      (self.day, self.count, self.sum, self.last) = (day, count, sum, last)
    }
  }

  /// How often an option was chosen on a day.
  package struct ChoiceTotal: Hashable, Sendable {
    package let day: Day
    /// The value of the option, within the measure's range, and how often it was chosen.
    package let value, count: Int

    package init(day: Day, value: Int, count: Int) { (self.day, self.value, self.count) = (day, value, count) }
  }

  /// What was answered at one hour of the day, 0–23.
  package struct HourTotal: Hashable, Sendable {
    package let hour, count: Int
    package let sum: Double

    package init(hour: Int, count: Int, sum: Double) { (self.hour, self.count, self.sum) = (hour, count, sum) }
  }

  /// Moments of a day that are alike.
  package struct Meeting: Hashable, Sendable {
    package let day: Day
    /// How many, and their minutes together.
    package let count, minutes: Int
    /// Small ones: a hello, a smile.
    package let isMicro: Bool
    /// One of the three ticks of quality stood at them.
    package let isQuality: Bool
    /// A fight, or one that left one drained.
    package let isHard: Bool

    package init(day: Day, count: Int, minutes: Int, isMicro: Bool, isQuality: Bool, isHard: Bool) {
      (self.day, self.count, self.minutes) = (day, count, minutes)
      (self.isMicro, self.isQuality, self.isHard) = (isMicro, isQuality, isHard)
    }
  }

  /// How moments of one kind were felt: how often each step, −2 to 2.
  package struct FeltTotal: Hashable, Sendable {
    package enum Group: Int, Hashable, Sendable { case medium, circle }
    package let group: Group
    package let name: String
    package let felt, count: Int

    package init(_ group: Group, _ name: String, felt: Int, count: Int) {
      (self.group, self.name, self.felt, self.count) = (group, name, felt, count)
    }
  }

  /// Something that comes again: a practice, a touchpoint; with the days on which it did.
  package struct Thread: Hashable, Sendable {
    package let title: String
    package let days: [Day]

    package init(_ title: String, _ days: [Day]) { (self.title, self.days) = (title, days) }
  }

  /// When somebody was there, as far as it was noted.
  package struct Presence: Hashable, Sendable {
    package let name: String
    /// They are not there any more.
    package let isRemembered: Bool
    /// Days with a moment or a mention: of every four weeks that have one from the first to the last; in their order, one
    /// or more.
    package let stretches: [ClosedRange<Day>]

    package init(_ name: String, isRemembered: Bool = false, _ stretches: [ClosedRange<Day>]) {
      (self.name, self.isRemembered, self.stretches) = (name, isRemembered, stretches)
    }
  }

  /// Who there is for one need.
  package struct NeedNames: Hashable, Sendable {
    package let need: String
    package let names: [String]

    package init(_ need: String, _ names: [String]) { (self.need, self.names) = (need, names) }
  }
}

extension ChartNotes {
  /// A part of what a journal holds.
  package enum Part: Hashable, Sendable {
    case totals(Measure.ID)
    case choices(Measure.ID)
    case hours(Measure.ID)
    case meetings, felt, runs, touchpoints, needs, presences
    /// Minutes with others, those of good quality or all others, in place of the totals of a measure.
    case minutes(ofQuality: Bool)
  }

  /// The days that are shown, and before them those that tell what is usual: a year in all.
  package static func reach(of days: ClosedRange<Day>) -> ClosedRange<Day> {
    min(days.lowerBound, days.upperBound.adding(days: -364))...days.upperBound
  }

  /// One value a day by the measure's own rule.
  func series(_ id: Measure.ID) -> DaySeries { series(id, over: days) }

  func series(_ id: Measure.ID, over days: ClosedRange<Day>) -> DaySeries {
    let rule = measures[id]?.perDay ?? .mean
    var values = [Double?](repeating: nil, count: days.length)
    for total in totals[id] ?? [] where days.contains(total.day) && total.count > 0 && total.sum.isFinite {
      values[total.day.number - days.lowerBound.number] =
        switch rule {
        case .mean: total.sum / Double(total.count)
        case .sum: total.sum
        case .last: total.last
        }
    }
    return DaySeries(start: days.lowerBound, values: values)
  }

  /// Where both were answered, the first less the second.
  func difference(_ first: Measure.ID, _ second: Measure.ID, over days: ClosedRange<Day>) -> DaySeries {
    let (first, second) = (series(first, over: days), series(second, over: days))
    return DaySeries(
      start: first.start, values: zip(first.values, second.values).map { a, b in a.flatMap { a in b.map { a - $0 } } })
  }

  /// The possible range of a measure; for one that is not described, the range of its values.
  func range(_ id: Measure.ID) -> ClosedRange<Double> {
    let known = series(id).known
    let (low, high) = (known.min() ?? 0, known.max() ?? 10)
    guard let measure = measures[id] else { return low...high }
    // Summed measures have no fixed upper bound.
    if measure.perDay == .sum { return min(0, low)...max(high, 1) }
    return Double(measure.range.lowerBound)...Double(measure.range.upperBound)
  }
}

extension Chart {
  /// What it is made of.
  /// - Parameters:
  ///   - variant: which of `variants`.
  ///   - measures: all that may be charted, for the chart that shows every one.
  package func parts(variant: Int, measures: [Measure.ID]) -> [ChartNotes.Part] {
    guard let kind else { return [.totals(id)] }
    switch kind {
    case .wantedAndHad: return [.totals("wanted"), .totals("had")]
    case .moodAndCloseness: return [.totals("mood"), .totals("closeness")]
    case .pixels: return Self.parts(of: self.variant(variant))
    case .weekdaysAndHours: return Self.parts(of: self.variant(variant)) + Self.hours(of: self.variant(variant))
    case .aloneTime: return [.choices("alone")]
    case .companyAndCloseness: return [.totals("contact"), .totals("closeness")]
    case .qualityTime: return [.meetings, .totals("people-hours")]
    case .microAndMeaningful: return [.meetings]
    case .feltAfter: return [.felt]
    case .socialBattery: return [.meetings, .totals("energy")]
    case .bids: return [.choices("reaching-out")]
    case .promises: return [.choices("promise")]
    case .repair: return [.choices("mended-after")]
    case .boundaries: return [.choices("boundary-outcome")]
    case .sleepAfter: return [.meetings, .totals("sleep")]
    case .skills: return [.runs]
    case .needs: return [.needs]
    case .touchpoints: return [.touchpoints]
    case .years: return [.presences]
    case .marks: return [.meetings] + Self.parts(of: self.variant(variant))
    case .howOftenLonely: return [.choices(id)]
    case .patterns: return []
    case .glance: return measures.map { .totals($0) }
    }
  }

  private static func parts(of variant: Variant) -> [ChartNotes.Part] {
    switch variant {
    case .measure(let id): [.totals(id)]
    case .gap: [.totals("wanted"), .totals("had")]
    }
  }

  private static func hours(of variant: Variant) -> [ChartNotes.Part] {
    if case .measure(let id) = variant { [.hours(id)] } else { [] }
  }
}

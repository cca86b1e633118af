/// A chart: one question that days can answer.
package enum Chart: Hashable, Sendable, Identifiable {
  case builtIn(Kind)
  /// Of a measure that has no chart of its own.
  case measure(Measure.ID)

  /// The charts of the house, in the order in which they stand.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case wantedAndHad = "wanted-and-had"
    case moodAndCloseness = "mood-and-closeness"
    case pixels
    case aloneTime = "alone-time"
    case companyAndCloseness = "company-and-closeness"
    case qualityTime = "quality-time"
    case microAndMeaningful = "micro-and-meaningful"
    case weekdaysAndHours = "weekdays-and-hours"
    case feltAfter = "felt-after"
    case socialBattery = "social-battery"
    case bids, promises, repair, boundaries
    case sleepAfter = "sleep-after"
    case skills
    case needs
    case touchpoints
    case years = "over-the-years"
    case marks = "moment-marks"
    case howOftenLonely = "how-often-lonely"
    case patterns
    /// Everything that was answered, small.
    case glance
  }

  /// What it goes by on a command line: `wanted-and-had`, or the id of a measure.
  package var id: String {
    switch self {
    case .builtIn(let kind): kind.rawValue
    case .measure(let id): id
    }
  }

  /// - Parameter measures: those that may be charted beside the charts of the house.
  package init?(id: String, measures: some Collection<Measure.ID>) {
    if let kind = Kind(rawValue: id) {
      self = .builtIn(kind)
    } else if measures.contains(id) {
      self = .measure(id)
    } else {
      return nil
    }
  }

  /// Nil for a measure's own.
  package var kind: Kind? { if case .builtIn(let kind) = self { kind } else { nil } }

  /// Whether it is of now, or of days that nobody chooses: it has no span.
  package var isTimeless: Bool { [.needs, .patterns].contains(kind) }

  /// Measures it can be turned between; empty where there is only one.
  package var variants: [Variant] {
    switch kind {
    case .pixels: [.measure("mood"), .gap, .measure("closeness"), .measure("energy"), .measure("contact")]
    case .weekdaysAndHours: ["mood", "energy", "lonely", "wanted", "had"].map(Variant.measure)
    case .marks: Moment.Mark.charted.map { .measure($0.measure) }
    default: []
    }
  }

  /// How many days it shows where nobody chose: enough for what it counts to come a few times.
  package var usualSpan: ChartSpan {
    switch kind {
    case .pixels, .howOftenLonely: .year
    case .years: .all
    case .wantedAndHad, .moodAndCloseness, .companyAndCloseness, .needs, .patterns, .glance, nil: .fourWeeks
    default: .quarter
    }
  }

  /// What is drawn of a chart that can show several things.
  package enum Variant: Hashable, Sendable {
    case measure(Measure.ID)
    /// Wanted less had.
    case gap
  }

  /// The variant by its place, beginning again after the last.
  func variant(_ place: Int) -> Variant {
    variants.isEmpty ? .measure("mood") : variants[place.flooredRemainder(variants.count)]
  }
}

extension Chart {
  /// All there are, those that serve what a person wants to understand first.
  /// - Parameter measures: of one's own, or otherwise without a chart.
  package static func all(for interests: [Interest], measures: [Measure.ID]) -> [Chart] {
    let first = interests.flatMap(\.charts).uniqued()
    let kinds = first + Kind.allCases.filter { !first.contains($0) }
    return kinds.map(Chart.builtIn) + measures.map(Chart.measure)
  }

  /// Measures that a chart of the house shows.
  package static let shown: Set<Measure.ID> = [
    "mood", "closeness", "wanted", "had", "contact", "alone", "people-hours", "energy", "sleep", "lonely",
    "reaching-out",
    "promise", "mended-after", "boundary-outcome", "how-often-lonely",
  ]
}

extension Interest {
  /// The charts that may answer it.
  var charts: [Chart.Kind] {
    switch self {
    case .lonely: [.wantedAndHad, .companyAndCloseness, .microAndMeaningful]
    case .relationship: [.moodAndCloseness, .bids, .repair]
    case .friendship: [.qualityTime, .feltAfter, .touchpoints]
    case .solitude: [.aloneTime, .socialBattery]
    case .change: [.pixels, .skills]
    case .write: [.pixels]
    }
  }
}

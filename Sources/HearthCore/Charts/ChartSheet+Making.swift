extension ChartSheet {
  /// - Parameter variant: which of the chart's variants; it begins again after the last.
  package init(_ chart: Chart, of notes: ChartNotes, variant: Int = 0) {
    let maker = ChartMaker(notes: notes)
    let drawn =
      switch chart {
      case .measure(let id): maker.measure(id)
      case .builtIn(let kind): maker.make(kind, chart.variant(variant))
      }
    self.init(
      chart: chart, days: notes.days, shape: drawn.shape, points: drawn.points, facts: drawn.facts,
      logged: drawn.logged, variant: chart.variants.isEmpty ? nil : chart.variant(variant))
  }
}

/// Makes what charts show from what a journal holds.
struct ChartMaker {
  let notes: ChartNotes

  typealias Drawn = (shape: ChartSheet.Shape, points: [ChartSheet.Point], facts: [ChartFact], logged: Int)

  func make(_ kind: Chart.Kind, _ variant: Chart.Variant) -> Drawn {
    switch kind {
    case .wantedAndHad: wantedAndHad
    case .moodAndCloseness: moodAndCloseness
    case .pixels: pixels(variant)
    case .aloneTime: choices("alone", isReversed: true)
    case .companyAndCloseness: companyAndCloseness
    case .qualityTime: qualityTime
    case .microAndMeaningful: microAndMeaningful
    case .weekdaysAndHours: weekdaysAndHours(variant)
    case .feltAfter: feltAfter
    case .socialBattery: socialBattery
    case .bids: choices("reaching-out")
    case .promises: choices("promise")
    case .repair: choices("mended-after")
    case .boundaries: choices("boundary-outcome")
    case .sleepAfter: sleepAfter
    case .skills, .touchpoints: strips
    case .years: years
    case .marks: marks(variant)
    case .howOftenLonely: answers("how-often-lonely")
    case .needs: needs
    case .patterns: (.names([], []), [], [], 0)
    case .glance: glance
    }
  }

  // MARK: What several have in common

  var length: Int { notes.days.length }
  /// The days that tell what is usual.
  var reach: ClosedRange<Day> { ChartNotes.reach(of: notes.days) }

  func stretches(_ least: ChartBucket, most: Int) -> [ClosedRange<Day>] {
    ChartBucket(for: notes.days, from: least, most: most).stretches(of: notes.days, weekStart: notes.weekStart)
  }

  /// The place of each day's stretch.
  func places(of stretches: [ClosedRange<Day>]) -> [Int] {
    stretches.enumerated().flatMap { place, days in
      Array(repeating: place, count: days.length)
    }
  }

  /// The first of some days in each stretch.
  func firsts(_ days: some Sequence<Day>, of stretches: [ClosedRange<Day>]) -> [Day?] {
    let places = places(of: stretches)
    var firsts = [Day?](repeating: nil, count: stretches.count)
    for day in days where notes.days.contains(day) {
      let place = places[day.number - notes.days.lowerBound.number]
      firsts[place] = min(firsts[place] ?? day, day)
    }
    return firsts
  }

  /// The days of each stretch as one value, where there are three or more; days themselves stay as they are.
  func means(_ series: DaySeries, over stretches: [ClosedRange<Day>]) -> [(mean: Double?, count: Int)] {
    stretches.map { days in
      let first = days.lowerBound.number - series.start.number
      let known = series.values[first...(days.upperBound.number - series.start.number)].compactMap(\.self)
      return (days.length == 1 ? known.first : known.mean, known.count)
    }
  }

  /// What is usual, and where the last days lie beside it.
  func facts(_ label: ChartLabel, _ series: DaySeries) -> [ChartFact] {
    guard let usual = UsualRange(series) else { return [.noUsual(label, days: series.logged)] }
    let last = series.values.suffix(7).compactMap(\.self)
    guard let mean = last.mean else { return [.usual(label, usual)] }
    let side = mean < usual.range.lowerBound ? -1 : mean > usual.range.upperBound ? 1 : 0
    return [.usual(label, usual), .lately(label, side)]
  }

  func logged(_ series: [DaySeries]) -> Int {
    (0..<length).count { day in series.contains { $0.values[day] != nil } }
  }
}

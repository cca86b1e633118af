/// Charts of how often and how long.
extension ChartMaker {
  /// What was chosen, week by week, the options on top of each other.
  /// - Parameter isReversed: the last option stands lowest.
  func choices(_ id: Measure.ID, isReversed: Bool = false) -> Drawn {
    // No question has more options; what an import made up beyond them is no option.
    let all = (notes.choices[id] ?? []).filter {
      notes.days.contains($0.day) && $0.count > 0 && (0...50).contains($0.value)
    }
    let highest = max(notes.measures[id]?.range.upperBound ?? 0, all.map(\.value).max() ?? 0)
    let options = isReversed ? Array((0...max(0, highest)).reversed()) : Array(0...max(0, highest))
    let labels = options.map { ChartLabel.choice(id, $0) }
    var days: [Int: [Double]] = [:]
    for one in all {
      guard let place = options.firstIndex(of: one.value) else { continue }
      days[one.day.number - notes.days.lowerBound.number, default: Array(repeating: 0, count: options.count)][place] +=
        Double(one.count)
    }
    return columns(labels, days, facts: totals(labels, days).filter { !$0.isNothing })
  }

  var microAndMeaningful: Drawn {
    let days = perDay { one in one.isMicro ? [Double(one.count), 0] : [0, Double(one.count)] }
    let labels: [ChartLabel] = [.word(.micro), .word(.meaningful)]
    return columns(labels, days, facts: days.isEmpty ? [] : totals(labels, days))
  }

  /// Moments with one tick, and all others.
  func marks(_ variant: Chart.Variant) -> Drawn {
    guard case .measure(let id) = variant else { return (.columns([], [], top: 1), [], [], 0) }
    var days = perDay { one in [0, Double(one.count)] }
    for total in notes.totals[id] ?? [] where notes.days.contains(total.day) {
      let place = total.day.number - notes.days.lowerBound.number
      let marked = min(Double(total.count), days[place]?.last ?? 0)
      days[place]?[0] = marked
      days[place]?[1] -= marked
    }
    let labels: [ChartLabel] = [.measure(id), .word(.otherMoments)]
    return columns(labels, days, facts: days.isEmpty ? [] : totals(labels, days))
  }

  /// Hours with attention, presence or something shared, within all hours near people.
  var qualityTime: Drawn {
    var days = perDay { one in
      one.isQuality ? [Double(one.minutes) / 60, 0] : [0, Double(one.minutes) / 60]
    }
    let near = notes.series("people-hours")
    for (place, hours) in near.values.enumerated() {
      guard let hours else { continue }
      let quality = days[place]?.first ?? 0
      days[place] = [quality, max(0, hours - quality)]
    }
    let labels: [ChartLabel] = [.word(.quality), .word(.near)]
    return columns(labels, days, facts: weekly(.word(.quality), days))
  }

  /// The median of full weeks, from the fourth on.
  private func weekly(_ label: ChartLabel, _ days: [Int: [Double]]) -> [ChartFact] {
    let weeks = ChartBucket.week.stretches(of: notes.days, weekStart: notes.weekStart).filter { $0.length == 7 }
    let sums = weeks.compactMap { week -> Double? in
      let known = week.all.compactMap { days[$0.number - notes.days.lowerBound.number]?.first }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    guard sums.count >= 4, let median = sums.median else { return [] }
    return [.weekly(label, median)]
  }

  private func perDay(_ parts: (ChartNotes.Meeting) -> [Double]) -> [Int: [Double]] {
    notes.meetings.filter { notes.days.contains($0.day) }.reduce(into: [:]) { days, one in
      let (place, values) = (one.day.number - notes.days.lowerBound.number, parts(one))
      days[place] = zip(days[place] ?? values.map { _ in 0 }, values).map(+)
    }
  }

  /// How often in all, of each.
  private func totals(_ labels: [ChartLabel], _ days: [Int: [Double]]) -> [ChartFact] {
    labels.enumerated().map { part, label in .total(label, Int(days.values.reduce(0) { $0 + $1[part] })) }
  }

  /// Weeks, months or years of what there is on each day; a stretch with nothing is a gap.
  private func columns(_ labels: [ChartLabel], _ days: [Int: [Double]], facts: [ChartFact]) -> Drawn {
    let stretches = stretches(.week, most: 60)
    let places = places(of: stretches)
    var bars = [[Double]?](repeating: nil, count: stretches.count)
    for (day, values) in days { bars[places[day]] = zip(bars[places[day]] ?? values.map { _ in 0 }, values).map(+) }
    let top = bars.compactMap { $0?.reduce(0, +) }.max() ?? 1
    let firsts = firsts(days.keys.map { notes.days.lowerBound.adding(days: $0) }, of: stretches)
    let points = zip(zip(stretches, firsts), bars).map { days, bar in
      ChartSheet.Point(days.0, first: days.1, labels.enumerated().map { .init($1, bar?[$0]) })
    }
    return (.columns(labels, bars, top: max(1, top)), points, facts, days.count)
  }

  // MARK: In words

  /// The last answer of each month, in its own word; the highest stands above.
  func answers(_ id: Measure.ID) -> Drawn {
    let stretches = stretches(.month, most: 60)
    let places = places(of: stretches)
    var given = [Int?](repeating: nil, count: stretches.count)
    var answered = [Day?](repeating: nil, count: stretches.count)
    for one in notes.choices[id] ?? [] where notes.days.contains(one.day) {
      let place = places[one.day.number - notes.days.lowerBound.number]
      (given[place], answered[place]) = (one.value, one.day)
    }
    let options = Array((0...max(0, notes.measures[id]?.range.upperBound ?? 0)).reversed())
    let rows = options.map { option in given.map { $0 == option ? 4 : nil } }
    let points = rows.flatMap { row in
      stretches.indices.map { place in
        ChartSheet.Point(
          stretches[place], first: answered[place],
          [.init(.measure(id), row[place] == nil ? nil : given[place].map(Double.init))])
      }
    }
    return (.strips(options.map { .choice(id, $0) }, rows), points, [], given.count { $0 != nil })
  }

  // MARK: What comes again

  /// How often in each week.
  var strips: Drawn {
    let stretches = stretches(.week, most: 60)
    let places = places(of: stretches)
    let rows = notes.threads.map { thread in
      var counts = [Int](repeating: 0, count: stretches.count)
      for day in thread.days where notes.days.contains(day) {
        counts[places[day.number - notes.days.lowerBound.number]] += 1
      }
      return counts
    }
    let labels = notes.threads.map { ChartLabel.named($0.title) }
    let points = zip(notes.threads, rows).flatMap { thread, row in
      zip(zip(stretches, firsts(thread.days, of: stretches)), row).map {
        ChartSheet.Point($0.0, first: $0.1, [.init(.named(thread.title), $1 == 0 ? nil : Double($1))])
      }
    }
    let facts = zip(labels, rows).map { ChartFact.total($0, $1.reduce(0, +)) }
    let days = Set(notes.threads.flatMap(\.days).filter { notes.days.contains($0) })
    let steps = rows.map { row in row.map { $0 == 0 ? nil : min($0 * 2, 4) } }
    return (
      .strips(labels, steps), points, facts.filter { !$0.isNothing }, days.count
    )
  }

  /// Who there is for what. It is of now, whatever the days.
  var needs: Drawn {
    let labels = notes.needs.map { ChartLabel.need($0.need) }
    let points = zip(labels, notes.needs).map {
      ChartSheet.Point(nil, [.init($0, Double($1.names.count))])
    }
    return (.names(labels, notes.needs.map(\.names)), points, [], notes.needs.count { !$0.names.isEmpty })
  }
}

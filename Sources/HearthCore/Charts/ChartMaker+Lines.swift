/// Charts of what was answered day by day.
extension ChartMaker {
  /// Both lines with what lies between them: each day while there are few, then means of seven days.
  var wantedAndHad: Drawn {
    let both = ["wanted", "had"].map { notes.series($0) }
    let gap = notes.difference("wanted", "had", over: notes.days)
    let known = gap.known
    let more = known.count { $0 > 0 }
    let facts: [ChartFact] =
      known.isEmpty ? [] : [.wantedMore(days: more, of: known.count, median: known.count < 7 ? nil : known.median)]
    let drawn = lines(
      ["wanted", "had"], both, range: 0...10, smoothed: length > 100, shades: true,
      named: [.word(.wanted), .word(.had)])
    return (drawn.shape, drawn.points, facts, logged(both))
  }

  /// On one scale from the lowest to the highest each can be: single days as dots, and the mean of seven as a line.
  var moodAndCloseness: Drawn {
    let both = ["mood", "closeness"].map { notes.series($0) }
    let shares = zip(["mood", "closeness"], both).map { id, series in
      let range = notes.range(id)
      let wide = max(range.upperBound - range.lowerBound, 1e-9)
      return series.map { ($0 - range.lowerBound) / wide * 10 }
    }
    let drawn = lines(["mood", "closeness"], shares, range: 0...10, smoothed: true, shades: false, dots: shares.first)
    let said = ["mood", "closeness"].flatMap { facts(.measure($0), notes.series($0, over: reach)) }
    return (drawn.shape, points(["mood", "closeness"], both), said, logged(both))
  }

  /// One measure: its days as dots, the mean of seven days as a line.
  func measure(_ id: Measure.ID) -> Drawn {
    let series = notes.series(id)
    let drawn = lines([id], [series], range: notes.range(id), smoothed: true, shades: false, dots: series)
    return (drawn.shape, drawn.points, facts(.measure(id), notes.series(id, over: reach)), series.logged)
  }

  /// Everything that was answered, small and each on its own scale.
  var glance: Drawn {
    let answered = Set(notes.totals.filter { $0.value.contains { notes.days.contains($0.day) } }.keys)
    let ids = notes.order.filter(answered.contains) + answered.subtracting(notes.order).sorted()
    let all = ids.map { notes.series($0) }
    let stretches = stretches(.day, most: 60)
    let shape = ChartSheet.Shape.glance(
      zip(ids, all).map { .init(.measure($0), means($1, over: stretches).map(\.mean)) }, ids.map { notes.range($0) })
    let points = zip(ids, all).map { id, series in
      ChartSheet.Point(nil, [.init(.measure(id), series.known.median, count: series.logged)])
    }
    return (shape, points, [], logged(all))
  }

  // MARK: Lines

  /// - Parameters:
  ///   - dots: single days, drawn below while there are few enough to be told apart.
  ///   - names: what the lines are called, where it is shorter than the measures are.
  private func lines(
    _ ids: [Measure.ID], _ all: [DaySeries], range: ClosedRange<Double>, smoothed: Bool, shades: Bool,
    dots: DaySeries? = nil, named names: [ChartLabel] = []
  ) -> (shape: ChartSheet.Shape, points: [ChartSheet.Point]) {
    let stretches = stretches(.day, most: 400)
    let isDays = stretches.count == length
    let names = names.isEmpty ? ids.map(ChartLabel.measure) : names
    let series = zip(names, all).map { name, series in
      ChartSheet.Series(
        name,
        isDays && smoothed ? series.centredMean.values : means(series, over: stretches).map(\.mean))
    }
    let single = isDays ? dots.map { [ChartSheet.Series(.named(""), $0.values, isDots: true)] } ?? [] : []
    return (.lines(single + series, range: range, shades: shades), points(ids, all))
  }

  /// What was answered on each day, or its mean over a stretch.
  private func points(_ ids: [Measure.ID], _ all: [DaySeries]) -> [ChartSheet.Point] {
    let stretches = stretches(.day, most: 400)
    let found = all.map { means($0, over: stretches) }
    let known = notes.days.lowerBound.number...notes.days.upperBound.number
    let firsts = firsts(
      known.filter { day in all.contains { $0.values[day - $0.start.number] != nil } }.map { Day(number: $0) },
      of: stretches)
    return stretches.enumerated().map { place, days in
      ChartSheet.Point(
        days, first: firsts[place],
        zip(ids, found).map { id, means in
          .init(.measure(id), means[place].mean, count: days.length == 1 ? nil : means[place].count)
        })
    }
  }

  // MARK: Pixels

  /// A step a day.
  func pixels(_ variant: Chart.Variant) -> Drawn {
    let (label, year, range): (ChartLabel, DaySeries, ClosedRange<Double>)
    switch variant {
    case .measure(let id): (label, year, range) = (.measure(id), notes.series(id, over: reach), notes.range(id))
    case .gap: (label, year, range) = (.word(.gap), notes.difference("wanted", "had", over: reach), -10...10)
    }
    let series = DaySeries(start: notes.days.lowerBound, values: Array(year.values.suffix(length)))
    let points = series.values.enumerated().map { place, value in
      ChartSheet.Point(series.day(at: place)...series.day(at: place), [.init(label, value)])
    }
    return (
      .pixels(series.values.map { $0.map { Self.step($0, in: range) } }), points, facts(label, year), series.logged
    )
  }

  /// Which fifth of a range a value lies in.
  static func step(_ value: Double, in range: ClosedRange<Double>) -> Int {
    let wide = range.upperBound - range.lowerBound
    guard wide > 0, value.isFinite else { return 2 }
    return Int(min(max((value - range.lowerBound) / wide * 5, 0), 4))
  }
}

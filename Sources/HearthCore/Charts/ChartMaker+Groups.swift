/// Charts that put days, or moments, beside each other.
extension ChartMaker {
  /// How much company, and how close it felt: two different things.
  var companyAndCloseness: Drawn {
    let (company, closeness) = (notes.series("contact"), notes.series("closeness"))
    let (xRange, yRange) = (notes.range("contact"), notes.range("closeness"))
    let days = (0..<length).compactMap { place in
      company.values[place].flatMap { x in closeness.values[place].map { (place, ChartSheet.Pair(x: x, y: $0)) } }
    }
    let middle = (x: (xRange.lowerBound + xRange.upperBound) / 2, y: (yRange.lowerBound + yRange.upperBound) / 2)
    // The middle of a scale belongs to neither side.
    let sided = days.filter { $0.1.x != middle.x && $0.1.y != middle.y }
    func count(_ inCompany: Bool, _ isClose: Bool) -> Int {
      sided.count { ($0.1.x > middle.x) == inCompany && ($0.1.y > middle.y) == isClose }
    }
    let points = days.map { place, pair in
      ChartSheet.Point(
        company.day(at: place)...company.day(at: place),
        [.init(.measure("contact"), pair.x), .init(.measure("closeness"), pair.y)])
    }
    let shape = ChartSheet.Shape.cross(
      x: .measure("contact"), y: .measure("closeness"), xRange: xRange, yRange: yRange, days.map(\.1))
    let quarters = ChartFact.quarters(
      count(true, true), count(true, false), count(false, true), count(false, false), between: days.count - sided.count)
    return (shape, points, days.isEmpty ? [] : [quarters], days.count)
  }

  /// By the days of the week, and by the hours of the day, each with how many there are.
  func weekdaysAndHours(_ variant: Chart.Variant) -> Drawn {
    guard case .measure(let id) = variant else { return (.bars([], range: 0...1), [], [], 0) }
    let series = notes.series(id)
    let pattern = WeekdayPattern(series, shuffles: 0, seed: 0)
    let isFull = pattern.weekdays.allSatisfy { $0.count >= 4 }
    let order = (0..<7).map { (notes.weekStart - 1 + $0) % 7 }
    let weekdays = order.enumerated().map { place, day in
      let one = pattern.weekdays[day]
      return ChartSheet.Bar(
        label: .weekday(day + 1), count: one.count, mean: isFull ? one.shrunk : one.mean, endsGroup: place == 6)
    }
    // Hours at which nobody answers are no gaps: mostly one sleeps.
    let hours = stride(from: 0, to: 24, by: 4).compactMap { hour -> ChartSheet.Bar? in
      let near = notes.hours.filter { $0.hour / 4 == hour / 4 }
      let count = near.reduce(0) { $0 + $1.count }
      guard count > 0 else { return nil }
      let sum = near.reduce(0) { $0 + $1.sum }
      return ChartSheet.Bar(
        label: .hours(hour), count: count, mean: count < 3 ? nil : sum / Double(count), endsGroup: false)
    }
    let bars = weekdays + hours
    let points = bars.map { ChartSheet.Point(nil, [.init($0.label, $0.mean, count: $0.count)]) }
    return (.bars(bars, range: notes.range(id)), points, [], series.logged)
  }

  // MARK: Dots

  /// By the way people reached each other, and by where they stand in a life; never by person.
  var feltAfter: Drawn {
    let groups = Dictionary(grouping: notes.felt) { Pair($0.group, $0.name) }
    let rows = groups.keys.sorted().map { key in
      let values = (groups[key] ?? []).flatMap { Array(repeating: Double($0.felt), count: max(0, $0.count)) }
      return (key, values)
    }
    let lastMedium = rows.last { $0.0.group == .medium }?.0
    let shape = rows.map { key, values in
      ChartSheet.Group(
        key.group == .medium ? .medium(key.name) : .circle(key.name), values,
        endsGroup: key == lastMedium && key != rows.last?.0)
    }
    // A moment stands in both: by how it was, and by whom it was with.
    let counts = Dictionary(grouping: notes.felt, by: \.group).values.map { $0.reduce(0) { $0 + $1.count } }
    return dots(shape, range: -2...2, logged: counts.max() ?? 0)
  }

  private struct Pair: Hashable, Comparable {
    let group: ChartNotes.FeltTotal.Group
    let name: String

    init(_ group: ChartNotes.FeltTotal.Group, _ name: String) { (self.group, self.name) = (group, name) }

    /// What has no name comes last.
    static func < (one: Pair, other: Pair) -> Bool {
      (one.group.rawValue, one.name.isEmpty ? 1 : 0, one.name)
        < (other.group.rawValue, other.name.isEmpty ? 1 : 0, other.name)
    }
  }

  /// Energy on days with little, some and much company, and on the days after: what company costs often shows late.
  var socialBattery: Drawn {
    let energy = notes.series("energy")
    let load = minutesPerDay
    let known = load.known.sorted()
    guard known.count >= 3 else { return dots([], range: notes.range("energy"), logged: 0) }
    let (low, high) = (Percentile.of(known, 1.0 / 3), Percentile.of(known, 2.0 / 3))
    func days(_ holds: (Double) -> Bool) -> [Int] { load.values.indices.filter { load.values[$0].map(holds) ?? false } }
    let thirds: [([Int], ChartLabel.Word, ChartLabel.Word)] = [
      (days { $0 <= low }, .lightToday, .lightTomorrow),
      (days { $0 > low && $0 <= high }, .middlingToday, .middlingTomorrow),
      (days { $0 > high }, .heavyToday, .heavyTomorrow),
    ]
    let rows = thirds.flatMap { days, today, tomorrow in
      [
        ChartSheet.Group(.word(today), days.compactMap { energy.values[$0] }),
        ChartSheet.Group(
          .word(tomorrow), days.compactMap { $0 + 1 < length ? energy.values[$0 + 1] : nil }, endsGroup: true),
      ]
    }
    return dots(rows, range: notes.range("energy"), logged: energy.logged)
  }

  /// Minutes with others; a day without a moment is 0 only from the first moment on.
  private var minutesPerDay: DaySeries {
    var values = [Double?](repeating: nil, count: length)
    guard let first = notes.meetings.map(\.day).min() else {
      return DaySeries(start: notes.days.lowerBound, values: values)
    }
    for place in values.indices where notes.days.lowerBound.number + place >= first.number { values[place] = 0 }
    for one in notes.meetings where notes.days.contains(one.day) {
      values[one.day.number - notes.days.lowerBound.number, default: 0] += Double(one.minutes)
    }
    return DaySeries(start: notes.days.lowerBound, values: values)
  }

  /// Sleep is answered the morning after.
  var sleepAfter: Drawn {
    let sleep = notes.series("sleep")
    let hard = Set(notes.meetings.filter(\.isHard).map(\.day.number))
    var (after, others): ([Double], [Double]) = ([], [])
    for (place, value) in sleep.values.enumerated() {
      guard let value else { continue }
      if hard.contains(sleep.start.number + place - 1) { after.append(value) } else { others.append(value) }
    }
    let rows = [ChartSheet.Group(.word(.afterHard), after), ChartSheet.Group(.word(.otherNights), others)]
    return dots(rows, range: notes.range("sleep"), logged: sleep.logged)
  }

  private func dots(_ rows: [ChartSheet.Group], range: ClosedRange<Double>, logged: Int) -> Drawn {
    let points = rows.map { ChartSheet.Point(nil, [.init($0.label, $0.mean, count: $0.values.count)]) }
    return (.dots(rows, range: range), points, [], logged)
  }
}

extension [Double?] {
  fileprivate subscript(index: Int, default value: Double) -> Double {
    get { self[index] ?? value }
    set { self[index] = newValue }
  }
}

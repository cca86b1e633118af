import HearthCore

extension ChartVoice {
  /// `26 of 28 days`, or of how many moments.
  package func coverage(_ sheet: ChartSheet) -> String {
    if sheet.chart.isTimeless { return "" }
    let counts = ["n": words.number(sheet.logged), "all": words.number(sheet.days.length)]
    return words[sheet.chart.kind?.coverageWord ?? .chartCoverage, counts]
  }

  /// The same where there is little room.
  package func shortCoverage(_ sheet: ChartSheet) -> String {
    if sheet.chart.isTimeless { return "" }
    let logged = words.number(sheet.logged)
    let isOfDays = sheet.chart.kind.map { $0.coverageWord == .chartCoverage } ?? true
    return isOfDays ? words[.chartCoverageShort, ["n": logged, "all": words.number(sheet.days.length)]] : logged
  }

  /// What stands at a place: `Tuesday, 3 March · Wanted 7 · Had 4`, or `3 Mar · Wanted 7 · Had 4`.
  package func reading(_ point: ChartSheet.Point, today: Day, isShort: Bool = false) -> String {
    let values = point.values.filter { $0.value != nil || $0.count != nil }.chosen.map { self.reading($0) }
    let when = point.days.map {
      isShort ? words.shortDay($0.lowerBound, today: today) : self.days($0, today: today)
    }
    let silence: Word = point.days?.length == 1 ? .chartNotLogged : .chartNotLoggedDays
    let what = values.isEmpty && point.days != nil ? [words[silence]] : values
    return ([when].compactMap(\.self) + what).joined(separator: " · ")
  }

  private func reading(_ one: ChartSheet.Value) -> String {
    let said = one.value.map { value($0, of: one.label) } ?? words[one.count == 0 ? .chartNone : .chartFew]
    let counted = one.count.map { words[.chartCount, ["value": said, "n": words.number($0)]] } ?? said
    return words[.chartPair, ["what": label(one.label), "value": counted]]
  }

  /// One day in full, several from the first to the last.
  package func days(_ days: ClosedRange<Day>, today: Day) -> String {
    if days.length == 1 { return words.weekdayAndDate(days.lowerBound, today: today) }
    return words[
      .chartBetween,
      ["from": words.shortDay(days.lowerBound, today: today), "to": words.shortDay(days.upperBound, today: today)]]
  }

  /// What can be said of the whole, a sentence each.
  package func sentences(_ sheet: ChartSheet) -> [String] {
    let totals = sheet.facts.compactMap { fact -> String? in
      guard case .total(let label, let count) = fact else { return nil }
      return words[.chartTotal, ["what": self.label(label), "n": words.number(count)]]
    }
    let others = sheet.facts.compactMap(sentence)
    return (totals.isEmpty ? [] : [totals.joined(separator: " · ")]) + others
  }

  private func sentence(_ fact: ChartFact) -> String? {
    switch fact {
    case .total: return nil
    case .usual(let label, let usual):
      return words[
        .chartUsual,
        [
          "what": self.label(label), "low": number(usual.range.lowerBound), "high": number(usual.range.upperBound),
          "middle": number(usual.middle),
        ]]
    case .noUsual(let label, let days):
      return days == 0
        ? nil
        : words[days == 1 ? .chartNoUsualOne : .chartNoUsual, ["what": self.label(label), "n": words.number(days)]]
    case .lately(let label, let side):
      let word: Word = side < 0 ? .chartLatelyLower : side > 0 ? .chartLatelyHigher : .chartLatelyWithin
      return words[word, ["what": self.label(label)]]
    case .wantedMore(let days, let of, let median):
      let fill = ["n": words.number(days), "of": words.number(of), "median": median.map(number) ?? ""]
      return words[median == nil ? .chartWantedMore : .chartWantedMoreBy, fill]
    case .quarters(let a, let b, let c, let d, let between):
      let counts = zip(["a", "b", "c", "d"], [a, b, c, d]).map { ($0, words.number($1)) }
      let sides = words[.chartQuarters, Dictionary(uniqueKeysWithValues: counts)]
      return between == 0 ? sides : sides + words[.chartQuartersBetween, ["n": words.number(between)]]
    case .weekly(let label, let hours):
      return words[.chartWeekly, ["what": self.label(label), "n": number(hours)]]
    }
  }

  /// All of a chart in words, a line each: what it is, what can be said of it, and every place that has something.
  package func said(_ sheet: ChartSheet, today: Day) -> [String] {
    let when = sheet.chart.isTimeless ? [] : [days(sheet.days, today: today) + " · " + coverage(sheet)]
    let head = [question(sheet.chart)] + when
    guard !sheet.isEmpty else { return head + [empty(sheet.chart)] }
    if case .names(let labels, let names) = sheet.shape {
      return head
        + zip(labels, names).map { label, names in
          words[
            .chartPair,
            ["what": self.label(label), "value": names.isEmpty ? words[.chartNone] : names.joined(separator: ", ")]]
        }
    }
    let places = sheet.points.filter { point in point.values.contains { $0.value != nil || ($0.count ?? 0) > 0 } }
    return head + sentences(sheet) + [rule(sheet.chart)] + places.map { reading($0, today: today) }
  }
}

extension [ChartSheet.Value] {
  /// Of options only those that were chosen, where any was.
  fileprivate var chosen: [ChartSheet.Value] {
    let some = filter { one in
      if case .choice = one.label { one.value != 0 } else { true }
    }
    return some.isEmpty ? self : some
  }
}

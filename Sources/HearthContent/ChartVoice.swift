import HearthCore

/// Says charts in words: their names, what stands at a place, and what can be said of the whole.
package struct ChartVoice: Sendable {
  package let words: Words
  private let measures: [Measure.ID: Measure]
  private let askedBy: [Measure.ID: PracticeName]

  /// - Parameters:
  ///   - measures: what is known of them; others are called by their ids.
  ///   - askedBy: the practice that asks for a measure; for all others a check-in does.
  package init(_ words: Words, measures: some Sequence<Measure>, askedBy: [Measure.ID: PracticeName]) {
    self.words = words
    self.askedBy = askedBy
    self.measures = Dictionary(measures.map { ($0.id, $0) }) { first, _ in first }
  }

  // MARK: Names

  /// What stands above it.
  package func title(_ chart: Chart) -> String {
    switch chart {
    case .builtIn(let kind): words[kind.words.title]
    case .measure(let id): label(.measure(id))
    }
  }

  /// What it answers.
  package func question(_ chart: Chart) -> String {
    switch chart {
    case .builtIn(let kind): words[kind.words.question]
    case .measure: words[.chartOwnQuestion]
    }
  }

  /// How a day becomes one value, and what becomes of days without one.
  package func rule(_ chart: Chart) -> String { words[chart.kind?.words.rule ?? .chartOwnRule] }

  /// How it comes to have something in it.
  /// - Parameter inShell: by a verb in place of a key, where there is one.
  package func empty(_ chart: Chart, inShell: Bool = false) -> String {
    if case .measure(let id) = chart, let practice = askedBy[id] {
      return words[
        inShell ? .shellChartPractice : .chartEmptyOnePractice, ["id": practice.id, "title": practice.title]]
    }
    return switch chart.kind?.emptyWord ?? .chartEmptyCheckIn {
    case .chartEmptyCheckIn where inShell: words[.shellChartCheckIn]
    case .chartEmptyMoment where inShell: words[.shellChartMoment]
    case let word: words[word]
    }
  }

  /// `4 weeks`
  package func span(_ span: ChartSpan) -> String {
    switch span {
    case .fourWeeks: words[.chartSpanFourWeeks]
    case .quarter: words[.chartSpanQuarter]
    case .year: words[.chartSpanYear]
    case .all: words[.chartSpanAll]
    case .days(let count): words[.chartSpanDays, ["n": words.number(count)]]
    }
  }

  /// What is shown of a chart that can show several things.
  package func name(of variant: Chart.Variant) -> String {
    switch variant {
    case .measure(let id): label(.measure(id))
    case .gap: words[.chartGap]
    }
  }

  /// What a line, a bar or a place is called; an id where nobody has a name for it any more.
  package func label(_ label: ChartLabel) -> String {
    switch label {
    case .measure(let id): measures[id]?.title ?? mark(id) ?? Self.plain(id)
    case .choice(let id, let value): measures[id]?.word(for: value) ?? String(value)
    case .weekday(let day): words.weekday(day)
    case .hours(let hour):
      words[
        .chartHours,
        ["from": words.clock(minute: hour * 60), "to": words.clock(minute: (hour + 4) % 24 * 60)]]
    case .medium(""): words[.chartNoMedium]
    case .medium(let id): Word(path: "medium.\(Self.joined(id))").map { words[$0] } ?? Self.plain(id)
    case .circle(let id): Word(path: "person.kind.\(id)").map { words[$0] } ?? Self.plain(id)
    case .need(let id): Word(path: "need.\(id)").map { words[$0] } ?? Self.plain(id)
    case .named(let name): name
    case .remembered(let name): words[.chartRemembered, ["name": name]]
    case .word(let word): words[word.word]
    }
  }

  /// What can be ticked at a moment.
  private func mark(_ id: Measure.ID) -> String? {
    guard id.hasPrefix("moment/") else { return nil }
    return Word(path: "mark.\(Self.joined(String(id.dropFirst(7))))").map { words[$0] }
  }

  /// An id nobody has a name for any more.
  private static func plain(_ id: String) -> String {
    String((id.split(separator: "/").last ?? "")).replacing("-", with: " ")
  }

  /// `in-person` is `inPerson` in the list of words.
  private static func joined(_ id: String) -> String {
    let parts = id.split(separator: "-")
    return parts.prefix(1).joined() + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  // MARK: Numbers

  /// With tenths, and without where it is whole.
  package func number(_ value: Double) -> String {
    let tenths = Int(((value.isFinite ? min(max(value, -1e9), 1e9) : 0) * 10).rounded())
    let sign = tenths < 0 ? "−" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return sign + words.number(whole) + (rest == 0 ? "" : "\(words.formats.numbers.decimalSign)\(rest)")
  }

  /// What the lowest and the highest value mean.
  package func ends(of label: ChartLabel) -> (low: String, high: String) {
    let measure: Measure? = if case .measure(let id) = label { measures[id] } else { nil }
    return (measure?.low ?? words[.chartLow], measure?.high ?? words[.chartHigh])
  }

  /// A value in its own word, where it has one and is whole.
  package func value(_ value: Double, of label: ChartLabel) -> String {
    if label == .measure("mood"), let mood = Mood(rawValue: Int(exactly: value) ?? 0) { return words.mood(mood) }
    guard case .measure(let id) = label, value == value.rounded(), abs(value) < 1e6,
      let word = measures[id]?.word(for: Int(value)), measures[id]?.words.isEmpty == false
    else { return number(value) }
    return word
  }
}

/// A question that one's days may answer: do these two go together?
package struct PatternQuestion: Hashable, Sendable {
  /// Measures; `minutes` is one of them.
  package let x, y: Measure.ID

  package init(_ x: Measure.ID, _ y: Measure.ID) { (self.x, self.y) = (x, y) }

  /// Minutes with others, of all moments of a day.
  package static let minutes: Measure.ID = "moment/minutes"
  /// Of those, the minutes of moments with attention, presence or something shared, and all others.
  package static let quality: Measure.ID = "moment/minutes/quality"
  package static let otherTime: Measure.ID = "moment/minutes/other"
  /// Minutes online in which one only looked on.
  package static let passive: Measure.ID = Moment.Number.passive.measure
  /// What is added up over a day, on which none of it is 0.
  fileprivate static let addedUp: Set<Measure.ID> = [minutes, quality, otherTime, passive]
  /// More than these are never asked at once: with every question chance has one more way to look like something.
  package static let most = 6

  /// Those a person can choose from.
  package static let offered: [PatternQuestion] = [
    PatternQuestion(minutes, "mood"), PatternQuestion(quality, "mood"), PatternQuestion(otherTime, "mood"),
    PatternQuestion("closeness", "mood"), PatternQuestion("sleep", "mood"), PatternQuestion("energy", "mood"),
    PatternQuestion(minutes, "energy"), PatternQuestion("contact", "lonely"),
    PatternQuestion("closeness", "lonely"), PatternQuestion("sleep", "energy"), PatternQuestion("had", "mood"),
    PatternQuestion("calm-alone", "mood"), PatternQuestion(passive, "mood"),
  ]

  /// Where the answers to one of its measures are found.
  package static func part(of measure: Measure.ID) -> ChartNotes.Part {
    switch measure {
    case quality: .minutes(ofQuality: true)
    case otherTime: .minutes(ofQuality: false)
    default: .totals(measure)
    }
  }

  /// Ticks that mark a day of the body: ill, in pain, hormones. Such days can be left out.
  package static let bodyDay: [Measure.ID] = ["body/ill", "body/pain", "body/hormones"]
}

extension PatternQuestion: LosslessStringConvertible {
  /// `sleep mood`
  package var description: String { "\(x) \(y)" }

  /// Nil for anything but two names.
  package init?(_ text: String) {
    let names = text.split(separator: " ").map(String.init)
    guard names.count == 2, names[0] != names[1] else { return nil }
    self.init(names[0], names[1])
  }
}

/// What the chosen questions say now: each on the same day and over a night in both directions, side by side.
package struct PatternBoard: Hashable, Sendable {
  /// The days that were looked at, at most the last 730.
  package let days: ClosedRange<Day>
  package let findings: [Finding]
  /// How many of them were marked as days of the body, and whether those are left out.
  package let bodyDays: Int
  package let leavesOutBodyDays: Bool

  /// No pattern is looked for in older days than these.
  package static let span = 730

  /// One question, in its three directions.
  package struct Finding: Hashable, Sendable {
    package let question: PatternQuestion
    package let sameDay: Statement
    /// x today with y tomorrow, and the other way about.
    package let forth, back: Statement
  }

  /// What may be said of one link, and the numbers behind it.
  package struct Statement: Hashable, Sendable {
    package let found: Association
    /// Days on which both were answered.
    package let pairs: Int
    /// What may be said now.
    package let level: PatternLevel

    /// Of the days, on how many both were answered.
    package var coverage: Double { found.days == 0 ? 0 : Double(pairs) / Double(found.days) }
  }

  /// The days that count today.
  package static func days(upTo today: Day) -> ClosedRange<Day> { today.adding(days: 1 - span)...today }

  /// Looks at the numbers, and remembers the look: something is said only after three weekly ones in a row.
  /// - Parameters:
  ///   - notes: with the totals of every measure that is asked about, and of `PatternQuestion.bodyDay`.
  ///   - leavingOutBodyDays: days that were marked so count as if nothing had been answered.
  ///   - memory: by question and direction; questions that are not asked any more are forgotten.
  package init(
    _ questions: [PatternQuestion], of notes: ChartNotes, on today: Day, leavingOutBodyDays: Bool = false,
    remembering memory: inout [String: PatternMemory], shifting: Association.Shifting = .always
  ) {
    let questions = Array(questions.uniqued().prefix(PatternQuestion.most))
    let trimmed = notes.trimmed(to: questions)
    days = trimmed.days
    let body = trimmed.bodyDays
    (bodyDays, leavesOutBodyDays) = (body.count, leavingOutBodyDays)
    let left = leavingOutBodyDays ? body : []
    let series = questions.map { question in
      (
        question, trimmed.series(question, of: question.x, without: left),
        trimmed.series(question, of: question.y, without: left)
      )
    }
    let links = [
      series.map { Association($0.1, $0.2, shifting: shifting) },
      series.map { Association($0.1, toNext: $0.2, shifting: shifting) },
      series.map { Association($0.2, toNext: $0.1, shifting: shifting) },
    ]
    let pairs = links[0].map(\.pairs)
    var kept: [String: PatternMemory] = [:]
    let statements = zip(links, ["same", "forth", "back"]).map { found, direction in
      let counts = PatternLevel.discoveries(found.map(\.p))
      return questions.indices.map { place in
        let level = PatternLevel(found[place], sameDayPairs: pairs[place], isDiscovery: counts[place])
        let key = "\(questions[place]) \(direction)"
        var looks = memory[key] ?? PatternMemory()
        looks.look(level, on: today)
        kept[key] = looks
        return Statement(found: found[place], pairs: pairs[place], level: level <= .thin ? level : looks.said)
      }
    }
    memory = kept
    findings = questions.indices.map { place in
      Finding(
        question: questions[place], sameDay: statements[0][place], forth: statements[1][place],
        back: statements[2][place])
    }
  }
}

extension ChartNotes {
  /// From the first day on which anything asked about was answered.
  fileprivate func trimmed(to questions: [PatternQuestion]) -> ChartNotes {
    let ids = Set(questions.flatMap { [$0.x, $0.y] })
    let first = ids.compactMap { id in totals[id]?.map(\.day).filter(days.contains).min() }.min()
    var notes = ChartNotes(days: (first ?? days.upperBound)...days.upperBound)
    (notes.measures, notes.totals) = (measures, totals)
    return notes
  }

  /// Those of the days that were marked so.
  fileprivate var bodyDays: Set<Day> {
    Set(PatternQuestion.bodyDay.flatMap { totals[$0] ?? [] }.map(\.day).filter(days.contains))
  }

  fileprivate func series(_ question: PatternQuestion, of id: Measure.ID, without left: Set<Day>) -> DaySeries {
    let all = series(question, of: id)
    if left.isEmpty { return all }
    return DaySeries(
      start: all.start, values: zip(days.all, all.values).map { day, value in left.contains(day) ? nil : value })
  }

  /// A day without minutes is one of 0 from the first that has some, where the other was answered.
  fileprivate func series(_ question: PatternQuestion, of id: Measure.ID) -> DaySeries {
    guard PatternQuestion.addedUp.contains(id) else { return series(id) }
    let sums = Dictionary((totals[id] ?? []).map { ($0.day, $0.sum) }, uniquingKeysWith: +)
    let other = series(question.x == id ? question.y : question.x)
    guard let first = sums.keys.min() else { return other.keeping { _ in false } }
    return DaySeries(
      start: days.lowerBound,
      values: days.all.enumerated().map { place, day in
        sums[day] ?? (day >= first && other.values[place] != nil ? 0 : nil)
      })
  }
}

extension [String: PatternMemory] {
  /// A line each, to be kept.
  package var text: String { keys.sorted().map { "\($0)|\(self[$0]?.text ?? "")" }.joined(separator: "\n") }

  /// What is no such line is left out.
  package init(text: String) {
    let lines = text.split(separator: "\n").compactMap { line -> (String, PatternMemory)? in
      let parts = line.split(separator: "|").map(String.init)
      guard parts.count == 2, let memory = PatternMemory(text: parts[1]) else { return nil }
      return (parts[0], memory)
    }
    self.init(lines) { first, _ in first }
  }
}

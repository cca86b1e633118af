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
    let notes = notes.trimmed(to: questions)
    let body = notes.bodyDays
    (days, bodyDays, leavesOutBodyDays) = (notes.days, body.count, leavingOutBodyDays)
    let links = notes.links(of: questions, without: leavingOutBodyDays ? body : [], shifting)
    let pairs = links[0].found.map(\.pairs)
    let earlier = memory
    memory = [:]
    let said = links.map { $0.statements(sameDayPairs: pairs, on: today, recalling: earlier, into: &memory) }
    findings = questions.indices.map { place in
      Finding(question: questions[place], sameDay: said[0][place], forth: said[1][place], back: said[2][place])
    }
  }
}

/// What was found of all questions in one direction. What each allows depends on the others: with every question chance
/// has one more way to look like something.
private struct PatternLinks {
  let questions: [PatternQuestion]
  /// What it is called in memory.
  let direction: String
  /// By question.
  let found: [Association]

  /// What one look allows, by question.
  private func levels(_ sameDayPairs: [Int]) -> [PatternLevel] {
    let counts = PatternLevel.discoveries(found.map(\.p))
    return found.indices.map {
      PatternLevel(found[$0], sameDayPairs: sameDayPairs[$0], isDiscovery: counts[$0])
    }
  }

  /// What may be said, by question.
  ///
  /// - Parameters:
  ///   - sameDayPairs: days on which both of a question were answered.
  ///   - earlier: the looks before today's.
  ///   - memory: gets those looks with today's.
  func statements(
    sameDayPairs: [Int], on today: Day, recalling earlier: [String: PatternMemory],
    into memory: inout [String: PatternMemory]
  ) -> [PatternBoard.Statement] {
    levels(sameDayPairs).enumerated().map { place, level in
      let key = "\(questions[place]) \(direction)"
      var looks = earlier[key] ?? PatternMemory()
      looks.look(level, on: today)
      memory[key] = looks
      return PatternBoard.Statement(
        found: found[place], pairs: sameDayPairs[place], level: level <= .thin ? level : looks.said)
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

  /// On the same day first; then x today with y tomorrow, and the other way about.
  fileprivate func links(
    of questions: [PatternQuestion], without left: Set<Day>, _ shifting: Association.Shifting
  ) -> [PatternLinks] {
    let sides = questions.map { (x: series($0, of: $0.x, without: left), y: series($0, of: $0.y, without: left)) }
    let same = sides.map { Association($0.x, $0.y, shifting: shifting) }
    let forth = sides.map { Association($0.x, toNext: $0.y, shifting: shifting) }
    let back = sides.map { Association($0.y, toNext: $0.x, shifting: shifting) }
    return [("same", same), ("forth", forth), ("back", back)]
      .map { PatternLinks(questions: questions, direction: $0, found: $1) }
  }

  private func series(_ question: PatternQuestion, of id: Measure.ID, without left: Set<Day>) -> DaySeries {
    let all = series(question, of: id)
    if left.isEmpty { return all }
    return DaySeries(
      start: all.start, values: zip(days.all, all.values).map { day, value in left.contains(day) ? nil : value })
  }

  /// A day without minutes is one of 0 from the first that has some, where the other was answered.
  private func series(_ question: PatternQuestion, of id: Measure.ID) -> DaySeries {
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

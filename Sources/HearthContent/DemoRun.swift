import HearthCore

/// A passage through a practice in the made-up journal, once or again and again.
struct DemoRun: Hashable, Sendable {
  let occasion: DemoOccasion
  /// Its id.
  let practice: String
  /// What is given to each step, by its id.
  private var answers: [String: [String]]
  /// What is answered to what it leaves for later, by the id of the step.
  private let then: [String: [String]]
  /// Numbers go up and down with the mood of the days.
  private let isTidal: Bool
  /// It stays at the first question that has no answer here.
  private let isUnfinished: Bool

  /// What is true around it.
  struct Setting {
    let stamp: Stamp
    let day: Day
    let now: Instant
    /// Steps above or below the usual mood.
    let lift: Int
    let zone: Zone
  }

  /// Goes through the practice.
  mutating func kept(of practice: Practice, id: Run.ID, _ setting: Setting, _ dice: inout Dice) -> KeptRun {
    var run = Run(of: practice, id: id, startedAt: setting.stamp, day: setting.day)
    while let step = run.step(in: practice) {
      guard let answer = answer(to: step, run, setting, &dice) else {
        if isUnfinished, step.kind != .card { return KeptRun(run) }
        run.skip(in: practice)
        continue
      }
      run.answer(answer, in: practice)
      run.next(in: practice)
    }
    run.finish(at: setting.stamp, in: practice)
    let followUps = run.followUps(in: practice).map { settled($0, run, setting, &dice) }
    let later = followUps.compactMap { kept in
      kept.answer.flatMap { kept.followUp.reading($0, at: setting.stamp(of: kept), on: setting.day(of: kept)) }
    }
    return KeptRun(run, followUps: followUps, readings: run.readings(in: practice) + later)
  }

  // MARK: Answering

  private mutating func answer(
    to step: Step, _ run: Run, _ setting: Setting, _ dice: inout Dice
  ) -> Answer? {
    if case .followUp = step.kind {
      return run.due(of: step, from: setting.stamp.instant, on: setting.day).map(Answer.due)
    }
    guard let given = answers[step.id], let first = given.first else { return nil }
    let number = Int(first) ?? 0
    switch step.kind {
    case .scale(let measure): return .number(self.number(given, measure.range, setting, &dice))
    case .choice: return given.randomElement(using: &dice).map(Answer.option)
    case .ticks: return .options(given.filter { _ in occasion.isOnce || dice.falls(70) })
    case .text: return .text(draw(step.id, &dice))
    case .person: return given.randomElement(using: &dice).map(Answer.person)
    case .timer: return .timer(minutes: number, startedAt: setting.stamp.instant)
    case .date: return .due(.on(setting.day.adding(days: number)))
    case .card, .items, .compose, .followUp: return nil
    }
  }

  private func number(
    _ given: [String], _ range: ClosedRange<Int>, _ setting: Setting, _ dice: inout Dice
  ) -> Int {
    let ends = given.compactMap { Int($0) }
    guard let least = ends.min(), let most = ends.max() else { return range.lowerBound }
    let drawn = Int.random(in: least...most, using: &dice) + (isTidal ? setting.lift : 0)
    return min(max(drawn, range.lowerBound), range.upperBound)
  }

  /// Words are not said twice as long as there are others.
  private mutating func draw(_ step: String, _ dice: inout Dice) -> String {
    guard var left = answers[step], !left.isEmpty else { return "" }
    let drawn = left.remove(at: Int.random(in: left.indices, using: &dice))
    if !left.isEmpty { answers[step] = left }
    return drawn
  }

  // MARK: Afterwards

  /// Answered, seen or let go, where that was long enough ago.
  private func settled(
    _ followUp: FollowUp, _ run: Run, _ setting: Setting, _ dice: inout Dice
  ) -> KeptFollowUp {
    var kept = KeptFollowUp(followUp, title: run.title)
    let answeredAt = setting.stamp(of: kept).instant
    let answer = then[followUp.id.step]?.randomElement(using: &dice)
    guard answeredAt < setting.now else { return kept }
    if let answer {
      (kept.answer, kept.answeredAt) = (answer, answeredAt)
    } else if followUp.isReminder {
      kept.answeredAt = answeredAt
    } else if answeredAt.adding(seconds: 21 * 86_400) < setting.now {
      kept.dismissedAt = answeredAt
    }
    return kept
  }
}

extension DemoRun.Setting {
  /// The day on which something that was left is looked at: the one after it is due.
  fileprivate func day(of kept: KeptFollowUp) -> Day {
    switch kept.followUp.due {
    case .on(let day): day.adding(days: 1)
    case .at(let instant): Stamp(instant, in: zone).calendarDay.adding(days: 1)
    }
  }

  fileprivate func stamp(of kept: KeptFollowUp) -> Stamp { zone.stamp(of: day(of: kept), minute: 1_150) }
}

extension DemoRun {
  private static let fields: Set = ["run", "answers", "then", "tide", "unfinished"]

  /// Reads one stanza.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> DemoRun {
    if let odd = stanza.unknownFields(besides: fields.union(DemoOccasion.fields)).first { throw odd }
    return DemoRun(
      occasion: try DemoOccasion(stanza), practice: try stanza.neededText("run"),
      answers: try texts(stanza.neededMap("answers")), then: try stanza.map("then").map(texts) ?? [:],
      isTidal: try stanza.flag("tide") ?? false, isUnfinished: try stanza.flag("unfinished") ?? false)
  }

  private static func texts(_ map: Stanza) throws(ContentProblem) -> [String: [String]] {
    var texts: [String: [String]] = [:]
    for name in map.names { texts[name] = try map.texts(name) }
    return texts
  }
}

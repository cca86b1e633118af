extension Run {
  /// When a date or a follow-up comes, where nobody says otherwise; nil for any other step.
  /// - Parameter day: the day a person means by today.
  package func due(of step: Step, from now: Instant, on day: Day) -> Due? {
    switch step.wait {
    case .minutes(let minutes): .at(now.adding(seconds: minutes * 60))
    case .days(let days): .on(day.adding(days: days))
    case .dayOf(let earlier): if case .due(let due) = answer(to: earlier) { due } else { nil }
    case nil: nil
    }
  }

  /// What stands at its end, under the answers so far.
  package func ending(in practice: Practice) -> Practice.Ending? {
    let answered = Answered(self, practice)
    return practice.endings.first { answered.holds($0.when) }
  }

  /// The text of its ending, gaps filled; nil where the practice has none.
  package func page(in practice: Practice) -> String? {
    ending(in: practice).flatMap { practice.pages[$0.page] }.map { said($0, in: practice) }
  }

  /// The readings it yields, of the run's day. None where nothing may be kept; where the person is to be asked, only
  /// those who said yes keep them.
  package func readings(in practice: Practice) -> [Reading] {
    guard practice.keep != .never else { return [] }
    let answered = Answered(self, practice)
    return answered.steps.flatMap { step in
      (answered[step.id]?.values(in: step) ?? []).map { name, value in
        Reading(source: id, measure: name, value: Double(value), stamp: startedAt, day: day)
      }
    }
  }

  /// What is to come back later, as far as it was settled: follow-ups, and timers that end in a reminder. None where
  /// nothing may be kept.
  package func followUps(in practice: Practice) -> [FollowUp] {
    guard practice.keep != .never else { return [] }
    let answered = Answered(self, practice)
    return answered.steps.compactMap { step in answered[step.id].flatMap { followUp($0, step, practice) } }
  }

  private func followUp(_ answer: Answer, _ step: Step, _ practice: Practice) -> FollowUp? {
    switch (answer, step.kind) {
    case (.due(let due), .followUp(let later)):
      FollowUp(
        run: id, practice: practice.id, step: step.id, question: said(step.text, in: practice),
        options: later.options, offers: later.offers, measure: step.measure, due: due)
    case (.timer(let minutes, let startedAt), .timer(let timer)):
      timer.reminder.map {
        FollowUp(
          run: id, practice: practice.id, step: step.id, question: said($0, in: practice),
          due: .at(startedAt.adding(seconds: minutes * 60)))
      }
    default: nil
    }
  }
}

extension Answer {
  /// The readings it makes in a step that has a measure: which measure, and its value.
  fileprivate func values(in step: Step) -> [(measure: String, value: Int)] {
    guard let measure = step.measure else { return [] }
    switch self {
    case .number(let number): return [(measure, number)]
    case .option(let id): return step.options.firstIndex { $0.id == id }.map { [(measure, $0)] } ?? []
    case .options(let ids): return ids.map { ("\(measure)/\($0)", 1) }
    default: return []
    }
  }
}

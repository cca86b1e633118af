import FoundationEssentials

/// A question or a reminder that a run leaves for later. It waits quietly until it is answered or let go.
package struct FollowUp: Hashable, Sendable, Identifiable {
  /// The same run leaves at most one for each of its steps.
  package struct ID: Hashable, Sendable {
    package let run: UUID
    package let step: String

    package init(run: UUID, step: String) {
      self.run = run
      self.step = step
    }
  }

  package let id: ID
  /// The id of the practice, which need not be there any more.
  package let practice: String
  /// As it is to be asked, gaps filled.
  package let question: String
  /// What can be answered; none for a reminder.
  package let options: [Step.Option]
  /// What an answer offers, by the id of its option: as `Practice.Ending.offers`.
  package let offers: [String: [String]]
  /// The measure its answer is a reading of: the place of the option, from 0. Nil where it stays words.
  package let measure: String?
  package let due: Due

  package init(
    run: UUID, practice: String, step: String, question: String, options: [Step.Option] = [],
    offers: [String: [String]] = [:], measure: String? = nil, due: Due
  ) {
    id = ID(run: run, step: step)
    self.practice = practice
    self.question = question
    self.options = options
    self.offers = offers
    self.measure = measure
    self.due = due
  }

  /// Whether it is only to be seen.
  package var isReminder: Bool { options.isEmpty }

  /// Whether its time has come.
  /// - Parameter day: the day a person means by today.
  package func isDue(at now: Instant, on day: Day) -> Bool {
    switch due {
    case .at(let instant): instant <= now
    case .on(let dueDay): dueDay <= day
    }
  }

  /// What an answer makes: its reading, at the time it is answered; nil where it is not counted.
  /// - Parameter option: the id of one of the options.
  package func reading(_ option: String, at stamp: Stamp, on day: Day) -> Reading? {
    guard let measure, let place = options.firstIndex(where: { $0.id == option }) else { return nil }
    return Reading(source: id.run, measure: measure, value: Double(place), stamp: stamp, day: day)
  }
}

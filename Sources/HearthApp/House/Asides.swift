import HearthCore

/// What Today says by itself, beside what was asked of it. Nothing of it waits for an answer.
package struct Asides: Equatable, Sendable {
  /// The journal was left alone for a while.
  package var isBack = false
  /// At most one thing is offered at a time.
  package var offer: Aside?
  /// What is told of seven days.
  package var week: [WeekMarker] = []

  package init() {}

  /// What there is to say on a day.
  /// - Parameters:
  ///   - memory: what was said before; what is said now is noted in it.
  ///   - wording: what a step is called in its practice's file; nil where it is not there any more.
  package init(
    on day: Day, of lately: Lately, for settings: Settings, remembering memory: inout AsideMemory,
    wording: (NextStep) -> String?
  ) {
    memory.presence.noticing(day)
    isBack = memory.presence.isBack(on: day) && !lately.hasBefore
    if settings.lowEnergy.isOn(day) { return }
    week = WeekMarker.told(
      settings.markers, moments: lately.moments, chosenAlone: lately.daysChosenAlone(upTo: day),
      guided: lately.guided)
    if lately.isGuarded || memory.putOff == day { return }
    offer =
      memory.note(on: day, of: lately) ?? step(on: day, of: lately, for: settings, wording)
      ?? memory.monthlyQuestion(on: day, of: lately, for: settings)
      ?? memory.invitation(on: day, of: lately, for: settings)
  }

  private func step(
    on day: Day, of lately: Lately, for settings: Settings, _ wording: (NextStep) -> String?
  ) -> Aside? {
    let isFull = week.contains(where: \.isFull)
    guard let reason = NextStep.reason(for: lately.answers, isFull: isFull) else { return nil }
    var leaning = settings.leaning
    if settings.speaksPlainly { leaning.drains.insert(.talk) }
    if lately.hasFlagged { leaning.pace = min(leaning.pace, .small) }
    let step =
      leaning.pace == .none
      ? nil : NextStep.chosen(for: reason, on: day, seed: settings.questionSeed, by: leaning)
    if let step, let words = wording(step) { return .step(step, words) }
    return reason == .drained ? .littleEnergy : nil
  }
}

extension AsideMemory {
  fileprivate mutating func note(on day: Day, of lately: Lately) -> Aside? {
    guard let note = notes.note(of: QuietNote.called(for: lately.days(upTo: day)), on: day) else { return nil }
    notes.saying(note, on: day)
    return .note(note)
  }

  fileprivate mutating func monthlyQuestion(on day: Day, of lately: Lately, for settings: Settings) -> Aside? {
    settings.asksMonthly && monthly.comes(on: day, answered: lately.monthlyAnswered) ? .monthly : nil
  }

  fileprivate mutating func invitation(on day: Day, of lately: Lately, for settings: Settings) -> Aside? {
    guard settings.invites, !lately.hasToday else { return nil }
    return invitations.comes(on: day, isAnswered: lately.hasSinceInvited) ? .invitation : nil
  }
}

/// One thing that Today offers.
package enum Aside: Equatable, Sendable {
  case note(QuietNote)
  /// With what it is called in its practice's file.
  case step(NextStep, String)
  /// To show only the small things; no step goes with it.
  case littleEnergy
  /// How often one feels lonely.
  case monthly
  case invitation
}

/// What the world is asked for about them.
package enum AsideWish: Equatable, Sendable {
  /// - Parameter offers: whether Today is seen and has room, so that what is offered counts as offered; and the relationship
  ///   check was not opened today.
  case load(Day, Settings, offers: Bool)
  /// It rests as long again.
  case putOffNote(QuietNote, Day)
  /// Nor does another come on that day.
  case silence(QuietNote, Day)
  /// Nothing more is offered on a day.
  case putOff(Day)
}

package enum AsideEvent: Equatable, Sendable {
  case loaded(Asides)
  /// Something was put off, or is not said any more.
  case settled
}

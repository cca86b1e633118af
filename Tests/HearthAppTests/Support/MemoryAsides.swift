import HearthApp
import HearthContent
import HearthCore

extension MemoryJournal.State {
  /// What Today says by itself, as the journal would answer.
  mutating func answer(_ wish: AsideWish) -> AsideEvent {
    switch wish {
    case .load(let day, let settings, let offers): return .loaded(load(day, settings, offers))
    case .putOffNote(let note, let day): asides.notes.put(off: note, on: day)
    case .silence(let note, let day): asides.notes.silence(note, on: day)
    case .putOff(let day): asides.putOff = day
    }
    return .settled
  }

  private mutating func load(_ day: Day, _ settings: Settings, _ offers: Bool) -> Asides {
    func kept(since first: Day) -> Bool { kept(in: first...day) }
    func kept(in days: ClosedRange<Day>) -> Bool {
      entries.values.contains { days.contains($0.day) } || checkIns.contains { days.contains($0.day) }
        || moments.contains { days.contains($0.day) }
    }
    let week = day.adding(days: 1 - Marker.days)...day
    var lately = Lately(
      readings: readings + checkIns.flatMap(\.readings),
      answers: Lately.answers(of: checkIns.filter { $0.day == day }), moments: moments.filter { week.contains($0.day) },
      guided: practices.runs.count { $0.finishedAt != nil && week.contains($0.day) }, hasToday: kept(since: day),
      hasSinceInvited: asides.invitations.last.map { kept(since: min($0, day)) } ?? false,
      isGuarded: !offers || checks.contains { $0.day == day }, hasFlagged: people.contains { $0.person.isFlagged })
    let answered = (readings + practices.readings).filter { $0.measure == MonthlyQuestion.measure }.map(\.day)
    lately.hasBefore = kept(in: Presence.near(day))
    lately.monthlyAnswered = answered.filter { $0 <= day }.max()
    return Asides(on: day, of: lately, for: settings, remembering: &asides) { step in
      let practice = Shelf().practices.first { $0.id == step.practice }
      guard let option = step.option else { return practice?.title }
      return practice?.step(option.step)?.options.first { $0.id == option.id }?.text
    }
  }
}

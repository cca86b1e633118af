import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// What Today says by itself. Runs on the journal's thread.
extension JournalService {
  func answer(_ wish: AsideWish) -> Event {
    event { .aside(try granted(wish)) }
  }

  private func granted(_ wish: AsideWish) throws(Problem) -> AsideEvent {
    let vault = try vault
    guard case .load(let day, let settings, let offers) = wish else {
      try vault.remember(wish)
      return .settled
    }
    let before = try vault.asideMemory()
    var memory = before
    var lately = try vault.lately(on: day, settings, since: before.invitations.last)
    if !offers { lately.isGuarded = true }
    var presence = before.presence
    presence.noticing(day)
    if presence.isBack(on: day) { lately.hasBefore = try vault.hasKept(in: Presence.near(day)) }
    let asides = Asides(on: day, of: lately, for: settings, remembering: &memory) { [self] in shelf.wording(of: $0) }
    if memory != before { try vault.set(memory) }
    return .loaded(asides)
  }
}

extension Shelf {
  /// What a step is called in its file.
  fileprivate func wording(of step: NextStep) -> String? {
    guard let practice = practices.first(where: { $0.id == step.practice }) else { return nil }
    guard let option = step.option else { return practice.title }
    return practice.step(option.step)?.options.first { $0.id == option.id }?.text
  }
}

extension Vault {
  /// When what was put off may come again, and what is not to come any more.
  fileprivate func remember(_ wish: AsideWish) throws(Problem) {
    var memory = try asideMemory()
    switch wish {
    case .load: return
    case .putOffNote(let note, let day): memory.notes.put(off: note, on: day)
    case .silence(let note, let day): memory.notes.silence(note, on: day)
    case .putOff(let day): memory.putOff = day
    }
    try set(memory)
  }

  fileprivate func asideMemory() throws(Problem) -> AsideMemory {
    var memory = AsideMemory()
    let texts = try settings()
    memory.notes = QuietNoteHistory(text: texts[.quietNotes] ?? "")
    memory.invitations = Invitations(text: texts[.invitations] ?? "")
    memory.presence = Presence(text: texts[.presence] ?? "")
    memory.monthly = MonthlyQuestion(text: texts[.monthlyQuestion] ?? "")
    memory.putOff = texts[.stepPutOff].flatMap { Int($0) }.map { Day(number: $0) }
    return memory
  }

  fileprivate func set(_ memory: AsideMemory) throws(Problem) {
    let texts: [Setting: String] = [
      .quietNotes: memory.notes.text, .invitations: memory.invitations.text, .presence: memory.presence.text,
      .monthlyQuestion: memory.monthly.text, .stepPutOff: memory.putOff.map { String($0.number) } ?? "",
    ]
    try set(texts.mapValues { $0.isEmpty ? nil : $0 })
  }

  /// - Parameter invited: the day on which Today last invited.
  fileprivate func lately(on day: Day, _ settings: Settings, since invited: Day?) throws(Problem) -> Lately {
    let (span, month) = (QuietNote.span(upTo: day), day.adding(days: -MonthlyQuestion.gap)...day)
    // Asked for at once: this is on the way to the first picture.
    let readings = try readings(
      of: QuietNote.measures + [MonthlyQuestion.measure], in: min(span.lowerBound, month.lowerBound)...day)
    let monthly = readings.filter { $0.measure == MonthlyQuestion.measure && month.contains($0.day) }
    var lately = Lately(
      readings: readings.filter { $0.measure != MonthlyQuestion.measure && span.contains($0.day) },
      answers: Lately.answers(of: try checkIns(in: day...day)))
    let week = day.adding(days: 1 - Marker.days)...day
    if !settings.markers.markers.isEmpty { lately.moments = try moments(in: week) }
    if settings.markers[.guided] != nil { lately.guided = try runs(of: Marker.guidedTalk, in: week) }
    if settings.asksMonthly { lately.monthlyAnswered = monthly.map(\.day).max() }
    if settings.invites {
      lately.hasToday = try hasKept(in: day...day)
      if let invited { lately.hasSinceInvited = try hasKept(in: min(invited, day)...day) }
    }
    lately.isGuarded = try keptChecks().first.map { $0.day == day } ?? false
    lately.hasFlagged = try hasFlagged()
    return lately
  }

  private func runs(of practice: String, in days: ClosedRange<Day>) throws(Problem) -> Int {
    try runs(finished: true, limit: 50).count { $0.practice == practice && days.contains($0.day) }
  }

  /// Whether anything was kept on those days.
  fileprivate func hasKept(in days: ClosedRange<Day>) throws(Problem) -> Bool {
    if try !heads(.days(from: days.lowerBound, to: days.upperBound), limit: 1).isEmpty { return true }
    if try !checkIns(in: days).isEmpty { return true }
    return try !moments(in: days).isEmpty
  }
}

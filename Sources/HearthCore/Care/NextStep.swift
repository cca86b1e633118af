/// The smallest next step: one thing that Today offers, by what the last check-in says. It is an option of a practice's
/// file, or a practice as a whole; its words stand there.
package struct NextStep: Hashable, Sendable {
  /// What the check-in said.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    case lonely, drained, tense
    /// More company than was wanted today.
    case full
    /// More was wanted, and the last days held more than the person finds right.
    case beyond
    case pushed, wanted
  }

  package let reason: Reason
  /// The practice that is opened for it.
  package let practice: String
  /// The step of it whose option this is, and the option; nil for the practice as a whole.
  package let option: Option?

  package struct Option: Hashable, Sendable {
    package let step: String
    package let id: String
  }

  /// What the check-in gives reason for; nil where nothing has to be added to the day.
  /// - Parameters:
  ///   - answers: of the last check-in, by measure.
  ///   - isFull: whether there was more company of late than the person finds right: then none is suggested.
  package static func reason(for answers: [Measure.ID: Double], isFull: Bool) -> Reason? {
    let gap = answers["wanted"].flatMap { wanted in answers["had"].map { wanted - $0 } } ?? 0
    if answers["lonely"] ?? 0 >= 7 { return .lonely }
    if answers["energy"] ?? 10 <= LowEnergy.most { return .drained }
    if answers["tension"] ?? 0 >= 7 { return .tense }
    if gap <= -3 { return .full }
    if answers["alone"] == 0 { return .pushed }
    if gap < 2 { return nil }
    return isFull ? .beyond : .wanted
  }

  /// One step for a day: the same for the same answers all day.
  package static func chosen(
    for reason: Reason, on day: Day, seed: UInt64, by leaning: Leaning
  ) -> NextStep? {
    let ideas = ideas(for: reason, by: leaning)
    guard !ideas.isEmpty else { return nil }
    var dice = Dice(seed: seed &+ UInt64(bitPattern: Int64(day.number)))
    let idea = ideas[Int(dice.next() % UInt64(ideas.count))]
    return NextStep(reason: reason, practice: idea.practice, option: idea.option)
  }

  private static func ideas(for reason: Reason, by leaning: Leaning) -> [Idea] {
    switch reason {
    // All three sizes at once: company is not always a relief.
    case .lonely: return [Idea("smallest-step")]
    case .tense: return [Idea("paced-breath")]
    case .pushed: return [Idea("solitude-check")]
    case .drained, .full, .beyond: return leaning.fitting(Idea.rest)
    case .wanted:
      let larger = [leaning.pace >= .person ? Idea.person : [], leaning.pace >= .more ? Idea.more : []].flatMap(\.self)
      return leaning.fitting(Idea.tiny + larger)
    }
  }
}

/// What suits a person, as far as they have said so in Settings: what is suggested goes by it.
package struct Leaning: Hashable, Sendable {
  package var pace: Pace
  package var drains: Set<Drain>
  package var surroundings: Set<Surrounding>

  package init(pace: Pace = .small, drains: Set<Drain> = [], surroundings: Set<Surrounding> = []) {
    self.pace = pace
    self.drains = drains
    self.surroundings = surroundings
  }

  /// Without what drains; of those that are left, the ones in surroundings that suit, where there are any.
  func fitting(_ ideas: [Idea]) -> [Idea] {
    let light = ideas.filter { drains.isDisjoint(with: $0.drains) }
    let near = light.filter { !surroundings.isDisjoint(with: $0.surroundings) }
    return near.isEmpty ? light : near
  }
}

/// How large a step may be that is suggested.
package enum Pace: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Nothing is suggested.
  case none
  /// Something tiny, or rest: as long as nothing else is chosen.
  case small
  /// One person, too.
  case person
  /// Something with others, too.
  case more

  package static func < (first: Pace, second: Pace) -> Bool {
    (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
  }
}

/// What takes a lot out of a person.
package enum Drain: String, CaseIterable, Hashable, Sendable { case talk, strangers, noise, way, messages }

/// Where contact comes easily.
package enum Surrounding: String, CaseIterable, Hashable, Sendable { case home, outside, among, pairs, writing, group }

/// Something that can be suggested, and for whom it is not.
struct Idea: Hashable {
  let practice: String
  let option: NextStep.Option?
  let drains: Set<Drain>
  let surroundings: Set<Surrounding>

  init(
    _ practice: String, _ step: String = "", _ option: String = "", drains: Set<Drain> = [],
    in surroundings: Set<Surrounding> = []
  ) {
    self.practice = practice
    self.option = option.isEmpty ? nil : NextStep.Option(step: step, id: option)
    self.drains = drains
    self.surroundings = surroundings
  }

  static let tiny = [
    Idea("smallest-step", "tiny", "hello", drains: [.talk, .strangers], in: [.outside, .among]),
    Idea("smallest-step", "tiny", "smile", drains: [.strangers, .way], in: [.outside, .among]),
    Idea("smallest-step", "tiny", "till", drains: [.talk, .strangers, .way, .noise], in: [.among]),
    Idea("smallest-step", "tiny", "question", drains: [.talk], in: [.pairs]),
    Idea("smallest-step", "tiny", "kind", drains: [.messages], in: [.writing, .pairs]),
    Idea("smallest-step", "tiny", "window", drains: [.noise], in: [.home]),
  ]
  static let rest = [
    Idea("smallest-step", "rest", "warm", in: [.home]),
    Idea("smallest-step", "rest", "blanket", drains: [.noise], in: [.home]),
    Idea("smallest-step", "rest", "outside", drains: [.way], in: [.outside]),
    Idea("smallest-step", "rest", "moments", in: [.home, .writing]),
    Idea("smallest-step", "rest", "sleep", in: [.home]),
  ]
  static let person = [Idea("one-safe-person", in: [.pairs, .writing])]
  static let more = [Idea("something-to-do", drains: [.way, .strangers], in: [.group, .among])]
}

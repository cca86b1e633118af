import FoundationEssentials

/// What is exported and imported of a journal besides its entries.
package struct Preferences: Hashable, Sendable {
  /// What does not come back by itself, but for single entries.
  package var hushed: Hushed
  /// In the order of the alphabet.
  package var searches: [SavedSearch]
  package var people: [Person]
  package var touchpoints: [Touchpoint]
  /// Passages through practices, with all that came of them.
  package var runs: [KeptRun]
  /// Outside the trash, in the order of time.
  package var checkIns: [CheckIn]
  /// As the check-ins: outside the trash, in the order of time.
  package var moments: [Moment]
  /// Of the bond check, by person and day.
  package var bonds: [KeptBondAnswer] = []
  /// Of the relationship check; there only where they were asked for.
  package var checks: [KeptCheck] = []
  /// Whether they were asked for, and with them who rests because of one.
  package var tellsChecks = false
  /// What is about the person, as the journal keeps it; only what travels.
  package var settings: [Setting: String] = [:]

  package init(
    hushed: Hushed = Hushed(), searches: [SavedSearch] = [], people: [Person] = [], touchpoints: [Touchpoint] = [],
    runs: [KeptRun] = [], checkIns: [CheckIn] = [], moments: [Moment] = []
  ) {
    self.hushed = hushed
    self.searches = searches
    self.people = people
    self.touchpoints = touchpoints
    self.runs = runs
    self.checkIns = checkIns
    self.moments = moments
  }

  /// Replaces person ids by those that `others` use for the same name, so that references match after an import.
  package func told(among others: Preferences) -> Preferences {
    var told = self
    for person in people where !others.people.contains(where: { $0.id == person.id }) {
      guard let here = others.people.first(where: person.isSame)?.id else { continue }
      for place in told.people.indices where told.people[place].id == person.id { told.people[place].id = here }
      for place in told.touchpoints.indices where told.touchpoints[place].person == person.id {
        told.touchpoints[place].person = here
      }
      told.bonds = told.bonds.map { $0.person == person.id ? KeptBondAnswer($0.answer, about: here) : $0 }
    }
    return told
  }

  /// The items that `others` lack. Names are compared without regard to case.
  package func beyond(_ others: Preferences) -> Preferences {
    let people = Set(others.hushed.people.map { $0.lowercased() })
    let names = Set(others.searches.map { $0.name.lowercased() })
    let known = Known(others)
    var beyond = Preferences(
      hushed: Hushed(
        people: hushed.people.filter { !people.contains($0.lowercased()) },
        spans: hushed.spans.filter { !others.hushed.spans.contains($0) }),
      searches: searches.filter { !names.contains($0.name.lowercased()) },
      people: self.people.filter { known.same(as: $0).isEmpty },
      touchpoints: touchpoints.filter { known.touchpoints[$0.id] == nil },
      runs: runs.filter { known.runs[$0.run.id] == nil }, checkIns: checkIns.filter { known.checkIns[$0.id] == nil },
      moments: moments.filter { known.moments[$0.id] == nil })
    beyond.bonds = bonds.filter { known.bonds[$0.place] == nil }
    beyond.checks = checks.filter { known.checks[$0.id] == nil }
    // Settings are imported only into a journal where the first run was not completed, and never overwrite.
    beyond.settings = others.isSettled ? [:] : settings.filter { others.settings[$0.key] == nil }
    return beyond
  }

  /// The items that `others` have with different content; saved searches are compared by `clashes`.
  package func unlike(_ others: Preferences) -> Preferences {
    let known = Known(others)
    var unlike = Preferences(
      people: people.filter { own in known.same(as: own).contains { !$0.tellsSame(as: own) } },
      touchpoints: touchpoints.filter { own in known.touchpoints[own.id].map { $0 != own } ?? false },
      runs: runs.filter { own in known.runs[own.run.id].map { $0 != own } ?? false },
      checkIns: checkIns.filter { own in known.checkIns[own.id].map { $0 != own } ?? false },
      moments: moments.filter { own in known.moments[own.id].map { $0 != own } ?? false })
    unlike.bonds = bonds.filter { own in known.bonds[own.place].map { $0 != own } ?? false }
    unlike.checks = checks.filter { own in known.checks[own.id].map { $0 != own } ?? false }
    return unlike
  }

  /// Whether the person has seen the first run, and with it settled how the journal is to be.
  package var isSettled: Bool { settings[.welcomed] != nil }

  /// The names under which `others` keep another search.
  package func clashes(with others: Preferences) -> [String] {
    searches.filter { own in
      others.searches.contains { $0.name.lowercased() == own.name.lowercased() && $0.text != own.text }
    }.map(\.name)
  }
}

/// What is there already, by what it is known by: a list of years is not gone through for each that comes in.
private struct Known {
  let touchpoints: [UUID: Touchpoint]
  let runs: [UUID: KeptRun]
  let checkIns: [UUID: CheckIn]
  let moments: [UUID: Moment]
  let bonds: [KeptBondAnswer.Place: KeptBondAnswer]
  let checks: [UUID: KeptCheck]
  private let people: [UUID: Person]
  private let names: [String: [Person]]

  init(_ preferences: Preferences) {
    func byKey<Key, Kept>(_ kept: [Kept], _ key: (Kept) -> Key) -> [Key: Kept] {
      Dictionary(kept.map { (key($0), $0) }) { first, _ in first }
    }
    touchpoints = byKey(preferences.touchpoints, \.id)
    runs = byKey(preferences.runs, \.run.id)
    checkIns = byKey(preferences.checkIns, \.id)
    moments = byKey(preferences.moments, \.id)
    bonds = byKey(preferences.bonds, \.place)
    checks = byKey(preferences.checks, \.id)
    people = byKey(preferences.people, \.id)
    names = Dictionary(grouping: preferences.people) { $0.name.lowercased() }
  }

  /// Whoever has the id or the name of a person.
  func same(as person: Person) -> [Person] {
    (people[person.id].map { [$0] } ?? []) + (names[person.name.lowercased()] ?? [])
  }
}

extension Person {
  fileprivate func isSame(as other: Person) -> Bool { id == other.id || name.lowercased() == other.name.lowercased() }

  /// Compares everything except the id and the flag, which must not show in a report of differences.
  fileprivate func tellsSame(as other: Person) -> Bool {
    var own = self
    (own.id, own.isFlagged) = (other.id, other.isFlagged)
    return own == other
  }
}

extension KeptBondAnswer {
  /// Of two answers to the same question about the same person on the same day one replaces the other.
  fileprivate struct Place: Hashable {
    let person: UUID
    let question: BondQuestion
    let day: Day
  }

  fileprivate var place: Place { Place(person: person, question: answer.question, day: answer.day) }
}

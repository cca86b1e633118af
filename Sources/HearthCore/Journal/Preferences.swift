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
    let known = Set(others.runs.map(\.run.id))
    var beyond = Preferences(
      hushed: Hushed(
        people: hushed.people.filter { !people.contains($0.lowercased()) },
        spans: hushed.spans.filter { !others.hushed.spans.contains($0) }),
      searches: searches.filter { !names.contains($0.name.lowercased()) },
      people: self.people.filter { own in !others.people.contains { $0.isSame(as: own) } },
      touchpoints: touchpoints.filter { own in !others.touchpoints.contains { $0.id == own.id } },
      runs: runs.filter { !known.contains($0.run.id) },
      checkIns: checkIns.filter { own in !others.checkIns.contains { $0.id == own.id } },
      moments: moments.filter { own in !others.moments.contains { $0.id == own.id } })
    beyond.bonds = bonds.filter { own in !others.bonds.contains { $0.isBeside(own) } }
    beyond.checks = checks.filter { own in !others.checks.contains { $0.id == own.id } }
    // Settings are imported only into a journal where the first run was not completed, and never overwrite.
    beyond.settings = others.isSettled ? [:] : settings.filter { others.settings[$0.key] == nil }
    return beyond
  }

  /// The items that `others` have with different content; saved searches are compared by `clashes`.
  package func unlike(_ others: Preferences) -> Preferences {
    var unlike = Preferences(
      people: people.filter { own in others.people.contains { $0.isSame(as: own) && !$0.tellsSame(as: own) } },
      touchpoints: touchpoints.filter { own in others.touchpoints.contains { $0.id == own.id && $0 != own } },
      runs: runs.filter { own in others.runs.contains { $0.run.id == own.run.id && $0 != own } },
      checkIns: checkIns.filter { own in others.checkIns.contains { $0.id == own.id && $0 != own } },
      moments: moments.filter { own in others.moments.contains { $0.id == own.id && $0 != own } })
    unlike.bonds = bonds.filter { own in others.bonds.contains { $0.isBeside(own) && $0 != own } }
    unlike.checks = checks.filter { own in others.checks.contains { $0.id == own.id && $0 != own } }
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
  /// Whether both answer the same question about the same person on the same day, so that one replaces the other.
  fileprivate func isBeside(_ other: KeptBondAnswer) -> Bool {
    person == other.person && answer.question == other.answer.question && answer.day == other.answer.day
  }
}

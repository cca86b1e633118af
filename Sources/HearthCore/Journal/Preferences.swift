import FoundationEssentials

/// What a person has settled about a journal as a whole, and that goes with it into another place.
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

  /// What `others` do not have; a name is the same in any case.
  package func beyond(_ others: Preferences) -> Preferences {
    let people = Set(others.hushed.people.map { $0.lowercased() })
    let names = Set(others.searches.map { $0.name.lowercased() })
    let known = Set(others.runs.map(\.run.id))
    var beyond = Preferences(
      hushed: Hushed(
        people: hushed.people.filter { !people.contains($0.lowercased()) },
        spans: hushed.spans.filter { !others.hushed.spans.contains($0) }),
      searches: searches.filter { !names.contains($0.name.lowercased()) },
      people: self.people.filter { !others.people.hasSame($0) },
      touchpoints: touchpoints.filter { own in !others.touchpoints.contains { $0.id == own.id } },
      runs: runs.filter { !known.contains($0.run.id) },
      checkIns: checkIns.filter { own in !others.checkIns.contains { $0.id == own.id } },
      moments: moments.filter { own in !others.moments.contains { $0.id == own.id } })
    beyond.bonds = bonds.filter { !others.bonds.contains($0) }
    beyond.checks = checks.filter { own in !others.checks.contains { $0.id == own.id } }
    // One journal has one set of them: where something was settled already, none come in beside it.
    beyond.settings = others.isSettled ? [:] : settings.filter { others.settings[$0.key] == nil }
    return beyond
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

extension [Person] {
  /// Whether one of them is the same, or has the name.
  fileprivate func hasSame(_ person: Person) -> Bool {
    contains { $0.id == person.id || $0.name.lowercased() == person.name.lowercased() }
  }
}

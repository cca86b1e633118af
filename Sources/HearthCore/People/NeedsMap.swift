/// What one may come to others for.
package enum Need: String, CaseIterable, Hashable, Sendable {
  case heard, comfort, known, fun, help, advice, belonging
}

/// Who there is for which need. One person need not be there for all, and a line may stay blank.
package struct NeedsMap: Hashable, Sendable {
  /// Every need in its order, with the names of those who meet it.
  package let lines: [Line]

  package struct Line: Hashable, Sendable {
    package let need: Need
    package let names: [String]
  }

  /// - Parameter people: those who are resting or gone are left out: nobody is sent to them.
  package init(_ people: [Person]) {
    lines = Need.allCases.map { need in
      Line(need: need, names: people.filter { !$0.isQuiet && $0.needs.contains(need) }.map(\.name))
    }
  }
}

/// Five places from which support can come. Blanks are fine.
package struct SupportMap: Hashable, Sendable {
  package enum Slot: String, CaseIterable, Hashable, Sendable { case friends, family, community, professional, group }

  package let lines: [Line]

  package struct Line: Hashable, Sendable {
    package let slot: Slot
    package let names: [String]
  }

  /// - Parameter people: those whose kind is not known stand nowhere; those who rest or are gone neither.
  package init(_ people: [Person]) {
    lines = Slot.allCases.map { slot in
      Line(slot: slot, names: people.filter { !$0.isQuiet && $0.kind.map(SupportMap.slot) == slot }.map(\.name))
    }
  }

  private static func slot(of kind: Person.Kind) -> Slot {
    switch kind {
    case .friend: .friends
    case .family, .partner: .family
    case .coworker, .neighbour, .community: .community
    case .professional: .professional
    case .group: .group
    }
  }
}

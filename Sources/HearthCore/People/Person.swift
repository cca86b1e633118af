import FoundationEssentials

/// Someone who matters, or a group of people. A name or an alias is enough; all else may stay blank.
package struct Person: Hashable, Sendable, Identifiable {
  /// How near they stand.
  package enum Circle: String, CaseIterable, Hashable, Sendable { case close, regular, wider }

  /// Where they belong in a life. A group is many people under one name.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case friend, family, partner, coworker, neighbour, community, professional, group
  }

  /// What is true of being with them, as the one who writes finds it.
  package enum Trait: String, CaseIterable, Hashable, Sendable {
    case steady, settling, safe, nonJudging, available
  }

  package var id: UUID
  package var name: String
  /// Other names that mean the same person, earlier ones among them.
  package var aliases: [String]
  package var circle: Circle?
  package var kind: Kind?
  package var traits: Set<Trait>
  /// What one comes to them for.
  package var needs: Set<Need>
  /// Where and how one meets.
  package var contexts: String
  /// What of them rubs off, for good or ill.
  package var rubsOff: String
  package var notes: String
  /// One's own part in a group, and what it is good for.
  package var role: String
  package var value: String
  /// They have died, and stay here.
  package var isRemembered: Bool
  /// Nothing is suggested and nothing asked about them for now.
  package var isResting: Bool
  /// Like `isResting`, but set by the relationship check. The reason is stored nowhere.
  package var isFlagged: Bool

  package init(
    id: UUID, name: String, aliases: [String] = [], circle: Circle? = nil, kind: Kind? = nil, traits: Set<Trait> = [],
    needs: Set<Need> = [], contexts: String = "", rubsOff: String = "", notes: String = "", role: String = "",
    value: String = "", isRemembered: Bool = false, isResting: Bool = false, isFlagged: Bool = false
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.circle = circle
    self.kind = kind
    self.traits = traits
    self.needs = needs
    self.contexts = contexts
    self.rubsOff = rubsOff
    self.notes = notes
    self.role = role
    self.value = value
    self.isRemembered = isRemembered
    self.isResting = isResting
    self.isFlagged = isFlagged
  }

  package var isSteady: Bool { traits.contains(.steady) }
  /// Whether either flag is set; readers cannot tell which one.
  package var isAtRest: Bool { isResting || isFlagged }
  /// Whether no reminder mentions them.
  package var isQuiet: Bool { isRemembered || isAtRest }

  /// What `other` knows and this one does not, added: two names turn out to be one person.
  package func joined(with other: Person) -> Person {
    var joined = self
    joined.aliases += [other.name] + other.aliases
    joined.circle = circle ?? other.circle
    joined.kind = kind ?? other.kind
    joined.traits.formUnion(other.traits)
    joined.needs.formUnion(other.needs)
    joined.contexts = contexts.followed(by: other.contexts)
    joined.rubsOff = rubsOff.followed(by: other.rubsOff)
    joined.notes = notes.followed(by: other.notes)
    joined.role = role.followed(by: other.role)
    joined.value = value.followed(by: other.value)
    joined.isRemembered = isRemembered || other.isRemembered
    joined.isResting = isResting || other.isResting
    joined.isFlagged = isFlagged || other.isFlagged
    return joined
  }
}

extension String {
  /// Both, where both say something and not the same.
  fileprivate func followed(by other: String) -> String {
    if other.isEmpty || other == self { return self }
    return isEmpty ? other : "\(self); \(other)"
  }
}

import HearthCore

extension Condition {
  /// What all has to hold, without layers of `all`.
  var conjuncts: [Condition] {
    if case .all(let parts) = self { return parts.flatMap(\.conjuncts) }
    return [self]
  }

  /// Whether a day is asked for anywhere in it.
  var asksDays: Bool {
    switch self {
    case .days: true
    case .all(let parts), .any(let parts): parts.contains(where: \.asksDays)
    case .not(let part): part.asksDays
    case .words, .tag, .person, .mood, .prompt, .starred: false
    }
  }

  /// Whether it asks for anything but days. Also true for an empty `any`, which the index rejects fastest.
  var asksMore: Bool {
    switch self {
    case .days: false
    case .all(let parts): parts.contains(where: \.asksMore)
    case .any(let parts): parts.isEmpty || parts.contains(where: \.asksMore)
    case .not(let part): part.asksMore
    case .words, .tag, .person, .mood, .prompt, .starred: true
    }
  }

  /// How many layers lie over its deepest part.
  var depth: Int {
    switch self {
    case .all(let parts), .any(let parts): 1 + (parts.map(\.depth).max() ?? 0)
    case .not(let part): 1 + part.depth
    case .days, .words, .tag, .person, .mood, .prompt, .starred: 0
    }
  }
}

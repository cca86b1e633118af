import FoundationEssentials

/// What is no entry and holds words of somebody's own: a search can look there too.
package enum Elsewhere: Hashable, Sendable, Identifiable {
  case person(Person)
  case moment(Moment)
  case run(Run)

  package var id: UUID {
    switch self {
    case .person(let person): person.id
    case .moment(let moment): moment.id
    case .run(let run): run.id
    }
  }

  /// Nil for a person, who belongs to no day.
  package var stamp: Stamp? {
    switch self {
    case .person: nil
    case .moment(let moment): moment.stamp
    case .run(let run): run.startedAt
    }
  }

  package var day: Day? {
    switch self {
    case .person: nil
    case .moment(let moment): moment.day
    case .run(let run): run.day
    }
  }

  /// What was typed there, but for names that have a place of their own; a line for each part.
  package var text: String {
    let parts =
      switch self {
      case .person(let person): [person.notes, person.contexts, person.rubsOff, person.role, person.value]
      case .moment(let moment): [moment.line]
      case .run(let run): run.asked.compactMap(\.answer.typedText)
      }
    return parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
  }

  /// Whose it is, or who was there.
  private var names: [String] {
    switch self {
    case .person(let person): [person.name] + person.aliases
    case .moment(let moment): moment.with
    case .run(let run): run.asked.compactMap { if case .person(let name) = $0.answer { name } else { nil } }
    }
  }
}

extension Elsewhere {
  /// Whether it is what a search asks of an entry. It has no mood and no star, and answers no question.
  package func meets(_ condition: Condition) -> Bool {
    switch condition {
    case .words: Sought(condition).isIn((names + [text]).joined(separator: "\n"))
    case .tag: Sought(condition).isIn(text)
    case .person(let name, let isBegun):
      (names + Marks.people(in: text)).contains { $0.isCalled(name, isBegun: isBegun) }
    case .days(let first, let last):
      day.map { (first ?? $0) <= $0 && $0 <= (last ?? $0) } ?? false
    case .mood, .prompt, .starred: false
    case .all(let parts): parts.allSatisfy(meets)
    case .any(let parts): parts.contains(where: meets)
    case .not(let part): !meets(part)
    }
  }
}

extension Sought {
  fileprivate func isIn(_ text: String) -> Bool { firstPlace(in: text) != nil }
}

extension String {
  fileprivate func isCalled(_ name: String, isBegun: Bool) -> Bool {
    let (own, name) = (lowercased(), name.lowercased())
    return isBegun ? own.hasPrefix(name) : own == name
  }
}

import FoundationEssentials

/// A passage through the relationship check that a person chose to keep: which items they answered, and how. Only ids,
/// and the name that they gave the relationship.
package struct KeptCheck: Hashable, Sendable, Identifiable {
  package let id: UUID
  /// The id of the check.
  package let check: String
  /// As typed; may be empty.
  package let alias: String
  package let day: Day
  /// By the id of an item, the id of its answer; what was left open is not there.
  package let answers: [String: String]

  package init(id: UUID, check: String, alias: String, day: Day, answers: [String: String]) {
    self.id = id
    self.check = check
    self.alias = alias
    self.day = day
    self.answers = answers
  }

  /// Whether both are about the same relationship, as far as its name tells.
  package func isAboutSame(as other: KeptCheck) -> Bool {
    check == other.check && alias.trimmed.lowercased() == other.alias.trimmed.lowercased()
  }
}

extension KeptCheck {
  /// An item as it was answered at two times.
  package struct Change: Hashable, Sendable {
    package let item: String
    /// The words of both answers; nil where it was left open.
    package let before: String?
    package let now: String?
  }

  /// The items in words with how they were answered, under their questions and in the order of the check; what is no
  /// longer in it is left out.
  package func sections(in check: Practice) -> [(question: String, lines: [(item: String, answer: String)])] {
    check.steps.compactMap { step in
      let lines = step.itemWords.compactMap { item, words in
        answers[item.id].flatMap { words[$0] }.map { (item: item.text, answer: $0) }
      }
      return lines.isEmpty ? nil : (step.text, lines)
    }
  }

  /// What was answered in another way than in an earlier one, in the order of the check.
  package func changes(from earlier: KeptCheck, in check: Practice) -> [Change] {
    check.steps.flatMap(\.itemWords).compactMap { item, words in
      let (before, now) = (earlier.answers[item.id], answers[item.id])
      guard before != now else { return nil }
      return Change(item: item.text, before: before.flatMap { words[$0] }, now: now.flatMap { words[$0] })
    }
  }
}

extension Step {
  /// The items of its list, with what its answers are called.
  fileprivate var itemWords: [(item: Option, words: [String: String])] {
    let words = Dictionary(options.map { ($0.id, $0.text) }) { first, _ in first }
    return items.map { ($0, words) }
  }
}

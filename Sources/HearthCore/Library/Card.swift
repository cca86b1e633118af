/// Something to read: a short text about connection, solitude, or Hearth itself.
package struct Card: Hashable, Sendable, Identifiable {
  /// How sure the research is of what a card says.
  package enum Evidence: String, CaseIterable, Hashable, Sendable { case robust, likely, uncertain }

  /// The shelves of the Library, in their order.
  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case whatItIs = "what-it-is"
    case howItWorks = "how-it-works"
    case linkedWith = "linked-with"
    case risks, building, cycle
    case whereToStart = "where-to-start"
    case solitude
    case whenItIsHard = "when-it-is-hard"
    case mistakes, questions, myths, research, reminders, glossary, privacy, about
  }

  package let id: String
  package let title: String
  package let topic: Topic
  /// Where it stands on its shelf, from 1; nil stands behind those that have a place.
  package let place: Int?
  /// Nil where nothing is claimed.
  package let evidence: Evidence?
  /// The rows of the concept list that it covers.
  package let concepts: [Int]
  /// Where to go from here.
  package let links: [CardLink]
  /// Where its claims come from, one a line.
  package let sources: [String]
  /// Whom it may serve now.
  package let interests: Set<Interest>
  /// Words that people look for it by, beside those in it.
  package let foundBy: [String]
  /// Markdown.
  package let text: String

  package init(
    id: String, title: String, topic: Topic, place: Int? = nil, evidence: Evidence? = nil, concepts: [Int] = [],
    links: [CardLink] = [],
    sources: [String] = [], interests: Set<Interest> = [], foundBy: [String] = [], text: String
  ) {
    self.id = id
    self.title = title
    self.topic = topic
    self.place = place
    self.evidence = evidence
    self.concepts = concepts
    self.links = links
    self.sources = sources
    self.interests = interests
    self.foundBy = foundBy
    self.text = text
  }
}

/// A way from a card to something else, written `practice/mend`.
package enum CardLink: Hashable, Sendable {
  case card(String)
  case practice(String)
  case prompt(String)
  case support

  /// - Returns: nil for what leads nowhere.
  package init?(_ text: String) {
    if text == "support" {
      self = .support
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "card": self = .card(parts[1])
    case "practice": self = .practice(parts[1])
    case "prompt": self = .prompt(parts[1])
    default: return nil
    }
  }

  var isPractice: Bool { if case .practice = self { true } else { false } }
  var isPrompt: Bool { if case .prompt = self { true } else { false } }

  /// As it is written in a file.
  package var text: String {
    switch self {
    case .card(let id): "card/\(id)"
    case .practice(let id): "practice/\(id)"
    case .prompt(let id): "prompt/\(id)"
    case .support: "support"
    }
  }
}

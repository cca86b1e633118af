/// What belongs to what a person wants to understand. Where they chose nothing, everything does; their own always does.
extension [Interest] {
  /// Whether practices for this need belong to it: those for a heavy hour, for help and for looking back always do.
  package func include(need: String) -> Bool {
    isEmpty || Self.everybodys.contains(need) || contains { $0.needs.contains(need) }
  }

  package func include(_ card: Card) -> Bool {
    isEmpty || card.interests.isEmpty || contains(where: card.interests.contains)
  }

  /// Who came to write alone has every question.
  package func include(_ prompt: Prompt) -> Bool {
    let wanted = reduce(into: Set<String>()) { $0.formUnion($1.categories) }
    return wanted.isEmpty || prompt.concepts.isEmpty || !wanted.isDisjoint(with: prompt.categories)
  }

  private static var everybodys: Set<String> { ["calm", "help", "week"] }
}

extension Interest {
  /// The needs of practices that serve it.
  fileprivate var needs: Set<String> {
    switch self {
    case .lonely: ["lonely", "alone", "fear", "self"]
    case .relationship: ["relationship", "talk", "fight", "boundary", "trust"]
    case .friendship: ["lonely", "talk", "boundary", "trust"]
    case .solitude: ["alone", "self"]
    case .change: ["change", "grief"]
    case .write: ["self"]
    }
  }
}

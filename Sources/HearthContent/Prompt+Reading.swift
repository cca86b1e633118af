import HearthCore

extension Prompt {
  private static let fields: Set = ["id", "text", "literal", "categories", "depth", "minutes", "concepts", "note"]

  /// Reads one stanza. What it does not need and cannot use is named and left aside.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> (item: Prompt, problems: [ContentProblem]) {
    let prompt = Prompt(
      id: try stanza.neededText("id"), text: try stanza.neededText("text"), literal: try stanza.text("literal"),
      categories: try stanza.texts("categories"), depth: try stanza.number("depth", in: 1...3) ?? 1,
      minutes: try stanza.number("minutes", in: 1...60) ?? 5,
      concepts: try stanza.texts("concepts").compactMap { Int($0) }, note: try stanza.text("note"))
    return (prompt, stanza.unknownFields(besides: fields))
  }
}

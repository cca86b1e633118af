import HearthCore

extension Template: Identifiable {
  private static let fields: Set = ["id", "title", "text"]

  /// Reads one stanza of the program's own.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> (item: Template, problems: [ContentProblem]) {
    try reading(stanza, isOwn: false)
  }

  /// Reads one stanza of a person's own.
  static func readingOwn(_ stanza: Stanza) throws(ContentProblem) -> (item: Template, problems: [ContentProblem]) {
    try reading(stanza, isOwn: true)
  }

  private static func reading(
    _ stanza: Stanza, isOwn: Bool
  ) throws(ContentProblem) -> (item: Template, problems: [ContentProblem]) {
    let template = Template(
      id: try stanza.neededText("id"), title: try stanza.neededText("title"), text: try stanza.neededText("text"),
      isOwn: isOwn)
    return (template, stanza.unknownFields(besides: fields))
  }
}

import HearthCore

extension CheckInField {
  private static let common: Set = ["id", "title", "group", "first"]
  private static let ofScales: Set = ["question", "range", "low", "high", "words", "perDay"]
  private static let ofTicks: Set = ["ticks", "as"]

  /// Reads one stanza of the program's own.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> (item: CheckInField, problems: [ContentProblem]) {
    try reading(stanza, usualGroup: .now)
  }

  /// Reads one stanza of a person's own; it stands with their own where it does not say otherwise.
  static func readingOwn(_ stanza: Stanza) throws(ContentProblem) -> (item: CheckInField, problems: [ContentProblem]) {
    try reading(stanza, usualGroup: .own)
  }

  private static func reading(
    _ stanza: Stanza, usualGroup: Group
  ) throws(ContentProblem) -> (item: CheckInField, problems: [ContentProblem]) {
    let isTicks = stanza.names.contains("ticks")
    let field = CheckInField(
      id: try stanza.neededName("id"), title: try stanza.neededText("title"),
      group: try stanza.choice("group") ?? usualGroup, kind: try isTicks ? ticks(stanza) : scale(stanza),
      isFirst: try stanza.flag("first") ?? false)
    return (field, stanza.unknownFields(besides: common.union(isTicks ? ofTicks : ofScales)))
  }

  /// As many words as there are values make a choice of it. Words alone say the range too: from 0 up.
  private static func scale(_ stanza: Stanza) throws(ContentProblem) -> Kind {
    let words = try stanza.texts("words")
    let id = try stanza.neededName("id")
    guard !words.isEmpty else { return .scale(try Measure.reading(stanza, id: id).asking(stanza.text("question"))) }
    if stanza.names.contains("range") {
      return .choice(try Measure.reading(stanza, id: id).asking(stanza.text("question")))
    }
    guard words.count > 1 else { throw stanza.problem(.oddValue, "words") }
    return .choice(
      Measure(
        id: id, title: try stanza.neededText("title"), question: try stanza.text("question"),
        range: 0...(words.count - 1), words: words, perDay: try stanza.choice("perDay") ?? .mean))
  }

  /// Each thing to tick is a measure of its own: `feeling/calm`.
  private static func ticks(_ stanza: Stanza) throws(ContentProblem) -> Kind {
    let id = try stanza.neededName("id")
    let family = try stanza.name("as") ?? id
    let options = try stanza.options("ticks")
    return .ticks(
      options.map { Measure(id: "\(family)/\($0.id)", title: $0.text, range: 0...1, perDay: .last) })
  }
}

extension Measure {
  fileprivate func asking(_ question: String?) -> Measure {
    Measure(
      id: id, title: title, question: question, range: range, low: low, high: high, words: words, perDay: perDay)
  }
}

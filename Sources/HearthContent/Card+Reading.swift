import HearthCore

extension Card {
  private static let fields: Set = [
    "id", "title", "topic", "place", "evidence", "concepts", "see", "sources", "for", "foundBy", "text",
  ]

  /// Reads one card. What it does not need and cannot use is named and left aside.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> (item: Card, problems: [ContentProblem]) {
    guard let topic = try stanza.choice("topic", of: Topic.self) else { throw stanza.problem(.missing, "topic") }
    let (links, interests) = (try stanza.texts("see"), try stanza.texts("for"))
    let card = Card(
      id: try stanza.neededText("id"), title: try stanza.neededText("title"), topic: topic,
      place: try stanza.number("place", in: 1...999),
      evidence: try stanza.choice("evidence"), concepts: try stanza.texts("concepts").compactMap { Int($0) },
      links: links.compactMap(CardLink.init), sources: try stanza.texts("sources"),
      interests: Set(interests.compactMap(Interest.init)), foundBy: try stanza.texts("foundBy"),
      text: try stanza.neededText("text"))
    var problems = stanza.unknownFields(besides: fields)
    if card.links.count < links.count { problems.append(stanza.problem(.oddValue, "see")) }
    if card.interests.count < Set(interests).count { problems.append(stanza.problem(.oddValue, "for")) }
    return (card, problems)
  }
}

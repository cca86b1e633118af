import HearthCore

extension SupportLine {
  private static let fields: Set = [
    "id", "country", "coverage", "service", "category", "contact", "hours", "forWhom", "free", "mayShowOnBill", "url",
    "caveat", "basis", "confidence", "recheck", "checkedOn", "checkedAgainst", "toCheck", "enabled", "reason",
  ]

  /// Reads one stanza of the program's own lists, whose evidence decides whether it is offered.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> (item: SupportLine, problems: [ContentProblem]) {
    guard let basis: Evidence.Basis = try stanza.choice("basis") else { throw stanza.problem(.missing, "basis") }
    let evidence = Evidence(
      basis: basis, confidence: try stanza.choice("confidence") ?? .low,
      needsCheck: try stanza.flag("recheck") ?? false, checkedOn: try stanza.day("checkedOn"),
      checkedAgainst: try stanza.text("checkedAgainst"))
    return try reading(stanza, evidence)
  }

  /// Reads one stanza of a person's own: what they know is enough.
  static func readingOwn(_ stanza: Stanza) throws(ContentProblem) -> (item: SupportLine, problems: [ContentProblem]) {
    let evidence = Evidence(basis: .own, confidence: .high, checkedOn: try stanza.day("checkedOn"))
    return try reading(stanza, evidence)
  }

  private static func reading(
    _ stanza: Stanza, _ evidence: Evidence
  ) throws(ContentProblem) -> (item: SupportLine, problems: [ContentProblem]) {
    let country = try place(in: stanza)
    let line = SupportLine(
      id: try stanza.neededText("id"), country: country, coverage: try stanza.text("coverage") ?? country,
      service: try stanza.neededText("service"), needs: try needs(in: stanza), contacts: try contacts(in: stanza),
      hours: try stanza.text("hours"), forWhom: try stanza.text("forWhom"), isFree: try stanza.flag("free"),
      mayShowOnBill: try stanza.flag("mayShowOnBill"), url: try stanza.text("url"), caveat: try stanza.text("caveat"),
      evidence: evidence, isEnabled: try stanza.flag("enabled") ?? true)
    return (line, stanza.unknownFields(besides: fields))
  }

  private static func place(in stanza: Stanza) throws(ContentProblem) -> String {
    let country = try stanza.neededText("country")
    guard country == international || Config.isCountry(country) else { throw stanza.problem(.oddValue, "country") }
    return country
  }

  private static func needs(in stanza: Stanza) throws(ContentProblem) -> [Need] {
    let names = try stanza.texts("category")
    let needs = names.compactMap(Need.init(rawValue:))
    guard !names.isEmpty else { throw stanza.problem(.missing, "category") }
    guard needs.count == names.count else { throw stanza.problem(.oddValue, "category") }
    return needs
  }

  private static func contacts(in stanza: Stanza) throws(ContentProblem) -> [Contact] {
    var contacts: [Contact] = []
    for row in try stanza.stanzas("contact") {
      guard let contact = try contact(in: row) else { throw row.problem(.missing, "contact") }
      contacts.append(contact)
    }
    guard !contacts.isEmpty else { throw stanza.problem(.missing, "contact") }
    return contacts
  }

  /// `call: "116 123"`, with the word to send and a note beside it where there are some.
  private static func contact(in row: Stanza) throws(ContentProblem) -> Contact? {
    for way in Contact.Way.allCases {
      guard let to = try row.text(way.rawValue) else { continue }
      return Contact(way, to: to, say: try row.text("say"), note: try row.text("note"))
    }
    return nil
  }
}

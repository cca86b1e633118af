import FoundationEssentials
import HearthCore

/// A person and a touchpoint as objects of JSON, and back. Parts that are not set are left out.
extension Person {
  /// In the order in which they are written.
  /// - Parameter tellsChecks: whether it may be seen that the relationship check put them to rest.
  package func members(tellsChecks: Bool = false) -> JSONText.Members {
    let rests = tellsChecks ? isResting : isAtRest
    return [
      ("id", JSONText.quoted(id)), ("name", JSONText.quoted(name)),
      ("aliases", aliases.isEmpty ? nil : JSONText.list(aliases)),
      ("circle", circle.map { JSONText.quoted($0.rawValue) }),
      ("kind", kind.map { JSONText.quoted($0.rawValue) }),
      ("traits", traits.isEmpty ? nil : JSONText.list(Trait.allCases.filter(traits.contains).map(\.rawValue))),
      ("needs", needs.isEmpty ? nil : JSONText.list(Need.allCases.filter(needs.contains).map(\.rawValue))),
      ("contexts", contexts.quotedUnlessEmpty), ("rubsOff", rubsOff.quotedUnlessEmpty),
      ("notes", notes.quotedUnlessEmpty), ("role", role.quotedUnlessEmpty), ("value", value.quotedUnlessEmpty),
      ("remembered", isRemembered ? .truth(true) : nil), ("resting", rests ? .truth(true) : nil),
      ("quiet", tellsChecks && isFlagged ? .truth(true) : nil),
    ]
  }

  /// Nil where there is no id or no name. Words for a kind that is not known here are passed over.
  init?(_ members: [String: JSONValue]) {
    guard let id = members["id"]?.string.flatMap({ UUID(uuidString: $0) }), let name = members["name"]?.name
    else { return nil }
    let text = { (name: String) in members[name]?.string ?? "" }
    let list = { (name: String) in members[name]?.strings ?? [] }
    self.init(
      id: id, name: name, aliases: members["aliases"]?.names ?? [], circle: Circle(rawValue: text("circle")),
      kind: Kind(rawValue: text("kind")), traits: Set(list("traits").compactMap(Trait.init)),
      needs: Set(list("needs").compactMap(Need.init)), contexts: text("contexts"), rubsOff: text("rubsOff"),
      notes: text("notes"), role: text("role"), value: text("value"),
      isRemembered: members["remembered"]?.bool ?? false, isResting: members["resting"]?.bool ?? false,
      isFlagged: members["quiet"]?.bool ?? false)
  }
}

extension Touchpoint {
  /// In the order in which they are written.
  package var members: JSONText.Members {
    let day = { (day: Day?) in day.map { JSONText.quoted($0.description) } }
    return [
      ("id", JSONText.quoted(id)),
      ("person", person.map { JSONText.quoted($0) }), ("title", JSONText.quoted(title)),
      ("kind", JSONText.quoted(kind.rawValue)), ("hopedDays", .number(hopedDays)),
      ("latestDays", latestDays.map(JSONText.number)),
      ("yearly", yearly.map { JSONText.quoted($0.description) }), ("draft", draft.quotedUnlessEmpty),
      ("onTime", isTimeKept ? .truth(true) : nil), ("with", companion.quotedUnlessEmpty),
      ("sleepsUntil", day(sleepsUntil)),
      ("plannedOn", day(plannedOn)), ("resting", isAtRest ? .truth(true) : nil), ("startedOn", day(startedOn)),
      ("doneOn", day(doneOn)),
    ]
  }

  /// The name of a number of days that is none, or out of range.
  static func oddNumber(in members: [String: JSONValue]) -> String? {
    members.oddNumber([("hopedDays", days), ("latestDays", days)])
  }

  /// Whether its date of each year is none.
  static func hasOddYearly(in members: [String: JSONValue]) -> Bool {
    guard let yearly = members["yearly"], yearly != .null else { return false }
    return yearly.string.flatMap(YearDay.init) == nil
  }

  /// Its numbers and its yearly date are looked at before. Nil where what it cannot do without is missing.
  init?(_ members: [String: JSONValue]) {
    let day = { (name: String) in members[name]?.string.flatMap { Day($0) } }
    guard let id = members["id"]?.string.flatMap({ UUID(uuidString: $0) }), let title = members["title"]?.string,
      let hopedDays = members["hopedDays"]?.integer, let startedOn = day("startedOn")
    else { return nil }
    self.init(
      id: id, person: members["person"]?.string.flatMap { UUID(uuidString: $0) }, title: title.withoutControls,
      kind: members["kind"]?.string.flatMap(Kind.init) ?? .own, hopedDays: hopedDays,
      latestDays: members["latestDays"]?.integer, yearly: members["yearly"]?.string.flatMap(YearDay.init),
      draft: members["draft"]?.string ?? "",
      isTimeKept: members["onTime"]?.bool ?? false, companion: (members["with"]?.string ?? "").withoutControls,
      sleepsUntil: day("sleepsUntil"), plannedOn: day("plannedOn"), isAtRest: members["resting"]?.bool ?? false,
      startedOn: startedOn, doneOn: day("doneOn"))
  }
}

extension String {
  fileprivate var quotedUnlessEmpty: JSONText? { isEmpty ? nil : JSONText.quoted(self) }
}

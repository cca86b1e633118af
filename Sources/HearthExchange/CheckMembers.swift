import FoundationEssentials
import HearthCore

/// A kept check as an object of JSON, and back.
extension KeptCheck {
  /// In the order in which they are written; the answers by the ids of their items.
  var members: JSONText.Members {
    let answers = answers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return [
      ("id", JSONText.quoted(id)), ("check", JSONText.quoted(check)),
      ("alias", JSONText.quoted(alias)), ("day", JSONText.quoted(day.description)), ("answers", JSONText.list(answers)),
    ]
  }

  /// Nil where what it cannot do without is missing.
  init?(_ members: [String: JSONValue]) {
    guard let id = members["id"]?.string.flatMap({ UUID(uuidString: $0) }), let check = members["check"]?.string,
      let day = members["day"]?.string.flatMap({ Day($0) })
    else { return nil }
    var answers: [String: String] = [:]
    for line in members["answers"]?.strings ?? [] {
      let parts = line.split(separator: " ").map(String.init)
      if parts.count == 2 { answers[parts[0]] = parts[1] }
    }
    self.init(
      id: id, check: check, alias: (members["alias"]?.string ?? "").withoutControls, day: day, answers: answers)
  }
}

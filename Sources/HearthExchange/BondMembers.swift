import FoundationEssentials
import HearthCore

/// An answer of the bond check as an object of JSON, and back.
extension KeptBondAnswer {
  /// In the order in which they are written.
  var members: JSONText.Members {
    [
      ("person", JSONText.quoted(person)),
      ("question", JSONText.quoted(answer.question.rawValue)), ("value", .number(answer.value)),
      ("day", JSONText.quoted(answer.day.description)),
    ]
  }

  /// Nil where something is missing, or the question has no such value.
  init?(_ members: [String: JSONValue]) {
    guard let person = members["person"]?.string.flatMap({ UUID(uuidString: $0) }),
      let question = members["question"]?.string.flatMap(BondQuestion.init),
      let value = members["value"]?.integer, let day = members["day"]?.string.flatMap({ Day($0) }),
      let answer = BondAnswer(question, value, on: day)
    else { return nil }
    self.init(answer, about: person)
  }
}

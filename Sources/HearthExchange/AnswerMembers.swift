import FoundationEssentials
import HearthCore

/// Check-ins and moments as objects of JSON, in the order in which they are written. Parts that are not set are left
/// out.
extension CheckIn {
  package var members: JSONText.Members {
    JSONText.place(of: id, stamp, day) + [
      ("answers", JSONText.numbers(answers.map { ($0.key, $0.value) })),
      ("createdAt", JSONText.quoted(createdAt)), ("modifiedAt", JSONText.quoted(modifiedAt)),
    ]
  }
}

extension Moment {
  package var members: JSONText.Members {
    JSONText.place(of: id, stamp, day) + [
      ("kind", JSONText.quoted(kind.rawValue)), ("with", with.isEmpty ? nil : JSONText.list(with)),
      ("medium", medium.map { JSONText.quoted($0.rawValue) }), ("minutes", minutes.map(JSONText.number)),
      ("felt", felt.map(JSONText.number)), ("marks", marks.isEmpty ? nil : JSONText.list(marks.map(\.rawValue))),
      (
        "numbers",
        numbers.isEmpty ? nil : JSONText.numbers(numbers.map { ($0.key.rawValue, Double($0.value)) })
      ), ("line", line.isEmpty ? nil : JSONText.quoted(line)),
      ("createdAt", JSONText.quoted(createdAt)), ("modifiedAt", JSONText.quoted(modifiedAt)),
    ]
  }
}

extension JSONText {
  fileprivate static func place(of id: UUID, _ stamp: Stamp, _ day: Day) -> JSONText.Members {
    [
      ("id", quoted(id)), ("at", quoted(stamp.iso)), ("zone", quoted(stamp.zone)),
      ("day", quoted(day.description)),
    ]
  }

  /// In the order of the names.
  fileprivate static func numbers(_ numbers: [(String, Double)]) -> JSONText {
    inline(numbers.sorted { $0.0 < $1.0 }.map { ($0.0, plain($0.1)) })
  }
}

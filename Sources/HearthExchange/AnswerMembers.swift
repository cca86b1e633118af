import FoundationEssentials
import HearthCore

/// Check-ins and moments as objects of JSON, in the order in which they are written. Parts that are not set are left
/// out.
extension CheckIn {
  package var members: [(name: String, value: String)] {
    JSONText.place(of: id, stamp, day) + [
      ("answers", JSONText.numbers(answers.map { ($0.key, $0.value) })),
      ("createdAt", JSONText.quoted(createdAt)), ("modifiedAt", JSONText.quoted(modifiedAt)),
    ]
  }
}

extension Moment {
  package var members: [(name: String, value: String)] {
    let parts: [(String, String?)] = [
      ("kind", JSONText.quoted(kind.rawValue)), ("with", with.isEmpty ? nil : JSONText.list(with)),
      ("medium", medium.map { JSONText.quoted($0.rawValue) }), ("minutes", minutes.map(String.init)),
      ("felt", felt.map(String.init)), ("marks", marks.isEmpty ? nil : JSONText.list(marks.map(\.rawValue))),
      (
        "numbers",
        numbers.isEmpty ? nil : JSONText.numbers(numbers.map { ($0.key.rawValue, Double($0.value)) })
      ), ("line", line.isEmpty ? nil : JSONText.quoted(line)),
      ("createdAt", JSONText.quoted(createdAt)), ("modifiedAt", JSONText.quoted(modifiedAt)),
    ]
    return JSONText.place(of: id, stamp, day) + parts.compactMap { name, value in value.map { (name, $0) } }
  }
}

extension JSONText {
  fileprivate static func place(of id: UUID, _ stamp: Stamp, _ day: Day) -> [(name: String, value: String)] {
    [
      ("id", quoted(id.uuidString.lowercased())), ("at", quoted(stamp.iso)), ("zone", quoted(stamp.zone)),
      ("day", quoted(day.description)),
    ]
  }

  /// On one line, in the order of the names; whole numbers without a point.
  fileprivate static func numbers(_ numbers: [(String, Double)]) -> String {
    let all = numbers.sorted { $0.0 < $1.0 }.map { name, value in
      "\(quoted(name)): \(value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)")"
    }
    return "{" + all.joined(separator: ", ") + "}"
  }
}

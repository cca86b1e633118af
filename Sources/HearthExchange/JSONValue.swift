import HearthCore

/// Any JSON value, for the parts of a document that are looked at one by one.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As written; what it counts is for its reader to say.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// On one line with something on it, as it is kept: without control characters.
  var name: String? {
    guard let name = string, name.isName else { return nil }
    let kept = name.withoutControls
    return kept.isName ? kept : nil
  }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// A whole number.
  var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  /// Of an object, by their names.
  var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  var strings: [String]? {
    guard case .array(let values) = self else { return nil }
    let found = values.compactMap(\.string)
    return found.count == values.count ? found : nil
  }
  /// What is a name of a list; the rest is passed over.
  var names: [String] { if case .array(let values) = self { values.compactMap(\.name) } else { [] } }
}

extension [String: JSONValue] {
  /// The first of some names under which something else stands than a whole number of its range. Absent and null are
  /// the same.
  func oddNumber(_ ranges: [(String, ClosedRange<Int>)]) -> String? {
    ranges.first { name, range in
      guard let value = self[name], value != .null else { return false }
      return value.integer.map(range.contains) != true
    }?.0
  }
}

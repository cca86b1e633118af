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
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// A whole number.
  var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  var strings: [String]? {
    guard case .array(let values) = self else { return nil }
    let found = values.compactMap(\.string)
    return found.count == values.count ? found : nil
  }
}

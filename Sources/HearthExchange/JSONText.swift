import HearthCore

/// Writes JSON. Text stays readable: only quotes, backslashes and control characters are escaped.
package enum JSONText {
  /// A document of Hearth's: its schema, and then the members, whose values are JSON already.
  package static func document(_ members: [(name: String, value: String)]) -> String {
    object([("schema", "\(JournalJSON.schema)"), ("app", quoted("hearth"))] + members, indent: "") + "\n"
  }

  /// A list of objects, to stand as a member of a document.
  package static func objects(_ objects: [[(name: String, value: String)]]) -> String {
    guard !objects.isEmpty else { return "[]" }
    return "[\n" + objects.map { "    " + object($0, indent: "    ") }.joined(separator: ",\n") + "\n  ]"
  }

  /// - Parameter indent: of the line it begins on, which is not written.
  static func object(_ members: [(name: String, value: String)], indent: String) -> String {
    let lines = members.map { "\(indent)  \(quoted($0.name)): \($0.value)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
  }

  /// ISO 8601, in UTC.
  static func quoted(_ instant: Instant) -> String { quoted(Stamp(instant, in: .utc).iso) }

  /// A text, in quotes.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [quote]
    bytes.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      write(byte, after: previous, to: &bytes)
      previous = byte
    }
    return String(decoding: bytes + [quote], as: UTF8.self)
  }

  /// On one line.
  package static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// JSON would allow the control characters from 7F on; a terminal that shows the document may act on them. In UTF-8
  /// those above 7F are C2 and a byte up to 9F.
  private static func write(_ byte: UInt8, after previous: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case quote, backslash: bytes += [backslash, byte]
    case 0x20..<0x7F: bytes.append(byte)
    case 0x0A: bytes += Array("\\n".utf8)
    case 0x09: bytes += Array("\\t".utf8)
    case 0x0D: bytes += Array("\\r".utf8)
    case 0..<0x20, 0x7F: bytes += escaped(byte)
    case 0x80...0x9F where previous == 0xC2:
      bytes.removeLast()
      bytes += escaped(byte)
    default: bytes.append(byte)
    }
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
  }
}

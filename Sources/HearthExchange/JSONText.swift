import FoundationEssentials
import HearthCore

/// A value of JSON, written out. Text stays readable: only quotes, backslashes and control characters are escaped.
package struct JSONText: Sendable {
  package let text: String

  /// Of an object, in the order in which they are written. Those without a value are left out.
  package typealias Members = [(name: String, value: JSONText?)]

  private init(writing text: String) { self.text = text }

  package static let null = JSONText(writing: "null")
  package static func truth(_ isSo: Bool) -> JSONText { JSONText(writing: isSo ? "true" : "false") }
  package static func number(_ number: Int) -> JSONText { JSONText(writing: "\(number)") }
  /// With a point, also where it is whole.
  package static func number(_ number: Double) -> JSONText { JSONText(writing: "\(number)") }

  /// Without a point where it is whole.
  static func plain(_ number: Double) -> JSONText {
    number == number.rounded() && abs(number) < 1e15 ? .number(Int(number)) : .number(number)
  }

  /// A document of Hearth's: its schema, and then the members.
  package static func document(_ members: Members) -> String {
    object([("schema", .number(JournalJSON.schema)), ("app", .quoted("hearth"))] + members, indent: "").text + "\n"
  }

  /// A list of objects, to stand as a member of a document.
  package static func objects(_ objects: [Members]) -> JSONText {
    guard !objects.isEmpty else { return JSONText(writing: "[]") }
    let all = objects.map { "    " + object($0, indent: "    ").text }
    return JSONText(writing: "[\n" + all.joined(separator: ",\n") + "\n  ]")
  }

  /// - Parameter indent: of the line it begins on, which is not written.
  static func object(_ members: Members, indent: String) -> JSONText {
    let lines = written(members).map { "\(indent)  \($0)" }
    return JSONText(writing: "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}")
  }

  /// The same on one line.
  static func inline(_ members: Members) -> JSONText {
    JSONText(writing: "{" + written(members).joined(separator: ", ") + "}")
  }

  /// Each with its name.
  static func written(_ members: Members) -> [String] {
    members.compactMap { name, value in value.map { "\(quoted(name).text): \($0.text)" } }
  }

  /// On one line.
  package static func list(_ values: [JSONText]) -> JSONText {
    JSONText(writing: "[" + values.map(\.text).joined(separator: ", ") + "]")
  }

  package static func list(_ texts: [String]) -> JSONText { list(texts.map(quoted)) }

  /// An id, in small letters.
  package static func quoted(_ id: UUID) -> JSONText { quoted(id.uuidString.lowercased()) }

  /// ISO 8601, in UTC.
  static func quoted(_ instant: Instant) -> JSONText { quoted(Stamp(instant, in: .utc).iso) }

  /// A text, in quotes.
  package static func quoted(_ text: String) -> JSONText {
    var bytes: [UInt8] = [quote]
    bytes.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      write(byte, after: previous, to: &bytes)
      previous = byte
    }
    return JSONText(writing: String(decoding: bytes + [quote], as: UTF8.self))
  }

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

import HearthCore

/// Reads JSON (RFC 8259) from bytes, step by step, so that a long list need never be in memory as values.
///
/// Strict where leniency would lose words: a name that stands twice in one object, half a surrogate pair and bytes that
/// are not UTF-8 are refused, each with its line. A NUL is left out: SQLite would end a text there, and an earlier Hearth
/// may have kept one.
struct JSONReader {
  private let file: String
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  /// Deeper than any document of ours; a stranger's must not exhaust the stack.
  private static let deepest = 64

  /// A byte order mark in front is passed over.
  ///
  /// - Parameter file: what the bytes are called in problems.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// Whatever comes next, whole.
  mutating func value() throws(Problem) -> JSONValue {
    switch peek() {
    case "{":
      var members: [String: JSONValue] = [:]
      try object { reader, name throws(Problem) in members[name] = try reader.value() }
      return .object(members)
    case "[":
      var values: [JSONValue] = []
      try array { reader throws(Problem) in values.append(try reader.value()) }
      return .array(values)
    case "\"": return .string(try string())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: return .number(try number())
    }
  }

  /// Calls `member` at the value of each name; it has to read that value.
  mutating func object(_ member: (inout JSONReader, String) throws(Problem) -> Void) throws(Problem) {
    var names: Set<String> = []
    try list("{", "}") { reader throws(Problem) in
      guard reader.peek() == "\"" else { throw reader.problem(.nameMissing) }
      let name = try reader.string()
      guard names.insert(name).inserted else { throw reader.problem(.nameTwice(name)) }
      try reader.take(":")
      try member(&reader, name)
    }
  }

  /// Calls `element` at each value of a list; it has to read that value.
  mutating func array(_ element: (inout JSONReader) throws(Problem) -> Void) throws(Problem) {
    try list("[", "]", element)
  }

  /// Nothing but blanks may follow.
  mutating func end() throws(Problem) {
    skipBlanks()
    guard place == bytes.count else { throw problem(.goesOn) }
  }

  /// `importBroken` at the line that was reached.
  func problem(_ what: ImportFault) -> Problem {
    let line = bytes[..<min(place, bytes.count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    return .importBroken(file: file, where: .line(line), what: what)
  }

  /// The next character that is no blank, or nil at the end.
  mutating func peek() -> Unicode.Scalar? {
    skipBlanks()
    return place < bytes.count ? Unicode.Scalar(bytes[place]) : nil
  }

  // MARK: Pieces

  private mutating func list(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ item: (inout JSONReader) throws(Problem) -> Void
  ) throws(Problem) {
    try take(open)
    depth += 1
    guard depth <= JSONReader.deepest else { throw problem(.tooDeep) }
    if peek() != close {
      try item(&self)
      while peek() == "," {
        place += 1
        try item(&self)
      }
    }
    try take(close)
    depth -= 1
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) throws(Problem) {
    guard let found = peek() else { throw problem(.endsEarly) }
    guard found == mark else { throw problem(.signMissing(mark)) }
    place += 1
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Problem) -> JSONValue {
    let text = word.description.utf8
    guard bytes[place...].starts(with: text) else { throw problem(.noValue) }
    place += text.count
    return value
  }

  private mutating func number() throws(Problem) -> String {
    guard peek() != nil else { throw problem(.endsEarly) }
    let start = place
    if at("-") { place += 1 }
    let whole = digits()
    guard whole == 1 || (whole > 1 && bytes[place - whole] != UInt8(ascii: "0")) else {
      throw problem(.noValue)
    }
    if at(".") {
      place += 1
      guard digits() > 0 else { throw problem(.noNumber) }
    }
    if at("e") || at("E") {
      place += 1
      if at("+") || at("-") { place += 1 }
      guard digits() > 0 else { throw problem(.noNumber) }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    return place - start
  }

  private func at(_ mark: Unicode.Scalar) -> Bool { place < bytes.count && bytes[place] == UInt8(ascii: mark) }

  // MARK: Strings

  private mutating func string() throws(Problem) -> String {
    place += 1
    var text = try plain()
    while place < bytes.count, bytes[place] == UInt8(ascii: "\\") {
      let scalar = try escaped()
      if scalar != "\0" { text.unicodeScalars.append(scalar) }
      text += try plain()
    }
    guard place < bytes.count else { throw problem(.textUnended) }
    guard bytes[place] == UInt8(ascii: "\"") else { throw problem(.controlCharacter) }
    place += 1
    return text
  }

  /// Up to the next quote, backslash or control character.
  private mutating func plain() throws(Problem) -> String {
    let start = place
    while place < bytes.count, bytes[place] >= 0x20, bytes[place] != 0x22, bytes[place] != 0x5C { place += 1 }
    guard let text = String(validating: bytes[start..<place], as: UTF8.self) else {
      throw problem(.textNotUTF8)
    }
    return text
  }

  private mutating func escaped() throws(Problem) -> Unicode.Scalar {
    guard place + 1 < bytes.count else { throw problem(.textUnended) }
    let mark = Unicode.Scalar(bytes[place + 1])
    place += 2
    switch mark {
    case "\"", "\\", "/": return mark
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u": return try unicode()
    default: throw problem(.oddBackslash(mark))
    }
  }

  private mutating func unicode() throws(Problem) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, at("\\") else { throw problem(.halfCharacter) }
    place += 1
    guard at("u") else { throw problem(.halfCharacter) }
    place += 1
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
    else { throw problem(.halfCharacter) }
    return scalar
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    let digits = bytes[min(place, bytes.count)..<min(place + 4, bytes.count)]
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), text.allSatisfy(\.isASCII),
      let value = UInt32(text, radix: 16)
    else { throw problem(.digitsMissing) }
    place += 4
    return value
  }
}

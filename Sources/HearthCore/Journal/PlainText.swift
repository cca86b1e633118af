/// Bytes from outside as text: valid UTF-8 or nothing.
package enum PlainText {
  /// A byte order mark in front is dropped, line ends become `\n`, and the blank lines at the end go, which pipes add.
  ///
  /// - Throws: `textNotUTF8` with the first byte that fits no character, `textHasNUL` with the first NUL, both counted from 1: no
  ///   file of text holds one.
  package static func read(_ bytes: [UInt8]) throws(Problem) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else { throw .textNotUTF8(byte: firstOddByte(bytes)) }
    if let place = bytes.firstIndex(of: 0) { throw .textHasNUL(byte: place + 1) }
    let lines = text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
    return String(lines[..<(lines.lastIndex { !$0.isNewline }.map(lines.index(after:)) ?? lines.startIndex)])
  }

  /// Counted from 1.
  private static func firstOddByte(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 1
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { place += scalar.count }
    return place
  }
}

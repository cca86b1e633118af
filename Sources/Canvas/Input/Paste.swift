/// A paste while its bytes arrive.
package struct Paste: Sendable {
  /// A paste longer than this many bytes comes in pieces, so that nothing is held back for ever, and nothing is lost.
  package static let largestPiece = 4 << 20

  enum Progress {
    case more
    case piece(String)
    case end(String)
  }

  private static let end = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }
  var isLoneEscape: Bool { bytes == [Byte.escape] }

  mutating func add(_ byte: UInt8) -> Progress {
    bytes.append(byte)
    if byte == Self.end.last, bytes.suffix(Self.end.count) == Self.end[...] {
      bytes.removeLast(Self.end.count)
      defer { bytes.removeAll() }
      return .end(Self.text(of: bytes[...]))
    }
    return bytes.count >= Self.largestPiece ? .piece(takePiece()) : .more
  }

  /// The text that is certain so far. Bytes that the next one may still change are kept back: the start of the end
  /// marker, half a character, a CR.
  mutating func takePiece() -> String {
    let ready = bytes[..<settled]
    let text = Self.text(of: ready)
    bytes.removeFirst(ready.count)
    return text
  }

  private var settled: Int {
    let tail = bytes.suffix(Self.end.count - 1)
    if let escape = tail.lastIndex(of: Byte.escape), Self.end.starts(with: bytes[escape...]) {
      return withoutReturn(escape)
    }
    if let lead = tail.lastIndex(where: { $0 >= 0xC0 }), PartialCharacter.length(from: bytes[lead]) > bytes.count - lead
    {
      return lead
    }
    return withoutReturn(bytes.count)
  }

  private func withoutReturn(_ end: Int) -> Int { bytes[..<end].last == 0x0D ? end - 1 : end }

  /// The text without control characters other than tabs and line breaks, and with `\n` for every kind of line break.
  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: clean.append(0x0A)
      case 0x80..<0xA0 where previous == 0xC2: clean.removeLast()
      case 0x09, 0x20..<Byte.delete, 0x80...: clean.append(byte)
      default: break
      }
      previous = byte
    }
    return String(decoding: clean, as: UTF8.self)
  }
}

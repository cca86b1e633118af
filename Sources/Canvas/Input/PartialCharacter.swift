/// A character whose bytes come one by one.
struct PartialCharacter {
  enum Progress {
    case more
    case complete(Character)
    /// The byte does not belong to it, so it will never be complete.
    case broken
  }

  private var bytes: [UInt8] = []
  private var length = 0

  /// - Returns: False for a byte that begins nothing.
  mutating func begin(with byte: UInt8) -> Bool {
    bytes = [byte]
    length = PartialCharacter.length(from: byte)
    return length > 1
  }

  mutating func add(_ byte: UInt8) -> Progress {
    guard mayFollow(byte) else { return .broken }
    bytes.append(byte)
    guard bytes.count == length else { return .more }
    return String(decoding: bytes, as: UTF8.self).first.map(Progress.complete) ?? .broken
  }

  /// How many bytes a character has that begins with `byte`; 0 when none does.
  static func length(from byte: UInt8) -> Int {
    switch byte {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }

  /// The second byte of some is restricted, so that each character has one form, and no surrogate has any.
  private func mayFollow(_ byte: UInt8) -> Bool {
    guard bytes.count == 1 else { return (0x80..<0xC0).contains(byte) }
    return switch bytes[0] {
    case 0xE0: (0xA0..<0xC0).contains(byte)
    case 0xED: (0x80..<0xA0).contains(byte)
    case 0xF0: (0x90..<0xC0).contains(byte)
    case 0xF4: (0x80..<0x90).contains(byte)
    default: (0x80..<0xC0).contains(byte)
    }
  }
}

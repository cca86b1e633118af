import FoundationEssentials

/// Ids for entries that bring none: the same words at the same time have the same id, whenever they are read, so that
/// what is taken in twice comes in once.
struct ContentID {
  private var taken: [String: Int] = [:]

  /// - Parameters:
  ///   - form: two forms never share an id.
  ///   - place: what tells it from others, such as the time. Where two have it and the words, they are numbered.
  mutating func next(_ form: ImportForm, at place: String, _ text: String) -> UUID {
    // White space, which programs set anew, does not count.
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0 == JrnlText.joiner }
      .map { String($0) }.joined(separator: " ")
    let key = [form.rawValue, place, words].joined(separator: "\u{1F}")
    taken[key, default: 0] += 1
    return Self.id("\(key)\u{1F}\(taken[key] ?? 1)")
  }

  /// FNV-1a of 128 bits, in a UUID of version 8 (RFC 9562), which leaves its making to whoever makes it.
  static func id(_ text: String) -> UUID {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
    var bytes = (0..<16).map { UInt8(truncatingIfNeeded: hash >> UInt128(8 * (15 - $0))) }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return UUID(
      uuid: (
        bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9], bytes[10],
        bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
      ))
  }
}

import CSodium

/// A way in that is written on paper: 128 random bits, and 12 that notice a slip of the pen, as seven groups of four
/// letters and digits.
package struct RecoveryCode: Sendable {
  private let bits: Secret

  private init(_ bits: Secret) { self.bits = bits }

  /// A new one, from the system's randomness.
  package static func random() -> RecoveryCode { RecoveryCode(.random(count: 16)) }

  /// Without I, L, O and U, which are mistaken for others; read back, they are taken for what they look like.
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let lookalikes: [Character: Character] = ["O": "0", "I": "1", "L": "1"]

  /// Seven groups of four.
  package var groups: [String] {
    var bytes = bits.withBytes { Array($0) }
    defer { Sodium.wipe(&bytes) }
    let check = Self.check(bytes)
    var digits: [Int] = []
    // 128 bits and 12 are 28 digits of five.
    let all = bytes + [UInt8(check >> 4), UInt8(check & 15) << 4]
    for place in 0..<28 {
      let (byte, shift) = ((place * 5) / 8, (place * 5) % 8)
      let pair = UInt16(all[byte]) << 8 | UInt16(byte + 1 < all.count ? all[byte + 1] : 0)
      digits.append(Int(pair >> UInt16(11 - shift)) & 31)
    }
    return stride(from: 0, to: 28, by: 4).map { start in
      String(digits[start..<start + 4].map { Self.letters[$0] })
    }
  }

  /// Reads what was typed back, in any case, with or without gaps; nil when a letter is wrong or missing.
  package init?(_ text: String) {
    let digits = text.uppercased().filter { $0.isLetter || $0.isNumber }.map { letter in
      Self.letters.firstIndex(of: Self.lookalikes[letter] ?? letter)
    }
    guard digits.count == 28, !digits.contains(nil) else { return nil }
    var all = [UInt8](repeating: 0, count: 18)
    for (place, digit) in digits.compactMap(\.self).enumerated() {
      let (byte, shift) = ((place * 5) / 8, (place * 5) % 8)
      let pair = UInt16(digit) << UInt16(11 - shift)
      all[byte] |= UInt8(pair >> 8)
      if byte + 1 < all.count { all[byte + 1] |= UInt8(pair & 255) }
    }
    var bytes = Array(all.prefix(16))
    // A slip of the pen leaves most of a code.
    defer {
      Sodium.wipe(&all)
      Sodium.wipe(&bytes)
    }
    guard Self.check(bytes) == UInt16(all[16]) << 4 | UInt16(all[17]) >> 4 else { return nil }
    bits = Secret(wiping: &bytes)
  }

  /// Whether one of the groups was typed back as it is, read as a whole code is.
  package func matches(_ typed: String, group place: Int) -> Bool {
    let letters = typed.uppercased().filter { $0.isLetter || $0.isNumber }
    return String(letters.map { Self.lookalikes[$0] ?? $0 }) == groups[place]
  }

  /// CRC-12, begun with all ones: it notices every single wrong letter, and every two neighbours swapped.
  private static func check(_ bytes: [UInt8]) -> UInt16 {
    bytes.reduce(0xFFF) { check, byte in
      (0..<8).reduce(check ^ UInt16(byte) << 4) { check, _ in
        (check & 0x800 == 0 ? check << 1 : check << 1 ^ 0x80F) & 0xFFF
      }
    }
  }

  /// The pair of keys it stands for.
  var box: BoxKeys {
    BoxKeys(
      seed: Secret(count: 32) { target in
        self.bits.withKey { key in
          let label = Array("recovery".utf8)
          _ = crypto_generichash(
            target.baseAddress!.assumingMemoryBound(to: UInt8.self), target.count, label, UInt64(label.count), key, 16)
        }
      })
  }
}

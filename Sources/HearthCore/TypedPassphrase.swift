/// What may be said of a passphrase that somebody made up: whether it is one at all, whether it is short, and no more.
package enum TypedPassphrase {
  /// In letters, digits and signs; blanks between words are none.
  private static let enough = 12

  /// Whether it is blanks alone, which nobody sees: most likely a slip.
  /// - Parameter bytes: UTF-8.
  package static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Whether it is so short that it can be guessed by trying.
  /// - Parameter bytes: UTF-8.
  package static func isShort(_ bytes: [UInt8]) -> Bool {
    bytes.count { $0 & 0xC0 != 0x80 && $0 != UInt8(ascii: " ") } < enough
  }
}

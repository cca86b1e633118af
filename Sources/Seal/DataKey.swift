import CSodium

/// The key that everything in a journal is encrypted with. It is never derived from a passphrase; key slots wrap it.
package final class DataKey: Sendable {
  let secret: Secret

  init(_ secret: Secret) { self.secret = secret }

  /// A new one, from the system's randomness.
  package static func random() -> DataKey { DataKey(.random(count: Cipher.keySize)) }

  /// A key derived for one use in one file, so that a page of one file does not open in another.
  func subkey(_ use: Use, of file: FileID) -> Secret {
    let label = Array(use.rawValue.utf8) + [0] + file.bytes
    return Secret(count: Cipher.keySize) { target in
      secret.withKey { key in
        _ = crypto_generichash(
          target.baseAddress!.assumingMemoryBound(to: UInt8.self), target.count, label, UInt64(label.count), key,
          secret.count)
      }
    }
  }

  enum Use: String {
    case main, wal, header
  }
}

/// What tells a file from every other, backups and earlier forms of the same journal too.
package struct FileID: Hashable, Sendable {
  static let size = 16
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func random() -> FileID { FileID(Sodium.randomBytes(size)) }

  /// Its first 12 hexadecimal digits, for the name of the log.
  var digits: String { bytes.prefix(6).hexDigits }
}

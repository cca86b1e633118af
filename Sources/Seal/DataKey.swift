import CSodium

/// The key everything in a journal is sealed with. It never changes hands: what a passphrase opens is this.
package final class DataKey: Sendable {
  let secret: Secret

  init(_ secret: Secret) { self.secret = secret }

  package static func random() -> DataKey { DataKey(.random(count: Cipher.keySize)) }

  /// The keys in use are made from it, others for each file: a page of one cannot be put into another.
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
  var digits: String {
    bytes.prefix(6).reduce(into: "") { $0 += String($1 >> 4, radix: 16) + String($1 & 15, radix: 16) }
  }
}

import CSodium
import Foundation

/// A passphrase as it was typed, in its composed form (NFC), so that an é is the same key from every keyboard.
package struct Passphrase: Sendable {
  static let saltSize = 16
  private let secret: Secret

  init(_ secret: Secret) { self.secret = secret }

  /// - Parameter bytes: UTF-8; wiped here.
  package init(wiping bytes: inout [UInt8]) {
    if bytes.contains(where: { $0 >= 0x80 }) {
      var composed = Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
      Sodium.wipe(&bytes)
      self.init(Secret(wiping: &composed))
    } else {
      self.init(Secret(wiping: &bytes))
    }
  }

  package var isEmpty: Bool { secret.count == 0 }

  /// Compares in constant time.
  package func equals(_ other: Passphrase) -> Bool { secret.equals(other.secret) }

  /// Takes as long as `cost` says.
  /// - Returns: nil where the machine does not have the memory.
  func key(salt: [UInt8], cost: KeyCost) -> Secret? {
    var isDone = false
    let key = Secret(count: Cipher.keySize) { target in
      isDone = secret.withBytes { typed in
        crypto_pwhash(
          target.baseAddress!.assumingMemoryBound(to: UInt8.self), UInt64(target.count),
          typed.baseAddress!.assumingMemoryBound(to: CChar.self), UInt64(typed.count), salt,
          UInt64(cost.passes), cost.kibibytes * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0
      }
    }
    return isDone ? key : nil
  }
}

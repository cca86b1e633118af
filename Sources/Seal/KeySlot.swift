import CSodium
import HearthCore

/// One way to the data key, as it stands in the header of a file.
///
/// 192 bytes: kind 1, algorithm 1, zeros 2, passes 4, KiB 4, zeros 4, salt 16, nonce 24, then the key: sealed with a
/// passphrase 48, sealed for a recovery code 80 and the lock 32 it is sealed to, or in clear 32.
package struct KeySlot: Hashable, Sendable {
  static let size = 192

  /// By the number it has in the file.
  package enum Kind: UInt8, Sendable {
    case none = 0
    case passphrase = 1
    case recovery = 2
    /// The key in clear: whoever reads the file can read the journal.
    case open = 3
  }

  package let kind: Kind
  let bytes: [UInt8]

  private enum Part {
    static let passes = 4
    static let kibibytes = 8
    static let salt = 16..<32
    static let nonce = 32..<56
    static let wrapped = 56..<104
    static let box = 56..<136
    static let lock = 136..<168
    static let clear = 56..<88
    /// What a sealed key is bound to, so that its cost cannot be lowered.
    static let bound = 0..<32
  }

  /// - Returns: nil when it is no slot that this Hearth knows or bears.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size, let kind = Kind(rawValue: bytes[0]) else { return nil }
    self.kind = kind
    self.bytes = bytes
    if kind == .passphrase, !cost.isBearable { return nil }
  }

  private init(_ kind: Kind, fill: (inout [UInt8]) -> Void) {
    var bytes = [UInt8](repeating: 0, count: Self.size)
    bytes[0] = kind.rawValue
    fill(&bytes)
    self.kind = kind
    self.bytes = bytes
  }

  static let none = KeySlot(.none) { _ in }

  /// What a try costs; it means something only for a passphrase.
  package var cost: KeyCost {
    KeyCost(
      passes: Int(LittleEndian.number(bytes, at: Part.passes, count: 4)),
      kibibytes: Int(LittleEndian.number(bytes, at: Part.kibibytes, count: 4)))
  }

  /// The lock of a recovery slot.
  private var lock: [UInt8] { Array(bytes[Part.lock]) }

  // MARK: Making

  /// - Returns: nil where the machine does not have the memory that `cost` wants.
  package static func passphrase(_ passphrase: Passphrase, cost: KeyCost, for key: DataKey) -> KeySlot? {
    let (salt, nonce) = (Sodium.randomBytes(Passphrase.saltSize), Sodium.randomBytes(Cipher.nonceSize))
    guard let wrapping = passphrase.key(salt: salt, cost: cost) else { return nil }
    return KeySlot(.passphrase) { bytes in
      bytes[1] = 1
      LittleEndian.put(UInt64(cost.passes), into: &bytes, at: Part.passes, count: 4)
      LittleEndian.put(UInt64(cost.kibibytes), into: &bytes, at: Part.kibibytes, count: 4)
      bytes.replaceSubrange(Part.salt, with: salt)
      bytes.replaceSubrange(Part.nonce, with: nonce)
      let bound = KeyHeader.beginning + bytes[Part.bound]
      var wrapped = [UInt8](repeating: 0, count: Part.wrapped.count)
      key.secret.withKey { key in
        wrapping.withKey { wrapping in
          _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &wrapped, nil, key, UInt64(Cipher.keySize), bound, UInt64(bound.count), nil, nonce, wrapping)
        }
      }
      bytes.replaceSubrange(Part.wrapped, with: wrapped)
    }
  }

  /// The key, sealed so that the code opens it.
  package static func recovery(_ code: RecoveryCode, for key: DataKey) -> KeySlot {
    recovery(lock: code.box.lock, for: key)
  }

  /// The same recovery code for another key, without the code.
  package func renewed(for key: DataKey) -> KeySlot? { kind == .recovery ? Self.recovery(lock: lock, for: key) : nil }

  private static func recovery(lock: [UInt8], for key: DataKey) -> KeySlot {
    KeySlot(.recovery) { bytes in
      bytes[1] = 1
      bytes.replaceSubrange(Part.box, with: key.secret.withBytes { SealedBox.seal($0, to: lock) })
      bytes.replaceSubrange(Part.lock, with: lock)
    }
  }

  /// The key in clear, for a journal without a passphrase.
  package static func open(_ key: DataKey) -> KeySlot {
    KeySlot(.open) { bytes in key.secret.withBytes { bytes.replaceSubrange(Part.clear, with: $0) } }
  }

  // MARK: Opening

  /// - Returns: nil when the passphrase is another.
  /// - Throws: `memoryShort` where the machine does not have the memory that the slot was made with.
  func key(_ passphrase: Passphrase) throws(Problem) -> DataKey? {
    guard kind == .passphrase else { return nil }
    guard let wrapping = passphrase.key(salt: Array(bytes[Part.salt]), cost: cost) else { throw .memoryShort }
    let (bound, nonce) = (KeyHeader.beginning + bytes[Part.bound], Array(bytes[Part.nonce]))
    let wrapped = Array(bytes[Part.wrapped])
    var isGood = false
    let secret = Secret(count: Cipher.keySize) { target in
      isGood = wrapping.withKey { wrapping in
        crypto_aead_xchacha20poly1305_ietf_decrypt(
          target.baseAddress!.assumingMemoryBound(to: UInt8.self), nil, nil, wrapped, UInt64(wrapped.count), bound,
          UInt64(bound.count), nonce, wrapping) == 0
      }
    }
    return isGood ? DataKey(secret) : nil
  }

  func key(_ code: RecoveryCode) -> DataKey? {
    guard kind == .recovery else { return nil }
    return code.box.openSecret(Array(bytes[Part.box])).map { DataKey($0) }
  }

  /// The key of an open slot.
  var openKey: DataKey? {
    guard kind == .open else { return nil }
    return DataKey(Secret(count: Cipher.keySize) { $0.copyBytes(from: bytes[Part.clear]) })
  }
}

/// Numbers as they stand in the header.
enum LittleEndian {
  static func number(_ bytes: [UInt8], at place: Int, count: Int) -> UInt64 {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func put(_ number: UInt64, into bytes: inout [UInt8], at place: Int, count: Int) {
    for index in 0..<count { bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index))) }
  }
}

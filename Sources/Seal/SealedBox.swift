import CSodium

/// A pair of keys, of which the open one lets anybody put something in and only the other takes it out (X25519).
package struct BoxKeys: Sendable {
  /// Bytes of either key.
  package static let keySize = 32
  /// Shown to everybody.
  package let lock: [UInt8]
  /// Opens what was put in.
  package let key: Secret

  /// A new pair.
  package init() { self.init(seed: .random(count: 32)) }

  init(seed: Secret) {
    var lock = [UInt8](repeating: 0, count: Self.keySize)
    key = Secret(count: Self.keySize) { target in
      seed.withKey { seed in
        _ = crypto_box_seed_keypair(&lock, target.baseAddress!.assumingMemoryBound(to: UInt8.self), seed)
      }
    }
    self.lock = lock
  }

  /// A pair whose secret half was kept somewhere.
  package init(key: Secret) {
    var lock = [UInt8](repeating: 0, count: Self.keySize)
    key.withKey { _ = crypto_scalarmult_base(&lock, $0) }
    self.lock = lock
    self.key = key
  }

  /// - Returns: nil when it was not sealed for this pair, or is damaged.
  package func open(_ sealed: [UInt8]) -> [UInt8]? {
    guard sealed.count >= SealedBox.overhead else { return nil }
    var plain = [UInt8](repeating: 0, count: sealed.count - SealedBox.overhead)
    let isGood = key.withKey { crypto_box_seal_open(&plain, sealed, UInt64(sealed.count), lock, $0) == 0 }
    return isGood ? plain : nil
  }

  /// The same, for what must stay in guarded memory.
  func openSecret(_ sealed: [UInt8]) -> Secret? {
    guard sealed.count > SealedBox.overhead else { return nil }
    var isGood = false
    let secret = Secret(count: sealed.count - SealedBox.overhead) { target in
      isGood = key.withKey { key in
        crypto_box_seal_open(
          target.baseAddress!.assumingMemoryBound(to: UInt8.self), sealed, UInt64(sealed.count), lock, key) == 0
      }
    }
    return isGood ? secret : nil
  }
}

/// Something sealed for whoever has the key of a lock.
package enum SealedBox {
  /// In bytes.
  static let overhead = 48

  /// Whether something can be sealed to it, which does not go for every 32 bytes.
  package static func fits(_ lock: [UInt8]) -> Bool {
    Sodium.start()
    let anyKey = [UInt8](repeating: 1, count: crypto_scalarmult_scalarbytes())
    var shared = [UInt8](repeating: 0, count: crypto_scalarmult_bytes())
    return crypto_scalarmult(&shared, anyKey, lock) == 0
  }

  /// - Parameter lock: of a pair of keys, or of a header.
  package static func seal(_ plain: UnsafeRawBufferPointer, to lock: [UInt8]) -> [UInt8] {
    Sodium.start()
    var sealed = [UInt8](repeating: 0, count: plain.count + overhead)
    crypto_box_seal(&sealed, plain.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(plain.count), lock)
    return sealed
  }

  package static func seal(_ plain: [UInt8], to lock: [UInt8]) -> [UInt8] {
    plain.withUnsafeBytes { seal($0, to: lock) }
  }
}

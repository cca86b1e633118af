import CSodium

/// XChaCha20-Poly1305 with a random nonce for each piece: ciphertext ‖ nonce ‖ tag.
enum Cipher {
  static let nonceSize = 24
  static let tagSize = 16
  /// Bytes added by sealing: nonce and tag.
  static let overhead = nonceSize + tagSize
  static let keySize = 32

  /// The position of a piece, authenticated with it, so that it cannot be moved to another place.
  struct Place {
    enum Kind: UInt32 {
      // "MAIN", "WALH", "WALF" and "WALP" as they stand in memory.
      case page = 0x4E49_414D
      case logHeader = 0x484C_4157
      case frameHeader = 0x464C_4157
      case framePage = 0x504C_4157
    }

    let kind: Kind
    /// Of the page or the frame.
    let number: Int

    /// Four letters, and the number in eight bytes, little end first.
    fileprivate func withBytes<Value>(_ work: (UnsafePointer<UInt8>, UInt64) -> Value) -> Value {
      let number = UInt64(self.number).littleEndian
      var bytes = (kind.rawValue.littleEndian, UInt32(truncatingIfNeeded: number), UInt32(number >> 32))
      return withUnsafeBytes(of: &bytes) { work($0.baseAddress!.assumingMemoryBound(to: UInt8.self), UInt64($0.count)) }
    }
  }

  /// - Parameter target: as long as `plain` and `overhead` together; may begin where `plain` begins.
  static func seal(
    _ plain: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer, at place: Place, key: Secret
  ) {
    let (text, nonce, tag) = parts(target, of: plain.count)
    randombytes_buf(nonce, nonceSize)
    place.withBytes { bytes, count in
      key.withKey { key in
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
          text, tag, nil, plain.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(plain.count), bytes, count,
          nil, nonce, key)
      }
    }
  }

  /// Opens a sealed piece where it stands; what is in it then is its beginning.
  /// - Returns: false when it is not what was sealed for this place with this key; its bytes are then zeros.
  static func open(_ sealed: UnsafeMutableRawBufferPointer, at place: Place, key: Secret) -> Bool {
    let count = sealed.count - overhead
    let (text, nonce, tag) = parts(sealed, of: count)
    let isGood = place.withBytes { bytes, length in
      key.withKey { key in
        crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
          text, nil, text, UInt64(count), tag, bytes, length, nonce, key) == 0
      }
    }
    if !isGood { sealed.initializeMemory(as: UInt8.self, repeating: 0) }
    return isGood
  }

  private static func parts(_ sealed: UnsafeMutableRawBufferPointer, of count: Int)
    -> (text: UnsafeMutablePointer<UInt8>, nonce: UnsafeMutablePointer<UInt8>, tag: UnsafeMutablePointer<UInt8>)
  {
    let bytes = sealed.baseAddress!.assumingMemoryBound(to: UInt8.self)
    return (bytes, bytes + count, bytes + count + nonceSize)
  }
}

import Synchronization

/// Where a few bytes lie that must not reach the disk, not even by way of swap. What is put in takes the place of what
/// was there, which is wiped.
package protocol SecretStorage: Sendable {
  /// Lends what is in it, where it lies; empty before anything was. Whoever copies it wipes the copy.
  func withBytes<Value: Sendable>(_ work: (UnsafeRawBufferPointer) -> Value) -> Value
  /// Takes over bytes; what is left of them is wiped.
  func put(wiping bytes: inout [UInt8])
}

/// One that keeps them in plain memory: where nobody has said how better.
final class PlainSecretStorage: SecretStorage {
  private let kept = Mutex<[UInt8]>([])

  func withBytes<Value: Sendable>(_ work: (UnsafeRawBufferPointer) -> Value) -> Value {
    kept.withLock { $0.withUnsafeBytes(work) }
  }

  func put(wiping bytes: inout [UInt8]) {
    kept.withLock { swap(&$0, &bytes) }
    for place in bytes.indices { bytes[place] = 0 }
  }
}

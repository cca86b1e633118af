import HearthApp
import Seal
import Synchronization

/// Memory of its own between guards, locked and wiped, as keys have it.
final class GuardedStorage: SecretStorage {
  private let secret = Mutex<Secret?>(nil)

  func withBytes<Value: Sendable>(_ work: (UnsafeRawBufferPointer) -> Value) -> Value {
    secret.withLock { $0 }?.withBytes(work) ?? work(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  func put(wiping bytes: inout [UInt8]) {
    let kept = bytes.isEmpty ? nil : Secret(wiping: &bytes)
    secret.withLock { $0 = kept }
  }
}

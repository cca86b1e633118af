import HearthApp
import Seal
import Synchronization

/// Memory of its own between guards, locked and wiped, as keys have it.
final class GuardedStorage: SecretStorage {
  private let secret = Mutex<Secret?>(nil)

  var bytes: [UInt8] { secret.withLock { $0?.withBytes { [UInt8]($0) } ?? [] } }

  func put(_ bytes: [UInt8]) {
    var bytes = bytes
    let kept = bytes.isEmpty ? nil : Secret(wiping: &bytes)
    secret.withLock { $0 = kept }
  }
}

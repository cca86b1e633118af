import Synchronization

/// Where a few bytes lie that must not reach the disk, not even by way of swap. What is put in takes the place of what
/// was there, which is wiped.
package protocol SecretStorage: Sendable {
  /// A copy of what is in it; empty before anything was.
  var bytes: [UInt8] { get }
  func put(_ bytes: [UInt8])
}

/// One that keeps them in plain memory: where nobody has said how better.
final class PlainSecretStorage: SecretStorage {
  private let kept = Mutex<[UInt8]>([])

  var bytes: [UInt8] { kept.withLock { $0 } }

  func put(_ bytes: [UInt8]) {
    kept.withLock { kept in
      for place in kept.indices { kept[place] = 0 }
      kept = bytes
    }
  }
}

import CSodium
import Glibc

/// Bytes that must not be read by anyone else: on pages of their own between guards, kept out of swap and of core
/// files, wiped when nobody holds them any more.
///
/// Where the system lends no locked memory they are guarded and wiped all the same; `hearth verify` tells.
package final class Secret: Sendable {
  /// In bytes.
  package let count: Int
  /// Written to in `init` alone, and read-only to the processor from then on.
  private nonisolated(unsafe) let memory: UnsafeMutableRawPointer

  /// - Parameter fill: is given zeros.
  package init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    Sodium.start()
    // A process that gets no page of memory for a key cannot go on in any way that is safe.
    guard let memory = sodium_malloc(count) else { fatalError("no memory") }
    self.count = count
    self.memory = memory
    memset(memory, 0, count)
    fill(UnsafeMutableRawBufferPointer(start: memory, count: count))
    sodium_mprotect_readonly(memory)
  }

  deinit { sodium_free(memory) }

  /// So many bytes of the system's randomness.
  package static func random(count: Int) -> Secret {
    Secret(count: count) { randombytes_buf($0.baseAddress!, $0.count) }
  }

  /// Takes over bytes and wipes where they stood.
  package convenience init(wiping bytes: inout [UInt8]) {
    self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }

  /// Lends the bytes while `work` runs; the pointer is good for no longer.
  package func withBytes<Value>(_ work: (UnsafeRawBufferPointer) -> Value) -> Value {
    work(UnsafeRawBufferPointer(start: memory, count: count))
  }

  /// For the calls of libsodium.
  func withKey<Value>(_ work: (UnsafePointer<UInt8>) -> Value) -> Value {
    work(UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)))
  }

  /// Compares in constant time.
  package func equals(_ other: Secret) -> Bool {
    count == other.count && sodium_memcmp(memory, other.memory, count) == 0
  }
}

/// Initialises libsodium once, and draws random bytes.
package enum Sodium {
  private static let isStarted = sodium_init() >= 0

  static func start() {
    // It fails only where the system has no randomness at all.
    guard isStarted else { fatalError("libsodium does not start") }
  }

  /// From the system, in memory like any other: for what is no secret, such as salts and nonces.
  package static func randomBytes(_ count: Int) -> [UInt8] {
    start()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// BLAKE2b.
  /// - Parameters:
  ///   - count: of the result, in bytes: 16 to 64.
  ///   - key: if given, computes a keyed hash (MAC).
  static func hash(_ bytes: [UInt8], count: Int = 32, key: Secret? = nil) -> [UInt8] {
    start()
    var result = [UInt8](repeating: 0, count: count)
    if let key {
      key.withKey { _ = crypto_generichash(&result, count, bytes, UInt64(bytes.count), $0, key.count) }
    } else {
      crypto_generichash(&result, count, bytes, UInt64(bytes.count), nil, 0)
    }
    return result
  }

  /// Overwrites them with zeros, in a way that no compiler leaves out.
  package static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }
}

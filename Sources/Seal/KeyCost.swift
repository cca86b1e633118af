import CSodium

/// What one try at a passphrase costs: Argon2id, version 1.3, one lane.
package struct KeyCost: Hashable, Sendable {
  /// Passes over the memory.
  package let passes: Int
  /// Memory that one try takes, in KiB.
  package let kibibytes: Int

  package init(passes: Int, kibibytes: Int) {
    self.passes = passes
    self.kibibytes = kibibytes
  }

  /// Never less than this.
  package static let least = KeyCost(passes: 3, kibibytes: 64 * 1024)

  /// A file that asks for more is a trap for the machine, not a journal.
  var isBearable: Bool { (1...64).contains(passes) && (8...4 << 20).contains(kibibytes) }

  /// The dearest of three that this machine can bear: within 0.6 s, and within a quarter of the memory that is free.
  /// - Parameters:
  ///   - freeKibibytes: of the machine, now.
  ///   - seconds: how long a piece of work takes.
  package static func calibrated(freeKibibytes: Int, seconds: (() -> Void) -> Double) -> KeyCost {
    let trial = Secret.random(count: 16)
    let salt = Sodium.randomBytes(Passphrase.saltSize)
    let choices = [256, 128].map { KeyCost(passes: 3, kibibytes: $0 * 1024) }
    return choices.first { cost in
      cost.kibibytes * 4 <= freeKibibytes && seconds { _ = Passphrase(trial).key(salt: salt, cost: cost) } <= 0.6
    } ?? least
  }
}

import Foundation
import HearthContent
import HearthCore
import HearthStorage

/// The backups from before the passphrase was changed, which open with what they opened with then.
struct EarlierBackups {
  enum Kind {
    /// Without a passphrase: whoever finds one can read it.
    case open
    /// With the earlier passphrase.
    case sealedOtherwise
    /// With what the journal opens with; but words stand in them that were erased.
    case holdingErased

    /// How many there are of the kind, in words.
    fileprivate var words: (one: Word, many: Word) {
      switch self {
      case .open: (.shellBackupOpenOne, .shellBackupOpenMany)
      case .sealedOtherwise: (.shellBackupSealedOtherwiseOne, .shellBackupSealedOtherwiseMany)
      case .holdingErased: (.shellEraseBackupOne, .shellEraseBackupMany)
      }
    }
  }

  private let vault: Vault
  private let shell: Shell

  init(_ vault: Vault, _ shell: Shell) {
    self.vault = vault
    self.shell = shell
  }

  /// Says what they open with, and offers to let one new one take their place.
  ///
  /// - Parameter renewing: whether to; nil asks, where there is somebody.
  func settle(_ kind: Kind, renewing: Bool?) throws {
    let (beside, elsewhere) = (try vault.backups().map(\.name), vault.backupsElsewhere)
    let earlier = beside + elsewhere
    if earlier.isEmpty { return }
    Output.say(shell.words.count(earlier.count, kind.words.one, kind.words.many))
    if kind == .holdingErased || beside.isEmpty { Output.say(earlier.map { "  \($0)" }.joined(separator: "\n")) }
    if !elsewhere.isEmpty { shell.say(.shellBackupElsewhereStays) }
    guard !beside.isEmpty, renewing ?? (StandardInput.isTerminal && Consent.isGiven(shell.words[.shellBackupRenew]))
    else { return }
    let now = Stamp(shell.clock.now, in: shell.clock.zone)
    guard let made = try vault.whileInterruptible({ _ in try vault.renewBackups(now: now) })?.made else { return }
    shell.say(.shellBackupRenewed, ["name": made.name])
  }
}

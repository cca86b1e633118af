import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// The backups from before the journal was sealed anew.
struct EarlierBackups {
  enum Reason {
    /// They open with what they opened with then.
    case newPassphrase
    /// Words stand in them that were erased.
    case erasing
  }

  private let vault: Vault
  private let shell: Shell

  init(_ vault: Vault, _ shell: Shell) {
    self.vault = vault
    self.shell = shell
  }

  /// Says what they open with or hold, and offers to let one new one take their place.
  ///
  /// - Parameter renewing: whether to; nil asks, where there is somebody.
  func settle(_ reason: Reason, renewing: Bool?) throws {
    let (beside, elsewhere) = (try vault.backups().map(\.name), vault.backupsElsewhere)
    let earlier = beside + elsewhere
    if earlier.isEmpty { return }
    switch reason {
    case .newPassphrase: try sayWhatOpensThem()
    case .erasing: say(earlier.count, .shellEraseBackupOne, .shellEraseBackupMany)
    }
    if reason == .erasing || beside.isEmpty { Output.say(earlier.map { "  \($0)" }.joined(separator: "\n")) }
    if !elsewhere.isEmpty { shell.say(.shellBackupElsewhereStays) }
    if beside.isEmpty { return }
    guard renewing ?? (StandardInput.isTerminal && Consent.isGiven(shell.words[.shellBackupRenew])) else {
      return shell.say(.shellBackupRenewLater)
    }
    let now = Stamp(shell.clock.now, in: shell.clock.zone)
    guard let made = try vault.whileInterruptible({ _ in try vault.renewBackups(now: now) })?.made else { return }
    shell.say(.shellBackupRenewed, ["name": made.name])
    try copyElsewhere(now: now)
  }

  /// The second folder gets the new one too, and keeps the others.
  private func copyElsewhere(now: Stamp) throws {
    guard let path = try vault.secondFolderPath else { return }
    if let problem = try vault.whileInterruptible({ _ in try vault.backUpElsewhere(now: now, nil) }) {
      Output.say(shell.words.sentence(.elsewhere(problem)))
    } else {
      shell.say(.shellBackupMadeToo, ["folder": path])
    }
  }

  /// There may be some from before the first passphrase beside those from before the last.
  private func sayWhatOpensThem() throws {
    let elsewhere = try vault.secondFolder
    let opening =
      try vault.backups().map { vault.opensByItself($0) }
      + (elsewhere.map { folder in try vault.backups(in: folder.place).map { vault.opensByItself($0, in: folder.place) }
      } ?? [])
    say(opening.count { $0 }, .shellBackupOpenOne, .shellBackupOpenMany)
    say(opening.count { !$0 }, .shellBackupSealedOtherwiseOne, .shellBackupSealedOtherwiseMany)
  }

  private func say(_ count: Int, _ one: Word, _ many: Word) {
    if count > 0 { Output.say(shell.words.count(count, one, many)) }
  }
}

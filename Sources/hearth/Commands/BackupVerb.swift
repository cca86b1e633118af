import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Makes a backup now, and shows those there are.
struct BackupVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Make a backup, or list the backups.",
    discussion: """
        hearth backup
        hearth backup --to /media/stick
        hearth backup --renew
        hearth backup --list

      A backup is a whole copy, sealed like the journal: what opens the journal today opens it. Each one is opened \
      again and compared before it counts. Kept beside the journal are the newest of seven days, four weeks and \
      twelve months, up to 1 GB; the newest always stays. You can choose a second folder in Settings. `hearth \
      restore-backup` puts a backup back. A journal that gave way to one is listed too; it stays, and counts for \
      none of these.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(
    help: ArgumentHelp("Make a second backup in this folder; with --list, show the backups there.", valueName: "dir"),
    completion: .directory)
  var to: String?

  @Flag(help: "Remove the earlier ones beside the journal, once the new one is checked.")
  var renew = false

  @Flag(help: "List the backups. This needs no passphrase.")
  var list = false

  @Option(help: "How to show them.")
  var format = OutputFormat.text

  var onlyReads: Bool { list }

  func validate() throws {
    if renew && list { throw ValidationError("--list shows; it removes none.") }
  }

  func run() throws {
    let shell = try journal.shell()
    if list { return try show(shell) }
    try shell.withJournal { vault, shell in
      // A folder that was named is looked for first; that of the settings may be on a stick that is elsewhere today.
      let named = try to.map { try place($0, besides: vault) }
      let now = Stamp(shell.clock.now, in: shell.clock.zone)
      guard let backup = try vault.whileInterruptible({ _ in try make(vault, now) }) else { return }
      if renew { shell.say(.shellBackupEarlierGone) }
      shell.say(.shellBackupMade, ["name": backup.name, "size": shell.words.size(bytes: backup.size)])
      guard let other = try to ?? vault.secondFolderPath else { return }
      if try named == nil && placeOfSettings(other, besides: vault) == nil { throw ExitCode(1) }
      _ = try vault.whileInterruptible { _ in try vault.backUp(now: now, to: other) }
      if to == nil { try vault.set(.backupMissed, to: nil) }
      shell.say(.shellBackupMadeToo, ["folder": other])
    }
  }

  private func make(_ vault: Vault, _ now: Stamp) throws(Problem) -> Backup? {
    try renew ? vault.renewBackups(now: now)?.made : vault.backUp(now: now)
  }

  /// The one that the settings name; nil, and said, where it is not there today: the command was right.
  private func placeOfSettings(_ folder: String, besides vault: Vault) throws -> BackupFolder? {
    do { return try place(folder, besides: vault) } catch let missing as UsageError {
      Output.say(missing.sentence)
      return nil
    }
  }

  /// A second folder: no journal begins there.
  ///
  /// - Parameter vault: the journal whose folder it may not be; nil where it is only looked into.
  private func place(_ folder: String, besides vault: Vault? = nil) throws -> BackupFolder {
    if folder.isEmpty { throw UsageError(sentence: Words()[.shellPlaceUnnamed]) }
    do throws(Problem) {
      let place = if let vault { try vault.secondPlace(at: folder) } else { try BackupFolder.at(folder) }
      guard list || access(folder, W_OK) == 0 else { throw .folderUnwritable(folder) }
      return place
    } catch {
      let word: Word
      switch error {
      case .folderMissing: word = .shellBackupNoFolder
      case .folderForeign, .folderUnwritable: word = .shellBackupOddFolder
      case .folderOwn: word = .problemFolderOwn
      default: throw error
      }
      throw UsageError(sentence: Words()[word, ["folder": folder]])
    }
  }

  /// Of the folder that `--to` names, else beside the journal.
  private func show(_ shell: Shell) throws {
    let place = try to.map { try self.place($0) } ?? shell.backupFolder()
    let backups = try place?.backups() ?? []
    if let place, format == .json { return try Output.write(json(backups, in: place)) }
    if backups.isEmpty { shell.say(.shellBackupNone) }
    let rows = place.map { place in
      backups.map { backup in
        [
          "\(backup.day?.description ?? "") \(backup.clock)", shell.words.size(bytes: backup.size),
          shell.words[backup.sealing(in: place)],
          backup.name, backup.isSetAside ? shell.words[.shellBackupSetAside] : "",
        ]
      }
    }
    try Output.write(TextTable(rows ?? []).text)
  }

  private func json(_ backups: [Backup], in place: BackupFolder) -> String {
    var rows: [JSONText.Members] = []
    for backup in backups {
      rows.append([
        ("name", JSONText.quoted(backup.name)), ("day", JSONText.quoted(backup.day?.description ?? "")),
        ("clock", JSONText.quoted(backup.clock)), ("bytes", .number(backup.size)),
        ("setAside", .truth(backup.isSetAside)),
        ("sealed", (try? ClosedVault.isSealed(backup, in: place)).map(JSONText.truth) ?? .null),
      ])
    }
    return JSONText.document([("backups", JSONText.objects(rows))])
  }
}

extension Backup {
  fileprivate func sealing(in place: BackupFolder) -> Word {
    switch try? ClosedVault.isSealed(self, in: place) {
    case true?: .shellBackupSealed
    case false?: .shellBackupUnsealed
    case nil: .shellBackupUnreadable
    }
  }
}

extension Shell {
  /// Where backups lie beside the journal; nil where there is no journal, or none was ever made.
  func backupFolder() throws(Problem) -> BackupFolder? {
    try expectFolder()
    do throws(Problem) { return try BackupFolder.at(folder.path + "/backups") } catch {
      if case .folderMissing = error { return nil }
      throw error
    }
  }
}

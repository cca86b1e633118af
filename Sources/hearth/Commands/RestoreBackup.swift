import ArgumentParser
import Foundation
import HearthContent
import HearthCore
import HearthStorage

/// Puts a backup in the place of the journal.
struct RestoreBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore-backup",
    abstract: "Put a backup in place of the journal.",
    discussion: """
        hearth backup --list
        hearth restore-backup                         the newest
        hearth restore-backup 2026-03-03              the newest of that day
        hearth restore-backup /media/stick/2026-03-03T143000+0100.db

      The backup is opened and checked first; you are told what is in it, and asked. The present journal is kept too, \
      damaged or not, in the folder of backups, and you are told its name. It stays there until you remove it or \
      renew the backups. A backup opens with the passphrase the journal had when the backup was made; from then on \
      that opens the journal. Where it had none, the journal has none then: you are told before.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The backup's name or the beginning of it, or the path of its file.", completion: .file())
  var backup: String?

  @OptionGroup var consent: Consent

  func run() throws {
    let shell = try journal.shell()
    let (found, place) = try chosen(shell)
    let preview = try look(into: found, in: place, shell)
    tell(found, preview, shell)
    let opening = try ClosedVault.opening(after: found, in: place, to: shell.folder.path)
    if let word = opening.preview { shell.say(word) }
    let kept = KeptOpening(isOpen: ClosedVault.isOpen(at: shell.folder.path), after: opening)
    if let kept { shell.say(kept.preview) }
    try consent.need(opening.question, orSay: .shellBackupRestoreUnasked, shell)
    let now = Stamp(shell.clock.now, in: shell.clock.zone)
    let before = try ClosedVault.restore(found, from: place, to: shell.folder.path, now: now)
    shell.say(.shellBackupRestored, ["name": found.name])
    tell(opening, shell)
    if let journal = before.journal {
      shell.say(.shellBackupKept, ["file": journal])
      if let kept { shell.say(kept.afterwards) }
    }
    if before.notes.isEmpty { return }
    shell.say(.shellBackupNotes, ["folder": shell.folder.path])
    Output.say(before.notes.map { "  \($0)" }.joined(separator: "\n"))
  }

  /// What opens the journal now, where that has changed.
  private func tell(_ opening: RestoredOpening, _ shell: Shell) {
    if opening == .asNow { return }
    if opening == .withPassphraseOfThen { shell.say(.shellBackupOpensSealed) }
    if let closed = try? shell.enter(patience: 20) { shell.say(closed.waysIn) }
  }

  private func chosen(_ shell: Shell) throws -> (Backup, BackupFolder) {
    if backup == "" { throw UsageError(sentence: shell.words[.shellBackupUnnamed]) }
    if let backup, backup.contains("/") { return try file(at: backup) }
    let place = try shell.backupFolder()
    let all = (try? place?.backups()) ?? []
    if let backup, let place, let found = place.backup(named: backup) ?? all.first(where: { $0.name.hasPrefix(backup) })
    {
      return (found, place)
    }
    // Then it may be a file that lies here.
    if let backup, FileManager.default.fileExists(atPath: backup) { return try file(at: backup) }
    guard let place, let newest = all.first(where: { !$0.isSetAside }) ?? all.first
    else { throw UsageError(sentence: shell.words[.shellBackupNone]) }
    if let backup { throw UsageError(sentence: shell.words[.shellBackupUnknown, ["name": backup]]) }
    return (newest, place)
  }

  private func file(at path: String) throws -> (Backup, BackupFolder) {
    let file = URL(fileURLWithPath: path)
    let place = try BackupFolder.at(file.deletingLastPathComponent().path)
    guard let found = place.backup(named: file.lastPathComponent) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw isThere ? Problem.fileForeign(path) : .fileMissing(path)
    }
    return (found, place)
  }

  /// Opens it with nothing, where it takes nothing.
  private func look(into backup: Backup, in place: BackupFolder, _ shell: Shell) throws -> BackupPreview {
    guard try ClosedVault.isSealed(backup, in: place) else { return try ClosedVault.preview(backup, in: place) }
    return try shell.opening(.shellPassphraseAskBackup) { key in
      try ClosedVault.preview(backup, in: place) { header throws(Problem) in try key.key(of: header) }
    }
  }

  private func tell(_ backup: Backup, _ preview: BackupPreview, _ shell: Shell) {
    let words = shell.words
    Output.say(words[.shellBackupFound, ["name": backup.name, "size": words.size(bytes: backup.size)]])
    guard let newest = preview.newest else { return shell.say(.shellBackupFoundEmpty) }
    let moment = "\(words.fullDate(newest.calendarDay)), \(words.clock(newest))"
    let word: Word = preview.entries == 1 ? .shellBackupFoundOne : .shellBackupFoundMany
    shell.say(word, ["n": words.number(preview.entries), "newest": moment])
  }
}

/// What opens the journal that was there, where it lies beside another that opens with something else.
private enum KeptOpening {
  case withNothing, withPassphraseOfNow

  init?(isOpen: Bool?, after opening: RestoredOpening) {
    guard let isOpen, [.withNothing, .withPassphraseOfThen].contains(opening) else { return nil }
    self = isOpen ? .withNothing : .withPassphraseOfNow
  }

  var preview: Word { self == .withNothing ? .shellBackupKeepsOpen : .shellBackupKeepsSealed }
  var afterwards: Word { self == .withNothing ? .shellBackupKeptOpen : .shellBackupKeptSealed }
}

extension RestoredOpening {
  /// What it means, before anything is done; nil where nothing changes.
  fileprivate var preview: Word? {
    switch self {
    case .asNow: nil
    case .withNothing: .shellBackupThenOpen
    case .withPassphraseOfThen: .shellBackupThenSealed
    case .withCodeOfThen: .shellBackupThenCode
    }
  }

  fileprivate var question: Word {
    switch self {
    case .asNow: .shellBackupRestore
    case .withNothing: .shellBackupRestoreOpen
    case .withPassphraseOfThen: .shellBackupRestoreSealed
    case .withCodeOfThen: .shellBackupRestoreCode
    }
  }
}

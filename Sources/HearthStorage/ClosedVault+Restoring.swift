import GRDB
package import HearthCore
package import Seal

/// What became of what was there before a backup took its place.
package struct Replaced: Hashable, Sendable {
  /// Where the journal went; nil where there was none.
  package var journal: String?
  /// Notes that wait in the inbox and open with that journal alone, by the names of their files in `inbox/aside`.
  package var notes: [String] = []
}

/// What opens the journal once a backup has taken its place.
package enum RestoredOpening: Hashable, Sendable {
  /// What opens it now.
  case asNow
  /// Nothing is asked for any more.
  case withNothing
  /// The passphrase that the backup was made under.
  case withPassphraseOfThen
  /// The present passphrase; but another recovery code, or none.
  case withCodeOfThen
}

/// A look into a backup.
package struct BackupPreview: Hashable, Sendable {
  /// How many are in it.
  package let entries: Int
  /// Of the entry written last.
  package let newest: Stamp?
}

extension ClosedVault {
  /// Whether a backup takes a passphrase, which may be an earlier one than the journal's.
  /// - Throws: `fileForeign`.
  package static func isSealed(_ backup: Backup, in place: BackupFolder) throws(Problem) -> Bool {
    !(try Volume.header(ofNamed: backup.name, in: place.folder).isOpen)
  }

  /// What a restore would change about who gets in; read off the clear beginnings of both files.
  /// - Throws: `fileForeign`.
  package static func opening(
    after backup: Backup, in place: BackupFolder, to path: String
  ) throws(Problem) -> RestoredOpening {
    let after = try Volume.header(ofNamed: backup.name, in: place.folder)
    let before = (try? Folder(path)).flatMap { try? Volume.header(of: JournalFolder.database, in: $0) }
    if after.isOpen { return before?.isOpen == true ? .asNow : .withNothing }
    // Every sealing with another key has an inbox lock of its own.
    guard let before, before.inboxLock == after.inboxLock else { return .withPassphraseOfThen }
    return before.recovery == after.recovery ? .asNow : .withCodeOfThen
  }

  /// Whether the journal that is there now opens without a passphrase; nil where none is there, or none that can be
  /// read.
  package static func isOpen(at path: String) -> Bool? {
    (try? Folder(path)).flatMap { try? Volume.header(of: JournalFolder.database, in: $0).isOpen }
  }

  /// Opens a backup for reading, checks it whole, and tells what is in it.
  /// - Throws: `journalSealed` and `passphraseWrong` as with a journal, and `backupDamaged`.
  package static func preview(
    _ backup: Backup, in place: BackupFolder, _ passphrase: Passphrase? = nil
  ) throws(Problem) -> BackupPreview {
    try preview(backup, in: place) { header throws(Problem) in
      guard let passphrase else { throw .journalSealed }
      guard let key = try header.key(passphrase) else { throw .passphraseWrong }
      return key
    }
  }

  /// The same with whatever opens it.
  ///
  /// - Parameter unlocking: gives the key, where the backup takes one.
  package static func preview(
    _ backup: Backup, in place: BackupFolder, unlocking: (KeyHeader) throws(Problem) -> DataKey
  ) throws(Problem) -> BackupPreview {
    let header = try Volume.header(ofNamed: backup.name, in: place.folder)
    if let key = header.openKey { return try preview(backup, in: place, key) }
    return try preview(backup, in: place, unlocking(header))
  }

  /// - Parameter note: is told what is at work, and at the end that nothing is any more.
  static func preview(
    _ backup: Backup, in place: BackupFolder, _ key: DataKey, noting note: (Connection?) -> Void = { _ in }
  ) throws(Problem) -> BackupPreview {
    do {
      let connection = try Connection.open(
        try Volume.open(backup.name, in: place.folder, key: key, for: .reading))
      note(connection)
      defer {
        note(nil)
        connection.close()
      }
      return try connection.queue.read { db in
        // All of the answer: one that is called off may begin like that of a damaged file.
        guard try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"]
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let newest = try Row.fetchOne(db, sql: "SELECT at, offset, zone FROM entry ORDER BY at DESC LIMIT 1")
        return BackupPreview(
          entries: try Int.fetchOne(db, sql: "SELECT count(*) FROM entry WHERE trashedAt IS NULL") ?? 0,
          newest: newest.map { Stamp($0) })
      }
    } catch {
      let problem = error as? Problem ?? Problem(error, at: place.folder.path)
      if case .journalDamaged = problem { throw .backupDamaged("\(place.folder.path)/\(backup.name)") }
      throw problem
    }
  }

  /// What opens a backup, where nothing or the journal's key does.
  /// - Throws: `passphraseWrong` for one that was sealed with another key.
  static func key(of backup: Backup, in place: BackupFolder, knowing key: DataKey) throws(Problem) -> DataKey {
    let header = try Volume.header(of: backup.name, in: place.folder)
    guard let key = header.openKey ?? (header.isAuthentic(key) ? key : nil) else { throw .passphraseWrong }
    return key
  }

  /// Looks at the beginning of a backup: it is enough to say that the key opens it.
  static func glance(at backup: Backup, in place: BackupFolder, _ key: DataKey) throws(Problem) {
    try Connection.open(Volume.open(backup.name, in: place.folder, key: key, for: .reading)).close()
  }

  /// Puts a backup in the place of the journal, also of one that is damaged. What was there is kept among the backups,
  /// with its log, under a name that no rotation lets go. The backup stays too.
  ///
  /// Notes that were sealed for the journal that was there cannot be taken in by an older one: they are put aside, until
  /// one is opened that can (`bringBackNotes`).
  package static func restore(
    _ backup: Backup, from place: BackupFolder, to path: String, now: Stamp
  ) throws(Problem) -> Replaced {
    let folder = try JournalFolder.enter(path, mayBeDamaged: true)
    let lock = try JournalLock(in: folder)
    defer { withExtendedLifetime(lock) {} }
    let before = try? Volume.header(of: JournalFolder.database, in: folder)
    let after = try Volume.header(of: backup.name, in: place.folder)
    // First what needs the room: where the disk is full, nothing has been touched.
    try place.folder.copy(backup.name, to: JournalFolder.newDatabase, in: folder)
    // Before any log goes: the backup may be one that was set aside and had this very log.
    var replaced = Replaced(journal: try setAside(in: folder, before, now))
    for name in try folder.names().filter(JournalFolder.isLog) where name != before?.logName { try folder.remove(name) }
    // One that was set aside may have words in its log alone.
    let log = Volume.logName(of: backup.name, after, in: place.folder)
    if place.folder.status(of: log) != nil {
      try place.folder.copy(log, to: after.logName, in: folder)
    } else {
      // One that came back before has its name for its log: that of the later pages is not to be read over these.
      try folder.remove(after.logName)
    }
    try NewJournal.publish(in: folder)
    if let before, before.inboxLock != after.inboxLock { replaced.notes = try setNotesAside(in: folder) }
    return replaced
  }

  private static func setNotesAside(in folder: Folder) throws(Problem) -> [String] {
    let inbox = try folder.folder(JournalFolder.inbox)
    let notes = try InboxNote.names(.finished, in: inbox) + InboxNote.names(.unfinished, in: inbox)
    let names = try notes + InboxAnswers.names(in: inbox)
    for name in names { try inbox.setAside(name) }
    return names
  }

  /// The journal as it is, with what its log holds: a file of its own name among the backups.
  ///
  /// What fails leaves nothing behind that could be taken for it.
  private static func setAside(in folder: Folder, _ header: KeyHeader?, _ now: Stamp) throws(Problem) -> String? {
    let aside = try folder.folder(JournalFolder.backups)
    let name = Backup.name(now, settingAside: true, in: aside)
    do throws(Problem) {
      for log in try folder.names().filter(JournalFolder.isLog) {
        // Of a journal that does not say which is its own, all are kept.
        if header == nil { try folder.copy(log, to: "\(name)-\(log)", in: aside) }
        if header?.logName == log { try folder.copy(log, to: Volume.log(of: name), in: aside) }
      }
      guard folder.status(of: JournalFolder.database) != nil else { return nil }
      try folder.copy(JournalFolder.database, to: name, in: aside)
    } catch {
      for half in (try? aside.names()) ?? [] where half.hasPrefix(name) { try? aside.remove(half) }
      throw error
    }
    try aside.sync()
    return "\(aside.path)/\(name)"
  }
}

extension KeyHeader {
  fileprivate var recovery: [KeySlot] { slots.filter { $0.kind == .recovery } }
}

extension Volume {
  /// Of a file that a person named: what is none of ours says nothing of the folder it is in.
  static func header(ofNamed name: String, in folder: Folder) throws(Problem) -> KeyHeader {
    do throws(Problem) { return try header(of: name, in: folder) } catch {
      if case .newerJournal = error { throw error }
      throw .fileForeign("\(folder.path)/\(name)")
    }
  }
}

extension Folder {
  /// Copies a file as it stands, and sees to it that the disk has it.
  fileprivate func copy(_ name: String, to newName: String, in other: Folder) throws(Problem) {
    let source = try open(name, for: .reading)
    try other.remove(newName)
    do throws(Problem) {
      let target = try other.open(newName, for: .making)
      var place = 0
      while place < source.size {
        let piece = try source.read(at: place, limit: 1 << 20)
        try target.write(piece, at: place)
        place += piece.count
      }
      try target.sync()
    } catch {
      try? other.remove(newName)
      throw error
    }
  }
}

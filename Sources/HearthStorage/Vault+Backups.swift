import GRDB
package import HearthCore
import Seal
import Synchronization

extension Vault {
  /// Makes a whole copy, opens it, compares it with the journal, and only then gives it its name and lets older ones go.
  ///
  /// Reads and writes the whole journal, during which other calls wait; `interrupt` ends it early. No passphrase is
  /// needed: the copy opens with the same ones.
  ///
  /// - Parameters:
  ///   - place: nil is beside the journal.
  ///   - rotation: nil lets none go.
  /// - Returns: the one that was made; nil for a journal in memory.
  package func backUp(
    now: Stamp, in place: BackupFolder? = nil, _ rotation: BackupRotation? = BackupRotation()
  ) throws(Problem) -> Backup? {
    guard let folder else { return nil }
    let isBeside = place == nil
    let place = if let place { place } else { try BackupFolder.beside(folder) }
    let name = Backup.name(now, in: place.folder)
    // In a folder that others may use too, only what is known to be this journal's goes.
    let locks = isBeside ? nil : try read(InboxKeys.locks)
    try place.tidy(knowing: locks)
    try copy(as: name, in: place.folder)
    if let rotation { try place.rotate(rotation, made: name, knowing: locks) }
    return place.backup(named: name)
  }

  /// Makes one beside the journal, and only when it is there, whole, lets all others go, with what was set aside.
  /// - Returns: the new one and how many are gone; nil for a journal in memory.
  package func renewBackups(now: Stamp) throws(Problem) -> (made: Backup, gone: Int)? {
    let earlier = try backups()
    guard let made = try backUp(now: now) else { return nil }
    for backup in earlier { try remove(backup) }
    return (made, earlier.count)
  }

  private func copy(as name: String, in folder: Folder) throws(Problem) {
    let draft = Backup.draftName(name)
    do {
      try whileOpen { connection in
        guard let from = connection.volume else { return }
        let volume = try Volume.make(
          draft, in: folder, key: from.key, slots: from.header.slots, inboxLock: from.header.inboxLock)
        try connection.copy(into: volume)
      }
      try folder.open(draft, for: .changing).sync()
      try folder.rename(draft, to: name)
      try folder.sync()
    } catch {
      folder.discardSealed(draft)
      throw error
    }
  }

  /// Ends a backup, a look into one, or any other long reading, that runs in another thread; it throws `interrupted`.
  package func interrupt() {
    running.withLock { $0?.interrupt() }
    looking.withLock { $0?.interrupt() }
  }

  /// Opens a backup, checks it whole, and tells what is in it; the key that is here opens it.
  ///
  /// - Parameter place: nil is beside the journal.
  /// - Throws: `passphraseWrong` for one that was sealed with another key, and `backupDamaged`.
  package func preview(_ backup: Backup, in place: BackupFolder? = nil) throws(Problem) -> BackupPreview {
    let (place, key) = try way(to: backup, in: place)
    return try ClosedVault.preview(backup, in: place, key) { connection in looking.withLock { $0 = connection } }
  }

  /// The same without reading it whole: its beginning is enough to say that the key opens it.
  func glance(at backup: Backup, in place: BackupFolder?) throws(Problem) {
    let (place, key) = try way(to: backup, in: place)
    try ClosedVault.glance(at: backup, in: place, key)
  }

  private func way(to backup: Backup, in place: BackupFolder?) throws(Problem) -> (BackupFolder, DataKey) {
    guard let folder, let volume else { throw .noSuchEntry(backup.name) }
    let place = if let place { place } else { try BackupFolder.beside(folder) }
    return (place, try ClosedVault.key(of: backup, in: place, knowing: volume.key))
  }

  /// Whether a backup opens without a passphrase; false for what is none.
  /// - Parameter place: nil is beside the journal.
  package func opensByItself(_ backup: Backup, in place: BackupFolder? = nil) -> Bool {
    guard let folder, let beside = try? BackupFolder.beside(folder) else { return false }
    return (try? ClosedVault.isSealed(backup, in: place ?? beside)) == false
  }

  /// Lets one beside the journal go for good.
  package func remove(_ backup: Backup) throws(Problem) {
    if let folder { try BackupFolder.beside(folder).remove(backup) }
  }

  /// Beside the journal, the newest first, and those that were set aside among them; none in memory.
  package func backups() throws(Problem) -> [Backup] {
    guard let folder else { return [] }
    return try BackupFolder.beside(folder).backups()
  }

  /// Of this journal, in a folder that others may use too; the newest first.
  package func backups(in place: BackupFolder) throws(Problem) -> [Backup] {
    try place.backups(knowing: read(InboxKeys.locks))
  }

  /// Of those that were made as backups.
  package func newestBackup() throws(Problem) -> Backup? { try backups().first { !$0.isSetAside } }
}

import Glibc
package import HearthCore
package import Seal

extension ClosedVault {
  /// Removes a whole journal for good: first its key, then its files, its backups and the notes that wait. Files of
  /// others stay, and so does the folder then.
  ///
  /// No passphrase is needed: whoever may write to the folder could remove it anyway.
  /// - Throws: `journalHeld`.
  package static func erase(_ path: String, on disk: any Disk = SystemDisk()) throws(Problem) {
    let folder = try JournalFolder.enter(path, making: false, on: disk)
    let lock = try JournalLock(in: folder)
    defer { withExtendedLifetime(lock) {} }
    let backups = try folder.folder(JournalFolder.backups)
    for name in try backups.names() where Backup.isOurs(name) { try backups.eraseSealed(name) }
    let inbox = try folder.folder(JournalFolder.inbox)
    for name in try inbox.names() where name != JournalFolder.aside { try inbox.remove(name) }
    // Renamed first: if the erasure is interrupted, no journal is left under its name, and it can be repeated.
    if folder.status(of: JournalFolder.database) != nil {
      try folder.rename(JournalFolder.database, to: JournalFolder.newDatabase)
    }
    let ours = try folder.names().filter(JournalFolder.isOurs)
    // Logs are removed first: a log without its journal would look like damage if this is interrupted.
    for name in ours.filter(JournalFolder.isLog) + ours.filter({ !JournalFolder.isLog($0) }) {
      try folder.eraseSealed(name)
    }
    inbox.removeIfEmpty(JournalFolder.aside)
    for name in [JournalFolder.inbox, JournalFolder.backups] { folder.removeIfEmpty(name) }
    try folder.remove(JournalFolder.lock)
    try folder.sync()
    rmdir(path)
  }
}

extension Folder {
  /// Overwrites the header of a file, which holds the key slots, before removing it, so that nobody can open what
  /// remains on the disk.
  fileprivate func eraseSealed(_ name: String) throws(Problem) {
    let file = try open(name, for: .changing)
    try file.write([UInt8](repeating: 0, count: min(KeyHeader.length, file.size)))
    try file.sync()
    try remove(name)
  }

  /// The same with a file that has not come to count, and its log, as far as the disk lets.
  func discardSealed(_ name: String) {
    let log = try? Volume.header(of: name, in: self).logName
    do throws(Problem) { try eraseSealed(name) } catch { try? remove(name) }
    if let log { try? remove(log) }
    try? sync()
  }
}

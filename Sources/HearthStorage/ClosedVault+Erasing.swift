import Glibc
package import HearthCore
package import Seal

extension ClosedVault {
  /// Removes a whole journal for good: first its key, then its files, its backups, and the notes that wait or were set
  /// aside. Files of others stay, and so do the folders they are in.
  ///
  /// No passphrase is needed: whoever may write to the folder could remove it anyway.
  /// - Returns: what stays, by its path within the folder.
  /// - Throws: `journalHeld`; `halfErased` once the key is gone.
  package static func erase(_ path: String, on disk: any Disk = SystemDisk()) throws(Problem) -> [String] {
    let folder = try JournalFolder.enter(path, making: false, on: disk)
    let lock = try JournalLock(in: folder)
    defer { withExtendedLifetime(lock) {} }
    return try folder.eraseJournal()
  }
}

extension Vault {
  /// The same with the open journal. Refused before its key is gone, it is open as it was; else it is closed.
  package func eraseEverything() throws(Problem) -> [String] {
    var left: [String] = []
    try giveUp { folder throws(Problem) in left = try folder.eraseJournal() }
    return left
  }
}

extension Folder {
  /// - Returns: what is not ours, and stays.
  fileprivate func eraseJournal() throws(Problem) -> [String] {
    try eraseKey()
    do throws(Problem) {
      return try eraseKeyless()
    } catch {
      throw .halfErased(path)
    }
  }

  /// Nobody can open the journal after it. It can be repeated: no journal is left under its name, and what has another
  /// name counts for nothing.
  private func eraseKey() throws(Problem) {
    // From before files were sealed, and beside a sealed one: their words are in clear.
    for name in [JournalFolder.original] + JournalFolder.companions(of: JournalFolder.database) where isFile(name) {
      try eraseSealed(name)
    }
    let isThere = status(of: JournalFolder.database) != nil
    if isThere { try rename(JournalFolder.database, to: JournalFolder.newDatabase) }
    do throws(Problem) {
      // A power cut must not bring the name back to a file without its key: that would look like damage.
      try sync()
      if isFile(JournalFolder.newDatabase) { try overwriteKey(of: JournalFolder.newDatabase) }
    } catch {
      if isThere { try putBack() }
      throw error
    }
  }

  /// Where the key still stands, the journal is as it was.
  /// - Throws: `halfErased` where it does not.
  private func putBack() throws(Problem) {
    do throws(Problem) {
      _ = try Volume.header(of: JournalFolder.newDatabase, in: self)
      try rename(JournalFolder.newDatabase, to: JournalFolder.database)
    } catch {
      throw .halfErased(path)
    }
  }

  private func eraseKeyless() throws(Problem) -> [String] {
    let ours = try names().filter { JournalFolder.isOurs($0) && isFile($0) }
    // Logs are removed first, and last what says that the rest is to go: anything without it would look like damage if
    // this is interrupted.
    let (logs, others) = (ours.filter(JournalFolder.isLog), ours.filter { !JournalFolder.isLog($0) })
    for name in logs + others.filter({ $0 != JournalFolder.newDatabase }) { try eraseSealed(name) }
    let left = try eraseBackups() + eraseNotes()
    try eraseSealed(JournalFolder.newDatabase)
    try remove(JournalFolder.lock)
    try sync()
    return try removeItself() ? [] : names().filter { name in !left.contains { $0.hasPrefix("\(name)/") } } + left
  }

  private func eraseBackups() throws(Problem) -> [String] {
    guard isFolder(JournalFolder.backups) else { return [] }
    let backups = try folder(JournalFolder.backups)
    for name in try backups.names() where Backup.isOurs(name) && backups.isFile(name) { try backups.eraseSealed(name) }
    return try left(in: JournalFolder.backups)
  }

  private func eraseNotes() throws(Problem) -> [String] {
    guard isFolder(JournalFolder.inbox) else { return [] }
    let inbox = try folder(JournalFolder.inbox)
    for name in try inbox.names() where InboxName.isOurs(name) && inbox.isFile(name) { try inbox.remove(name) }
    let aside = try inbox.eraseAside().map { "\(JournalFolder.inbox)/\($0)" }
    return try left(in: JournalFolder.inbox).filter { $0 != "\(JournalFolder.inbox)/\(JournalFolder.aside)" } + aside
  }

  private func eraseAside() throws(Problem) -> [String] {
    guard isFolder(JournalFolder.aside) else { return [] }
    let aside = try folder(JournalFolder.aside)
    for name in try aside.names() where InboxName.isSetAside(name) && aside.isFile(name) { try aside.remove(name) }
    return try left(in: JournalFolder.aside)
  }

  /// Removes a folder that is empty now.
  private func left(in name: String) throws(Problem) -> [String] {
    let left = try folder(name).names().sorted().map { "\(name)/\($0)" }
    if left.isEmpty { removeIfEmpty(name) }
    return left
  }

  /// Whether it is a file: a folder or a link that somebody has given the name of one is theirs.
  private func isFile(_ name: String) -> Bool { status(of: name).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

  func isFolder(_ name: String) -> Bool { status(of: name).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

  /// Overwrites the header of a file, which holds the key slots, before removing it, so that nobody can open what
  /// remains on the disk.
  private func eraseSealed(_ name: String) throws(Problem) {
    guard status(of: name) != nil else { return }
    try overwriteKey(of: name)
    try remove(name)
  }

  private func overwriteKey(of name: String) throws(Problem) {
    let file = try open(name, for: .changing)
    try file.write([UInt8](repeating: 0, count: min(KeyHeader.length, file.size)))
    try file.sync()
  }

  /// The same with a file that has not come to count, and its log, as far as the disk lets.
  func discardSealed(_ name: String) {
    let log = try? Volume.header(of: name, in: self).logName
    do throws(Problem) { try eraseSealed(name) } catch { try? remove(name) }
    if let log { try? remove(log) }
    try? sync()
  }
}

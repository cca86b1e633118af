import Glibc
package import HearthCore
package import Seal

/// Where backups lie: beside the journal, or in another folder of the person's, on a stick or in a folder that is
/// carried elsewhere.
package struct BackupFolder: Sendable {
  let folder: Folder

  /// Beside the journal; made where it is not there.
  package static func beside(_ journal: Folder) throws(Problem) -> BackupFolder {
    BackupFolder(folder: try journal.folder(JournalFolder.backups))
  }

  /// - Parameter path: of a folder that is there. It is not closed to others, since it may hold other things; the files
  ///   in it are.
  package static func at(_ path: String) throws(Problem) -> BackupFolder { BackupFolder(folder: try Folder(path)) }

  /// The same for a second copy of each backup.
  /// - Throws: `folderOwn` for one that is the journal's own or lies in it: what is lost with the journal is no second copy.
  package static func at(_ path: String, outside journal: String) throws(Problem) -> BackupFolder {
    let place = try at(path)
    if "\(real(path))/".hasPrefix("\(real(journal))/") { throw .folderOwn(path) }
    return place
  }

  /// A path without links.
  private static func real(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// The newest first, and those that were set aside among them.
  /// - Parameter locks: those of the journal whose they are; nil where all are.
  package func backups(knowing locks: Set<[UInt8]>? = nil) throws(Problem) -> [Backup] {
    try all().filter { backup in locks.map { isOf($0, backup.name) } ?? true }
  }

  private func all() throws(Problem) -> [Backup] {
    try folder.names().compactMap { name in
      let backup = Backup(name: name, size: Int(folder.status(of: name)?.st_size ?? 0))
      return backup.day == nil ? nil : backup
    }.sorted(by: >)
  }

  /// Any file in it, whatever its name; nil where there is none.
  package func backup(named name: String) -> Backup? {
    guard let status = folder.status(of: name), status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Backup(name: name, size: Int(status.st_size))
  }

  /// Removes what an end before its time has left of one half made.
  /// - Parameter locks: those of the journal whose it was; nil where all are.
  func tidy(knowing locks: Set<[UInt8]>? = nil) throws(Problem) {
    for name in try folder.names() where Backup.isDraft(name) && locks.map({ isOf($0, name) }) ?? true {
      folder.discardSealed(name)
    }
  }

  /// Lets those go that the rotation does not keep.
  /// - Parameters:
  ///   - made: the name of the one made just now.
  ///   - locks: those of the journal whose backups they are; nil where all are.
  func rotate(_ rotation: BackupRotation, made: String, knowing locks: Set<[UInt8]>? = nil) throws(Problem) {
    let all = try backups(knowing: locks)
    let kept = rotation.kept(of: all, made: made)
    for backup in all where !backup.isSetAside && !kept.contains(backup) { try folder.remove(backup.name) }
    try folder.sync()
  }

  private func isOf(_ locks: Set<[UInt8]>, _ name: String) -> Bool {
    (try? Volume.header(of: name, in: folder)).map { locks.contains($0.inboxLock) } ?? false
  }

  /// With its log, where it was set aside with one.
  package func remove(_ backup: Backup) throws(Problem) {
    if let log = try? Volume.header(of: backup.name, in: folder).logName { try folder.remove(log) }
    for name in try folder.names() where name.hasPrefix(backup.name) { try folder.remove(name) }
    try folder.sync()
  }
}

import Glibc
import HearthCore
import Seal

/// The folder a journal lives in: what stands in it, and whether one may stand there.
///
/// The names say nothing of what the program is: a `journal` on a shared laptop is a disclosure of its own.
enum JournalFolder {
  static let database = "journal.db"
  /// A journal being made. It gets its name when it is whole.
  static let newDatabase = "journal.db.new"
  /// A journal from before files were sealed, beside the sealed one until that has opened.
  static let original = "journal.db.plain"
  static let lock = "lock"
  static let backups = "backups"
  static let inbox = "inbox"
  /// In the inbox: what could not be read.
  static let aside = "aside"

  /// A file that only takes room, to be thrown off when the disk is full, so that the page on the screen still fits.
  static let ballast = "ballast"

  /// SQLite's own companions of a plain database file.
  static func companions(of name: String) -> [String] { ["\(name)-wal", "\(name)-journal", "\(name)-shm"] }

  /// All that is in the folder of a journal whatever is in it.
  static let contents = [inbox, backups, lock, ballast, database, original]

  /// Opens a folder that holds a journal or may hold one: owned by this user, with nothing foreign in it. Any other
  /// folder is left unchanged.
  /// - Parameters:
  ///   - making: creates the folder, and those above it, if missing.
  ///   - mayBeDamaged: also accepts the remains of a journal.
  static func enter(
    _ path: String, making: Bool = true, mayBeDamaged: Bool = false, on disk: any Disk = SystemDisk()
  ) throws(Problem) -> Folder {
    if making { try Folder.make(path, on: disk) }
    let folder = try Folder(path, on: disk)
    guard folder.status()?.st_uid == geteuid() else { throw .folderForeign(path) }
    // In a folder that Hearth has used before, other files are the person's own and do not make it foreign.
    let wasHere = folder.status(of: lock) != nil && folder.status(of: original) == nil
    do throws(Problem) { try expectRoomOrJournal(in: folder) } catch {
      guard mayBeDamaged, wasHere || [.journalDamaged(path), .keysDamaged(path)].contains(error) else { throw error }
      if !wasHere { try expectOnlyOurs(in: folder) }
    }
    try folder.makePrivate()
    return folder
  }

  /// Closes to others what is in the folder.
  /// - Returns: the names of what stood open.
  static func closeContents(of folder: Folder) throws(Problem) -> [String] {
    var stoodOpen: [String] = []
    for name in contents where folder.status(of: name) != nil {
      if !folder.isPrivate(name) { stoodOpen.append(name) }
      try folder.makePrivate(name)
    }
    return stoodOpen
  }

  /// Another process may be making the journal at this moment: what looks wrong without it counts only if it is still not there.
  private static func expectRoomOrJournal(in folder: Folder) throws(Problem) {
    if folder.status(of: database) != nil { return try expectJournal(in: folder) }
    do {
      try expectRoom(in: folder)
    } catch {
      guard folder.status(of: database) != nil else { throw error }
      try expectJournal(in: folder)
    }
  }

  /// There is no journal yet. A log without its journal is one that lost its other half, not an empty place.
  static func expectRoom(in folder: Folder) throws(Problem) {
    let names = Set(try folder.names())
    let isBeingMade = names.contains(newDatabase)
    guard names.isDisjoint(with: companions(of: database)), isBeingMade || !names.contains(where: isLog)
    else { throw .journalDamaged(folder.path) }
    try expectOnlyOurs(in: folder)
  }

  private static func expectOnlyOurs(in folder: Folder) throws(Problem) {
    let own = [lock, inbox, backups, ballast, database, "lost+found"]
    let isOnlyOurs = try folder.names().allSatisfy { own.contains($0) || $0.hasPrefix(newDatabase) || isLog($0) }
    guard isOnlyOurs else { throw .folderForeign(folder.path) }
  }

  /// That there is no journal must not look like an empty one: its backups tell.
  static func expectNothingLost(in folder: Folder) throws(Problem) {
    guard folder.status(of: backups) != nil else { return }
    let count = try BackupFolder(folder: folder.folder(backups)).backups().count
    if count > 0 { throw .journalLost(folder.path, backups: count) }
  }

  /// Looks at the first bytes of the database, before the lock is asked for: nothing is left behind in a folder that is
  /// not a journal's. (Closing a file drops the locks SQLite has on it in this process; `JournalLock`, of another kind,
  /// is what counts.)
  private static func expectJournal(in folder: Folder) throws(Problem) {
    guard let status = folder.status(of: database), status.st_uid == geteuid()
    else { throw .folderForeign(folder.path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw .fileLinked("\(folder.path)/\(database)")
    default: throw .folderForeign(folder.path)
    }
    _ = try found(in: folder)
  }

  enum Found {
    case nothing
    /// From before files were sealed.
    case plain
    case sealed
  }

  static func found(in folder: Folder) throws(Problem) -> Found {
    guard folder.status(of: database) != nil else { return .nothing }
    let bytes = try folder.open(database, for: .reading).read(limit: KeyHeader.length)
    if KeyHeader.begins(bytes) { return .sealed }
    guard bytes.count >= PlainHeader.length, bytes.starts(with: PlainHeader.magic)
    else { throw .keysDamaged(folder.path) }
    guard bytes[PlainHeader.applicationID].elementsEqual(PlainHeader.ourBytes)
    else { throw .folderForeign(folder.path) }
    return .plain
  }

  /// The header of the journal, and its log where there is one: a file of one name.
  static func header(in folder: Folder) throws(Problem) -> KeyHeader {
    let header: KeyHeader
    do throws(Problem) { header = try Volume.header(of: database, in: folder) } catch {
      throw error == .journalDamaged(folder.path) ? .keysDamaged(folder.path) : error
    }
    let log = header.logName
    guard let status = folder.status(of: log) else { return header }
    // Words may be in it alone, so it is not told to be moved away.
    if status.st_mode & S_IFMT == S_IFLNK { throw .fileLinked("\(folder.path)/\(log)") }
    _ = try Volume.open(log, in: folder, for: .changing)
    return header
  }

  /// Removes what an end before its time has left: a file half made, and logs of files that are gone.
  static func tidy(_ folder: Folder, keeping log: String?) throws(Problem) {
    let names = try folder.names()
    // The logs first: one without any file would look like all that is left of a journal.
    for name in names where isLog(name) && name != log { try folder.remove(name) }
    for name in names where name.hasPrefix(newDatabase) { try folder.remove(name) }
  }

  /// Whether a file in the folder is part of the journal, whole or half made.
  static func isOurs(_ name: String) -> Bool {
    name == database || name == original || name == ballast || name.hasPrefix(newDatabase) || isLog(name)
  }

  /// Whether a name is that of a sealed log.
  static func isLog(_ name: String) -> Bool {
    let digits = name.dropFirst(8).dropLast(4)
    return name.hasPrefix("journal.") && name.hasSuffix(".wal") && digits.count == 12 && digits.allSatisfy(\.isHexDigit)
  }
}

/// The beginning of a plain SQLite file, as far as it tells whose it is.
enum PlainHeader {
  static let length = 100
  static let magic = Array("SQLite format 3\0".utf8)
  static let applicationID = 68..<72
  /// In each of our databases, by `PRAGMA application_id`.
  static let ourID: Int32 = 0x4E51_7A31
  static var ourBytes: [UInt8] { withUnsafeBytes(of: ourID.bigEndian) { Array($0) } }
}

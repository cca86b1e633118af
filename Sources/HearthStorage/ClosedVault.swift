import Glibc
package import HearthCore
package import Seal

/// A journal that this process holds and has not opened: its folder is entered and locked to others, its header read.
///
/// It is opened with nothing where it has no passphrase, else with the passphrase or the recovery code. Callable from
/// any thread.
package final class ClosedVault: Sendable {
  let folder: Folder
  private let lock: JournalLock
  let header: KeyHeader
  /// What others could look into until now.
  let stoodOpen: [String]

  /// Makes folder and journal where there are none: the folder with 0700, the files with 0600. A journal from before
  /// files were sealed becomes one without a passphrase. The time it takes does not grow with the journal.
  /// - Throws: `journalHeld` when another process has it, `folderForeign` when the folder belongs to someone else or
  ///   holds something else, `journalLost`, `folderUnwritable`, `newerJournal`, `journalDamaged` and `diskFull`.
  package static func enter(
    _ path: String, now: Instant, on disk: any Disk = SystemDisk()
  ) throws(Problem) -> ClosedVault {
    try enter(path, now: now, on: disk, making: NewJournal.unsealed())
  }

  /// - Parameter ways: into the journal that is made where there is none.
  static func enter(
    _ path: String, now: Instant, on disk: any Disk = SystemDisk(), making ways: @autoclosure () -> NewJournal.Ways
  ) throws(Problem) -> ClosedVault {
    var stoodOpen = (try? Folder(path, on: disk))?.isPrivate() == false ? ["."] : []
    let folder = try JournalFolder.enter(path, on: disk)
    let lock = try JournalLock(in: folder)
    let inbox = try folder.folder(JournalFolder.inbox)
    switch try JournalFolder.found(in: folder) {
    case .nothing:
      try JournalFolder.expectNothingLost(in: folder)
      try NewJournal.make(in: folder, opening: ways(), now: now)
    case .plain: try NewJournal.seal(in: folder)
    case .sealed: break
    }
    stoodOpen += try JournalFolder.closeContents(of: folder)
    let header = try JournalFolder.header(in: folder)
    try JournalFolder.tidy(folder, keeping: header.logName)
    // What cannot be removed there keeps nobody out.
    try? inbox.tidyInbox(now: now)
    return ClosedVault(folder, lock, header, stoodOpen)
  }

  /// Nothing is made or changed.
  /// - Throws: `noJournal` where `enter` would make one.
  package static func expectJournal(at path: String) throws(Problem) {
    do throws(Problem) {
      let folder = try Folder(path)
      if folder.status(of: JournalFolder.database) != nil { return }
      try JournalFolder.expectRoom(in: folder)
      try JournalFolder.expectNothingLost(in: folder)
    } catch .folderMissing {}
    throw .noJournal(path)
  }

  private init(_ folder: Folder, _ lock: JournalLock, _ header: KeyHeader, _ stoodOpen: [String]) {
    self.stoodOpen = stoodOpen
    self.folder = folder
    self.lock = lock
    self.header = header
  }

  /// The same of a journal that another process may hold; false where there is none.
  package static func isSealed(at path: String) -> Bool {
    guard let folder = try? Folder(path), let header = try? Volume.header(of: JournalFolder.database, in: folder)
    else { return false }
    return !header.isOpen
  }

  /// How much of a journal stands in the file that is to take its place while it is sealed anew, in percent of the
  /// present one; nil while there is none. Any thread can ask.
  package static func resealedPercent(at path: String) -> Int? {
    guard let folder = try? Folder(path), let new = folder.status(of: JournalFolder.newDatabase),
      let present = folder.status(of: JournalFolder.database), present.st_size > 0
    else { return nil }
    return min(100, Int(new.st_size * 100 / present.st_size))
  }

  /// Whether it takes a passphrase to open it.
  package var isSealed: Bool { !header.isOpen }
  package var hasRecovery: Bool { header.hasRecovery }

  /// - Throws: `journalSealed` where it takes a passphrase.
  package func open() throws(Problem) -> Vault {
    guard let key = header.openKey else { throw .journalSealed }
    return try open(key)
  }

  /// Takes about half a second, to make trying hard.
  /// - Throws: `passphraseWrong`, `memoryShort`.
  package func open(_ passphrase: Passphrase) throws(Problem) -> Vault {
    guard let key = try header.key(passphrase) else { throw .passphraseWrong }
    return try open(key)
  }

  /// - Throws: `passphraseWrong` for a code of another journal.
  package func open(_ code: RecoveryCode) throws(Problem) -> Vault {
    guard let key = header.key(code) else { throw .passphraseWrong }
    return try open(key)
  }

  /// What opens it with nothing, or what `unlocking` finds.
  package func key(unlocking: (KeyHeader) throws -> DataKey) throws -> DataKey {
    try header.openKey ?? unlocking(header)
  }

  package func open(_ key: DataKey) throws(Problem) -> Vault {
    let vault = try Vault(Connection.open(in: folder, key: key), in: folder, lock, stoodOpen: stoodOpen)
    // The encrypted journal has opened, so the unencrypted original is no longer needed.
    try? folder.remove(JournalFolder.original)
    // Where there is no room for it, the journal opens all the same.
    try? folder.reserve(JournalFolder.ballast, bytes: Vault.ballastSize)
    // Where that cannot be done, they wait where they are.
    try? vault.bringBackNotes()
    return vault
  }
}

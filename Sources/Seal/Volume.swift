import Glibc
package import HearthCore
import Synchronization

/// A sealed file with its key: what SQLite is let near. It stands under `path` from `mount` to `unmount`, and under no
/// other path does SQLite find or make anything.
package final class Volume: Sendable {
  /// What is done with it.
  package enum Use: Sendable {
    /// It is being made under a name that is not its own yet. A rollback journal, which `VACUUM INTO` wants, is kept
    /// in memory: what is half made counts for nothing.
    case making
    case writing
    /// Nothing on the disk is changed; a log left by a crash is read into memory.
    case reading
  }

  package let folder: Folder
  package let name: String
  package let use: Use
  /// Whether what can still be read of something damaged is wanted.
  let isForgiving: Bool
  let file: OpenFile
  let (mainKey, logKey): (Secret, Secret)
  private let dataKey: DataKey
  private let state: Mutex<State>

  private struct State {
    var header: KeyHeader
    var place: Int?
    var log = LogCondition()
  }

  // MARK: Making and opening

  /// A new file with nothing in it but its header. Any that stands under the name is replaced.
  package static func make(
    _ name: String, in folder: Folder, key: DataKey, slots: [KeySlot], inboxLock: [UInt8]
  ) throws(Problem) -> Volume {
    try folder.remove(name)
    let file = try folder.open(name, for: .making)
    let header = KeyHeader(slots: slots, inboxLock: inboxLock)
    try header.write(to: file, key: key)
    // Its name reaches the disk before its log does: a log alone would look like all that is left of a journal.
    try folder.sync()
    return Volume(name, in: folder, file, .making, isForgiving: false, header, key)
  }

  /// The header of a file, which needs no key.
  /// - Throws: `folderForeign` for what is no file of this person, `fileLinked` for one with a second name.
  package static func header(of name: String, in folder: Folder) throws(Problem) -> KeyHeader {
    try KeyHeader.read(from: try open(name, in: folder, for: .reading), path: folder.path)
  }

  /// - Parameters:
  ///   - key: of one of the slots of its header.
  ///   - isForgiving: for reading what is left of a damaged file: the header need not be authentic, and the log counts
  ///     up to the damage.
  /// - Throws: `journalDamaged` when the header was changed by someone who did not have the key.
  package static func open(
    _ name: String, in folder: Folder, key: DataKey, for use: Use, isForgiving: Bool = false
  ) throws(Problem) -> Volume {
    let file = try open(name, in: folder, for: use == .reading ? .reading : .changing)
    let header = try KeyHeader.read(from: file, path: folder.path)
    // One without its first page would look like a new and empty database, and its log like one to be thrown away.
    guard isForgiving || header.isAuthentic(key), use == .making || file.size >= KeyHeader.length + PageFile.pageSize
    else { throw .journalDamaged(folder.path) }
    // A disk that does not take it keeps nobody out.
    if use == .writing, header.wholeCopies < 2 { try? header.mend(in: file, key: key) }
    return Volume(name, in: folder, file, use, isForgiving: isForgiving, header, key)
  }

  /// A file of this person's alone; one that is to be changed is closed to others.
  package static func open(_ name: String, in folder: Folder, for use: Folder.Use) throws(Problem) -> OpenFile {
    let file = try folder.open(name, for: use)
    let status = file.status
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { throw .folderForeign(folder.path) }
    // A hard link would be a second way to the file.
    guard status.st_nlink == 1 else { throw .fileLinked("\(folder.path)/\(name)") }
    if use != .reading { try file.makePrivate() }
    return file
  }

  private init(
    _ name: String, in folder: Folder, _ file: OpenFile, _ use: Use, isForgiving: Bool, _ header: KeyHeader,
    _ key: DataKey
  ) {
    (self.name, self.folder, self.file, self.use) = (name, folder, file, use)
    self.isForgiving = isForgiving
    dataKey = key
    mainKey = key.subkey(.main, of: header.fileID)
    logKey = key.subkey(.wal, of: header.fileID)
    state = Mutex(State(header: header))
  }

  // MARK: Where SQLite finds it

  /// Gives it a path until `unmount`.
  /// - Returns: the path, which is none of the file system's.
  package func mount() -> String {
    let place = SealedVFS.mount(self)
    state.withLock { $0.place = place }
    return SealedVFS.path(place)
  }

  /// After this SQLite cannot open it any more. A connection that is open stays open.
  package func unmount() {
    let place = state.withLock { state in
      defer { state.place = nil }
      return state.place
    }
    if let place { SealedVFS.unmount(place) }
  }

  /// Opens every page, also those that hold nothing, and gives the numbers of those that do not. What is in the log counts
  /// for nothing here: it is to be put away first.
  package func unreadablePages() -> [Int] { (try? PageFile(self).unreadable()) ?? [1] }

  // MARK: The ways in

  /// As it stands in the file now.
  package var header: KeyHeader { state.withLock { $0.header } }
  package var key: DataKey { dataKey }

  /// Replaces the slots, written so that at every moment either these or the earlier ones open the file.
  /// - Throws: what the disk says when the earlier slots still hold; `keysUncertain` when it is unknown which of the
  ///   two do.
  package func replaceSlots(_ slots: [KeySlot]) throws(Problem) {
    let earlier = header
    var header = earlier
    header.slots = slots
    header.generation += 1
    for copy in KeyHeader.Copy.order {
      do throws(Problem) { try header.write(copy, to: file, key: dataKey) } catch {
        try putBack(earlier, over: header, beginningWith: copy)
        throw error
      }
    }
    state.withLock { [header] in $0.header = header }
  }

  /// One of the copies may have the later ways already, and would count.
  ///
  /// - Parameter copy: the one that may be torn: while it is written the other one is whole.
  private func putBack(
    _ earlier: KeyHeader, over later: KeyHeader, beginningWith copy: KeyHeader.Copy
  ) throws(Problem) {
    var header = earlier
    header.generation = later.generation + 1
    state.withLock { [header] in $0.header = header }
    do throws(Problem) {
      for copy in [copy, copy.other] { try header.write(copy, to: file, key: dataKey) }
    } catch {
      throw .keysUncertain(folder.path)
    }
  }

  // MARK: The log

  /// One that was set aside has the name of its file, so that none takes the place of another.
  package var logName: String { Volume.logName(of: name, header, in: folder) }

  /// The log of a file that was set aside.
  package static func log(of name: String) -> String { "\(name).wal" }

  /// The name of the log that belongs to a file, set aside or not.
  package static func logName(of name: String, _ header: KeyHeader, in folder: Folder) -> String {
    folder.status(of: log(of: name)) == nil ? header.logName : log(of: name)
  }

  /// What was found in the log when it was opened.
  package var logCondition: LogCondition { state.withLock { $0.log } }

  func note(_ condition: LogCondition) { state.withLock { $0.log = condition } }
}

import CSodium
import GRDBSQLite
import Glibc
import HearthCore
import Synchronization

/// SQLite's door to the disk. It is the only one SQLite knows unless asked by name for `unix`, and it leads to mounted
/// volumes and to memory: nothing can come to stand on a disk in clear by accident.
///
/// https://www.sqlite.org/c3ref/vfs.html, https://www.sqlite.org/c3ref/io_methods.html
package enum SealedVFS {
  static let name = "sealed"

  // MARK: What is mounted

  private struct Mounts {
    var volumes: [(place: Int, volume: Volume)] = []
    var last = 0
  }

  private static let mounts = Mutex(Mounts())

  static func mount(_ volume: Volume) -> Int {
    register()
    return mounts.withLock { mounts in
      mounts.last += 1
      mounts.volumes.append((mounts.last, volume))
      return mounts.last
    }
  }

  static func unmount(_ place: Int) { mounts.withLock { $0.volumes.removeAll { $0.place == place } } }

  /// By a URI, because what is attached to a plain database would otherwise go through the plain door.
  static func path(_ place: Int) -> String { "file:/sealed/\(place)?vfs=\(name)" }

  /// The volume a path belongs to: its own, or with the ending of its log or rollback journal.
  fileprivate static func volume(_ path: UnsafePointer<CChar>?, ending: String = "") -> Volume? {
    guard let path else { return nil }
    let text = String(cString: path)
    guard text.hasPrefix("/sealed/"), text.hasSuffix(ending) else { return nil }
    return Int(text.dropFirst(8).dropLast(ending.count)).flatMap { place in
      mounts.withLock { $0.volumes.first { $0.place == place }?.volume }
    }
  }

  // MARK: Registering

  /// Makes it SQLite's default VFS for the life of the process; repeating it changes nothing.
  package static func register() { _ = isRegistered }

  /// Says that a new database leaves room for nonce and tag in each page. Before anything is written to it.
  ///
  /// - Parameter count: of bytes; nil is what a seal takes.
  package static func reserveBytes(_ connection: OpaquePointer, _ count: Int? = nil) {
    var count = CInt(count ?? Cipher.overhead)
    sqlite3_file_control(connection, nil, SQLITE_FCNTL_RESERVE_BYTES, &count)
  }

  private static let isRegistered: Bool = {
    Sodium.start()
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    vfs.initialize(to: sqlite3_vfs())
    vfs.pointee.iVersion = 2
    vfs.pointee.szOsFile = CInt(MemoryLayout<Slot>.size)
    vfs.pointee.mxPathname = 512
    vfs.pointee.zName = UnsafePointer(strdup(SealedVFS.name)!)
    vfs.pointee.xOpen = { _, path, slot, flags, answer in SealedVFS.open(path, slot, flags, answer) }
    vfs.pointee.xDelete = { _, path, _ in SealedVFS.delete(path) }
    vfs.pointee.xAccess = { _, path, _, answer in SealedVFS.access(path, answer) }
    vfs.pointee.xFullPathname = { _, path, count, target in SealedVFS.copy(path, count, target) }
    vfs.pointee.xRandomness = { _, count, target in
      if let target { randombytes_buf(target, Int(count)) }
      return count
    }
    vfs.pointee.xSleep = { _, microseconds in
      usleep(UInt32(microseconds))
      return microseconds
    }
    vfs.pointee.xCurrentTime = { _, days in
      days?.pointee = Double(SealedVFS.julianMilliseconds) / 86_400_000
      return SQLITE_OK
    }
    vfs.pointee.xCurrentTimeInt64 = { _, milliseconds in
      milliseconds?.pointee = SealedVFS.julianMilliseconds
      return SQLITE_OK
    }
    vfs.pointee.xGetLastError = { _, _, _ in errno }
    return sqlite3_vfs_register(vfs, 1) == SQLITE_OK
  }()

  /// Since noon of 24 November 4714 before Christ, as SQLite counts.
  private static var julianMilliseconds: sqlite3_int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return 210_866_760_000_000 + Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  // MARK: Files by path

  private static func open(
    _ path: UnsafePointer<CChar>?, _ slot: UnsafeMutablePointer<sqlite3_file>?, _ flags: CInt,
    _ answer: UnsafeMutablePointer<CInt>?
  ) -> CInt {
    slot?.pointee.pMethods = nil
    guard let slot, let (file, isReadOnly) = file(path, flags) else { return SQLITE_CANTOPEN }
    answer?.pointee = isReadOnly ? SQLITE_OPEN_READONLY : flags
    Slot.put(file, in: slot)
    return SQLITE_OK
  }

  private static func file(_ path: UnsafePointer<CChar>?, _ flags: CInt) -> (any StoreFile, isReadOnly: Bool)? {
    if flags & SQLITE_OPEN_MAIN_DB != 0 {
      return volume(path).map { (PageFile($0), $0.use == .reading) }
    }
    if flags & SQLITE_OPEN_WAL != 0 {
      return volume(path, ending: "-wal").flatMap { volume in volume.log().map { ($0, volume.use == .reading) } }
    }
    // Outside the making of a file there is no rollback journal, so that none can be planted.
    if flags & SQLITE_OPEN_MAIN_JOURNAL != 0, volume(path, ending: "-journal")?.use != .making { return nil }
    return (MemoryFile(), false)
  }

  private static func delete(_ path: UnsafePointer<CChar>?) -> CInt {
    guard let volume = volume(path, ending: "-wal") else { return SQLITE_OK }
    do { try volume.folder.remove(volume.logName) } catch { return SQLITE_IOERR | 10 << 8 }
    return SQLITE_OK
  }

  private static func access(_ path: UnsafePointer<CChar>?, _ answer: UnsafeMutablePointer<CInt>?) -> CInt {
    let isThere = volume(path, ending: "-wal").map { $0.folder.status(of: $0.logName) != nil }
    answer?.pointee = isThere == true ? 1 : 0
    return SQLITE_OK
  }

  private static func copy(_ path: UnsafePointer<CChar>?, _ count: CInt, _ target: UnsafeMutablePointer<CChar>?) -> CInt
  {
    guard let path, let target, strlen(path) < Int(count) else { return SQLITE_CANTOPEN }
    strcpy(target, path)
    return SQLITE_OK
  }
}

extension Volume {
  /// The log as SQLite is to see it; nil when it cannot be had, or when saves that count cannot be read in it.
  fileprivate func log() -> (any StoreFile)? {
    if use == .reading, folder.status(of: logName) == nil { return MemoryFile() }
    guard let file = try? Self.open(logName, in: folder, for: use == .reading ? .reading : .writing) else { return nil }
    let log = LogFile(of: self, file)
    if logCondition.isDamaged, !isForgiving { return nil }
    return use == .reading ? (try? log.contents()).map { MemoryFile($0) } : log
  }

  func syncNames() throws(StoreError) {
    do { try folder.sync() } catch { throw .sync }
  }
}

/// What SQLite keeps for an open file: its own part, and ours.
private struct Slot {
  var base: sqlite3_file
  var file: UnsafeMutableRawPointer?

  private static let place = MemoryLayout<Slot>.offset(of: \.file)!

  /// Keeps any kind of file in one pointer.
  final class Holder {
    let file: any StoreFile
    init(_ file: any StoreFile) { self.file = file }
  }

  static func put(_ file: any StoreFile, in slot: UnsafeMutablePointer<sqlite3_file>) {
    let held = Unmanaged.passRetained(Holder(file)).toOpaque()
    UnsafeMutableRawPointer(slot).storeBytes(of: held, toByteOffset: place, as: UnsafeMutableRawPointer.self)
    slot.pointee.pMethods = UnsafePointer(methods)
  }

  static func holder(_ slot: UnsafeMutablePointer<sqlite3_file>?) -> Unmanaged<Holder> {
    // SQLite hands back only what `put` has filled.
    let held = UnsafeRawPointer(slot!).load(fromByteOffset: place, as: UnsafeMutableRawPointer.self)
    return Unmanaged<Holder>.fromOpaque(held)
  }

  static func asking(
    _ slot: UnsafeMutablePointer<sqlite3_file>?, _ work: (any StoreFile) throws(StoreError) -> Void
  ) -> CInt {
    do throws(StoreError) {
      try work(holder(slot).takeUnretainedValue().file)
      return SQLITE_OK
    } catch {
      return error.code
    }
  }

  static func close(_ slot: UnsafeMutablePointer<sqlite3_file>?) {
    let holder = holder(slot)
    holder.takeUnretainedValue().file.close()
    holder.release()
  }

  /// Filled once and only read afterwards.
  private nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    methods.initialize(to: sqlite3_io_methods())
    methods.pointee.iVersion = 1  // neither shared memory nor mapped files
    methods.pointee.xClose = { slot in
      Slot.close(slot)
      return SQLITE_OK
    }
    methods.pointee.xRead = { slot, target, count, offset in
      let buffer = UnsafeMutableRawBufferPointer(start: target, count: Int(count))
      return Slot.asking(slot) { file throws(StoreError) in try file.read(into: buffer, at: Int(offset)) }
    }
    methods.pointee.xWrite = { slot, bytes, count, offset in
      let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      return Slot.asking(slot) { file throws(StoreError) in try file.write(buffer, at: Int(offset)) }
    }
    methods.pointee.xTruncate = { slot, size in
      Slot.asking(slot) { file throws(StoreError) in try file.truncate(to: Int(size)) }
    }
    methods.pointee.xSync = { slot, _ in Slot.asking(slot) { file throws(StoreError) in try file.sync() } }
    methods.pointee.xFileSize = { slot, answer in
      Slot.asking(slot) { file throws(StoreError) in answer?.pointee = sqlite3_int64(try file.size()) }
    }
    // One process has the journal, by a lock of its own, and one connection in it.
    methods.pointee.xLock = { _, _ in SQLITE_OK }
    methods.pointee.xUnlock = { _, _ in SQLITE_OK }
    methods.pointee.xCheckReservedLock = { _, answer in
      answer?.pointee = 0
      return SQLITE_OK
    }
    methods.pointee.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.pointee.xSectorSize = { _ in 4096 }
    methods.pointee.xDeviceCharacteristics = { _ in
      SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN
    }
    return methods
  }()
}

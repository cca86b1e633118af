import Foundation
import GRDB
import HearthCore
import Seal

/// A small sealed database, spoken to as the journal's is.
final class Store {
  let volume: Volume
  private let queue: DatabaseQueue

  static let name = "journal.db"

  /// What was made and published in a folder.
  static func make(in folder: Folder, key: DataKey = .random(), slots: ((DataKey) -> [KeySlot]?)? = nil) throws {
    let volume = try Volume.make(
      "\(name).new", in: folder, key: key, slots: slots?(key) ?? [.open(key)], inboxLock: BoxKeys().lock)
    let store = try Store(volume, isNew: true)
    try store.write(Diary.begin)
    try store.close()
    try folder.open("\(name).new", for: .changing).sync()
    try folder.rename("\(name).new", to: name)
    try folder.sync()
  }

  /// What stands in a folder, opened by its open slot.
  convenience init(in folder: Folder, _ name: String = name, for use: Volume.Use = .writing) throws {
    guard let key = try Volume.header(of: name, in: folder).openKey else { throw Problem.journalDamaged(name) }
    try self.init(try Volume.open(name, in: folder, key: key, for: use))
  }

  init(_ volume: Volume, isNew: Bool = false) throws {
    self.volume = volume
    var configuration = Configuration()
    configuration.readonly = volume.use == .reading
    configuration.prepareDatabase { db in
      if isNew, let connection = db.sqliteConnection {
        SealedVFS.reserveBytes(connection)
        try db.execute(sql: "PRAGMA page_size = 4096")
      }
      // A small cache, so that larger changes spill into the log before they are committed.
      try db.execute(
        sql: """
          PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = 20;
          PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
          """)
      // Its answer comes before it is done: a failure on the way is known only when it has run to its end.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else { throw Problem.diskFull }
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 40")
    }
    do { queue = try DatabaseQueue(path: volume.mount(), configuration: configuration) } catch {
      volume.unmount()
      throw error
    }
  }

  deinit { try? close() }

  func write(_ work: (Database) throws -> Void) throws { try queue.write(work) }

  func contents() throws -> [Int: String] { try queue.read(Diary.contents) }

  func isSound() throws -> Bool {
    try queue.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok" }
  }

  func outside<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try queue.writeWithoutTransaction(work)
  }

  func close() throws {
    try queue.close()
    volume.unmount()
  }
}

/// Changes that can be told again: after change n the contents are known.
enum Diary {
  static func begin(_ db: Database) throws {
    try db.execute(
      sql: "CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE VIRTUAL TABLE word USING fts5(text)")
  }

  static func contents(_ db: Database) throws -> [Int: String] {
    try Row.fetchAll(db, sql: "SELECT id, text FROM page").reduce(into: [:]) { $0[$1["id"]] = $1["text"] }
  }

  /// Change n: a new page; sometimes an old one changes or goes; every ninth change is larger than the cache.
  static func change(_ number: Int, _ pages: inout [Int: String]) {
    for copy in 0..<(number % 9 == 8 ? 60 : 1) { pages[number * 100 + copy] = text(number, copy) }
    if number % 3 == 2 { pages[(number / 2) * 100] = text(number, 99) }
    if number % 5 == 4 { pages[(number / 3) * 100] = nil }
  }

  static func text(_ number: Int, _ copy: Int) -> String {
    "marker\(number) " + String(repeating: "word\(copy) ", count: 40 + (number * 37 + copy) % 200)
  }

  static func make(_ number: Int, _ pages: inout [Int: String], in store: Store) throws {
    let before = pages
    change(number, &pages)
    let after = pages
    try store.write { db in
      for id in Set(before.keys).union(after.keys).sorted() where before[id] != after[id] {
        if let text = after[id] {
          try db.execute(sql: "INSERT OR REPLACE INTO page VALUES (?, ?)", arguments: [id, text])
          try db.execute(sql: "INSERT INTO word (text) VALUES (?)", arguments: [text])
        } else {
          try db.execute(sql: "DELETE FROM page WHERE id = ?", arguments: [id])
        }
      }
    }
  }

  /// Changes 0 up to `count`.
  static func begin(_ store: Store, _ count: Int) throws {
    var pages: [Int: String] = [:]
    for number in 0..<count { try make(number, &pages, in: store) }
  }

  static func pages(after count: Int) -> [Int: String] {
    var pages: [Int: String] = [:]
    for number in 0..<count { change(number, &pages) }
    return pages
  }
}

/// A folder for one test, gone when it is let go.
final class Place {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "hearth-seal-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func folder(on disk: any Disk = SystemDisk()) throws -> Folder { try Folder(path, on: disk) }

  /// Replaces all that stands in it.
  func become(_ files: [String: [UInt8]]) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for (name, bytes) in files { try write(Data(bytes), as: name) }
  }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))) }

  var files: [String: [UInt8]] {
    get throws { try Dictionary(uniqueKeysWithValues: names.map { ($0, try bytes($0)) }) }
  }

  func write(_ bytes: Data, as name: String) throws { try bytes.write(to: URL(fileURLWithPath: "\(path)/\(name)")) }

  /// Changes a file that is open.
  func patch(_ name: String, with bytes: [UInt8]) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: "\(path)/\(name)"))
    try file.write(contentsOf: bytes)
    try file.close()
  }

  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

import GRDB
import Seal

/// The files of a store as a killed process leaves them, with saves in the log that are nowhere else.
struct Wreck {
  /// How many changes were acknowledged.
  let count: Int
  let files: [String: [UInt8]]
  let logName: String
  /// Where the last save begins in the log.
  let lastSave: Int

  /// - Parameters:
  ///   - count: of all changes; the second half of them stands in the log.
  ///   - change: how the changes are made.
  init(changes count: Int, change: (Int, inout [Int: String], Store) throws -> Void = Diary.make) throws {
    let place = try Place()
    let folder = try place.folder()
    try Store.make(in: folder)
    var (pages, store) = ([Int: String](), try Store(in: folder))
    for number in 0..<count / 2 { try change(number, &pages, store) }
    try store.close()
    store = try Store(in: folder)
    try store.outside { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
    for number in count / 2..<count - 1 { try change(number, &pages, store) }
    lastSave = try place.bytes(store.volume.logName).count
    try change(count - 1, &pages, store)
    (self.count, files, logName) = (count, try place.files, store.volume.logName)
    try store.close()
  }

  var log: [UInt8] { files[logName] ?? [] }

  /// The same with another log, or another database.
  func with(log: [UInt8]? = nil, database: [UInt8]? = nil) -> [String: [UInt8]] {
    var files = files
    if let log { files[logName] = log }
    if let database { files[Store.name] = database }
    return files
  }

  /// Where frame 1, 2, … stands in a log.
  static func place(ofFrame number: Int) -> Int { 72 + (number - 1) * frameSize }

  static let frameSize = 64 + 4136
}

/// What opening a store came to.
enum Outcome: Equatable {
  /// It holds what it held after so many changes.
  case after(Int)
  /// It does not open, or says that a part of it cannot be read.
  case refused(logIsDamaged: Bool)
  /// It holds what it never held.
  case wrong

  /// - Parameter count: of the changes it may hold.
  init(of files: [String: [UInt8]], in place: Place, upTo count: Int) throws {
    try place.become(files)
    var volume: Volume?
    do {
      let folder = try place.folder()
      guard let key = try Volume.header(of: Store.name, in: folder).openKey else { throw Store.Unopened() }
      volume = try Volume.open(Store.name, in: folder, key: key, for: .writing)
      guard let store = try volume.map({ try Store($0) }) else { throw Store.Unopened() }
      let contents = try store.contents()
      let found = (0...count).last { Diary.pages(after: $0) == contents }
      let isSound = try store.isSound()
      self = found.map { isSound ? .after($0) : .refused(logIsDamaged: false) } ?? .wrong
    } catch {
      self = .refused(logIsDamaged: volume?.logCondition.isDamaged ?? false)
    }
  }
}

extension Store {
  struct Unopened: Error {}
}

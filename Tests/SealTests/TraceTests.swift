import Foundation
import GRDB
import HearthCore
import Laboratory
import Seal
import Testing

@Suite struct `What is written` {
  private static let marker = "Zwetschgenmarmelade"

  /// Every file that may have got something of it.
  private func places(_ place: Place) -> [String] {
    [place.path, NSTemporaryDirectory(), "/dev/shm", "/var/tmp", FileManager.default.currentDirectoryPath]
  }

  /// Files changed since `start` in which the marker stands in clear.
  private func traces(in folders: [String], since start: Date) throws -> [String] {
    let files = FileManager.default
    return folders.flatMap { folder in
      ((try? files.contentsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
    }.filter { path in
      guard let found = try? files.attributesOfItem(atPath: path), found[.type] as? FileAttributeType == .typeRegular,
        let changed = found[.modificationDate] as? Date, changed >= start,
        let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
      else { return false }
      return bytes.range(of: Data(Self.marker.utf8)) != nil
    }
  }

  @Test func `is never in clear, while a store is open and afterwards`() throws {
    let (place, start) = (try Place(), Date(timeIntervalSinceNow: -1))
    let disk = RecordingDisk()
    try Store.make(in: try place.folder(on: disk))
    let store = try Store(in: try place.folder(on: disk))
    var names = Set(try place.names)
    try work(store) {
      names.formUnion(try place.names)
      #expect(try traces(in: places(place), since: start) == [])
    }
    let log = store.volume.logName
    try store.close()
    #expect(names == [Store.name, log])
    #expect(try place.names == [Store.name])
    #expect(try traces(in: places(place), since: start) == [])
    // What was overwritten since is looked at too.
    let written = disk.events.compactMap { if case .wrote(_, _, let bytes) = $0 { bytes } else { nil } }
    #expect(written.count > 20)
    #expect(written.allSatisfy { Data($0).range(of: Data(Self.marker.utf8)) == nil })
    let created = disk.events.compactMap { if case .created(_, let name) = $0 { name } else { nil } }
    #expect(Set(created).isSubset(of: ["\(Store.name).new", log]))
  }

  /// All that makes SQLite want a file of its own: large sorts, temporary tables, savepoints, rollbacks.
  private func work(_ store: Store, look: () throws -> Void) throws {
    try store.write { db in
      for id in 0..<600 {
        try db.execute(
          sql: "INSERT INTO page VALUES (?, ?)",
          arguments: [id, "\(Self.marker) \(id * 7919 % 600) " + String(repeating: "\(id) ", count: 300)])
      }
      try look()
    }
    try store.outside { db in
      _ = try Row.fetchAll(db, sql: "SELECT * FROM page ORDER BY substr(text, 20)")
      try db.execute(sql: "CREATE TEMP TABLE aside AS SELECT * FROM page; CREATE INDEX temp.asideText ON aside (text)")
      try look()
      try db.inTransaction {
        try db.inSavepoint {
          try db.execute(sql: "UPDATE page SET text = text || ' again'")
          try look()
          return .rollback
        }
        return .rollback
      }
      try db.execute(sql: "REINDEX; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
      try look()
    }
  }

  @Test func `looks like chance`() throws {
    let wreck = try Wreck(changes: 20)
    for (name, bytes) in wreck.files {
      var counts = [Double](repeating: 0, count: 256)
      let sealed = bytes.dropFirst(name == Store.name ? 8192 : 0)
      for byte in sealed { counts[Int(byte)] += 1 }
      let expected = Double(sealed.count) / 256
      let distance = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
      // Chi-square of 255 degrees of freedom: more than 400 comes up once in a hundred million times.
      #expect(distance < 400, "\(name)")
    }
  }

  @Test func `stands in one write and one sync for a save`() throws {
    let (place, disk) = (try Place(), RecordingDisk())
    try Store.make(in: try place.folder(on: disk))
    let store = try Store(in: try place.folder(on: disk))
    try store.outside { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000") }
    var pages: [Int: String] = [:]
    try Diary.make(0, &pages, in: store)
    let start = disk.events.count
    for number in 1...100 where number % 9 != 8 { try Diary.make(number, &pages, in: store) }
    let (writes, syncs) = disk.events[start...].reduce(into: (0, 0)) { count, event in
      if case .wrote = event { count.0 += 1 }
      if case .synced = event { count.1 += 1 }
    }
    let saves = (1...100).count { $0 % 9 != 8 }
    #expect(writes == saves)
    #expect(Double(syncs) <= 1.1 * Double(saves))
  }
}

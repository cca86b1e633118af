import Foundation
import GRDB
import HearthCore
import Seal
import Testing

@Suite struct `Somebody who can write into the folder` {
  private let place: Place
  private let victim: Place

  init() throws {
    (place, victim) = (try Place(), try Place())
    try Store.make(in: try place.folder())
    try victim.write(Data("mine".utf8), as: "victim")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(victim.path)/victim")
  }

  private var files: FileManager { .default }

  private func logName() throws -> String {
    let store = try Store(in: try place.folder(), for: .reading)
    defer { try? store.close() }
    return store.volume.logName
  }

  /// Puts something that leads to the victim under a name.
  private func plant(_ kind: String, as name: String) throws {
    try? files.removeItem(atPath: "\(place.path)/\(name)")
    if kind == "symbolic link" {
      try files.createSymbolicLink(atPath: "\(place.path)/\(name)", withDestinationPath: "\(victim.path)/victim")
    } else {
      try files.linkItem(atPath: "\(victim.path)/victim", toPath: "\(place.path)/\(name)")
    }
  }

  private func mode(_ place: Place, _ name: String) throws -> Int? {
    try files.attributesOfItem(atPath: "\(place.path)/\(name)")[.posixPermissions] as? Int
  }

  private func expectVictimUntouched() throws {
    #expect(try victim.bytes("victim") == Array("mine".utf8))
    #expect(try mode(victim, "victim") == 0o644)
  }

  @Test(arguments: ["symbolic link", "hard link"], ["database", "log"])
  func `cannot have another file written to`(kind: String, file: String) throws {
    try plant(kind, as: file == "log" ? try logName() : Store.name)
    let folder = try place.folder()
    #expect(throws: (any Error).self) {
      let store = try Store(in: folder)
      try store.write { db in try db.execute(sql: "INSERT INTO page VALUES (1, 'x')") }
    }
    try expectVictimUntouched()
  }

  @Test func `cannot have another file closed to others`() throws {
    try plant("symbolic link", as: Store.name)
    try? place.folder().makePrivate(Store.name)
    try expectVictimUntouched()
  }

  @Test(arguments: ["database", "log"]) func `cannot make it wait at a pipe`(file: String) throws {
    let name = file == "log" ? try logName() : Store.name
    try? files.removeItem(atPath: "\(place.path)/\(name)")
    #expect(mkfifo("\(place.path)/\(name)", 0o600) == 0)
    #expect(throws: (any Error).self) { try Store(in: try place.folder(), for: .reading) }
    #expect(throws: (any Error).self) { try Store(in: try place.folder()) }
  }

  @Test func `finds that a rollback journal put there is not looked at`() throws {
    let before = try Store(in: try place.folder())
    try Diary.begin(before, 3)
    try before.close()
    let planted = Array("\u{D9}\u{D5}\u{05}\u{F9} rolls back".utf8)
    for name in ["\(Store.name)-journal", "journal"] { try place.write(Data(planted), as: name) }
    let store = try Store(in: try place.folder())
    #expect(try store.contents() == Diary.pages(after: 3))
    try store.close()
    #expect(try place.bytes("\(Store.name)-journal") == planted)
  }

  @Test func `cannot have the log of another file replayed, under whichever name`() throws {
    let (mine, other) = (try Wreck(changes: 6), try Wreck(changes: 12))
    var files = mine.files
    files[other.logName] = other.log
    let folder = try Place()
    #expect(try Outcome(of: files, in: folder, upTo: 12) == .after(6))
    #expect(try Outcome(of: mine.with(log: other.log), in: folder, upTo: 12) == .refused(logIsDamaged: true))
  }

  @Test func `cannot put in a page of another file with the same key`() throws {
    let key = DataKey.random()
    let databases = try ["one", "two"].map { name in
      let place = try Place()
      try Store.make(in: try place.folder(), key: key)
      return try place.bytes(Store.name)
    }
    var mixed = databases[0]
    let last = mixed.count - 4096
    mixed.replaceSubrange(last..<mixed.count, with: databases[1][last..<mixed.count])
    #expect(try Outcome(of: [Store.name: databases[0]], in: place, upTo: 0) == .after(0))
    #expect(try Outcome(of: [Store.name: mixed], in: place, upTo: 0) == .refused(logIsDamaged: false))
  }

  @Test func `a file that others may read is closed to them when it is opened`() throws {
    let wreck = try Wreck(changes: 6)
    try place.become(wreck.files)
    for name in try place.names {
      try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(place.path)/\(name)")
    }
    let store = try Store(in: try place.folder())
    for name in try place.names { #expect(try mode(place, name) == 0o600) }
    try store.close()
  }

  @Test func `new files are for nobody else, whatever the mask`() throws {
    let mask = umask(0)
    defer { umask(mask) }
    let store = try Store(in: try place.folder())
    try store.write { db in try db.execute(sql: "INSERT INTO page VALUES (1, 'x')") }
    for name in try place.names { #expect(try mode(place, name) == 0o600) }
    #expect(try place.names.count == 2)
  }
}

@Suite struct `A folder that may only be read` {
  @Test(arguments: ["whole", "torn"]) func `shows what a crash has left in the log, and stays as it is`(log: String)
    throws
  {
    let (wreck, place) = (try Wreck(changes: 8), try Place())
    // A log of which no save is whole yet.
    let torn = wreck.with(log: Array(wreck.log.prefix(Wreck.place(ofFrame: 2))))
    let files = log == "whole" ? wreck.files : torn
    try place.become(files)
    chmod(place.path, 0o500)
    defer { chmod(place.path, 0o700) }
    let store = try Store(in: try place.folder(), for: .reading)
    #expect(try store.contents() == Diary.pages(after: log == "whole" ? 8 : 4))
    #expect(try store.isSound())
    #expect(throws: (any Error).self) {
      try store.write { db in try db.execute(sql: "INSERT INTO page VALUES (7777, 'x')") }
    }
    try store.close()
    #expect(try place.files == files)
  }
}

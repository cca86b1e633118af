import Foundation
import GRDB
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

struct OpeningTests {
  @Test func `a journal is made where there is nothing, closed to others`() throws {
    let folder = try TestFolder()
    let path = folder.root + "/a/b/c/"
    let vault = try Vault.open(path, now: .start)
    _ = try vault.save(.sample(), now: .start)
    let log = try #require(try folder.names(in: path).first { $0.hasSuffix(".wal") })
    #expect(try folder.names(in: path) == ["ballast", "inbox", "journal.db", "lock", log].sorted())
    for name in ["", "inbox", "../../b", "../../../a"] { #expect(try folder.mode(of: path + name) == 0o700, "\(name)") }
    for name in ["journal.db", log, "lock"] {
      #expect(try folder.mode(of: path + name) == 0o600, "\(name)")
    }
    vault.close()
    #expect(try folder.names(in: path) == ["ballast", "inbox", "journal.db", "lock"])
  }

  @Test func `after something was called off a clean end is as clean`() throws {
    let (folder, disk) = (try TestFolder(), FailingDisk(at: .max, with: EIO))
    try folder.open().close()
    let vault = try ClosedVault.enter(folder.journal, now: .start, on: disk).open()
    for number in 0..<40 { _ = try vault.save(.sample(number), now: .start) }
    disk.withEachRead { vault.interrupt() }
    #expect(throws: Problem.interrupted) { try vault.backUp(now: Stamp(.start, in: .utc)) }
    disk.withEachRead {}
    vault.close()
    #expect(try !folder.names(in: folder.journal).contains { $0.hasSuffix(".wal") })
  }

  @Test func `an empty folder becomes a journal, and what stood open is closed to others`() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(atPath: folder.journal, withIntermediateDirectories: false)
    try folder.setMode(0o755, of: folder.journal)
    try folder.open().close()
    #expect(try folder.mode(of: folder.journal) == 0o700)
    for name in ["journal.db", "lock"] { try folder.setMode(0o644, of: "\(folder.journal)/\(name)") }
    try folder.setMode(0o755, of: folder.inbox)
    let vault = try folder.open()
    #expect(try vault.verify().first { $0.subject == .files }?.isFine == true)
    #expect(try folder.mode(of: folder.journal + "/journal.db") == 0o600)
  }

  @Test func `a link to a folder of ours is as good as the folder`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let link = folder.root + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.journal)
    let vault = try Vault.open(link, now: .start)
    #expect(throws: Problem.journalHeld(process: Int(getpid()))) { try folder.open() }
    vault.close()
  }

  @Test func `a second opening says who has it, and works when it is given back`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    #expect(throws: Problem.journalHeld(process: Int(getpid()))) { try folder.open() }
    _ = try vault.save(.sample(), now: .start)
    vault.close()
    vault.close()
    #expect(try folder.open().count() == 1)
    #expect(throws: Problem.self) { try vault.count() }
  }

  @Test func `a vault that nobody holds any more is closed`() throws {
    let folder = try TestFolder()
    _ = try folder.open()
    _ = try folder.open()
  }

  @Test func `what was saved is there after a death in the middle of everything`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 0..<40 {
      _ = try vault.save(.sample(number), now: .start)
      try vault.keep(.sample(100, "Sentence \(number)"))
    }
    // What a kill leaves behind is what stands on the disk at that moment.
    let remains = folder.root + "/remains"
    try FileManager.default.copyItem(atPath: folder.journal, toPath: remains)
    #expect(try folder.names(in: remains).contains { $0.hasSuffix(".wal") })
    let again = try Vault.open(remains, now: .start)
    #expect(try again.count() == 40)
    #expect(try again.drafts().map(\.text) == ["Sentence 39"])
    #expect(try again.verify().allSatisfy(\.isFine))
    vault.close()
  }

  @Test func `a death while the journal was being made is made good`() throws {
    let folder = try TestFolder()
    try folder.write("half", to: folder.journal + "/journal.db.new")
    try folder.write("half", to: folder.journal + "/journal.db.new-wal")
    try folder.write("", to: folder.journal + "/lock")
    try folder.open().close()
    #expect(try folder.names(in: folder.journal) == ["ballast", "inbox", "journal.db", "lock"])
  }

  // Bad places

  @Test(arguments: ["notes.txt", ".git/config", "journal.db.txt"])
  func `a folder with other things in it is left as it is`(_ name: String) throws {
    let folder = try TestFolder()
    try folder.write("mine", to: "\(folder.journal)/\(name)")
    try folder.setMode(0o755, of: folder.journal)
    let names = try folder.names(in: folder.journal)
    #expect(throws: Problem.folderForeign(folder.journal)) { try folder.open() }
    #expect(try folder.names(in: folder.journal) == names)
    #expect(try folder.mode(of: folder.journal) == 0o755)
  }

  @Test func `a database of another program is left as it is`() throws {
    let folder = try TestFolder()
    try folder.write("", to: folder.journal + "/journal.db")
    let other = try DatabaseQueue(path: "file:\(folder.journal)/journal.db?vfs=unix")
    try other.write { db in try db.execute(sql: "CREATE TABLE song (id INTEGER PRIMARY KEY)") }
    try other.close()
    #expect(throws: Problem.folderForeign(folder.journal)) { try folder.open() }
    #expect(try folder.names(in: folder.journal) == ["journal.db"])
  }

  @Test func `a file, or a path through one, is no folder`() throws {
    let folder = try TestFolder()
    try folder.write("mine", to: folder.journal)
    #expect(throws: Problem.folderForeign(folder.journal)) { try folder.open() }
    #expect(throws: Problem.folderForeign(folder.journal + "/x")) { try Vault.open(folder.journal + "/x", now: .start) }
  }

  @Test func `a link in place of the database is refused by its name`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let real = folder.root + "/elsewhere.db"
    try FileManager.default.moveItem(atPath: folder.journal + "/journal.db", toPath: real)
    try FileManager.default.createSymbolicLink(atPath: folder.journal + "/journal.db", withDestinationPath: real)
    #expect(throws: Problem.fileLinked(folder.journal + "/journal.db")) { try folder.open() }
  }

  @Test func `a database with a second name is refused`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    try FileManager.default.linkItem(atPath: folder.journal + "/journal.db", toPath: folder.root + "/second.db")
    #expect(throws: Problem.fileLinked(folder.journal + "/journal.db")) { try folder.open() }
  }

  @Test func `a folder of someone else is refused`() throws {
    let folder = try TestFolder()
    // Root can give a folder away; anyone else finds one that is root's.
    guard geteuid() == 0 else {
      #expect(throws: Problem.folderForeign("/usr")) { try Vault.open("/usr", now: .start) }
      return
    }
    try FileManager.default.createDirectory(atPath: folder.journal, withIntermediateDirectories: false)
    #expect(chown(folder.journal, 65_534, 65_534) == 0)
    #expect(throws: Problem.folderForeign(folder.journal)) { try folder.open() }
    #expect(try folder.names(in: folder.journal).isEmpty)
  }

  @Test func `a folder that cannot be made says so`() throws {
    #expect(throws: Problem.folderUnwritable("/proc/none")) { try Vault.open("/proc/none", now: .start) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func `a folder that cannot be written says so`() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(atPath: folder.journal, withIntermediateDirectories: false)
    try folder.setMode(0o500, of: folder.journal)
    #expect(throws: Problem.folderUnwritable(folder.journal)) { try folder.open() }
    try folder.setMode(0o700, of: folder.journal)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"), arguments: ["journal.db", "lock", "inbox"])
  func `of what alone may not be changed in it, the name is told`(name: String) throws {
    let folder = try TestFolder()
    try folder.open().close()
    try folder.setMode(0o400, of: folder.journal + "/" + name)
    #expect(throws: Problem.fileUnwritable(folder.journal + "/" + name)) { try folder.open() }
  }

  // Bad files

  @Test func `without either copy of its key it is said that nothing opens it any more`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let path = folder.journal + "/journal.db"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in [100, 4_196] { bytes[place] ^= 1 }
    try folder.write(bytes, to: path)
    #expect(throws: Problem.keysDamaged(folder.journal)) { try folder.open() }
  }

  @Test(arguments: ["inbox", "lock", "ballast"])
  func `what is a link, where the journal has something of its own, is named`(name: String) throws {
    let folder = try TestFolder()
    try folder.open().close()
    let place = folder.journal + "/" + name
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/tmp/none")
    #expect(throws: Problem.linkRefused(place)) { try folder.open() }
  }

  @Test func `what is of another kind is named`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    try FileManager.default.removeItem(atPath: folder.journal + "/inbox")
    try folder.write("no folder", to: folder.journal + "/inbox")
    #expect(throws: Problem.placeTaken(folder.journal + "/inbox")) { try folder.open() }
    try FileManager.default.removeItem(atPath: folder.journal + "/inbox")
    try FileManager.default.removeItem(atPath: folder.journal + "/lock")
    try FileManager.default.createDirectory(atPath: folder.journal + "/lock", withIntermediateDirectories: false)
    #expect(throws: Problem.placeTaken(folder.journal + "/lock")) { try folder.open() }
  }

  @Test(arguments: [true, false])
  func `a log with a second name, or that is a link, is not told to be moved away`(isLink: Bool) throws {
    let (folder, after) = (try TestFolder(), try TestFolder())
    let vault = try folder.open()
    _ = try vault.save(.sample(0), now: .start)
    // As a crash would leave it.
    try FileManager.default.copyItem(atPath: folder.journal, toPath: after.journal)
    let log = after.journal + "/" + (try #require(vault.volume?.logName))
    let other = after.journal + "/elsewhere"
    if isLink {
      try FileManager.default.moveItem(atPath: log, toPath: other)
      try FileManager.default.createSymbolicLink(atPath: log, withDestinationPath: other)
    } else {
      #expect(link(log, other) == 0)
    }
    #expect(throws: Problem.fileLinked(log)) { try after.open() }
  }

  @Test func `a journal of a later Hearth is not touched`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try vault.queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
    vault.close()
    #expect(throws: Problem.newerJournal(folder.journal)) { try folder.open() }
    #expect(throws: Problem.newerJournal(folder.journal)) { try folder.open() }
  }

  @Test(arguments: [
    "", "not a database, but long enough to look like one".padding(toLength: 9000, withPad: "x", startingAt: 0),
  ])
  func `a journal that is not one any more is damaged, not replaced`(_ content: String) throws {
    let folder = try TestFolder()
    try folder.open().close()
    try folder.write(content, to: folder.journal + "/journal.db")
    #expect(throws: Problem.keysDamaged(folder.journal)) { try folder.open() }
    #expect(try String(contentsOfFile: folder.journal + "/journal.db", encoding: .utf8) == content)
  }

  @Test(arguments: ["journal.0123456789ab.wal", "journal.db-wal"])
  func `a log without its journal is damage, not an empty place`(_ log: String) throws {
    let folder = try TestFolder()
    try folder.write("log", to: folder.journal + "/" + log)
    #expect(throws: Problem.journalDamaged(folder.journal)) { try folder.open() }
    #expect(try folder.names(in: folder.journal) == [log])
  }

  @Test func `damage behind a good beginning is found, by use or by verify`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 0..<50 { _ = try vault.save(.sample(number, String(repeating: "word ", count: 500)), now: .start) }
    vault.close()
    let path = folder.journal + "/journal.db"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
    try folder.write(bytes, to: path)
    do {
      let damaged = try folder.open()
      #expect(try damaged.verify().contains { $0.subject == .database && !$0.isFine })
      _ = try damaged.entry(.number(3))
      Issue.record("nothing noticed")
    } catch let problem as Problem {
      #expect(problem == .journalDamaged(folder.journal))
    }
  }
}

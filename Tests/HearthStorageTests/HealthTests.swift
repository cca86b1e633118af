import Foundation
import GRDB
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

struct HealthTests {
  @Test func `a sound journal is fine in every part`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 0..<5 { _ = try vault.save(.sample(number), now: .start) }
    try vault.make(.trash([.number(0)]), now: .start)
    try vault.save(
      Moment(
        id: .number(9), stamp: Stamp(.start, in: .utc), day: Day(number: 1), kind: .hello, with: ["Ana", "Jon"],
        createdAt: .start), now: .start)
    let findings = try vault.verify()
    #expect(findings.map(\.subject) + HealthFinding.ofThisMachine().map(\.subject) == HealthFinding.Subject.allCases)
    #expect(findings.allSatisfy { $0.isFine && $0.detail == .text("") })
    // The schema has a number for every migration, and they only grow.
    #expect(findings.filter { $0.subject != .schema }.map(\.count) == [0, 2, 0, 1, 0, 5, 5, 0, 0])
    #expect(findings.filter { $0.state == .note }.map(\.subject) == [.backups])
  }

  @Test func `a page that does not open is found, and a backup that does not`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 0..<20 { _ = try vault.save(.sample(number), now: .start) }
    let backup = try #require(try vault.backUp(now: Stamp(.start, in: .utc)))
    vault.close()
    for path in ["journal.db", "backups/\(backup.name)"] {
      let url = URL(fileURLWithPath: "\(folder.journal)/\(path)")
      var bytes = try Data(contentsOf: url)
      bytes[bytes.count - 2_000] ^= 1
      try bytes.write(to: url)
    }
    let trouble = try folder.open().verify().filter { !$0.isFine }
    #expect(trouble.map(\.subject).contains(.database))
    #expect(trouble.last?.subject == .backups)
    #expect(trouble.last?.detail == .text(backup.name))
  }

  @Test func `a backup under an earlier passphrase is no trouble, and does not count as one that opens`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try vault.reseal(passphrase("the first"), cost: .least)
    _ = try vault.backUp(now: Stamp(.start, in: .utc))
    try vault.reseal(passphrase("the second"), cost: .least)
    let finding = try #require(try vault.verify().last)
    #expect(finding.subject == .backups && finding.state == .note && finding.count == 0)
    #expect(finding.detail.text.hasSuffix(".db"))
    _ = try vault.backUp(now: Stamp(.start.adding(seconds: 60), in: .utc))
    #expect(try vault.verify().last?.count == 1)
  }

  @Test func `what stood open to others until the journal was opened is told`() throws {
    let folder = try TestFolder()
    _ = try folder.open().backUp(now: Stamp(.start, in: .utc))
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.journal + "/journal.db")
    let finding = try #require(try folder.open().verify().first)
    #expect(finding.subject == .files && finding.state == .note && finding.detail == .text("journal.db"))
    let backup = try #require(try files.contentsOfDirectory(atPath: folder.journal + "/backups").first)
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.journal + "/backups/" + backup)
    let closed = try #require(try folder.open().verify().first)
    #expect(closed.state == .note && closed.detail == .text("backups/" + backup))
    #expect(try folder.open().verify().first?.state == .fine)
  }

  private func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  @Test(
    arguments: [
      ("Name:\thearth\nVmLck:\t      12 kB\nVmPin:\t 0 kB\n", 12), ("VmLck:\t       0 kB\n", 0), ("", 0),
    ])
  func `memory that is kept out of swap is counted`(_ status: String, _ kibibytes: Int) {
    let finding = HealthFinding.memory(status: status)
    #expect(finding.count == kibibytes && finding.isFine == (kibibytes > 0))
  }

  @Test(
    arguments: [
      ("", HealthFinding.State.fine, ""), ("/dev/zram0 partition 8 0 100\n", .fine, ""),
      ("/dev/dm-1 partition 8 0 -2\n", .fine, ""), ("/dev/dm-2 partition 8 0 -2\n", .note, "/dev/dm-2"),
      (
        "/swapfile file 8 0 -2\n/dev/zram0 partition 8 0 100\n/dev/sda2 partition 8 0 -3\n", .note,
        "/swapfile /dev/sda2"
      ),
    ])
  func `swap on a disk that is not sealed is worth knowing`(
    _ devices: String, _ state: HealthFinding.State, _ names: String
  ) {
    let heading = "Filename\tType\tSize\tUsed\tPriority\n"
    let finding = HealthFinding.swap(devices: heading + devices) { $0 == "dm-1" ? "CRYPT-PLAIN-swap" : "LVM-x" }
    #expect(finding.state == state && finding.detail == .text(names) && finding.isFine)
  }

  static let harm: [(String, HealthFinding.Subject)] = [
    ("INSERT INTO entryIndex (entryIndex, rowid, text, marks) VALUES ('delete', 1, 'x', 'y')", .index),
    ("INSERT INTO entryIndex (rowid, text, marks) VALUES (1, 'x', 'y')", .index),
    ("UPDATE tag SET uses = 9", .counts),
    ("PRAGMA foreign_keys = OFF; INSERT INTO mention VALUES (99, 0, 99, 'x')", .links),
    (
      "PRAGMA ignore_check_constraints = ON; UPDATE entry SET starred = 7; PRAGMA ignore_check_constraints = OFF",
      .database
    ),
    ("DELETE FROM grdb_migrations", .schema),
  ]

  @Test(arguments: harm.indices)
  func `harm is found where it was done`(_ index: Int) throws {
    let (sql, subject) = HealthTests.harm[index]
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(), now: .start)
    try vault.queue.inDatabase { db in try db.execute(sql: sql) }
    #expect(try vault.verify().filter { !$0.isFine }.map(\.subject).contains(subject))
  }

  @Test func `a look over that is called off has found nothing, and says only that`() throws {
    let (folder, disk) = (try TestFolder(), FailingDisk(at: .max, with: EIO))
    let first = try folder.open()
    for number in 0..<40 { _ = try first.save(.sample(number), now: .start) }
    let backup = try #require(try first.backUp(now: Stamp(.start, in: .utc)))
    first.close()
    let vault = try ClosedVault.enter(folder.journal, now: .start, on: disk).open()
    disk.withEachRead { vault.interrupt() }
    #expect(throws: Problem.interrupted) { try vault.verify() }
    disk.withEachRead {}
    #expect(throws: Problem.interrupted) { try vault.verify { () throws(Problem) in throw .interrupted } }
    #expect(try vault.verify().allSatisfy(\.isFine))
    #expect(try vault.backups().map(\.name) == [backup.name])
  }

  @Test func `a file open to others is named`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try folder.setMode(0o644, of: folder.journal + "/lock")
    try folder.setMode(0o750, of: folder.journal)
    let finding = try #require(try vault.verify().first)
    #expect(finding.subject == .files && !finding.isFine && finding.detail == .text(". lock"))
  }

  @Test func `the log, the lock and the pages are as they were measured to be best`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let pragmas = [
      "journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive", "foreign_keys": "1", "secure_delete": "1",
      "temp_store": "2", "cache_size": "-16384", "cell_size_check": "1", "page_size": "4096",
      "wal_autocheckpoint": "2000",
    ]
    for (name, value) in pragmas {
      let answer = try vault.queue.inDatabase { db in try String.fetchOne(db, sql: "PRAGMA \(name)") }
      #expect(answer == value, "\(name)")
    }
  }

  @Test func `a copy of the key that was damaged is made anew at the opening, and that is told`() throws {
    let folder = try TestFolder()
    try folder.open().close()
    let url = URL(fileURLWithPath: folder.journal + "/journal.db")
    var bytes = try Data(contentsOf: url)
    bytes[4096 + 70] ^= 1
    try bytes.write(to: url)
    let vault = try folder.open()
    #expect(try vault.verify().first { $0.subject == .header }?.state == .note)
    vault.close()
    #expect(try folder.open().verify().first { $0.subject == .header }?.state == .fine)
  }

  @Test func `when something was saved last is known, an unfinished page too`() throws {
    let vault = try Vault.inMemory()
    #expect(try vault.lastSaved() == nil)
    _ = try vault.save(.sample(1), now: .start)
    let first = try #require(try vault.lastSaved())
    _ = try vault.save(.sample(1, "Other words"), now: .start.adding(seconds: 60))
    #expect(try vault.lastSaved() ?? .start > first)
  }

  @Test func `a check-in, a moment and what was put into the trash are saved too`() throws {
    let vault = try Vault.inMemory()
    _ = try vault.save(.sample(1), now: .start)
    func expectLater(_ work: (Stamp) throws -> Void) throws {
      let before = try #require(try vault.lastSaved())
      try work(Stamp(instant: before.adding(seconds: 60), offset: 0, zone: "GMT"))
      #expect(try vault.lastSaved() == before.adding(seconds: 60))
    }
    try expectLater { now in
      try vault.save(
        CheckIn(id: .number(2), stamp: now, day: now.calendarDay, answers: ["mood": 4], createdAt: now.instant),
        now: now.instant)
    }
    try expectLater { now in
      try vault.save(
        Moment(id: .number(3), stamp: now, day: now.calendarDay, kind: .hello, createdAt: now.instant), now: now.instant
      )
    }
    try expectLater { now in try vault.make(.trash([.number(1)]), now: now.instant) }
  }
}

import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct HealthTests {
  @Test func `a sound journal is fine in every part`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 0..<5 { _ = try vault.save(.sample(number), now: .start) }
    try vault.make(.trash([.number(0)]), now: .start)
    let findings = try vault.verify()
    #expect(findings.map(\.subject) == Finding.Subject.allCases)
    #expect(findings.allSatisfy { $0.isFine && $0.detail.isEmpty })
    #expect(findings.map(\.count) == [0, 3, 1, 0, 5, 5, 0])
  }

  static let harm: [(String, Finding.Subject)] = [
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

  @Test func `a file open to others is named`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    try folder.setMode(0o644, of: folder.journal + "/lock")
    try folder.setMode(0o750, of: folder.journal)
    let finding = try #require(try vault.verify().first)
    #expect(finding.subject == .files && !finding.isFine && finding.detail == ". lock")
  }

  @Test func `the log, the lock and the pages are as they were measured to be best`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let pragmas = [
      "journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive", "foreign_keys": "1", "secure_delete": "1",
      "temp_store": "2", "cache_size": "-16384", "cell_size_check": "1", "page_size": "4096",
      "wal_autocheckpoint": "1000",
    ]
    for (name, value) in pragmas {
      let answer = try vault.queue.inDatabase { db in try String.fetchOne(db, sql: "PRAGMA \(name)") }
      #expect(answer == value, "\(name)")
    }
  }
}

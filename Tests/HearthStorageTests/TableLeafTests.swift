import Foundation
import GRDB
import Laboratory
import Testing

@testable import HearthStorage

struct TableLeafTests {
  private let page = 4096

  /// The pages of a plain database.
  private func pages(_ sql: String) throws -> [[UInt8]] {
    let file = try TestFolder().root + ".db"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let queue = try DatabaseQueue(path: "file:\(file)?vfs=unix")
    try queue.write { db in try db.execute(sql: "PRAGMA secure_delete = ON; " + sql) }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    return stride(from: 0, to: bytes.count, by: page).map { Array(bytes[$0..<$0 + page]) }
  }

  private func rows(_ pages: [[UInt8]]) -> [TableLeaf.Row] {
    let following = { number in pages.indices.contains(number - 1) ? pages[number - 1] : nil }
    return pages.indices.flatMap { index in
      TableLeaf(pages[index], number: index + 1, reserved: 0)?.rows(following: following) ?? []
    }
  }

  @Test(arguments: [
    "NULL", "0", "1", "-1", "300", "-70000", "20000000", "-140737488355328", "9223372036854775807", "1.5", "-0.1", "''",
    "x''", "'né 🌱'", "x'00ff'", "replace(hex(zeroblob(20000)), '00', 'tea ')",
  ])
  func `a row is read as SQLite reads it`(sql: String) throws {
    let value = try DatabaseQueue().read { db in try DatabaseValue.fetchOne(db, sql: "SELECT \(sql)") ?? .null }
    let pages = try pages("CREATE TABLE t (a, b, c); INSERT INTO t (rowid, a, b, c) VALUES (-7, 'x', \(sql), 'y')")
    let row = TableLeaf.Row(number: -7, values: ["x".databaseValue, value, "y".databaseValue])
    #expect(rows(pages).contains(row))
  }

  @Test func `all rows of a large table are found on its leaves`() throws {
    let pages = try pages(
      """
      CREATE TABLE t (a, b);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO t SELECT i, zeroblob(i * 7) FROM n WHERE i % 3 > 0;
      DELETE FROM t WHERE a % 10 = 0;
      """)
    let found = rows(pages).filter { $0.values.count == 2 }
    #expect(found.count == 1800)
    for row in found {
      let number = try #require(Int.fromDatabaseValue(row.values[0]))
      #expect(row.number > 0 && row.values[1] == Data(count: number * 7).databaseValue)
    }
  }

  @Test func `rubbish is no row and does no harm`() throws {
    var dice = SeededDice(5)
    let sound = try pages("CREATE TABLE t (a); INSERT INTO t VALUES ('tea'), (zeroblob(9000)), (17)")
    for trial in 0..<Effort.of(100, long: 3000) {
      let pages = sound.map { page in
        var page = trial % 2 == 0 ? page : page.map { _ in UInt8.random(in: 0...255, using: &dice) }
        for _ in 0..<Int.random(in: 0..<40, using: &dice) {
          page[Int.random(in: 0..<Int.random(in: 1...4096, using: &dice), using: &dice)] = .random(
            in: 0...255, using: &dice)
        }
        // A leaf, so that what follows is looked at.
        if trial % 4 > 0 { page[0] = 13 }
        return page
      }
      _ = rows(pages)
    }
  }

  @Test func `pages that lead to each other in a ring come to an end`() throws {
    var pages = try pages("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(900000))")
    let first = try #require(pages.indices.dropFirst(2).first)
    pages[first].replaceSubrange(0..<4, with: [0, 0, 0, UInt8(first + 1)])
    #expect(rows(pages).filter { $0.values.count == 1 } == [])
  }
}

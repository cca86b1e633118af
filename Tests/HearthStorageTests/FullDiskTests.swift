import Foundation
import GRDB
import HearthCore
import Seal
import Testing

@testable import HearthStorage

struct FullDiskTests {
  @Test func `a full disk refuses the save, and takes nothing that was there`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    let first = try vault.save(.sample(1, "First"), now: .start)
    try vault.keep(.sample(2, "Half a sen"))
    // SQLite answers like this to a disk without room, and a test needs no such disk.
    let room = try vault.queue.inDatabase { db in
      let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
      return try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    #expect(room != nil)
    let long = String(repeating: "Words and words. ", count: 5_000)
    #expect(throws: Problem.diskFull) { try vault.save(.sample(2, long), now: .start) }
    #expect(throws: Problem.diskFull) { try vault.keep(.sample(2, long)) }
    #expect(try vault.entry(first.id) == first)
    #expect(try vault.entry(.number(2)) == nil)
    #expect(try vault.drafts() == [.sample(2, "Half a sen")])
    _ = try vault.queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA max_page_count = 100000") }
    _ = try vault.save(.sample(2, long), now: .start)
    #expect(try vault.drafts().isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `the ballast goes when the disk is full, and is taken again at the next opening`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    #expect(try folder.names(in: folder.journal).contains("ballast"))
    _ = try vault.queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1") }
    let long = String(repeating: "Words and words. ", count: 5_000)
    #expect(throws: Problem.diskFull) { try vault.keep(.sample(2, long)) }
    #expect(try !folder.names(in: folder.journal).contains("ballast"))
    vault.close()
    try folder.open().close()
    #expect(try folder.names(in: folder.journal).contains("ballast"))
  }

  @Test(
    arguments: [
      (13, .diskFull), (11, .journalDamaged("/j")), (26, .journalDamaged("/j")),
      (8, .folderUnwritable("/j")), (5, .journalHeld(process: nil)), (778, .systemRefused("/j", code: 778)),
    ] as [(Int32, Problem)])
  func `what SQLite says becomes a problem without its words`(_ code: Int32, _ problem: Problem) {
    let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: "a secret")
    #expect(Problem(error, at: "/j") == problem)
  }

  @Test(
    arguments: [
      (ENOSPC, Problem.diskFull), (EDQUOT, .diskFull), (EROFS, .folderUnwritable("/j")),
      (EACCES, .folderUnwritable("/j")),
      (ENOENT, .folderMissing("/j")), (EIO, .systemRefused("/j", code: Int(EIO))),
    ] as [(Int32, Problem)])
  func `what the system says becomes a problem`(_ code: Int32, _ problem: Problem) {
    #expect(Problem(errno: code, at: "/j") == problem)
  }
}

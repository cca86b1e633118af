import Foundation
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

struct SealedTests {
  private func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  private func enter(_ folder: TestFolder) throws -> ClosedVault {
    try ClosedVault.enter(folder.journal, now: .start)
  }

  @Test func `how far sealing anew has come can be seen from beside`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    var seen: [Int?] = []
    try vault.reseal(passphrase("six plain words"), cost: .least) {
      seen.append(ClosedVault.resealedPercent(at: folder.journal))
    }
    #expect(seen.count == 2 && seen[0] == nil && (1...100).contains(seen[1] ?? 0))
    #expect(ClosedVault.resealedPercent(at: folder.journal) == nil)
  }

  @Test func `a journal with a passphrase opens with it, and with nothing else`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1, "Tea with Jon"), now: .start)
    #expect(!vault.isSealed)
    try vault.reseal(passphrase("six plain words"), cost: .least)
    #expect(vault.isSealed)
    _ = try vault.save(.sample(2, "And after it"), now: .start)
    vault.close()

    let closed = try enter(folder)
    #expect(closed.isSealed)
    #expect(throws: Problem.journalSealed) { try closed.open() }
    #expect(throws: Problem.passphraseWrong) { try closed.open(passphrase("six plain word")) }
    let again = try closed.open(passphrase("six plain words"))
    #expect(try again.find("tea").map(\.number) == [1])
    #expect(try again.count() == 2)
    #expect(try again.verify().allSatisfy(\.isFine))
  }

  @Test func `after a change the earlier passphrase, with the earlier header, opens nothing that was written later`()
    throws
  {
    let folder = try TestFolder()
    let vault = try folder.open()
    try vault.reseal(passphrase("the first one"), cost: .least)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.journal + "/journal.db"))
    try vault.reseal(passphrase("the second one"), cost: .least)
    _ = try vault.save(.sample(1, "Written later"), now: .start)
    vault.close()
    #expect(throws: Problem.passphraseWrong) { try enter(folder).open(passphrase("the first one")) }
    var mixed = try Data(contentsOf: URL(fileURLWithPath: folder.journal + "/journal.db"))
    mixed.replaceSubrange(0..<KeyHeader.length, with: before.prefix(KeyHeader.length))
    try folder.write(mixed, to: folder.journal + "/journal.db")
    #expect(throws: Problem.journalDamaged(folder.journal)) { try enter(folder).open(passphrase("the first one")) }
  }

  @Test func `taken away, the passphrase is not asked for any more`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    try vault.reseal(passphrase("soon gone"), cost: .least)
    try vault.reseal(nil, cost: .least)
    vault.close()
    #expect(try folder.open().count() == 1)
  }

  @Test func `a recovery code opens, also after a change of the passphrase, until it is taken away`() throws {
    let folder = try TestFolder()
    let code = RecoveryCode.random()
    var vault = try folder.open()
    try vault.reseal(passphrase("one"), cost: .least)
    try vault.setRecovery(code)
    try vault.reseal(passphrase("two"), cost: .least)
    #expect(vault.hasRecovery)
    vault.close()
    vault = try enter(folder).open(code)
    try vault.setRecovery(nil)
    vault.close()
    let closed = try enter(folder)
    #expect(!closed.hasRecovery)
    #expect(throws: Problem.passphraseWrong) { try closed.open(code) }
  }

  @Test func `a note left while the journal is sealed is unreadable outside, and taken in at the next opening`() throws
  {
    let folder = try TestFolder()
    let vault = try folder.open()
    let inbox = Inbox(folder: folder.journal)
    try inbox.leave(.sample(1, "Before the change"))
    try vault.reseal(passphrase("sealed"), cost: .least)
    vault.close()
    try inbox.leave(.sample(2, "A marker word"))
    try inbox.keep(.sample(3, "A marker half"), now: .start)
    for name in try folder.names(in: folder.inbox) {
      #expect(try !Data(contentsOf: URL(fileURLWithPath: "\(folder.inbox)/\(name)")).tells("marker"))
    }
    let again = try enter(folder).open(passphrase("sealed"))
    #expect(
      try again.takeInNotes(dayEnd: .four, now: .start).notes.map(\.text) == ["Before the change", "A marker word"])
    try again.takeInPages()
    #expect(try again.drafts().map(\.text) == ["A marker half"])
  }

  @Test func `no word of a sealed journal stands in any of its files`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    for number in 0..<30 { _ = try vault.save(.sample(number, "A marker #marker @Marker \(number)"), now: .start) }
    try vault.reseal(passphrase("sealed"), cost: .least)
    _ = try vault.save(.sample(31, "marker"), now: .start)
    _ = try vault.backUp(now: Stamp(instant: .start, offset: 0, zone: "GMT"))
    try expectNoMarker(in: folder)
    vault.close()
    try expectNoMarker(in: folder)
  }

  private func expectNoMarker(in folder: TestFolder) throws {
    let files = FileManager.default.enumerator(atPath: folder.root)?.compactMap { $0 as? String } ?? []
    #expect(files.contains { $0.hasSuffix("journal.db") })
    for file in files {
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(folder.root)/\(file)")) else { continue }
      #expect(!bytes.tells("marker"), "\(file)")
    }
  }

  @Test(arguments: [1, 2]) func `a change of the passphrase is called off until the new file counts`(time: Int) throws {
    let folder = try TestFolder()
    var vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    try vault.reseal(passphrase("before"), cost: .least)
    var asked = 0
    #expect(throws: Problem.interrupted) {
      try vault.reseal(passphrase("after"), cost: .least) { () throws(Problem) in
        asked += 1
        if asked == time { throw .interrupted }
      }
    }
    #expect(try vault.count() == 1)
    #expect(try remains(in: folder).isEmpty)
    vault.close()
    vault = try enter(folder).open(passphrase("before"))
    #expect(throws: Problem.interrupted) {
      try vault.erase(.entries([.number(1)]), opening: passphrase("before")) { () throws(Problem) in
        throw .interrupted
      }
    }
    #expect(try vault.count() == 1)
  }

  /// Without a passphrase the beginning of the new file has its key in clear.
  @Test(arguments: [0, 1, 2, 3, 5, 8]) func `a disk that fills up meanwhile has the room again`(call: Int) throws {
    let folder = try TestFolder()
    let disk = FailingDisk(at: .max, of: .growth, with: ENOSPC, goesOn: true)
    let vault = try ClosedVault.enter(folder.journal, now: .start, on: disk).open()
    _ = try vault.save(.sample(1), now: .start)
    disk.fail(at: call)
    #expect(throws: Problem.diskFull) { try vault.reseal(nil, cost: .least) }
    disk.heal()
    #expect(try remains(in: folder).isEmpty)
    #expect(try vault.count() == 1)
  }

  /// What is there of a file that was to take the place of the journal's, and of its log.
  private func remains(in folder: TestFolder) throws -> [String] {
    let own = try Volume.header(of: JournalFolder.database, in: Folder(folder.journal)).logName
    return try folder.names(in: folder.journal).filter {
      $0.hasPrefix(JournalFolder.newDatabase) || JournalFolder.isLog($0) && $0 != own
    }
  }

  @Test func `a change of the passphrase that cannot be made leaves everything as it was`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1), now: .start)
    // A folder in the way of the new file is as bad as a full disk.
    try FileManager.default.createDirectory(
      atPath: folder.journal + "/journal.db.new/x", withIntermediateDirectories: true)
    #expect(throws: Problem.self) { try vault.reseal(passphrase("never"), cost: .least) }
    #expect(try vault.count() == 1)
    #expect(!vault.isSealed)
  }
}

extension Data {
  fileprivate func tells(_ word: String) -> Bool {
    range(of: Data(word.utf8)) != nil || range(of: Data(word.capitalized.utf8)) != nil
  }
}

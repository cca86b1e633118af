import Foundation
import HearthCore
import Laboratory
import Seal
import Testing

@testable import HearthStorage

struct ErasingTests {
  private let stamp = Stamp(instant: .start, offset: 0, zone: "GMT")

  private func vault(in folder: TestFolder) throws -> Vault {
    let vault = try folder.open()
    _ = try vault.save(.sample(1, "With @Jon at the canal #walk"), now: .start)
    _ = try vault.save(.sample(2, "Secretly with @Jon"), now: .start)
    _ = try vault.save(.sample(3, "Alone #walk"), now: .start)
    try vault.make(.trash([.number(2)]), now: .start)
    return vault
  }

  @Test func `an entry that is erased is in no list, no search, no version and no step any more`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    _ = try vault.save(.sample(1, "With @Jon at the river #walk"), now: .start)
    try vault.make(.star(true, [.number(1)]), now: .start)
    #expect(try vault.erase(.entries([.number(1)])) == 1)
    #expect(try vault.entry(.number(1)) == nil)
    #expect(try vault.find("canal").isEmpty)
    #expect(try vault.revisions(of: .number(1), limit: 9).isEmpty)
    #expect(try vault.count() == 1)
    #expect(try vault.verify().allSatisfy(\.isFine))
    #expect(try vault.takeBack(now: .start)?.kind == .writing)
    #expect(try vault.takeBack(now: .start)?.kind == .trash)
    vault.close()
    #expect(try folder.open().verify().allSatisfy(\.isFine))
  }

  @Test func `of a person every entry goes, the trash with them, and the name`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    try vault.make(.hushPerson(true, "Jon"), now: .start)
    _ = try vault.keep(SavedSearch(name: "us", text: "with:Jon canal"), now: .start)
    #expect(try vault.entries(in: .person("jon")) == [.number(1), .number(2)])
    #expect(try vault.erase(.person("JON")) == 2)
    #expect(try vault.heads(limit: 9).map(\.number) == [3])
    #expect(try vault.people(startingWith: "", limit: 9).isEmpty)
    #expect(try vault.hushed().people.isEmpty)
    #expect(try vault.savedSearches().isEmpty)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `a person is named nowhere after that: no draft, no earlier version, no moment, nothing kept of others`()
    throws
  {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.save(.sample(1, "Tea with @Zoe"), now: .start)
    _ = try vault.save(.sample(1, "Tea"), now: .start)
    _ = try vault.save(.sample(2, "Zoe rang, and the job is mine"), now: .start)
    try vault.keep(Draft(entry: .number(3), isEdit: false, text: "To @zoe", stamp: stamp, keptAt: .start))
    try vault.keep(Draft(entry: .number(4), isEdit: false, text: "To @Zoella", stamp: stamp, keptAt: .start))
    func moment(_ number: Int, with names: [String], _ line: String) throws {
      try vault.save(
        Moment(
          id: .number(number), stamp: stamp, day: stamp.calendarDay, kind: .hello, with: names, line: line,
          createdAt: .start), now: .start)
    }
    try moment(5, with: [], "Coffee with @Zoe")
    try moment(6, with: ["Zoe", "Mia"], "")
    try moment(7, with: ["Mia"], "By the river")
    var mia = try #require(try vault.people().first { $0.person.name == "Mia" }).person
    mia.notes = "Met through @Zoe"
    try vault.keep(mia, now: .start)

    #expect(try vault.erase(.person("Zoe")) == 0)
    #expect(try vault.revisions(of: .number(1), limit: 9).isEmpty)
    #expect(try vault.count() == 2)
    #expect(try vault.drafts().map(\.entry) == [.number(4)])
    #expect(try vault.moments(in: stamp.calendarDay...stamp.calendarDay).map(\.id) == [.number(7)])
    #expect(try vault.people().map(\.person.name) == ["Mia"])
    #expect(try vault.people().first?.person.notes == "")
    #expect(try vault.knows("Zoe") == false)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `nothing of a person can be taken back after that`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    try vault.deletePerson(try vault.addPerson("Mia").id, now: .start)
    _ = try vault.erase(.person("Mia"))
    #expect(try vault.takeBack(now: .start)?.kind != .people)
  }

  @Test func `it takes the passphrase to erase in a sealed journal, which stays the passphrase`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    func passphrase(_ text: String) -> Passphrase {
      var bytes = Array(text.utf8)
      return Passphrase(wiping: &bytes)
    }
    try vault.reseal(passphrase("ours"), cost: .least)
    #expect(throws: Problem.journalSealed) { try vault.erase(.entries([.number(1)])) }
    #expect(throws: Problem.passphraseWrong) { try vault.erase(.entries([.number(1)]), opening: passphrase("theirs")) }
    #expect(try vault.count() == 2)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.journal + "/journal.db"))
    #expect(try vault.erase(.entries([.number(1)]), opening: passphrase("ours")) == 1)
    vault.close()
    let again = try ClosedVault.enter(folder.journal, now: .start).open(passphrase("ours"))
    #expect(try again.count() == 1)
    // Not one page of the earlier file is in the new one.
    let after = try Data(contentsOf: URL(fileURLWithPath: folder.journal + "/journal.db"))
    #expect(
      !stride(from: 8192, to: min(before.count, after.count), by: 4096).contains {
        before[$0..<$0 + 4096] == after[$0..<$0 + 4096]
      })
  }

  @Test func `who came in with the recovery code erases under a new passphrase`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    func passphrase(_ text: String) -> Passphrase {
      var bytes = Array(text.utf8)
      return Passphrase(wiping: &bytes)
    }
    try vault.reseal(passphrase("ours"), cost: .least)
    let code = RecoveryCode.random()
    try vault.setRecovery(code)
    #expect(throws: Problem.passphraseWrong) {
      try vault.erase(.person("Jon"), opening: passphrase("new"), or: .random())
    }
    #expect(try vault.erase(.person("Jon"), opening: passphrase("new"), or: code) == 2)
    vault.close()
    #expect(throws: Problem.passphraseWrong) {
      try ClosedVault.enter(folder.journal, now: .start).open(passphrase("ours"))
    }
    #expect(try ClosedVault.enter(folder.journal, now: .start).open(passphrase("new")).count() == 1)
    #expect(try ClosedVault.enter(folder.journal, now: .start).open(code).count() == 1)
  }

  @Test func `erasing everything that ended half way can be done again`() throws {
    for call in 0..<12 {
      let folder = try TestFolder()
      let vault = try vault(in: folder)
      let remains = folder.root + "/remains"
      // As after a crash: with a log.
      try FileManager.default.copyItem(atPath: folder.journal, toPath: remains)
      vault.close()
      let disk = FailingDisk(at: call, with: EIO)
      _ = try? ClosedVault.erase(remains, on: disk)
      if FileManager.default.fileExists(atPath: remains) { _ = try ClosedVault.erase(remains) }
      #expect(!FileManager.default.fileExists(atPath: remains), "call \(call)")
    }
  }

  @Test func `erasing everything takes half a backup too, and no database of somebody else's`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    let backup = try #require(try vault.backUp(now: stamp))
    vault.close()
    let place = folder.journal + "/backups/"
    for name in [
      ".2026-03-02T120000+0000.db.new", "before-restore-\(backup.name)", "\(backup.name)-journal.0123456789ab.wal",
    ] {
      try FileManager.default.copyItem(atPath: place + backup.name, toPath: place + name)
    }
    let others = [".list.db.new", "list.db", "list.db.wal"]
    for name in others { try folder.write("mine", to: place + name) }
    #expect(try ClosedVault.erase(folder.journal).sorted() == others.map { "backups/\($0)" })
    #expect(try folder.names(in: folder.journal) == ["backups"])
    #expect(try folder.names(in: place) == others)
  }

  @Test func `a backup still holds what was erased, until it is removed`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    let backup = try #require(try vault.backUp(now: stamp))
    _ = try vault.erase(.person("Jon"))
    let place = try BackupFolder.at(folder.journal + "/backups")
    #expect(try ClosedVault.preview(backup, in: place).entries == 2)
    try place.remove(backup)
    #expect(try vault.backups().isEmpty)
  }

  /// - Parameter goesOn: whether the disk stays broken.
  @Test(arguments: [false, true])
  func `whatever the disk refuses, no backup goes before the journal, and one goes on in what is still there`(
    goesOn: Bool
  ) throws {
    var refused = 0
    for call in 0..<20 {
      let folder = try TestFolder()
      let disk = FailingDisk(at: .max, with: EIO, goesOn: goesOn)
      let vault = try ClosedVault.enter(folder.journal, now: .start, on: disk).open()
      _ = try vault.save(.sample(1, "Kept"), now: .start)
      _ = try vault.backUp(now: stamp)
      let names = try folder.names(in: folder.journal + "/backups")
      disk.fail(at: call)
      do throws(Problem) {
        _ = try vault.eraseEverything()
      } catch {
        refused += 1
        disk.heal()
        if error == .halfErased(folder.journal) {
          #expect(!vault.isOpen)
          #expect(try ClosedVault.erase(folder.journal) == [])
          continue
        }
        #expect(vault.isOpen || goesOn)
        #expect(try folder.names(in: folder.journal + "/backups") == names)
        let journal = vault.isOpen ? vault : try folder.open()
        #expect(try journal.entry(.number(1))?.text == "Kept")
        _ = try journal.save(.sample(2, "Kept as well"), now: .start)
      }
    }
    #expect(refused > 5)
  }

  @Test func `what lies in the inbox goes where it is Hearth's, and is named where it is not`() throws {
    let folder = try TestFolder()
    let vault = try vault(in: folder)
    _ = try vault.backUp(now: stamp)
    let id = UUID().uuidString
    for name in ["\(id).note", ".\(id).tmp", "aside/\(id).note", "aside/\(id).answers.2"] {
      try folder.write("half", to: folder.inbox + "/" + name)
    }
    for name in ["list.note", "sub/mine", "aside/mine.txt"] { try folder.write("mine", to: folder.inbox + "/" + name) }
    try folder.write("mine", to: folder.journal + "/mine.txt")
    #expect(
      try vault.eraseEverything().sorted() == ["inbox/aside/mine.txt", "inbox/list.note", "inbox/sub", "mine.txt"])
    #expect(try folder.names(in: folder.journal) == ["inbox", "mine.txt"])
    #expect(try folder.names(in: folder.inbox) == ["aside", "list.note", "sub"])
    #expect(try folder.names(in: folder.inbox + "/aside") == ["mine.txt"])
    #expect(!vault.isOpen)
  }

  @Test func `a person is found under every way of writing the name`() throws {
    let folder = try TestFolder()
    let vault = try folder.open()
    _ = try vault.addPerson("Aunt Mia O'Brien")
    var jon = try vault.addPerson("Jon")
    jon.notes = "Met through @Aunt_Mia_O’Brien"
    try vault.keep(jon, now: .start)
    _ = try vault.save(.sample(1, "Nothing"), now: .start)
    try vault.keep(Draft(entry: .number(3), isEdit: false, text: "To @aunt_Mia_O’Brien", stamp: stamp, keptAt: .start))
    _ = try vault.erase(.person("Aunt Mia O'Brien"))
    #expect(try vault.people().map(\.person.notes) == [""])
    #expect(try vault.drafts().isEmpty)
  }
}

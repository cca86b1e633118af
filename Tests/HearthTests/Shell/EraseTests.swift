import Foundation
import HearthCore
import HearthStorage
import Seal
import Testing

/// erase.
@Suite struct EraseTests {
  @Test func `an entry is erased for good only when that is said`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody")
    _ = try shell.add("By the canal")
    let unasked = try shell.run(["erase", id])
    #expect(unasked.status == 2)
    #expect(unasked.err.contains("1 entry would be gone for good, with its versions. To erase"))
    #expect(unasked.err.contains("--yes"))
    let erased = try shell.run(["erase", id, "--yes"])
    #expect(erased.status == 0)
    #expect(erased.err.hasPrefix("1 entry is gone for good. The rest is sealed anew.\n"))
    for said in [unasked, erased] { #expect(said.err.contains("because the key lies beside it.")) }
    #expect(try shell.titles() == ["By the canal"])
    #expect(try shell.run(["search", "anybody"]).status == 1)
    #expect(try shell.run(["undo"]).status == 1)
    #expect(try shell.run(["verify"]).status == 0)
  }

  @Test func `what would be gone is named before anybody says yes`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody\n\nThe rest of it.")
    let unasked = try shell.run(["erase", id])
    #expect(unasked.status == 2)
    #expect(unasked.err.contains("2026-03-03 14:30     Not for anybody"))
    #expect(!unasked.err.contains("The rest of it"))
    #expect(try !shell.run(["erase", id, "--yes"]).err.contains("Not for anybody"))
  }

  @Test func `what is chosen goes from the trash too`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody #draft")
    for text in ["Nor this #draft", "By the canal"] { _ = try shell.add(text) }
    try shell.run(["delete", id])
    #expect(try shell.run(["erase", "--tag", "draft", "--yes"]).err.hasPrefix("2 entries are gone for good."))
    #expect(try shell.titles() == ["By the canal"])
    #expect(try shell.titles(["--trash"]) == [])
  }

  @Test func `a person goes with every entry that names them`() throws {
    let shell = try Shell()
    for text in ["Tea with @Jon", "Alone", "@jon again"] { _ = try shell.add(text) }
    #expect(try shell.run(["erase", "--person", "Nobody", "--yes"]).status == 2)
    #expect(try shell.run(["erase", "--person", "Jon", "--yes"]).err.hasPrefix("2 entries are gone for good."))
    #expect(try shell.titles() == ["Alone"])
  }

  @Test(arguments: ["dark_wolf", "@dark_wolf", "dark wolf", "@Dark Wolf"], [true, false])
  func `a person goes however their name is typed`(name: String, hasPage: Bool) throws {
    let shell = try Shell()
    for text in ["With @dark_wolf today", "Alone"] { _ = try shell.add(text) }
    if hasPage { try shell.run(["people", "add", "dark_wolf"]) }
    let erased = try shell.run(["erase", "--person", name, "--yes", "--no-renew-backups"])
    #expect(erased.status == 0 && erased.err.hasPrefix("1 entry is gone for good."))
    #expect(erased.err.lowercased().contains("nothing names dark wolf with @"))
    #expect(try shell.titles() == ["Alone"])
    #expect(try shell.run(["people"]).lines.isEmpty)
  }

  @Test(arguments: ["dark_wolf", "dark wolf"])
  func `two who have one name, because one of them came in from elsewhere, go both`(name: String) throws {
    let shell = try Shell()
    let person = #""id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "name": "dark_wolf""#
    try shell.run(["import", "-"], stdin: #"{"schema": 1, "people": [{\#(person)}], "entries": []}"#)
    _ = try shell.add("With @dark_wolf today")
    #expect(try shell.run(["people"]).lines.count == 2)
    #expect(try shell.run(["erase", "--person", name, "--yes", "--no-renew-backups"]).status == 0)
    #expect(try shell.titles().isEmpty)
    #expect(try shell.run(["people"]).lines.isEmpty)
  }

  @Test func `somebody who stands in no entry is known all the same`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Bea"])
    let erased = try shell.run(["erase", "--person", "Bea", "--yes"])
    #expect(erased.status == 0)
    #expect(erased.err.hasPrefix("Nothing names Bea with @ any more"))
    let again = try shell.run(["erase", "--person", "Bea"])
    #expect(again.status == 2 && again.err.hasPrefix("Nothing in the journal names Bea"))
  }

  @Test func `a journal that a restore set aside goes with the backups from before`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody")
    try shell.run(["backup"])
    try shell.run(["restore-backup", "--yes"])
    #expect(try shell.run(["backup", "--list"]).lines.contains { $0.hasSuffix("  kept from before a restore") })
    #expect(try shell.run(["verify"]).err.contains("before-restore-2026-03-03T143000+0100.db"))
    #expect(try shell.run(["erase", id, "--yes", "--renew-backups"]).err.contains("2 backups may still hold"))
    let left = try FileManager.default.contentsOfDirectory(atPath: shell.file("data/hearth/backups").path)
    #expect(left == ["2026-03-03T143001+0100.db"])
  }

  @Test func `backups in the second folder are named too, and a stick that is elsewhere is no wrong command`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody")
    let vault = try Vault.open(shell.file("data/hearth").path, now: Instant(seconds: 0))
    try vault.set(.backupFolder, to: shell.file("stick").path)
    vault.close()
    let away = try shell.run(["backup"])
    #expect(away.status == 1 && away.err.contains("is made and checked"))
    #expect(try shell.run(["verify"]).err.contains("/stick, is not there today"))
    try FileManager.default.createDirectory(at: shell.file("stick"), withIntermediateDirectories: true)
    #expect(try shell.run(["backup"]).status == 0)
    let erased = try shell.run(["erase", id, "--yes"])
    #expect(erased.err.contains("2 backups may still hold"))
    #expect(erased.err.contains("/stick/2026-03-03"))
  }

  @Test func `renewed, a new backup goes to the second folder too, and the others stay there`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody")
    try FileManager.default.createDirectory(at: shell.file("stick"), withIntermediateDirectories: true)
    let vault = try Vault.open(shell.file("data/hearth").path, now: Instant(seconds: 0))
    try vault.set(.backupFolder, to: shell.file("stick").path)
    vault.close()
    try shell.run(["backup"])
    let names = { try FileManager.default.contentsOfDirectory(atPath: shell.file("stick").path).sorted() }
    let earlier = try names()
    let erased = try shell.run(["erase", id, "--yes", "--renew-backups"])
    #expect(erased.err.contains("stay until you remove them") && erased.err.contains("/stick too."))
    #expect(try names() == earlier + ["2026-03-03T143001+0100.db"])
    try FileManager.default.removeItem(at: shell.file("stick"))
    try shell.write("key", "velvet onion meadow\n")
    let set = try shell.script("hearth passphrase set --renew-backups --new-passphrase-fd 3 3< key")
    #expect(set.status == 0 && set.err.contains("The second folder got none."))
  }

  @Test func `verify looks into the second folder too`() throws {
    let shell = try Shell()
    _ = try shell.add("Not for anybody")
    try FileManager.default.createDirectory(at: shell.file("stick"), withIntermediateDirectories: true)
    let vault = try Vault.open(shell.file("data/hearth").path, now: Instant(seconds: 0))
    try vault.set(.backupFolder, to: shell.file("stick").path)
    vault.close()
    try shell.run(["backup"])
    let fine = try shell.run(["verify"])
    #expect(fine.status == 0 && fine.lines.count { $0.hasPrefix("backups (1)") } == 2)
    let copy = shell.file("stick/2026-03-03T143000+0100.db")
    var bytes = try Data(contentsOf: copy)
    bytes[bytes.count - 2_000] ^= 1
    try bytes.write(to: copy)
    let broken = try shell.run(["verify"])
    #expect(broken.status == 1 && broken.err.contains("The newest backup is of today."))
    #expect(broken.lines.contains { $0.contains("TROUBLE") && $0.hasSuffix("/stick/2026-03-03T143000+0100.db") })
  }

  @Test func `what is no folder is no second one, and verify says so`() throws {
    let shell = try Shell()
    _ = try shell.add("By the canal")
    let vault = try Vault.open(shell.file("data/hearth").path, now: Instant(seconds: 0))
    try vault.set(.backupFolder, to: "/etc/hostname")
    vault.close()
    let verified = try shell.run(["verify"]).err
    #expect(verified.contains("/etc/hostname, cannot hold any.") && !verified.contains("not there today"))
  }

  @Test func `everything is gone with the folder, and what others put there stays`() throws {
    let shell = try Shell()
    _ = try shell.add("By the canal")
    #expect(try shell.run(["erase", "--everything"]).status == 2)
    #expect(try shell.titles() == ["By the canal"])
    #expect(try shell.run(["erase", "--everything", "--yes"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: shell.home.path + "/data/hearth"))
    #expect(try shell.run(["erase", "--everything", "--yes"]).status == 1)
  }

  @Test func `who erases everything hears first of the second folder, where the journal tells of one`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    #expect(try !shell.run(["erase", "--everything"]).err.contains("stay:"))
    let vault = try ClosedVault.enter(shell.file("data/hearth").path, now: Instant(seconds: 0)).open()
    try vault.set(.backupFolder, to: "/media/stick")
    vault.close()
    let said = try shell.run(["erase", "--everything", "--yes"])
    #expect(said.err.hasPrefix("Backups in /media/stick stay: Hearth does not remove them there.\n"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
  }

  @Test(arguments: [["erase"], ["erase", "abcdef", "--everything"], ["erase", "--person", "Jon", "--everything"]])
  func `one thing is erased at a time`(_ arguments: [String]) throws {
    #expect(try Shell().run(arguments + ["--yes"]).status == 2)
  }

  @Test func `with the recovery code alone it says what to do first, and erases nothing`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody")
    try shell.write("phrase", "barley corn and clover\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< phrase")
    var bytes = Array("barley corn and clover".utf8)
    let vault = try ClosedVault.enter(shell.file("data/hearth").path, now: Instant(seconds: 0))
      .open(Passphrase(wiping: &bytes))
    let code = RecoveryCode.random()
    try vault.setRecovery(code)
    vault.close()
    try shell.write("code", code.groups.joined(separator: " ") + "\n")
    let erased = try shell.script("hearth erase \(id) --yes --passphrase-fd 3 3< code")
    #expect(erased.status == 2)
    #expect(erased.err.contains("hearth passphrase set"))
    #expect(try shell.script("hearth list --passphrase-fd 3 3< code").lines.count == 1)
  }

  @Test func `what is not Hearth's stays, and is named`() throws {
    let shell = try Shell()
    _ = try shell.add("By the canal")
    try shell.run(["backup"])
    try shell.write("data/hearth/inbox/sub/mine", "mine")
    let erased = try shell.run(["erase", "--everything", "--yes"])
    #expect(erased.status == 0)
    #expect(erased.err.hasSuffix("has stayed in \(shell.file("data/hearth").path): inbox/sub\n"))
    #expect(try String(contentsOf: shell.file("data/hearth/inbox/sub/mine"), encoding: .utf8) == "mine")
    let left = try FileManager.default.contentsOfDirectory(atPath: shell.file("data/hearth").path)
    #expect(left == ["inbox"])
  }
}

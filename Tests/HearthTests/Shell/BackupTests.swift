import Foundation
import Testing

@Suite struct BackupTests {
  private let later = ["HEARTH_NOW": "2026-03-05T09:00:00+01:00"]

  @Test func `a backup is made, listed, and put back; what was there is kept`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let made = try shell.run(["backup"])
    #expect(made.status == 0)
    #expect(made.err.hasPrefix("The backup 2026-03-03T143000+0100.db is made and checked ("))
    try shell.run(["add", "After"])
    let listed = try shell.run(["backup", "--list"]).out
    #expect(listed.hasPrefix("2026-03-03 14:30  "))
    #expect(listed.hasSuffix("opens without a passphrase  2026-03-03T143000+0100.db\n"))

    let unasked = try shell.run(["restore-backup"])
    #expect(unasked.status == 2)
    #expect(unasked.err.contains("1 entry is in it, dated Tuesday, 3 March 2026, 14:30."))
    #expect(try shell.titles().count == 2)
    let restored = try shell.run(["restore-backup", "2026-03-03", "--yes"], environment: later)
    #expect(restored.status == 0)
    #expect(try shell.titles() == ["Before"])

    let kept = "data/hearth/backups/before-restore-2026-03-05T090000+0100.db"
    #expect(restored.err.contains(kept))
    #expect(try shell.run(["restore-backup", "./" + kept, "--yes"]).status == 0)
    #expect(try shell.titles() == ["After", "Before"])
  }

  @Test func `where only the backup is sealed, that is said of the backup`() throws {
    let shell = try Shell()
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth add tea && hearth passphrase set --new-passphrase-fd 3 3< key")
    try shell.script("hearth backup --passphrase-fd 3 3< key; hearth passphrase remove --yes --passphrase-fd 3 3< key")
    let refused = try shell.run(["restore-backup"])
    #expect(refused.status == 1)
    #expect(refused.err.contains("That file is sealed with a passphrase."))
  }

  @Test func `at a terminal it is asked first`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.run(["backup"])
    try shell.run(["add", "After"])
    let terminal = try shell.terminal(["restore-backup"])
    try terminal.wait(for: "[y/N]")
    try terminal.type("n\n")
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(try shell.titles().count == 2)
  }

  @Test func `a second one goes to the folder that is named`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.write("stick/photo", "mine")
    let made = try shell.run(["backup", "--to", "stick"])
    #expect(made.err.hasSuffix("There is one in stick too.\n"))
    let names = try FileManager.default.contentsOfDirectory(atPath: shell.file("stick").path).sorted()
    #expect(names == ["2026-03-03T143000+0100.db", "photo"])
    #expect(try shell.run(["backup", "--to", "nowhere"]).status == 2)
  }

  @Test(arguments: ["data/hearth", "data/hearth/backups"])
  func `what belongs to the journal is no second folder`(folder: String) throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.run(["backup"])
    let refused = try shell.run(["backup", "--to", folder])
    #expect(refused.status == 2 && refused.err.hasPrefix("\(folder) belongs to the journal itself"))
    #expect(try shell.run(["backup", "--list"]).lines.count == 1)
  }

  @Test func `a backup that takes the passphrase away says so before and after`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.run(["backup"])
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    let preview = try shell.run(["restore-backup"])
    #expect(preview.err.contains("It opens without a passphrase, and"))
    #expect(preview.err.contains("What is there now opens with the passphrase it has"))
    let terminal = try shell.terminal(["restore-backup"])
    try terminal.wait(for: "which then has no passphrase?")
    try terminal.type("n\n")
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(try shell.run(["list"]).status == 1)
    let restored = try shell.run(["restore-backup", "--yes"])
    #expect(restored.err.contains("The journal has no passphrase:"))
    #expect(restored.err.contains("It opens with the passphrase the journal had until now."))
    #expect(try shell.titles() == ["Before"])
    // And back: what is there now is open, and so is what is kept of it.
    let back = try shell.script(
      "hearth restore-backup before-restore-2026-03-03T143000+0100.db --yes --passphrase-fd 3 3< key")
    #expect(back.status == 0 && back.err.contains("the copy that is kept has none either"))
    #expect(back.err.contains("It opens without a passphrase: whoever"))
  }

  @Test func `words added before a restore come in once the journal they were for is back`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.run(["backup"])
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    try shell.run(["add", "Words after"])
    #expect(try shell.run(["restore-backup", "--yes"]).err.contains("come in by themselves"))
    #expect(try shell.titles() == ["Before"])
    let name = "before-restore-2026-03-03T143000+0100.db"
    let back = try shell.script("hearth restore-backup \(name) --yes --passphrase-fd 3 3< key")
    #expect(back.err.contains("with the passphrase that this backup was made under."))
    let listed = try shell.script("hearth list --format short --passphrase-fd 3 3< key")
    #expect(listed.out.contains("Words after") && listed.lines.count == 2)
  }

  @Test func `the list as JSON`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.run(["backup"])
    let document = try JSONSerialization.jsonObject(
      with: Data(try shell.run(["backup", "--list", "--format", "json"]).out.utf8))
    let backups = try #require((document as? [String: Any])?["backups"] as? [[String: Any]])
    #expect(backups.count == 1)
    #expect(backups[0]["name"] as? String == "2026-03-03T143000+0100.db")
    #expect(backups[0]["day"] as? String == "2026-03-03")
    #expect(backups[0]["sealed"] as? Bool == false)
  }

  @Test func `what is not there, and what is damaged, changes nothing`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    #expect(try shell.run(["restore-backup", "--yes"]).status == 2)
    #expect(try shell.run(["backup", "--list"]).err.hasPrefix("There is no backup yet."))
    try shell.run(["backup"])
    #expect(try shell.run(["restore-backup", "2020", "--yes"]).status == 2)
    let file = shell.file("data/hearth/backups/2026-03-03T143000+0100.db")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 2_000] ^= 1
    try bytes.write(to: file)
    let refused = try shell.run(["restore-backup", "--yes"])
    #expect(refused.status == 1 && refused.err.contains("backups/2026-03-03T143000+0100.db is damaged"))
    #expect(try shell.titles() == ["Before"])
    let verified = try shell.run(["verify"])
    #expect(verified.status == 1)
    #expect(verified.lines.contains { $0.contains("TROUBLE") && $0.hasSuffix("  2026-03-03T143000+0100.db") })
    #expect(!verified.err.contains("The newest backup"))
    let folder = try shell.run(["restore-backup", shell.file("data").path])
    #expect(folder.status == 2 && folder.err.contains("/data is no file of Hearth's"))
  }

  @Test func `a backup from under another passphrase asks for that one`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.write("first", "velvet onion meadow\n")
    try shell.write("second", "another one altogether\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< first; hearth backup --passphrase-fd 3 3< first")
    try shell.script("hearth passphrase set --passphrase-fd 3 --new-passphrase-fd 4 3< first 4< second")
    #expect(try shell.script("hearth restore-backup --yes --passphrase-fd 3 3< second").status == 1)
    let restored = try shell.script("hearth restore-backup --yes --passphrase-fd 3 3< first")
    #expect(restored.status == 0 && restored.err.contains("It opens with the passphrase it was made under, and"))
    #expect(restored.err.contains("The journal opens now with the passphrase that this backup was made under."))
    #expect(try shell.script("hearth list --format short --passphrase-fd 3 3< first").lines.count == 1)
  }

  @Test func `a new one takes the place of those beside the journal where that is asked for`() throws {
    let shell = try Shell()
    let id = try shell.add("Not for anybody")
    for _ in 0..<2 { try shell.run(["backup"]) }
    #expect(try shell.run(["erase", id, "--yes"]).err.contains("hearth backup --renew"))
    let renewed = try shell.run(["backup", "--renew"])
    #expect(renewed.status == 0 && renewed.err.hasPrefix("The earlier backups beside the journal are removed.\n"))
    #expect(try shell.run(["backup", "--list"]).lines.count == 1)
    #expect(try shell.run(["backup", "--list", "--renew"]).status == 2)
  }

  @Test func `of a damaged journal it is told that the journal is, and not its backups`() throws {
    let shell = try Shell()
    try shell.run(["generate", "--journal", "big", "--entries", "400"])
    let file = shell.file("big/journal.db")
    var bytes = try Data(contentsOf: file)
    for page in stride(from: 60, to: (bytes.count - 8_192) / 4_096, by: 30) { bytes[8_192 + page * 4_096 + 100] ^= 1 }
    try bytes.write(to: file)
    let refused = try shell.run(["backup", "--journal", "big"])
    #expect(refused.status == 1 && refused.err.contains("\(shell.file("big").path)"))
    #expect(!refused.err.contains("big/backups is damaged") && !refused.err.contains("big/backups/backups"))
    #expect(!refused.err.contains("in \(shell.file("big/backups").path)"))
  }

  @Test func `a file that lies here is found by its plain name, after those beside the journal`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    try shell.run(["backup"])
    try shell.script("mv data/hearth/backups/*.db mine.db")
    try shell.run(["add", "After"])
    #expect(try shell.run(["restore-backup", "nosuch.db", "--yes"]).err.hasPrefix("There is no backup yet."))
    #expect(try shell.run(["restore-backup", "mine.db", "--yes"]).status == 0)
    #expect(try shell.titles() == ["Before"])
  }

  @Test func `an entry that is dated ahead was not written then`() throws {
    let shell = try Shell()
    try shell.run(["add", "--at", "9999-12-31", "Far"])
    try shell.run(["add", "Near"])
    try shell.run(["backup"])
    #expect(
      try shell.run(["restore-backup"]).err.contains("2 entries are in it, the latest dated Friday, 31 December 9999"))
  }
}

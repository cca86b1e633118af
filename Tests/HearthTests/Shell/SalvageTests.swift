import Foundation
import Testing

@Suite struct SalvageTests {
  @Test func `what can be read of a damaged journal comes into a new one, and the file stays as it is`() throws {
    let shell = try Shell()
    try shell.run(["generate", "--journal", "big", "--entries", "400"])
    let file = shell.file("big/journal.db")
    var bytes = try Data(contentsOf: file)
    // The header of 8 KiB stays: without it nothing opens.
    for page in stride(from: 0, to: (bytes.count - 8_192) / 4_096, by: 30) { bytes[8_192 + page * 4_096 + 100] ^= 1 }
    try bytes.write(to: file)
    let broken = try shell.run(["verify", "--journal", "big"])
    #expect(broken.status == 1)
    #expect(broken.err.contains("hearth salvage"))
    // There is none, and of this journal none can be made.
    #expect(!broken.err.contains("To make one: hearth backup"))

    let saved = try shell.run(["salvage", "big", "saved"])
    #expect(saved.status == 1)
    #expect(saved.err.contains("that could not be read: "))
    #expect(try Data(contentsOf: file) == bytes)
    #expect(try shell.titles(["--journal", "saved"]).count > 300)
    #expect(try shell.run(["verify", "--journal", "saved"]).status == 0)
    // It was written to already.
    #expect(try shell.run(["salvage", "big/journal.db", "saved"]).status == 2)
  }

  @Test func `a sealed journal asks for its passphrase, and a sound one comes over whole`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    try shell.run(["edit", id], stdin: "Along the canal")
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    #expect(try shell.run(["salvage", "data/hearth", "saved"]).status == 1)
    let saved = try shell.script("hearth salvage data/hearth/journal.db saved --passphrase-fd 3 3< key")
    #expect(saved.status == 0)
    #expect(saved.err.contains("Entries: 1. Versions: 1. Unfinished pages: 0."))
    // It opens with the same.
    #expect(try shell.run(["list", "--journal", "saved"]).status == 1)
    let list = try shell.script("hearth list --journal saved --passphrase-fd 3 3< key")
    #expect(list.out.contains("Along the canal"))
    let versions = try shell.script("hearth versions \(id) --journal saved --passphrase-fd 3 3< key")
    #expect(versions.out.contains("By the canal"))
  }

  @Test func `one page that cannot be read is told by the status too`() throws {
    let shell = try Shell()
    try shell.run(["generate", "--journal", "big", "--entries", "40"])
    let file = shell.file("big/journal.db")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 100] ^= 1
    try bytes.write(to: file)
    let saved = try shell.run(["salvage", "big", "saved"])
    #expect(saved.err.contains("Pages of the file that could not be read: 1."))
    #expect(saved.status == 1)
  }

  @Test func `notes that lie aside are told of with their place`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("data/hearth/inbox/aside/\(UUID().uuidString).note", "no note")
    let saved = try shell.run(["salvage", "data/hearth/journal.db", "saved"])
    #expect(saved.status == 1)
    #expect(
      saved.err.contains("could not be read: 1. They are still in ") && saved.err.contains("data/hearth/inbox/aside."))
  }

  @Test func `a file that is not there, or no journal, is refused`() throws {
    let shell = try Shell()
    try shell.write("photo", "mine")
    #expect(try shell.run(["salvage", "nothing", "saved"]).status == 2)
    let photo = try shell.run(["salvage", "photo", "saved"])
    #expect(photo.status == 2)
    #expect(photo.err.contains("/photo is no file of Hearth's"))
    try shell.run(["add", "Tea"])
    #expect(try shell.run(["restore-backup", "./photo", "--yes"]).err.contains("/photo is no file of Hearth's"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("saved").path))
  }

  @Test(arguments: [
    ("data/hearth", "data/hearth/sub"), ("data/hearth/journal.db", "data/hearth/backups/x"),
    ("data/hearth/backups/2026-03-03T143000+0100.db", "data/hearth/backups/a/b"),
    ("data/hearth", "data/hearth/inbox/../x"),
    ("data/hearth", "way/sub"),
  ])
  func `nothing is saved into the folder of a journal`(file: String, place: String) throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.run(["backup"])
    try shell.script("ln -s data/hearth way")
    let refused = try shell.run(["salvage", file, place])
    #expect(refused.status == 2 && refused.err.hasPrefix("\(place) is within the journal's own folder"))
    #expect(try shell.run(["erase", "--everything", "--yes"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
  }

  @Test(arguments: [("afile", "afile is a file, and"), ("-", "A journal is a folder and does not go to")])
  func `what is no folder is refused, and stays as it is`(place: String, said: String) throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("afile", "mine")
    let refused = try shell.run(["salvage", "data/hearth", place])
    #expect(refused.status == 2 && refused.err.hasPrefix(said))
    #expect(try String(contentsOf: shell.file("afile"), encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: shell.file("-").path))
  }

  @Test func `a backup that lies elsewhere is saved beside itself`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("backups/mine", "")
    try shell.run(["backup", "--to", "backups"])
    #expect(try shell.run(["salvage", "backups/2026-03-03T143000+0100.db", "saved"]).status == 0)
    #expect(try shell.titles(["--journal", "saved"]) == ["Tea"])
  }
}

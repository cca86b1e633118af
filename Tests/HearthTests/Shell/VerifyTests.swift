import Foundation
import HearthCore
import HearthStorage
import Testing

@Suite struct VerifyTests {
  @Test func `a sound journal is found sound, in a table`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let result = try shell.run(["verify"])
    #expect(result.status == 0)
    #expect(
      result.out.hasPrefix(
        """
        folder and files                          fine
        the two copies of its key (2 whole)       fine
        the last save (0 pages of it cut off)     fine
        the form of the journal                   fine
        its file and every page                   fine
        what belongs to what in it                fine
        the search (1 entry known)                fine
        the count of entries, with the trash (1)  fine
        notes from elsewhere (0 waiting)          fine
        backups (0)                               worth knowing

        """))
    // What comes then is about the machine.
    #expect(result.lines.count == 13)
    #expect(result.lines.contains { $0.hasPrefix("images of the memory after a crash  ") && $0.hasSuffix("  fine") })
    #expect(result.err.contains("There is no backup yet."))
  }

  @Test func `the newest backup is told of, and one that does not open is named`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.run(["backup"])
    #expect(try shell.run(["verify"]).err.contains("The newest backup is of today."))
  }

  @Test func `of the two copies of the key one is enough: the other is made anew, and that is told`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let file = shell.file("data/hearth/journal.db")
    var bytes = try Data(contentsOf: file)
    bytes[100] ^= 1
    try bytes.write(to: file)
    let result = try shell.run(["verify"])
    #expect(result.status == 0)
    #expect(
      result.lines.contains { $0.hasPrefix("the two copies of its key (2 whole)") && $0.hasSuffix("worth knowing") })
    #expect(result.err.contains("made anew from the other one"))
    #expect(try !shell.run(["verify"]).err.contains("made anew"))
  }

  @Test func `what is not as it was written is named, and told by the status`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("data/hearth/inbox/3f9a1c00-0000-4000-8000-000000000001.note", "no note")
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    let trouble = result.lines.filter { $0.contains("TROUBLE") }
    #expect(trouble.count == 1)
    #expect(trouble.first?.hasSuffix("  3f9a1c00-0000-4000-8000-000000000001.note") == true)
    #expect(result.err.contains("/inbox/aside"))
  }

  @Test func `pages that do not open are told of in words, and to programs as ever`() throws {
    let shell = try Shell()
    for _ in 0..<3 { try shell.run(["add", String(repeating: "By the canal. ", count: 500)]) }
    let file = shell.file("data/hearth/journal.db")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 2_000] ^= 1
    try bytes.write(to: file)
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    #expect(result.lines.contains { $0.contains("  TROUBLE  ") && $0.contains("  these pages do not open: ") })
    #expect(!result.out.contains("unreadable: "))
    #expect(try shell.run(["verify", "--format", "json"]).out.contains("\"detail\": \"unreadable: "))
  }

  @Test func `a journal that does not open is looked over all the same, and what to do is said`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.run(["backup"])
    let file = shell.file("data/hearth/journal.db")
    var bytes = try Data(contentsOf: file)
    bytes[8_192 + 100] ^= 1
    try bytes.write(to: file)
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    #expect(
      result.lines.prefix(5).map { $0.replacing(#/ {2,}/#, with: "  ") } == [
        "folder and files  fine",
        "the two copies of its key (2 whole)  fine",
        "the last save (0 pages of it cut off)  fine",
        "its file and every page  TROUBLE  these pages do not open: 1",
        "backups (1)  fine",
      ])
    #expect(result.err.contains("The newest backup is of today."))
    #expect(result.err.contains("Then `hearth restore-backup` puts a backup in its place; or"))
    let document = try shell.run(["verify", "--format", "json"])
    #expect(document.status == 1 && document.out.contains("\"what\": \"database\""))
    #expect(document.out.contains("\"fine\": false"))
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test func `so is a sealed one, once its passphrase is there`() throws {
    let shell = try Shell()
    try shell.write("key", "velvet onion meadow\n")
    try shell.script(
      "hearth add tea; hearth passphrase set --new-passphrase-fd 3 3< key; hearth backup --passphrase-fd 3 3< key")
    let file = shell.file("data/hearth/journal.db")
    var bytes = try Data(contentsOf: file)
    bytes[8_192 + 100] ^= 1
    try bytes.write(to: file)
    let result = try shell.script("hearth verify --passphrase-fd 3 3< key")
    #expect(result.status == 1)
    #expect(result.lines.contains { $0.hasSuffix("  TROUBLE  these pages do not open: 1") })
    #expect(result.lines.contains { $0.hasPrefix("backups (1)  ") && $0.hasSuffix("  fine") })
    #expect(try shell.script("echo other | hearth verify --passphrase-fd 0").err.contains("is not the passphrase"))
  }

  @Test func `where nothing can open it any more, salvage is not advised`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.run(["backup"])
    let file = shell.file("data/hearth/journal.db")
    var bytes = try Data(contentsOf: file)
    for place in [100, 4_196] { bytes[place] ^= 1 }
    try bytes.write(to: file)
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    #expect(result.out == "the two copies of its key (0 whole)  TROUBLE\n")
    #expect(result.err.contains("The newest backup is of today.") && result.err.contains("salvage` cannot help"))
  }

  @Test func `an odd folder of backups has its line, and all else is looked at`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("data/hearth/backups", "no folder")
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    #expect(result.lines.filter { $0.contains("TROUBLE") }.count == 1)
    #expect(result.lines.contains { $0.hasPrefix("backups (0)  ") && $0.contains("Move it away") })
    #expect(!result.err.contains("named above do not open"))
  }

  @Test func `a backup that stood open is closed, and named beside what else did`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.script("hearth backup && chmod 666 data/hearth/backups/*.db && chmod 777 data/hearth/inbox")
    let result = try shell.run(["verify"])
    #expect(result.status == 0)
    #expect(result.lines.first?.contains("worth knowing  inbox backups/") == true)
    #expect(try shell.script("stat -c %a data/hearth/backups/*.db").out == "600\n")
    #expect(try shell.run(["verify"]).lines.first?.hasSuffix("  fine") == true)
  }

  @Test func `a note that waits goes on waiting`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let place = shell.file("data/hearth/inbox")
    do {
      let held = try ClosedVault.enter(shell.file("data/hearth").path, now: Instant(seconds: 0))
      defer { withExtendedLifetime(held) {} }
      try shell.run(["add", "In between"])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).count == 1)
    #expect(try shell.run(["verify"]).out.contains("(1 waiting)"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).count == 1)
    #expect(try shell.titles().count == 2)
  }

  @Test func `as JSON`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let result = try shell.run(["verify", "--format", "json"])
    #expect(
      result.out.hasPrefix(
        """
        {
          "schema": 1,
          "app": "hearth",
          "findings": [
            {
              "what": "files",
              "fine": true,
              "state": "fine",
              "count": 0,
              "detail": ""
            },
        """))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(
      findings.compactMap { $0["what"] as? String } == [
        "files", "header", "log", "schema", "database", "links", "index", "counts", "notes", "backups", "memory",
        "core", "swap",
      ])
  }
}

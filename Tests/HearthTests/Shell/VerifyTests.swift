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

  @Test func `a journal that does not open has its line in the table, and what to do is said`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let file = shell.file("data/hearth/journal.db")
    var bytes = try Data(contentsOf: file)
    bytes[8_192 + 100] ^= 1
    try bytes.write(to: file)
    let result = try shell.run(["verify"])
    #expect(result.status == 1)
    #expect(result.out == "its file and every page  TROUBLE  it cannot be read\n")
    #expect(result.err.contains("hearth salvage") && result.err.contains("where there is one"))
    let document = try shell.run(["verify", "--format", "json"])
    #expect(document.status == 1 && document.out.contains("\"what\": \"database\""))
    #expect(document.out.contains("\"fine\": false"))
    #expect(try Data(contentsOf: file) == bytes)
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

import Foundation
import Testing

@Suite struct ExportImportTests {
  private func journal() throws -> Shell {
    let shell = try Shell()
    try shell.run(["add", "yesterday 21:04: By the canal", "--mood", "5", "--tag", "walk", "--star"])
    try shell.run(["add"], stdin: "# 茶\n\n\tWith \"#honey\" and @Ana. 👨‍👩‍👧 \u{1B}[0m\n\nEnd")
    _ = try shell.run(["delete", try shell.add("Gone")])
    return shell
  }

  @Test func `what is exported and imported is the same journal`() throws {
    let (old, new) = (try journal(), try Shell())
    let document = try old.run(["export", "--format", "json", "--include-trash"]).out
    let taken = try new.run(["import", "-"], stdin: document, environment: ["HEARTH_NOW": "2027-01-01T00:00:00+01:00"])
    #expect(taken == Shell.Result(status: 0, out: "", err: "3 entries were taken in.\n"))
    #expect(try new.run(["export", "--format", "json", "--include-trash"]).out == document)
  }

  @Test func `without a word about the trash it stays out`() throws {
    let document = try journal().run(["export", "--format", "json"]).out
    #expect(!document.contains("Gone") && !document.contains("trashedAt"))
  }

  @Test func `a file is whole, private, and never written over unasked`() throws {
    let shell = try journal()
    #expect(try shell.run(["export", "--format", "json", "--output", "j.json"]).err == "2 entries are in j.json.\n")
    let file = shell.file("j.json").path
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(try shell.run(["export", "--format", "json", "--output", "j.json"]).status == 2)
    #expect(try shell.run(["export", "--format", "json", "--output", "j.json", "--replace"]).status == 0)
    #expect(try shell.run(["export", "--format", "json", "--output", "no/j.json"]).status == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: shell.home.path).filter { !$0.hasPrefix(".") }
    #expect(names.sorted() == ["data", "j.json"])
  }

  @Test func `importing twice is importing once`() throws {
    let shell = try journal()
    let document = try shell.run(["export", "--format", "json"]).out
    #expect(
      try shell.run(["import", "-"], stdin: document).err
        == "0 entries were taken in.\n2 were here already, just the same.\n")
    #expect(try shell.run(["export", "--format", "json"]).out == document)
  }

  @Test func `what differs under one id is left as it is here, and named`() throws {
    let shell = try journal()
    let document = try shell.run(["export", "--format", "json"]).out
    let result = try shell.run(["import", "-"], stdin: document.replacing("By the canal", with: "By the sea"))
    #expect(result.status == 1)
    #expect(result.err.contains("Already here under the same id"))
    #expect(try shell.titles().contains("By the canal"))
  }

  @Test func `a dry run changes nothing`() throws {
    let (old, new) = (try journal(), try Shell())
    let document = try old.run(["export", "--format", "json"]).out
    #expect(
      try new.run(["import", "--dry-run", "-"], stdin: document).err
        == "2 entries would be taken in. Nothing was changed.\n")
    #expect(try new.titles() == [])
  }

  @Test func `a document with a fault is refused whole`() throws {
    let (old, new) = (try journal(), try Shell())
    let document = try old.run(["export", "--format", "json"]).out
    let result = try new.run(["import", "-"], stdin: document.replacing("\"mood\": 5", with: "\"mood\": 9"))
    #expect(result.status == 2)
    #expect(result.err.contains("entry 2, mood is not a number from 1 to 5"))
    #expect(!FileManager.default.fileExists(atPath: new.file("data/hearth").path))
  }
}

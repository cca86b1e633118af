import Foundation
import Testing

/// `hearth import` of what is not Hearth's own JSON.
@Suite struct ImportFormsTests {
  private let jrnl = "[2026-03-01 09:00] Tea and rain *\nWith @Jon. #walk\n\n[2026-03-02 21:04] By the canal\n"

  @Test func `a journal of jrnl's comes in once, however often and wherever it is read`() throws {
    let shell = try Shell()
    try shell.write("journal.txt", jrnl)
    #expect(
      try shell.run(["import", "journal.txt", "--dry-run"]).err
        == "Would be taken in: 2 entries. Nothing was changed.\n")
    #expect(
      try shell.run(["import", "journal.txt"]) == Shell.Result(status: 0, out: "", err: "Taken in: 2 entries.\n"))
    #expect(try shell.titles() == ["By the canal", "Tea and rain"])
    #expect(try shell.run(["list", "--starred", "--with", "Jon", "--tag", "walk"]).out.hasPrefix("2026-03-01 09:00"))
    let again = "Nothing was taken in.\n2 entries were here already, and are the same.\n"
    #expect(try shell.run(["import", "-"], stdin: jrnl).err == again)
    #expect(try shell.run(["import", "journal.txt"], environment: ["TZ": "America/New_York"]).err == again)
    // A mood is nothing that jrnl tells; a star is.
    try shell.run(["edit", "--search", "canal", "--mood", "4", "--yes"])
    #expect(try shell.run(["import", "journal.txt"]).err == again)
    try shell.run(["edit", "--search", "canal", "--star", "--yes"])
    let other = try shell.run(["import", "journal.txt"])
    #expect(other.status == 1 && other.err.contains("Already here under the same id"))
  }

  @Test func `what Hearth writes for jrnl, Hearth reads`() throws {
    let (old, new) = (try Shell(), try Shell())
    try old.run(["add", "yesterday 21:04: By the canal", "--star", "--tag", "sea"])
    try old.run(["add"], stdin: "**Bold**\n\n[2020-01-01 10:00] was a Wednesday")
    let text = try old.run(["export", "--format", "jrnl"]).out
    #expect(try new.run(["import", "-"], stdin: text).err == "Taken in: 2 entries.\n")
    #expect(try new.run(["show", "--search", "wednesday"]).out.contains("\n[2020-01-01 10:00] was a Wednesday\n"))
    #expect(try new.run(["export", "--format", "jrnl"]).out == text)
  }

  @Test func `a folder of Markdown comes back as it was written`() throws {
    let (old, new) = (try Shell(), try Shell())
    try old.run(["add", "yesterday 21:04: By the canal", "--mood", "5", "--tag", "walk", "--star"])
    try old.run(["add"], stdin: "# 茶\n\n\tWith \"#honey\" and @Ana.\n\n---\n\nEnd")
    _ = try old.run(["delete", try old.add("Gone")])
    let folder = old.file("notes").path
    try old.run(["export", "--format", "md", "--folder", "notes", "--include-trash"])
    #expect(try new.run(["import", folder]) == Shell.Result(status: 0, out: "", err: "Taken in: 3 entries.\n"))
    #expect(
      try new.run(["import", folder]).err == "Nothing was taken in.\n3 entries were here already, and are the same.\n")
    try new.run(["export", "--format", "md", "--folder", "notes", "--include-trash"])
    #expect(try old.script("diff -r notes '\(new.file("notes").path)'") == Shell.Result(status: 0, out: "", err: ""))
    // Whoever deleted something does not find it among the living again.
    #expect(try new.titles() == ["茶", "By the canal"])
    #expect(
      try old.run(["import", "notes"]).err == "Nothing was taken in.\n3 entries were here already, and are the same.\n")
  }

  @Test func `a fault anywhere refuses all of it, and is named with its file and line`() throws {
    let shell = try Shell()
    try shell.write("notes/a.md", "---\ndate: 2026-03-01 09:00\n---\n\nTea\n")
    try shell.write("notes/sub/b.md", "---\nmood: 4\ndate: soon\n---\n\nTea\n")
    try shell.write("notes/.obsidian/c.md", "nothing of ours")
    try shell.write("journal.txt", "[2026-03-01 09:00] Tea\n[2026-02-30 09:00] Rain\n")
    try shell.write("odd.txt", "Tea")
    try shell.write("empty/a.txt", "Tea")
    for (arguments, said) in [
      (["notes"], "notes/sub/b.md was not taken in: line 3, date is not a date"),
      (["journal.txt"], "line 2, an entry begins there with a date that is none"),
      (["odd.txt"], "it begins like none of what import reads"),
      (["odd.txt", "--format", "jrnl"], "line 1, text stands"),
      (["empty"], "No Markdown file is in empty"), (["notes", "--format", "jrnl"], "only Markdown files are read"),
    ] {
      let result = try shell.run(["import"] + arguments)
      #expect(result.status == 2 && result.err.contains(said), "\(result.err)")
    }
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
  }

  @Test func `undo right after an import says that what came in stays`() throws {
    let shell = try Shell()
    let id = try shell.add("Gone")
    try shell.run(["delete", id])
    try shell.run(["import", "-"], stdin: jrnl)
    let undone = try shell.run(["undo"])
    #expect(undone.status == 1 && undone.err.contains("What came last was written"))
    #expect(try shell.titles() == ["By the canal", "Tea and rain"])
    #expect(try shell.run(["undo"]).status == 0)
    #expect(try shell.titles().contains("Gone"))
    // Nothing came in: what was done last is the deletion.
    try shell.run(["delete", id])
    try shell.run(["import", "-"], stdin: jrnl)
    #expect(try shell.run(["undo"]).status == 0)
  }
}

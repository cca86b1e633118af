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
    #expect(taken == Shell.Result(status: 0, out: "", err: "Taken in: 3 entries.\n"))
    #expect(try new.run(["export", "--format", "json", "--include-trash"]).out == document)
  }

  @Test(arguments: [[], ["--oldest-first"]])
  func `entries of one moment stand in the same order there`(order: [String]) throws {
    let (old, new) = (try Shell(), try Shell())
    for text in ["2026-01-01: before", "yesterday: first", "yesterday: second", "yesterday: third"] {
      try old.run(["add", text])
    }
    try new.run(["import", "-"], stdin: try old.run(["export", "--format", "json"] + order).out)
    #expect(try new.titles() == ["third", "second", "first", "before"])
  }

  @Test func `a dash is standard output, and no file`() throws {
    let shell = try journal()
    let plain = try shell.run(["export", "--format", "json"])
    #expect(try shell.run(["export", "--format", "json", "--output", "-"]) == plain)
    #expect(!FileManager.default.fileExists(atPath: shell.file("-").path))
  }

  @Test func `what stays away and kept searches go with the whole, not with a part`() throws {
    let (old, new) = (try journal(), try Shell())
    try old.run(["search", "--save", "Walks", "tag:walk"])
    let document = try old.run(["export", "--format", "json"]).out
    #expect(try !old.run(["export", "--format", "json", "--tag", "walk"]).out.contains("Walks"))
    try new.run(["search", "--save", "walks", "on:2026 tag:walk"])
    let hushed = document.replacing("\"searches\"", with: "\"hushedPeople\": [\"Ana\"],\n  \"searches\"")
    let taken = try new.run(["import", "-"], stdin: hushed)
    #expect(
      taken
        == Shell.Result(
          status: 1, out: "",
          err: """
            Taken in: 2 entries, what stays away from Today.
            Another search is kept here as Walks. It stays as it is; the one in the file was left out.

            """))
    #expect(try new.run(["search", "--list-saved"]).out == "walks\ton:2026 tag:walk\n")
    #expect(try new.run(["export", "--format", "json"]).out.contains("\"hushedPeople\": [\"Ana\"]"))
  }

  @Test func `without a word about the trash it stays out`() throws {
    let document = try journal().run(["export", "--format", "json"]).out
    #expect(!document.contains("Gone") && !document.contains("trashedAt"))
  }

  @Test func `a file is whole, private, and never written over unasked`() throws {
    let shell = try journal()
    #expect(
      try shell.run(["export", "--format", "json", "--output", "j.json"]).err
        == "2 entries are in j.json, not sealed: whoever has it can read them.\n")
    let file = shell.file("j.json").path
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(try shell.run(["export", "--format", "json", "--output", "j.json"]).status == 2)
    #expect(try shell.run(["export", "--format", "json", "--output", "j.json", "--replace"]).status == 0)
    #expect(try shell.run(["export", "--format", "json", "--output", "no/j.json"]).status == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: shell.home.path).filter { !$0.hasPrefix(".") }
    #expect(names.sorted() == ["data", "j.json"])
  }

  @Test(arguments: ["", "--replace"])
  func `an export that finds no room half-way leaves nothing beside its place`(replace: String) throws {
    let shell = try Shell()
    // A control character is one byte in the journal and six in the document, which the limit then cuts short.
    try shell.run(["add"], stdin: String(repeating: "\u{1}", count: 1 << 20) + "end")
    if !replace.isEmpty { try shell.write("j.json", "before") }
    let cut = try shell.script("ulimit -c 0; ulimit -f 8192; hearth export --format json --output j.json \(replace)")
    #expect(cut.status == 1 && !cut.err.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: shell.home.path).filter { !$0.hasPrefix(".") }
    #expect(names.sorted() == (replace.isEmpty ? ["data"] : ["data", "j.json"]))
    if !replace.isEmpty { #expect(try String(contentsOf: shell.file("j.json"), encoding: .utf8) == "before") }
  }

  @Test func `a link that leads nowhere is something that is there`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try FileManager.default.createSymbolicLink(atPath: shell.file("link").path, withDestinationPath: "nowhere")
    for arguments in [["export", "--format", "csv"], ["report"]] {
      #expect(try shell.run(arguments + ["--output", "link"]).status == 2)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: shell.file("link").path) == "nowhere")
    }
  }

  @Test func `importing twice is importing once`() throws {
    let shell = try journal()
    let document = try shell.run(["export", "--format", "json"]).out
    #expect(
      try shell.run(["import", "-"], stdin: document).err
        == "Nothing was taken in.\n2 entries were here already, and are the same.\n")
    #expect(try shell.run(["export", "--format", "json"]).out == document)
  }

  @Test func `it says what came in beside entries, and nothing of what did not`() throws {
    let (old, new) = (try Shell(), try Shell())
    try old.run(["people", "add", "Ana"])
    let people = try old.run(["export", "--format", "json"]).out
    #expect(try new.run(["import", "-"], stdin: people).err == "Taken in: 1 person.\n")
    #expect(try new.run(["import", "-"], stdin: people).err == "Nothing was taken in.\n")
    let settings = #"{ "schema": 1, "settings": { "welcomed": "yes", "dayEnd": "3" }, "entries": [] }"#
    #expect(
      try new.run(["import", "-", "--dry-run"], stdin: settings).err
        == "Would be taken in: your settings. Nothing was changed.\n")
    #expect(try new.run(["import", "-"], stdin: settings).err == "Taken in: your settings.\n")
    let others = settings.replacing("3", with: "5")
    #expect(
      try new.run(["import", "-"], stdin: others).err == """
        Nothing was taken in.
        The settings in the file were left out, since this journal has settings already.

        """)
  }

  @Test func `a check comes in only behind a passphrase, once, and only that is said`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    try shell.write("key", "velvet onion meadow\n")
    let check = #"{ "id": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "check": "signs", "day": "2026-03-01" }"#
    try shell.write("checks.json", #"{ "schema": 1, "checks": [\#(check)], "entries": [] }"#)
    #expect(try shell.run(["import", "checks.json"]).err == "Nothing was taken in.\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    let took = "hearth import checks.json --passphrase-fd 3 3< key"
    #expect(try shell.script(took).err.contains("Taken in: 1 relationship check.\n"))
    #expect(try shell.script(took).err.contains("Nothing was taken in.\n"))
  }

  @Test func `what differs under one id is left as it is here, and named`() throws {
    let shell = try journal()
    let document = try shell.run(["export", "--format", "json"]).out
    let result = try shell.run(["import", "-"], stdin: document.replacing("By the canal", with: "By the sea"))
    #expect(result.status == 1)
    #expect(result.err.contains("Already here under the same id"))
    #expect(try shell.titles().contains("By the canal"))
  }

  @Test func `what came beside entries and differs is told by kind and number`() throws {
    let (old, new) = (try Shell(), try Shell())
    try old.run(["people", "add", "Ana", "--circle", "close"])
    try old.run(["checkin", "--mood", "4"])
    try old.run(["moment", "shared", "--with", "Ana"])
    let document = try old.run(["export", "--format", "json"]).out
    try new.run(["import", "-"], stdin: document)
    #expect(try new.run(["import", "-"], stdin: document).err == "Nothing was taken in.\n")
    var changed = document.replacing("\"close\"", with: "\"wider\"").replacing("\"mood\": 4", with: "\"mood\": 2")
    changed = changed.replacing("\"shared\"", with: "\"online\"")
    let result = try new.run(["import", "-"], stdin: changed)
    #expect(result.status == 1)
    #expect(
      result.err.contains("Already here, with something different in it: 1 person, 1 check-in, 1 moment."),
      "\(result.err)")
  }

  @Test func `a dry run changes nothing`() throws {
    let (old, new) = (try journal(), try Shell())
    let document = try old.run(["export", "--format", "json"]).out
    #expect(
      try new.run(["import", "--dry-run", "-"], stdin: document).err
        == "Would be taken in: 2 entries. Nothing was changed.\n")
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

  // MARK: Other forms

  @Test(
    arguments: [
      (
        ["--format", "md", "--starred"],
        "## Monday, 2 March 2026 21:04 — By the canal ★\n\nmood: good  \ntags: #walk\n"
      ),
      (["--format", "jrnl", "--oldest-first", "-n", "1"], "[2026-03-02 21:04:00] By the canal *\n\n#walk\n"),
      (
        ["--format", "csv", "--tag", "walk"],
        """
        id,at,zone,day,title,text,words,tags,people,mood,starred,prompt\r
        ID,2026-03-02T21:04:00+01:00,+01:00,2026-03-02,By the canal,By the canal,3,walk,,5,true,\r

        """
      ),
    ])
  func `other programs get what they read`(arguments: [String], document: String) throws {
    let result = try journal().run(["export"] + arguments)
    #expect(result.status == 0)
    #expect(result.err == "")
    #expect(result.out.replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "ID") == document)
  }

  @Test(arguments: [
    (#""tension": 4"#, #""tension": 400"#, "checkIns", "tension is out of range"),
    (#""felt": 1"#, #""felt": "x""#, "moments", "felt is not a whole number"),
  ])
  func `a number that cannot be one refuses the whole document, and is named`(
    sound: String, member: String, list: String, what: String
  ) throws {
    let old = try journal()
    try old.run(["checkin", "--set", "tension=4"])
    try old.run(["moment", "conversation", "--after=1"])
    let document = try old.run(["export", "--format", "json"]).out
    let new = try Shell()
    let result = try new.run(["import", "-"], stdin: document.replacing(sound, with: member))
    #expect(result.status == 2 && result.err.contains(list) && result.err.contains(what))
    #expect(!FileManager.default.fileExists(atPath: new.file("data/hearth").path))
  }

  @Test func `a part of the journal is chosen like everywhere`() throws {
    let shell = try journal()
    func titles(_ arguments: [String]) throws -> [String] {
      let table = try shell.run(["export", "--format", "csv"] + arguments).out
      return table.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return cells.count > 4 ? String(cells[4]) : nil
      }
    }
    #expect(try titles(["--search", "canal OR gone"]) == ["By the canal"])
    #expect(try titles(["--search", "canal OR gone", "--include-trash"]) == ["By the canal", "Gone"])
    #expect(try titles(["--include-trash", "--on", "yesterday"]) == ["By the canal"])
    #expect(try titles(["--mood", "1"]) == [])
  }

  @Test func `a folder holds a file an entry, closed to others`() throws {
    let shell = try journal()
    try shell.run(["add", "By the canal"])
    #expect(
      try shell.run(["export", "--format", "md", "--folder", "out/notes"]).err
        == "3 entries are in out/notes, not sealed: whoever has it can read them.\n")
    let folder = shell.file("out/notes").path
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    #expect(
      all == [
        "2026", "2026/03", "2026/03/2026-03-02 By the canal.md", "2026/03/2026-03-03 By the canal.md",
        "2026/03/2026-03-03 茶.md",
      ])
    let modes = try all.map {
      try FileManager.default.attributesOfItem(atPath: folder + "/" + $0)[.posixPermissions] as? Int
    }
    #expect(modes == [0o700, 0o700, 0o600, 0o600, 0o600])
    let page = try String(contentsOf: shell.file("out/notes/" + all[2]), encoding: .utf8)
    #expect(page.hasPrefix("---\nid: ") && page.contains("\ntags: [\"walk\"]\nmood: 5\nstarred: true\n---\n\nBy the"))
  }

  @Test func `a folder with something in it is filled only by someone who said so`() throws {
    let shell = try journal()
    try shell.write("notes/mine.txt", "mine")
    let refused = try shell.run(["export", "--format", "md", "--folder", "notes"])
    #expect(refused.status == 2)
    #expect(refused.err.contains("Something is in the folder notes already"))
    for _ in 1...2 {
      #expect(try shell.run(["export", "--format", "md", "--folder", "notes", "--replace"]).status == 0)
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: shell.file("notes").path)
    #expect(names.filter { !$0.hasSuffix("2026") && !$0.hasSuffix("03") }.count == 3)
    #expect(try String(contentsOf: shell.file("notes/mine.txt"), encoding: .utf8) == "mine")
    #expect(try shell.run(["export", "--format", "md", "--folder", "notes/mine.txt", "--replace"]).status == 1)
  }

  @Test func `the whole journal goes out in clear only when that is said`() throws {
    let shell = try journal()
    let unasked = try shell.run(["export", "--format", "sqlite", "--output", "plain.db"])
    #expect(unasked.status == 2)
    #expect(unasked.err.contains("not sealed"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("plain.db").path))
    #expect(try shell.run(["export", "--format", "sqlite", "--output", "plain.db", "--yes"]).status == 0)
    let bytes = try Data(contentsOf: shell.file("plain.db"))
    #expect(bytes.starts(with: Data("SQLite format 3\0".utf8)))
    #expect(bytes.range(of: Data("By the canal".utf8)) != nil)
    // What opens notes that are yet to be written is not in it.
    #expect(bytes.range(of: Data("inboxKeys".utf8)) == nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: shell.file("plain.db").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).filter { $0.contains(".new") } == [])

    // Hearth takes such a file for a journal of its own, too.
    try FileManager.default.createDirectory(at: shell.file("again"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: shell.file("plain.db"), to: shell.file("again/journal.db"))
    #expect(try shell.titles(["--journal", "again"]) == shell.titles())
  }

  @Test(arguments: [[], ["--output", "x.db", "--tag", "walk"], ["--output", "x.db", "-n", "1"]])
  func `in clear there is only the whole, in a file`(arguments: [String]) throws {
    let shell = try journal()
    #expect(try shell.run(["export", "--format", "sqlite", "--yes"] + arguments).status == 2)
  }

  @Test func `at a terminal nothing that is written steers it`() throws {
    let shell = try journal()
    for form in ["csv", "md", "jrnl", "json"] {
      let terminal = try shell.terminal(["export", "--format", form])
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(!terminal.output.contains(0x1B), "\(form)")
    }
  }

  @Test func `an entry of the calendar's first hours or last ones keeps nothing from being imported`() throws {
    let (old, new) = (try Shell(), try Shell())
    for moment in ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:00+00:00"] {
      #expect(try old.run(["add", "--at", moment, "early or late"]).status == 0)
    }
    let document = try old.run(["export", "--format", "json"]).out
    #expect(document.contains("\"day\": \"0001-01-01\""))
    #expect(try new.run(["import", "-"], stdin: document).err == "Taken in: 2 entries.\n")
  }

  @Test func `text with the line ends of Windows comes back as it is, and is shown in lines`() throws {
    let shell = try Shell()
    let entry = """
      { "schema": 1, "entries": [{ "id": "3F9A1C00-0000-4000-8000-000000000001", "at": "2026-03-02T21:04:00+01:00",
        "zone": "Europe/Stockholm", "day": "2026-03-02", "createdAt": "2026-03-02T21:04:00+01:00",
        "modifiedAt": "2026-03-02T21:04:00+01:00", "text": "first\\r\\n- item\\r\\nend" }] }
      """
    #expect(try shell.run(["import", "-"], stdin: entry).status == 0)
    #expect(try shell.run(["show", "3f9a1c00"]).out.contains("first\n- item\nend\n"))
    #expect(try shell.run(["export", "--format", "json"]).out.contains("first\\r\\n- item\\r\\nend"))
  }
}

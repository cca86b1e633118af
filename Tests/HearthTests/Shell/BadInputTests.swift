import Foundation
import Testing

@Suite struct BadInputTests {
  @Test(
    arguments: [
      (["add", ""], 2, "There was no text"),
      (["add", "yesterday:"], 2, "There was no text"),
      (["add"], 2, "There was no text"),
      (["add", "--at", "03/04/2026", "Tea"], 2, "can be 2026-04-03 or 2026-03-04"),
      (["add", "--at", "30 feb", "Tea"], 2, "30 feb does not exist"),
      (["add", "--at", "2026-03-29 02:30", "Tea"], 2, "2026-03-29 02:30 (02:00 → 03:00) does not exist"),
      (["add", "--at", "someday", "Tea"], 2, "\"someday\" is no date"),
      (["add", "--prompt", "nix", "Tea"], 2, "There is no question nix"),
      (["add", "--mood", "6", "Tea"], 2, "--mood"),
      (["add", "--tag", "two words", "Tea"], 2, "--tag"),
      (["add", "--format", "json", "Tea"], 2, "--format"),
      (["list", "--from", "someday"], 2, "\"someday\" is no date"),
      (["list", "--on", "03/04/2026"], 2, "can be 2026-04-03 or 2026-03-04"),
      (["list", "--on", "today", "--to", "today"], 2, "--on"),
      (["list", "-n", "0"], 2, "-n"), (["list", "-n", "-5"], 2, "from 1 up"),
      (["list", "--limit", "-5"], 2, "from 1 up"),
      (["list", "--format", "xml"], 2, "--format"),
      (["list", "--search", "mood:9 ("], 2, "\"9\" is no mood"),
      (["list", "--mood", "0"], 2, "--mood"),
      (["list", "--mood", "grand"], 2, "--mood"),
      (["search"], 2, "Say what to look for"),
      (["search", ""], 2, "Say what to look for"),
      (["list", "--search", ""], 2, "The search is empty"),
      (["delete", "--search", "", "--yes"], 2, "The search is empty"),
      (["edit", "--search", " ", "--star", "--yes"], 2, "The search is empty"),
      (["export", "--format", "json", "--search", ""], 2, "The search is empty"),
      (["export", "--format", "sqlite", "--output", "-", "--yes"], 2, "name it with --output"),
      (["search", "\"long way"], 2, "A quotation mark stands alone;"),
      (["search", "(tea"], 2, "A parenthesis is not closed."),
      (["search", "on:someday"], 2, "\"someday\" is no date"),
      (["search", "--on", "someday", "tea"], 2, "\"someday\" is no date"),
      (["search", "--saved", "Walks"], 2, "No search is kept as Walks"),
      (["search", "--forget", "Walks"], 2, "No search is kept as Walks"),
      (["search", "--save", "Walks"], 2, "say what to look for"),
      (["search", "--list-saved", "tea"], 2, "look for nothing"),
      (["show"], 2, "Name an id, or say which entries"),
      (["show", "abcd", "--on", "today"], 2, "not both"),
      (["show", "--tag", "snow"], 1, "Nothing here has the tag #snow"),
      (["delete"], 2, "Name an id"),
      (["delete", "--tag", "snow"], 1, "Nothing here has the tag #snow"),
      (["delete", "--empty-trash", "--on", "today"], 2, "goes alone"),
      (["restore"], 2, "Name an id"),
      (["restore", "--on", "today"], 1, "Nothing here matches"),
      (["list", "-5"], 2, "For so many of them: -n 5"),
      (["list", "--from", "2026-03-01", "--to", "2026-01"], 0, "from 2026-03-01, to 2026-01-31"),
      (["edit"], 2, "Name one entry's id"),
      (["edit", "abcd", "--search", "tea", "--star"], 2, "Name one entry's id"),
      (["edit", "--search", "here"], 2, "say what to change"),
      (["edit", "--search", "here", "--at", "today"], 2, "--at moves one entry"),
      (["edit", "--search", "snow", "--star"], 1, "Nothing here matches"),
      (["versions"], 2, "Missing expected argument '<id>'"),
      (["versions", "zzzz"], 2, "No entry has the id zzzz"),
      (["undo"], 1, "There is nothing to take back"),
      (["export", "--format", "csv", "--folder", "out"], 2, "--folder"),
      (["export", "--format", "md", "--folder", "out", "--output", "a.md"], 2, "--folder"),
      (["export", "--format", "md", "--search", "("], 2, "A parenthesis"),
      (["generate", "--entries", "1"], 2, "Name the journal"),
      (["generate", "--entries", "1", "--journal", "data/hearth"], 2, "There are entries in"),
      (["show", "zzzz"], 2, "No entry has the id zzzz"),
      (["show", "zzz"], 2, "zzz is too little of an id"),
      (["delete", "abc"], 2, "too little of an id"),
      (["edit", "abcdef", "--star"], 2, "No entry has the id abcdef"),
      (["delete", "abcdef"], 2, "No entry has the id abcdef"),
      (["restore", "abcdef"], 2, "No entry has the id abcdef"),
      (["import", "missing.json"], 2, "There is no file missing.json"),
      (["import", "-"], 2, "standard input was not taken in"),
      (["export"], 2, "--format"),
      (["export", "--format", "json", "--output", "nowhere/x.json"], 2, "There is no folder for"),
      (["support", "--country", "XX"], 2, "no checked lines for XX"),
      (["list", "--journal", "nowhere"], 2, "nowhere is not there"),
      (["erase", "--everything", "--yes", "--journal", "nowhere"], 2, "nowhere is not there"),
      (["restore-backup", "nowhere/a.db", "--yes"], 2, "nowhere is not there"),
      (["nonsense"], 2, "no verb nonsense. `hearth --help`"),
      (["lsit"], 2, "no verb lsit; list is one"),
      (["help", "serch"], 2, "no verb serch; search is one"),
      (["checkin", "--list", "--mood", "3"], 2, "they keep no answers"),
      (["checkin", "--measures", "--format", "json"], 2, "--format json goes with --list"),
      (["moment", "conversation", "--minutes", "20", "--list"], 2, "it keeps no moment"),
      (["chart", "--list", "--format", "json"], 2, "as text only"),
      (["backup", "--to", "missing"], 2, "There is no folder missing"),
      (["backup", "--to", "data/hearth/journal.db"], 2, "cannot hold backups"),
      (["backup", "--to", ""], 2, "is empty"),
      (["restore-backup", "", "--yes"], 2, "The name of the backup is empty"),
      (["list", "--journal", ""], 2, "The folder after --journal is empty"),
      (["erase", "--everything", "--yes", "--journal", ""], 2, "The folder after --journal is empty"),
      (["export", "--format", "csv", "--output", ""], 2, "is empty"),
      (["export", "--format", "md", "--folder", ""], 2, "is empty"),
      (["export", "--format", "csv", "--output", "data", "--replace"], 2, "is a folder, a device or the like"),
      (["export", "--format", "csv", "--output", "/dev/full", "--replace"], 2, "is a folder, a device or the like"),
      (["export", "--format", "csv", "--output", "data/hearth/journal.db", "--replace"], 2, "journal's own folder"),
      (["export", "--format", "sqlite", "--output", "data/hearth/a.db", "--yes"], 2, "journal's own folder"),
      (["export", "--format", "md", "--folder", "data/hearth/notes"], 2, "journal's own folder"),
      (["report", "--output", "data/hearth/report.html"], 2, "journal's own folder"),
      (["import", ""], 2, "is empty"),
      (["import", "data"], 2, "No Markdown file is in data"),
      (["versions", "abcdef", "--show", "1", "--format", "json"], 2, "without --show and --restore"),
      (["edit", "abcdef", "--star", "--no-star"], 2, "star"),
      (["moment", "conversation", "--set", "mood=3"], 2, "A moment has no number called mood"),
      (["list", "--nonsense"], 2, "nonsense"),
    ] as [([String], Int32, String)])
  func `what cannot be done is said in a sentence, and changes nothing`(
    _ arguments: [String], status: Int32, said: String
  ) throws {
    let shell = try Shell()
    try shell.run(["add", "Here before"])
    let result = try shell.run(arguments)
    #expect(result.status == status)
    #expect(result.err.contains(said))
    #expect(result.out == "")
    #expect(try shell.titles() == ["Here before"])
  }

  @Test func `an empty name is told of by its option, and stands for nothing`() throws {
    let shell = try Shell()
    try shell.run(["add", "Here before, with @Jon"])
    let cases: [([String], String)] = [
      (["search", "--saved"], "--saved <name>"), (["search", "--forget"], "--forget <name>"),
      (["search", "tea", "--save"], "--save <name>"), (["erase", "--yes", "--person"], "--person <name>"),
      (["support", "--country"], "--country <code>"), (["list", "--prompt"], "--prompt <id>"),
      (["list", "--with"], "--with <name>"), (["add", "Tea", "--prompt"], "--prompt <id>"),
      (["prompt", "--about"], "--about <about>"), (["chart", "pixels", "--measure"], "--measure <measure>"),
      (["chart", "pixels", "--span"], "--span <span>"), (["people", "add", "Ana", "--also"], "--also <name>"),
      (["people", "rename", "Jon"], "<new-name>"), (["people", "merge", "Jon"], "<into>"),
      (["people", "add"], "<name>"),
      (["moment", "conversation", "--with"], "--with <name>"), (["moment"], "<kind>"), (["show"], "<ids>"),
      (["delete"], "<ids>"), (["versions"], "<id>"), (["edit", "--star"], "<id>"), (["chart"], "<name>"),
      (["practice"], "<practice>"), (["read"], "<topic>"),
    ]
    for (arguments, option) in cases {
      for name in ["", " ", "\u{1B}"] {
        let result = try shell.run(arguments + [name])
        #expect(result.status == 2 && result.out == "", "\(arguments)")
        #expect(result.err.contains("is invalid for '\(option)'"), "\(arguments)")
      }
    }
    #expect(try shell.titles() == ["Here before, with @Jon"])
    #expect(try shell.run(["people"]).lines == ["Jon"])
  }

  @Test(arguments: [
    (["show", "zzzz"], false), (["show", "abc"], false), (["versions", "zzzz"], false),
    (["list", "--on", "someday"], false),
    (["search", "--from", "someday", "tea"], false), (["people", "show", "Nobody"], false),
    (["content", "check", "missing.yaml"], false), (["report", "--from", "30 feb"], false), (["delete", "zzzz"], true),
    (["versions", "zzzz", "--restore", "1"], true), (["people", "met", "Nobody"], true),
    (["edit", "zzzz", "--star"], true),
  ])
  func `that nothing was changed is said by those who could have changed something`(
    _ arguments: [String], isSaid: Bool
  ) throws {
    let shell = try Shell()
    try shell.run(["add", "Tea"])
    let result = try shell.run(arguments)
    #expect(result.status == 2 && result.err.split(separator: " ").count > 3)
    #expect(result.err.contains("Nothing was changed.") == isSaid, "\(result.err)")
  }

  @Test func `words that found no place are given back`() throws {
    let result = try Shell().run(["add", "--journal", "/proc/nowhere", "Tea"])
    #expect(result.status == 1)
    #expect(result.err.contains("/proc"))
    #expect(result.out == "Tea\n")
  }

  @Test(arguments: [["abcdef"], ["abcdef", "-", "--at", "nix"]])
  func `so is a new text for an entry that is not there`(arguments: [String]) throws {
    let shell = try Shell()
    try shell.run(["add", "Here before"])
    let result = try shell.run(["edit"] + arguments, stdin: "typed for an hour")
    #expect(result.status == 2)
    #expect(result.out == "typed for an hour\n")
  }

  @Test(arguments: [([0x41, 0xFF, 0x42], 2), ([0xC3], 1), ([0x41, 0x00], 2)] as [([UInt8], Int)])
  func `bytes that are no text are refused, and the first is named`(bytes: [UInt8], place: Int) throws {
    let shell = try Shell()
    let result = try shell.run(["add"], bytes: bytes)
    #expect(result.status == 2)
    #expect(result.err.contains("byte \(place)"))
    #expect(!FileManager.default.fileExists(atPath: shell.file("data/hearth").path))
  }

  @Test func `so are arguments that are no text`() throws {
    let result = try Shell().script("hearth add \"$(printf 'A\\377B')\"")
    #expect(result.status == 2)
    #expect(result.err.contains("byte 2"))
  }

  @Test(arguments: ["tomorrow", "2026-03-03T21:04", "2026-02-30T21:04:00+01:00"])
  func `a clock that cannot be read is named`(now: String) throws {
    let result = try Shell().run(["add", "Tea"], environment: ["HEARTH_NOW": now])
    #expect(result.status == 2)
    #expect(result.err.contains("HEARTH_NOW is \"\(now)\""))
  }

  @Test func `a folder with other things in it is left alone`() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(at: shell.file("photos"), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: shell.file("photos/a.jpg"))
    #expect(try shell.run(["add", "--journal", "photos", "Tea"]).status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shell.file("photos").path) == ["a.jpg"])
  }

  @Test func `a full standard output is an error and no silence`() throws {
    let result = try Shell().script("hearth add Tea 2>/dev/null; hearth export --format json > /dev/full")
    #expect(result.status == 1)
    #expect(result.err.contains("There was no room for what was to be written out"))
    #expect(!result.err.contains("not saved"))
  }
}

import Foundation
import HearthCore
import HearthStorage
import Testing

@Suite struct PeopleVerbTests {
  @Test func `somebody is added with just a name, and everybody is told of`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea with @Jon"])
    #expect(try shell.run(["people", "add", "Aunt Mia", "--circle", "close", "--steady", "--also", "Mia"]).status == 0)
    #expect(try shell.run(["people"]).lines == ["Aunt Mia · Close · steady", "Jon"])
    #expect(try shell.run(["people", "met", "mia"]).err == "Noted: you were in touch with Aunt Mia today.\n")
    #expect(try shell.run(["people", "list"]).lines == ["Aunt Mia · Close · steady · today", "Jon"])
    #expect(try shell.run(["people", "show", "MIA"]).out.contains("Last in touch: today."))
  }

  @Test func `a page ends with the last moments`() throws {
    let shell = try Shell()
    try shell.run(["moment", "shared", "--with", "Mia", "--line", "The long way home"])
    let lines = try shell.run(["people", "show", "Mia"]).lines
    #expect(
      Array(lines.suffix(3)) == ["Moments, newest first", "  today  Something done together", "    The long way home"])
  }

  @Test func `a name of two words is found however it is written`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Aunt Mia", "--also", "Mia"])
    try shell.run(["add", "Tea with @Aunt_Mia"])
    #expect(try shell.run(["people"]).lines.count == 1)
    #expect(try shell.run(["moment", "shared", "--with", "Aunt Mia"]).status == 0)
    #expect(try shell.run(["people", "show", "Mia"]).out.contains("Last in touch: today."))
    for name in ["Aunt Mia", "@Aunt_Mia", "mia"] {
      #expect(try shell.run(["list", "--with", name]).out.contains("Tea with"), "\(name)")
    }
    #expect(try shell.run(["search", "with:\"Aunt Mia\""]).out.contains("Tea with"))
  }

  @Test func `whoever types a name as it stands in a text means the same person, in every verb`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Aunt Mia"])
    for name in ["Aunt_Mia", "@Aunt_Mia", "@aunt mia"] {
      #expect(try shell.run(["people", "add", name, "--kind", "family"]).status == 0, "\(name)")
      #expect(try shell.run(["people"]).lines.map { $0.prefix(8) } == ["Aunt Mia"], "\(name)")
      for verb in ["show", "met", "rest", "remember"] {
        #expect(try shell.run(["people", verb, name]).status == 0, "\(verb) \(name)")
      }
    }
    #expect(try shell.run(["people", "rename", "Aunt_Mia", "Great_Aunt_Mia", "--"]).status == 0)
    try shell.run(["add", "Tea with @Great_Aunt_Mia, and with @Aunt_Mia"])
    #expect(try shell.run(["people", "add", "Jon", "--also", "My_Jon"]).status == 0)
    try shell.run(["add", "Tea with @My_Jon"])
    #expect(try shell.run(["people"]).lines.count == 2)
    #expect(try shell.run(["list", "--with", "Jon"]).lines.count == 1)
    #expect(try shell.run(["people", "merge", "@My_Jon", "@Aunt_Mia"]).status == 0)
    #expect(try shell.run(["people", "delete", "great_aunt_mia", "--yes"]).status == 0)
  }

  @Test func `at a terminal it is asked whether a page may go, as everywhere`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Al"])
    let terminal = try shell.terminal(["people", "delete", "Al"])
    try terminal.wait(for: "[y/N]")
    try terminal.type("n\n")
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(try shell.run(["people"]).lines == ["Al"])
  }

  @Test func `a new name finds what was written under the old one`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea with @Jon"])
    #expect(try shell.run(["people", "rename", "Jon", "Jonathan"]).status == 0)
    #expect(try shell.run(["search", "with:Jonathan"]).out.contains("Tea with @Jon"))
    try shell.run(["people", "add", "J"])
    #expect(try shell.run(["people", "merge", "J", "Jonathan"]).status == 0)
    #expect(try shell.run(["people"]).lines == ["Jonathan"])
  }

  @Test(arguments: [
    ["people", "add", "Mia, Ana"], ["people", "add", "Ana", "--also", "Mia, A"], ["people", "rename", "Jon", "J, K"],
    ["moment", "conversation", "--with", "Jon, Ana"], ["moment", "--with", "Jon, Ana"],
  ])
  func `a comma, which stands between names, is in no new one`(_ arguments: [String]) throws {
    let shell = try Shell()
    try shell.run(["add", "Tea with @Jon"])
    let result = try shell.run(arguments, stdin: "1\n")
    #expect(result.status == 2 && result.err.hasPrefix("Commas stand between names"))
    #expect(try shell.run(["people"]).lines == ["Jon"])
    #expect(try shell.run(["moment", "--list"]).out == "")
  }

  @Test func `a name with a comma that is kept elsewhere comes in, and goes out again`() throws {
    let (shell, other) = (try Shell(), try Shell())
    let person = #""id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "name": "Berg, Mia", "aliases": ["Mia, B"]"#
    #expect(
      try shell.run(["import", "-"], stdin: #"{"schema": 1, "people": [{\#(person)}], "entries": []}"#).status == 0)
    let document = try shell.run(["export", "--format", "json"]).out
    #expect(try other.run(["import", "-"], stdin: document).status == 0)
    for shell in [shell, other] {
      #expect(try shell.run(["people", "add", "berg, mia", "--circle", "close"]).status == 0)
      #expect(try shell.run(["people"]).lines == ["Berg, Mia · Close"])
      #expect(try shell.run(["people", "show", "Mia, B"]).status == 0)
    }
  }

  @Test func `control characters are in no name, whether it is typed or comes in`() throws {
    let shell = try Shell()
    let odd = "A\u{1B}na\u{7F}"
    try shell.run(["people", "add", odd, "--also", "A\tB\u{1B}"])
    try shell.run(["moment", "conversation", "--with", "J\u{1B}on"])
    try shell.run(["search", "--save", "Wa\u{1B}l\nks", "canal"])
    try shell.run(["people", "rename", "Jon", "J\u{9B}ack"])
    let document = try shell.run(["export", "--format", "json"]).out
    for name in ["\"name\": \"Ana\"", "[\"A B\"]", "\"name\": \"Jack\"", "[\"Jon\"]", "\"Wal ks\""] {
      #expect(document.contains(name), "\(name)")
    }
    #expect(try shell.run(["people"]).lines == ["Ana", "Jack · today"])
  }

  @Test func `names that a journal from before holds steer no terminal`() throws {
    let shell = try Shell()
    let (ana, now) = (Person(id: UUID(), name: "An\u{1B}[8ma"), Instant(seconds: 1_770_000_000))
    let call = Touchpoint(
      id: UUID(), person: ana.id, title: "Ca\u{1B}[8mll", kind: .call, startedOn: try #require(Day("2026-01-20")))
    try shell.run(["add", "Tea"])
    let vault = try Vault.open(shell.file("data/hearth").path, now: now)
    let search = SavedSearch(name: "Wa\u{1B}[8mlks", text: "canal")
    try vault.takeIn([], Preferences(searches: [search], people: [ana], touchpoints: [call]), now: now)
    vault.close()
    try expectLegible("an\u{1B}[8ma", "·[8m", in: shell)
  }

  private func expectLegible(_ name: String, _ shown: String, in shell: Shell) throws {
    let said = try [
      ["people"], ["people", "show", name], ["due"], ["search", "--list-saved"], ["people", "met", name],
      ["people", "rest", name],
    ].map { try shell.run($0) }
    for result in said {
      #expect(result.status == 0 && (result.out + result.err).contains(shown))
      #expect(!(result.out + result.err).contains("\u{1B}"))
    }
  }

  @Test func `where a name is somebody else's, the verb that makes them one is named`() throws {
    let shell = try Shell()
    for name in ["Ana", "Aunt Mia"] { try shell.run(["people", "add", name]) }
    let refused = try shell.run(["people", "rename", "Ana", "Aunt Mia"])
    #expect(refused.err.contains("`hearth people merge NAME 'Aunt Mia'`"))
  }

  @Test func `somebody whose other name is taken is not added at all`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Ana"])
    let before = try shell.run(["export", "--format", "json"]).out
    let refused = try shell.run(["people", "add", "New", "--also", "ana", "--steady"])
    #expect(refused.status == 2 && refused.err.contains("Nothing was changed"))
    #expect(try shell.run(["people"]).out.contains("New") == false)
    #expect(try shell.run(["export", "--format", "json"]).out == before)
  }

  @Test func `names that came with an import steer no terminal`() throws {
    let shell = try Shell()
    let document = #"""
      {"schema": 1, "people": [{"id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "name": "An\u001b[8ma"}], "touchpoints": [
        {"id": "6f9619ff-8b86-d011-b42d-00cf4fc964fe", "person": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
         "title": "Ca\u001b[8mll", "kind": "call", "hopedDays": 28, "startedOn": "2026-01-20"}],
       "searches": [{"name": "Wa\u001b[8mlks", "text": "canal"}], "entries": []}
      """#
    #expect(try shell.run(["import", "-"], stdin: document).status == 0)
    try expectLegible("an[8ma", "[8m", in: shell)
  }

  @Test func `a page goes only when that is said`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Ana"])
    #expect(try shell.run(["people", "delete", "Ana"]).status != 0)
    #expect(try shell.run(["people", "delete", "Ana", "--yes"]).status == 0)
    #expect(try shell.run(["people"]).lines == [])
  }

  @Test(arguments: [
    ["people", "show", "Nobody"], ["people", "rename", "Ana", "Jon"], ["people", "add", " "],
    ["people", "add", "Ana", "--circle", "nearest"], ["people", "merge", "Ana", "Nobody"],
    ["people", "merge", "Ana", "@ANA"], ["due", "--format", "pdf"],
  ])
  func `what cannot be understood is said with status 2, and nothing changes`(_ arguments: [String]) throws {
    let shell = try Shell()
    for name in ["Ana", "Jon"] { try shell.run(["people", "add", name]) }
    let result = try shell.run(arguments)
    #expect(result.status == 2 && result.out.isEmpty && !result.err.isEmpty)
    #expect(try shell.run(["people"]).lines == ["Ana", "Jon"])
  }

  @Test func `JSON has everybody, whole`() throws {
    let shell = try Shell()
    try shell.run(["people", "add", "Ana", "--kind", "friend"])
    #expect(try shell.run(["people", "rest", "Ana"]).err.hasPrefix("Ana rests"))
    let out = try shell.run(["people", "--format", "json"]).out
    for part in ["\"name\": \"Ana\"", "\"kind\": \"friend\"", "\"resting\": true", "\"lastContact\": null"] {
      #expect(out.contains(part))
    }
    #expect(try shell.run(["people", "show", "Ana", "--format", "json"]).out.contains("\"mentions\": 0"))
  }

  @Test func `what has been a while comes in from a file, and is told in words, as JSON and as a calendar`() throws {
    let shell = try Shell()
    let document = """
      {"schema": 1, "people": [{"id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "name": "Ana"}], "touchpoints": [
        {"id": "6f9619ff-8b86-d011-b42d-00cf4fc964fe", "person": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
         "title": "Call", "kind": "call", "hopedDays": 28, "startedOn": "2026-01-20"}], "entries": []}
      """
    let file = shell.home.appending(path: "in.json")
    try document.write(to: file, atomically: true, encoding: .utf8)
    #expect(try shell.run(["import", file.path]).status == 0)
    #expect(
      try shell.run(["due"]).lines
        == ["Call with Ana", "  It's been 6 weeks; you hoped for about 4 weeks."])
    #expect(try shell.run(["due", "--format", "json"]).out.contains("\"name\": \"Ana\""))
    #expect(try shell.run(["due", "--format", "ics"]).out.contains("SUMMARY:Call (Ana)\r\n"))
    try shell.run(["people", "rest", "Ana"])
    #expect(try shell.run(["due"]).out.isEmpty)
    #expect(!(try shell.run(["due", "--format", "ics"]).out.contains("VEVENT")))
  }
}

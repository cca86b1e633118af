import Foundation
import Testing

@Suite struct SearchTests {
  private func journal() throws -> Shell {
    let shell = try Shell()
    try shell.run(["add", "2026-01-11 22:15: A hard one", "--mood", "1"])
    try shell.run(
      ["add"], stdin: "2026-02-28 9:30: Coffee\n\nWith @Jon, the long way round by the canal. Café after.\n")
    try shell.run(["add", "yesterday 21:04: By the canal", "--mood", "5", "--tag", "walk", "--star"])
    return shell
  }

  @Test func `what was found, and below it the place where the words stand`() throws {
    let found = try journal().run(["search", "canal", "the"])
    #expect(found.status == 0)
    #expect(found.err == "2 entries.\n")
    #expect(
      found.lines.map { $0.count > 80 || $0.hasPrefix(" ") ? $0 : String($0.dropLast(10)).trimmingSpaces } == [
        "2026-03-02 21:04  ●★ By the canal  #walk", "2026-02-28 09:30     Coffee  @Jon",
        "                     With @Jon, the long way round by the canal. Café after.",
      ])
  }

  @Test func `words that stand in no entry are found elsewhere`() throws {
    let shell = try journal()
    try shell.run([
      "moment", "conversation", "--with", "Ana", "--at", "yesterday 10:00", "--line", "Told her of the heron",
    ])
    let entries = try shell.run(["search", "heron"])
    #expect(entries.status == 1 && entries.out.isEmpty)
    #expect(entries.err.hasSuffix("1 person, moment or practice has it: hearth search --elsewhere\n"))
    let found = try shell.run(["search", "--elsewhere", "heron"])
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(found.out == "2026-03-02 10:00  A conversation · Ana\n                  Told her of the heron\n")
    let short = try shell.run(["search", "--elsewhere", "with:ana", "--format", "short"])
    #expect(short.out == "someone           Ana\n2026-03-02 10:00  A conversation · Ana\n")
    let json = try shell.run(["search", "--elsewhere", "heron", "--format", "json"])
    #expect(json.out.contains("\"kind\": \"moment\"") && json.out.contains("\"text\": \"Told her of the heron\""))
    let nothing = try shell.run(["search", "--elsewhere", "zebra"])
    #expect(nothing.status == 1 && nothing.out.isEmpty && nothing.err == "No person, moment or practice has it.\n")
    #expect(try shell.run(["search", "--elsewhere", "--trash", "heron"]).status == 2)
  }

  @Test(arguments: [
    (["--on", "last month", "--tag", "sea", "quiet"], "quiet tag:sea on:\"last month\""),
    (["--with", "Aunt Mia", "--mood", "1..2", "--starred"], "with:\"Aunt Mia\" mood:1..2 starred:"),
    (["--from", "2026-01", "--to", "yesterday", "tea OR coffee"], "tea OR coffee from:2026-01 to:yesterday"),
  ])
  func `what was asked for as options is kept with the words`(arguments: [String], text: String) throws {
    let shell = try journal()
    try shell.run(["search", "--save", "C"] + arguments)
    let kept = try shell.run(["search", "--list-saved"]).out
    #expect(Set(kept.dropFirst(2).split(whereSeparator: \.isWhitespace)) == Set(text.split(separator: " ")))
    #expect(try shell.run(["search", "--saved", "C"]).out == shell.run(["search"] + arguments).out)
  }

  @Test func `a search that narrows another is kept with it`() throws {
    let shell = try journal()
    try shell.run(["search", "--save", "Canal", "canal"])
    try shell.run(["search", "--save", "Walks", "--saved", "Canal", "--tag", "walk"])
    #expect(try shell.run(["search", "--list-saved"]).out.contains("Walks\tcanal tag:walk\n"))
    #expect(try shell.run(["search", "--save", "Bin", "--trash", "canal"]).status == 2)
  }

  @Test(
    arguments: [
      (["can"], ["By the canal", "Coffee"]),
      (["cafe"], ["Coffee"]),
      (["canal -jon"], ["By the canal"]),
      (["canal", "NOT", "with:Jon"], ["By the canal"]),
      (["\"long way\""], ["Coffee"]),
      (["\"way long\""], []),
      (["hard OR coffee"], ["Coffee", "A hard one"]),
      (["mood:1..2"], ["A hard one"]),
      (["mood:good"], ["By the canal"]),
      (["canal", "on:last month"], ["Coffee"]),
      (["--mood", "very low"], ["A hard one"]),
      (["starred:", "canal"], ["By the canal"]),
      (["from:2026-02", "to:2026-02"], ["Coffee"]),
      (["canal", "--on", "yesterday"], ["By the canal"]),
      (["canal", "--oldest-first"], ["Coffee", "By the canal"]),
      (["canal", "-n", "1"], ["By the canal"]),
      (["--tag", "walk"], ["By the canal"]),
      (["--", "-canal"], ["A hard one"]),
      (["-canal"], ["A hard one"]), (["-canal on:2026-01"], ["A hard one"]), (["-note", "-n", "1"], ["By the canal"]),
      (["canal", "-jon", "-n5"], ["By the canal"]),
    ])
  func `one language finds everything`(query: [String], titles: [String]) throws {
    let result = try journal().run(["search", "--format", "short"] + query)
    #expect(result.lines.map { String($0.dropFirst("2026-03-02 21:04 ".count)) } == titles)
    #expect(result.status == (titles.isEmpty ? 1 : 0))
  }

  @Test(arguments: [
    ["--journal", "data/hearth"], ["--journal=data/hearth"], ["--passphrase-fd", "0", "--journal", "data/hearth"],
  ])
  func `a word is left out wherever the verb stands`(before: [String]) throws {
    let result = try journal().run(before + ["search", "--format", "short", "-canal"])
    #expect(result.lines.map { $0.hasSuffix("A hard one") } == [true], "\(result)")
  }

  @Test func `a folder that is called like the verb is none`() throws {
    let shell = try journal()
    #expect(try shell.run(["--journal", "search", "list", "-work"]).status == 2)
    #expect(try shell.run(["list", "--journal", "search", "-work"]).status == 2)
  }

  @Test func `somebody of two names is found though a shell takes the quotes`() throws {
    let shell = try journal()
    try shell.run(["add", "Tea with @Aunt_Mia"])
    for query in [["with:Aunt Mia"], ["tea", "with:aunt mia"], ["with:\"Aunt Mia\""]] {
      #expect(try shell.run(["search"] + query).lines.count == 1, "\(query)")
    }
  }

  @Test func `one term of several words needs no quotes, wherever it is typed`() throws {
    let shell = try journal()
    for arguments in [["search", "on:last month"], ["list", "--search", "on:last month"]] {
      #expect(try shell.run(arguments + ["--format", "short"]).lines == ["2026-02-28 09:30 Coffee"])
    }
  }

  @Test func `a word where a long title ends is shown below it`() throws {
    let shell = try Shell()
    try shell.run(["add"], stdin: String(repeating: "On and on. ", count: 12) + "Then a heron.\n\nTea.\n")
    let terminal = try shell.terminal(["search", "heron"])
    try terminal.wait(for: "Then a")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test func `moods are found and told by the names their person gave them, and found by the usual ones`() throws {
    let shell = try journal()
    let names = #""welcomed": "yes", "moodNames": "stormy,grey,still,fair,sunny""#
    try shell.write("settled.json", #"{ "schema": 1, "settings": { \#(names) }, "entries": [] }"#)
    #expect(try shell.run(["import", shell.file("settled.json").path]).status == 0)
    for query in ["mood:stormy", "mood:very-low", "mood:1"] {
      #expect(try shell.run(["search", query]).lines.first?.contains("A hard one") == true, "\(query)")
    }
    #expect(try shell.run(["show", "--mood", "1"]).out.contains("stormy"))
  }

  @Test func `of some of many it is said that there are more`() throws {
    let shell = try journal()
    #expect(try shell.run(["search", "canal", "-n", "1"]).err == "1 entry, and there are more.\n")
    #expect(try shell.run(["search", "canal", "-n", "2"]).err == "2 entries.\n")
  }

  @Test func `nothing found is said, and told by the status`() throws {
    #expect(
      try journal().run(["search", "snow"]) == Shell.Result(status: 1, out: "", err: "Nothing here matches.\n"))
  }

  @Test(arguments: [
    (["with:nobody"], "Nothing here names @nobody.\n"), (["canal", "tag:zzz"], "Nothing here has the tag #zzz.\n"),
    (["canal", "snow"], "Nothing here has “snow”, whatever else is looked for.\n"),
    (["canal", "from:2026-03", "to:2026-01"], "The days end before they begin: from 2026-03-01, to 2026-01-31.\n"),
  ])
  func `why nothing is found is told where one thing alone is the reason`(query: [String], said: String) throws {
    #expect(try journal().run(["search"] + query) == Shell.Result(status: 1, out: "", err: said))
  }

  @Test(
    arguments: [
      (["tea", "from:last", "week"], "What has several words goes into quotes: from:\"last week\"\n"),
      (["is:starred"], "is:starred is written starred: here.\n"),
      (["canal\""], "A quotation mark stands alone; a second one ends what the first begins.\n"),
    ])
  func `what was not understood is explained, and nothing is looked for`(query: [String], explanation: String) throws {
    #expect(try journal().run(["search"] + query) == Shell.Result(status: 2, out: "", err: explanation))
  }

  @Test func `what lies in the trash is found where that is asked for`() throws {
    let shell = try journal()
    try shell.run(["delete", "--search", "coffee"])
    #expect(try shell.run(["search", "canal", "--format", "short"]).lines.count == 1)
    #expect(try shell.run(["search", "canal", "--trash", "--format", "short"]).lines == ["2026-02-28 09:30 Coffee"])
  }

  @Test func `as JSON it is a document that can be taken in elsewhere`() throws {
    let document = try journal().run(["search", "canal", "--format", "json"]).out
    let other = try Shell()
    #expect(try other.run(["import", "-"], stdin: document).status == 0)
    #expect(try other.titles() == ["By the canal", "Coffee"])
  }

  @Test func `a search is kept under a name, used with more, and forgotten`() throws {
    let shell = try journal()
    #expect(try shell.run(["search", "--save", "Water", "canal"]).err.hasPrefix("Kept as Water."))
    #expect(try shell.run(["search", "--list-saved"]).out == "Water\tcanal\n")
    #expect(try shell.run(["search", "--list-saved", "--format", "json"]).out.contains(#""name": "Water""#))
    #expect(try shell.run(["search", "--saved", "water", "--format", "short"]).lines.count == 2)
    #expect(try shell.run(["search", "--saved", "Water", "with:Jon", "--format", "short"]).lines.count == 1)
    #expect(
      try shell.run(["search", "--forget", "water"]).err == "Water is kept no more. To have it back: hearth undo\n")
    #expect(try shell.run(["search", "--list-saved"]).out == "")
    let undone = try shell.run(["undo"])
    #expect(undone.status == 0 && undone.err == "Taken back: the search Water is as it was.\n")
    #expect(try shell.run(["search", "--save", "water", "tea"]).err.contains("gave way: canal"))
    #expect(try shell.run(["search", "--list-saved"]).out == "water\ttea\n")
  }

  @Test func `a reader that leaves early ends it quietly`() throws {
    let result = try journal().script(
      "hearth search canal | head -n 1; hearth search canal --format json | true; echo $?")
    #expect(result.err.contains("2 entries.") && !result.err.contains("refused"))
    #expect(result.status == 0)
  }

  @Test(arguments: [([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false)] as [([String: String], Bool)])
  func `found words stand out at a terminal that may show them`(environment: [String: String], isShown: Bool) throws {
    let shell = try journal()
    let terminal = try shell.terminal(["search", "canal"], environment: environment)
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[7mcanal\u{1B}[27m") == isShown)
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}

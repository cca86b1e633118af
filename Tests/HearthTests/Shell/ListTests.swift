import Foundation
import Testing

@Suite struct ListTests {
  private func journal() throws -> Shell {
    let shell = try Shell()
    try shell.run(["add", "2026-01-11 22:15: A hard one", "--mood", "1"])
    try shell.run(["add", "2026-02-28 9:30: @Jon rang", "--mood", "3"])
    try shell.run(["add", "yesterday 21:04: By the canal", "--mood", "5", "--tag", "walk"])
    try shell.run(["add"], stdin: "# Tea\n\nWith #honey and @Ana. *not a star*\n")
    return shell
  }

  @Test(arguments: ["text", "short"])
  func `at a terminal a long title ends at its edge, elsewhere it is whole`(format: String) throws {
    let shell = try Shell()
    let title = String(repeating: "long ", count: 40) + "end"
    _ = try shell.add(title)
    #expect(try shell.run(["list", "--format", format]).out.contains(title))
    let terminal = try shell.terminal(["list", "--format", format])
    #expect(try terminal.waitForEnd() == .exited(0))
    let rows = String(decoding: terminal.output, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(rows.count == 1 && rows.allSatisfy { $0.count <= 80 && $0.contains("…") })
  }

  @Test func `where nothing is chosen, show writes that as data too`() throws {
    let shell = try Shell()
    _ = try shell.add("Tea")
    let shown = try shell.run(["show", "--tag", "nix", "--format", "json"])
    let listed = try shell.run(["list", "--tag", "nix", "--format", "json"])
    #expect(shown.status == 1 && listed.status == 0 && !listed.out.isEmpty)
    #expect(shown.out.contains("\"entries\": []"))
    #expect(try shell.run(["show", "--tag", "nix"]).out == "")
  }

  @Test func `a mood, a question and a search narrow it too, all at once`() throws {
    let journal = try journal()
    let cases: [([String], [String])] = [
      (["--mood", "5"], ["By the canal"]),
      (["--mood", "1..3"], ["@Jon rang", "A hard one"]),
      (["--mood", "..1"], ["A hard one"]),
      (["--prompt", "enough-quiet"], []),
      (["--search", "can"], ["By the canal"]),
      (["--search", "-canal -rang"], ["Tea", "A hard one"]),
      (["--search", "tag:walk OR with:Ana"], ["Tea", "By the canal"]),
      (["--search", "tag:walk OR with:Ana", "--on", "today"], ["Tea"]),
      (["--limit", "1", "--until", "2026-02"], ["@Jon rang"]),
    ]
    for (arguments, titles) in cases { #expect(try journal.titles(arguments) == titles, "\(arguments)") }
  }

  @Test func `as text: date, mood, title, marks, and an id that names it`() throws {
    let shell = try journal()
    let lines = try shell.run(["list"]).lines
    #expect(
      lines.map { String($0.dropLast(8)) }
        == [
          "2026-03-03 14:30     Tea  #honey @Ana                                     ",
          "2026-03-02 21:04  ●  By the canal  #walk                                  ",
          "2026-02-28 09:30  ◐  @Jon rang                                            ",
          "2026-01-11 22:15  ○  A hard one                                           ",
        ].map { $0.padding(toLength: 72, withPad: " ", startingAt: 0) })
    for line in lines { #expect(try shell.run(["show", String(line.suffix(8))]).status == 0) }
  }

  @Test func `it is narrowed as asked`() throws {
    let journal = try journal()
    let all = ["Tea", "By the canal", "@Jon rang", "A hard one"]
    let cases: [([String], [String])] = [
      ([], all),
      (["--oldest-first"], all.reversed()),
      (["-n", "2"], ["Tea", "By the canal"]),
      (["-n1"], ["Tea"]),
      (["-n", "2", "--oldest-first"], ["A hard one", "@Jon rang"]),
      (["--from", "yesterday"], ["Tea", "By the canal"]),
      (["--to", "2026-02"], ["@Jon rang", "A hard one"]),
      (["--from", "january", "--to", "2026-02-28"], ["@Jon rang", "A hard one"]),
      (["--on", "this week"], ["Tea", "By the canal"]),
      (["--on", "last month"], ["@Jon rang"]),
      (["--tag", "walk"], ["By the canal"]),
      (["--tag", "#HONEY"], ["Tea"]),
      (["--with", "Jon"], ["@Jon rang"]),
      (["--with", "@jon"], ["@Jon rang"]),
      (["--starred"], []),
      (["--trash"], []),
      (["--on", "2024"], []),
    ]
    for (arguments, titles) in cases { #expect(try journal.titles(arguments) == titles, "\(arguments)") }
  }

  @Test func `where nothing matches it says so and it is no failure`() throws {
    let result = try journal().run(["list", "--tag", "snow"])
    #expect(result == Shell.Result(status: 0, out: "", err: "Nothing here has the tag #snow.\n"))
  }

  @Test func `as markdown it is a page to read`() throws {
    #expect(
      try journal().run(["list", "--format", "md", "--from", "yesterday"]).out == """
        ## Tuesday, 3 March 2026 14:30 — Tea

        With #honey and @Ana. *not a star*

        ## Monday, 2 March 2026 21:04 — By the canal

        mood: good  
        tags: #walk

        """)
  }

  @Test func `as JSON it is a document that can be taken in elsewhere`() throws {
    let shell = try journal()
    let document = try shell.run(["list", "--format", "json", "--tag", "walk"]).out
    let other = try Shell()
    #expect(try other.run(["import", "-"], stdin: document).status == 0)
    #expect(try other.titles() == ["By the canal"])
  }

  @Test func `a reader that leaves early ends it quietly`() throws {
    let shell = try journal()
    let result = try shell.script("hearth list --format json | head -c 10; hearth list | true; echo $?")
    #expect(result.err == "")
    #expect(result.status == 0)
  }

  @Test func `what would steer the terminal is shown and not obeyed`() throws {
    let shell = try Shell()
    let id = try shell.add("Red \u{1B}[31m and \u{9B}2J\r\nnext")
    #expect(try shell.run(["list", "--format", "short"]).lines == ["2026-03-03 14:30 Red ·[31m and ·2J"])
    for format in ["text", "md", "json"] {
      let shown = try shell.run(["show", id, "--format", format]).out
      #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
    }
  }

  @Test(arguments: [["list"], ["list", "--trash"], ["list", "--format", "json"], ["search", "canal"]])
  func `the largest number of entries is as good as all`(_ arguments: [String]) throws {
    let shell = try journal()
    let all = try shell.run(arguments)
    #expect(try shell.run(arguments + ["-n", "9223372036854775807"]).out == all.out)
    #expect(all.status < 2)
  }
}

import Foundation
import Testing

@Suite struct CheckInVerbTests {
  @Test func `a few numbers are kept, and that is enough`() throws {
    let shell = try Shell()
    let said = try shell.run(["checkin", "--mood", "4", "--wanted", "7", "--had", "3", "--set", "feeling/calm=1"])
    #expect(said.status == 0 && said.out.isEmpty && said.err.contains("enough for today"))
    let lines = try shell.run(["checkin", "--list"]).lines
    #expect(lines.count == 1 && lines[0].hasSuffix("feeling/calm 1 · had 3 · mood 4 · wanted 7"))
  }

  @Test func `it can be told later, and JSON has it whole`() throws {
    let shell = try Shell()
    try shell.run(["checkin", "--mood", "2", "--at", "yesterday 21:00"])
    let out = try shell.run(["checkin", "--list", "--format", "json"]).out
    #expect(out.contains("\"answers\": {\"mood\": 2}") && out.contains("T21:00"))
  }

  @Test func `without numbers it asks, and an empty line skips`() throws {
    let shell = try Shell()
    #expect(try shell.run(["checkin"], stdin: "9\n4\n\n6\n").status == 0)
    #expect(try shell.run(["checkin", "--list"]).lines.first?.hasSuffix("mood 4 · wanted 6") == true)
    let nothing = try shell.run(["checkin"], stdin: "\n\n\n\n")
    #expect(nothing.status == 0 && nothing.err.contains("Nothing was answered"))
    #expect(try shell.run(["checkin", "--list"]).lines.count == 1)
  }

  @Test(arguments: [["checkin", "--mood", "4"], ["moment", "micro", "hello"]])
  func `in the night they are told under the evening's day, and listed there`(arguments: [String]) throws {
    let (shell, night) = (try Shell(), ["HEARTH_NOW": "2026-03-03T02:00:00+01:00"])
    let said = try shell.run(arguments, environment: night).err
    #expect(said.hasPrefix("Kept under Monday, 2 March, 02:00.") && said.hasSuffix("counts as the day before.\n"))
    #expect(try shell.run([arguments[0], "--list"]).out.hasPrefix("2026-03-02 02:00  "))
  }

  @Test func `own measures are answered like the others`() throws {
    let shell = try Shell()
    try shell.write("config/hearth/content/measures/mine.yaml", "- id: coffee\n  title: Coffee\n  range: [0, 20]\n")
    #expect(try shell.run(["checkin", "--set", "coffee=12"]).status == 0)
    #expect(try shell.run(["checkin", "--set", "coffee=21"]).status == 2)
  }

  @Test func `a moment is noted with whom and how it was felt`() throws {
    let shell = try Shell()
    #expect(try shell.run(["moment", "micro", "hello", "--with", "Ana", "--after=-1"]).status == 0)
    #expect(try shell.run(["moment"], stdin: "conversation\nJon, @Mia\n2\n").status == 0)
    let lines = try shell.run(["moment", "--list"]).lines
    #expect(lines.count == 2 && lines[0].hasSuffix("A hello · Ana · afterwards: a little tired"))
    #expect(lines.last?.hasSuffix("A conversation · Jon, Mia · afterwards: settled") == true)
    #expect(try shell.run(["people"]).lines.map { $0.prefix(3) } == ["Ana", "Jon", "Mia"])
  }

  @Test func `more of a moment is in its JSON`() throws {
    let shell = try Shell()
    try shell.run([
      "moment", "online", "--minutes", "30", "--medium", "video", "--tick", "added", "--set", "passive=10", "--set",
      "openness=-3", "--line", "Rain",
    ])
    let out = try shell.run(["moment", "--list", "--format", "json"]).out
    for part in [
      "\"kind\": \"online\"", "\"medium\": \"video\"", "\"marks\": [\"added\"]",
      "\"numbers\": {\"openness\": -3, \"passive\": 10}", "\"line\": \"Rain\"",
    ] { #expect(out.contains(part), "\(part)") }
  }

  @Test(arguments: [
    ["checkin", "--mood", "9"], ["checkin", "--wanted", "11"], ["checkin", "--set", "moon=3"],
    ["checkin", "--set", "tension=11"], ["checkin", "--set", "tension"], ["checkin", "--mood", "3", "--at", "blue"],
    ["moment", "micro"], ["moment", "picnic"], ["moment", "shared", "--after", "3"],
    ["moment", "shared", "--tick", "x"],
    ["moment", "shared", "--set", "openness=4"], ["moment", "shared", "--minutes=-1"],
  ])
  func `what cannot be understood is said with status 2, and nothing is kept`(_ arguments: [String]) throws {
    let shell = try Shell()
    let result = try shell.run(arguments)
    #expect(result.status == 2 && result.out.isEmpty && !result.err.isEmpty)
    #expect(try shell.run(["checkin", "--list"]).lines.isEmpty)
    #expect(try shell.run(["moment", "--list"]).lines.isEmpty)
  }

  @Test func `all that was noted of a moment is told in words, its line below`() throws {
    let shell = try Shell()
    try shell.run([
      "moment", "conversation", "--with", "Jon", "--minutes", "40", "--medium", "call", "--tick", "seen", "--tick",
      "both-ways", "--set", "tension-before=6", "--after=2", "--line", "Rain on the roof",
    ])
    #expect(
      try shell.run(["moment", "--list"]).out == """
        2026-03-03 14:30  A conversation · Jon · afterwards: settled · call · 40 minutes · felt seen · it went both ways · Tension before: 6
                          “Rain on the roof”

        """)
  }
}

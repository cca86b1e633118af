import Testing

@Suite struct PromptTests {
  @Test func `the question of the day stays for its day, and its answer knows it`() throws {
    let shell = try Shell()
    try shell.run(["add"], stdin: "Something.")
    let first = try shell.run(["prompt"])
    #expect(first.status == 0 && first.lines.count == 1)
    #expect(try shell.run(["prompt"]).out == first.out)
    let id = try #require(first.err.split(separator: " ").last.map { $0.trimmingPrefix("\n") }.map(String.init))
    let name = id.filter { !$0.isWhitespace }
    #expect(try shell.run(["add", "--prompt", name], stdin: "On the stairs.").status == 0)
    #expect(try shell.run(["search", "prompt:\(name)"]).out.contains("On the stairs."))
  }

  @Test func `about one thing it is the one that was not seen for the longest`() throws {
    let shell = try Shell()
    try shell.run(["add"], stdin: "Something.")
    let all = try shell.run(["prompt", "--about", "grief", "--list"]).lines
    let given = try all.indices.map { place in
      try shell.run(
        ["prompt", "--about", "grief"], environment: ["HEARTH_NOW": "2026-04-\(10 + place)T12:00:00+00:00"]
      )
      .lines[0]
    }
    #expect(all.count > 2 && Set(given).count == all.count)
  }

  @Test func `what is no question, and what no question is about, is refused`() throws {
    let shell = try Shell()
    let refused = try shell.run(["prompt", "--about", "weather"])
    #expect(refused.status == 2 && refused.err.contains("solitude"))
    #expect(try shell.run(["add", "--prompt", "nothing"], stdin: "A day.").status == 2)
  }
}

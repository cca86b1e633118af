import Testing

@Suite struct ChartVerbTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    for (day, mood) in [("2026-02-20", 2), ("2026-02-21", 4), ("2026-03-01", 3)] {
      try shell.run(["add", "--mood", String(mood), "--at", day], stdin: "A day.")
    }
  }

  @Test func `a chart is drawn with its question, its days and its rule`() throws {
    let drawn = try shell.run(["chart", "mood-and-closeness"])
    #expect(drawn.status == 0)
    #expect(drawn.out.contains("Mood and closeness") && drawn.out.contains("3 of 28 days"))
  }

  @Test func `a shell gets all rows`() throws {
    try shell.run(["add", "--mood", "3", "--at", "2023-01-15"], stdin: "Long ago.")
    let drawn = try shell.run(["chart", "pixels", "--span", "all"]).out
    for month in ["Jan 2023", "Dec 2023", "Jul 2024", "Mar 2026"] { #expect(drawn.contains(month), "\(month)") }
    #expect(drawn.contains("no answer"))
  }

  @Test func `in letters only nothing else is drawn`() throws {
    let drawn = try shell.run(["chart", "pixels", "--ascii", "--span", "90d"])
    #expect(drawn.status == 0)
    #expect(!drawn.out.unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) })
  }

  @Test func `as a table it has every day, as a picture a title`() throws {
    let csv = try shell.run(["chart", "pixels", "--format", "csv", "--span", "10d"]).out
    #expect(csv.contains("2026-03-01,2026-03-01,Mood,3,"))
    #expect(csv.contains("2026-03-02,2026-03-02,Mood,,"))
    let svg = try shell.run(["chart", "pixels", "--format", "svg"]).out
    #expect(svg.hasPrefix("<svg") && svg.contains("<title"))
    let json = try shell.run(["chart", "pixels", "--format", "json"]).out
    #expect(json.contains("\"chart\": \"pixels\"") && json.contains("\"logged\": 3"))
  }

  @Test func `what there is is listed with what it asks`() throws {
    let listed = try shell.run(["chart", "--list"])
    #expect(listed.status == 0)
    #expect(listed.lines.contains { $0.hasPrefix("wanted-and-had\t") })
  }

  @Test func `an empty one says what asks for it`() throws {
    func said(_ measure: String) throws -> String {
      try shell.run(["chart", measure]).lines.joined(separator: " ")
    }
    #expect(try said("resentment").contains("`hearth practice boundary`"))
    #expect(try said("energy").contains("`hearth checkin`"))
  }

  @Test(
    arguments: [
      ["chart"], ["chart", "nonsense"], ["chart", "pixels", "--span", "a while"],
      ["chart", "pixels", "--measure", "tea"],
      ["chart", "pixels", "--list"],
    ])
  func `what cannot be drawn is refused in words`(_ arguments: [String]) throws {
    let refused = try shell.run(arguments)
    #expect(refused.status == 2 && refused.out.isEmpty && !refused.err.isEmpty)
  }

  @Test func `patterns say nothing where nobody asked, and give every number as JSON`() throws {
    let said = try shell.run(["patterns"])
    #expect(said.status == 0 && said.out.contains("choose up to six questions in the full screen"))
    #expect(try shell.run(["patterns", "--format", "json"]).out.contains("\"patterns\": []"))
  }

  @Test func `days of illness are left out from then on, or count again`() throws {
    try shell.run(["checkin", "--set", "body/ill=1"])
    #expect(try shell.run(["patterns"]).out.contains("Among these days: one day of illness"))
    #expect(try shell.run(["patterns", "--body-days", "leave-out"]).out.contains("Left out: one day of illness"))
    let json = try shell.run(["patterns", "--format", "json"]).out
    #expect(json.contains("\"bodyDays\": 1") && json.contains("\"leavesOutBodyDays\": true"))
    #expect(try shell.run(["patterns", "--body-days", "count"]).out.contains("Among these days"))
  }

  @Test func `who was there over the years is one row a person`() throws {
    try shell.run(["moment", "conversation", "--with", "Jon"])
    let csv = try shell.run(["chart", "over-the-years", "--format", "csv"]).out
    #expect(csv.contains("2026-03-03,2026-03-03,Jon,1,"))
    #expect(try shell.run(["chart", "over-the-years"]).out.contains("people: 1"))
  }
}

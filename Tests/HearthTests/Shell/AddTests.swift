import Testing

@Suite struct AddTests {
  @Test func `a note that was left and cannot be read is told at the next opening, once`() throws {
    let shell = try Shell()
    _ = try shell.add("Before")
    try shell.write("data/hearth/inbox/0-broken.note", "{\"schema\":1}")
    let told = try shell.run(["list"])
    #expect(told.status == 0 && told.err.contains("1 note that was left for the journal could not be read."))
    #expect(try shell.run(["list"]).err == "")
  }

  @Test func `words that are piped in are kept, and the date is echoed`() throws {
    let shell = try Shell()
    let added = try shell.run(["add"], stdin: "By the canal\n\nA long #walk with @Jon. 茶 👨‍👩‍👧\n")
    #expect(added.status == 0)
    #expect(added.out == "")
    #expect(added.err.hasPrefix("Saved under Tuesday, 3 March, 14:30, as "))
    let listed = try shell.run(["list"])
    #expect(listed.status == 0)
    #expect(listed.out.hasPrefix("2026-03-03 14:30     By the canal  #walk @Jon  "))
  }

  @Test(
    arguments: [
      (["add", "yesterday", "9am:", "Called", "Mum"], "2026-03-02 09:00 Called Mum"),
      (["add", "yesterday 9am: Called Mum"], "2026-03-02 09:00 Called Mum"),
      (["add", "last friday: Tea"], "2026-02-27 09:00 Tea"),
      (["add", "2025-02-14 21:04: Snow"], "2025-02-14 21:04 Snow"),
      (["add", "--at", "14 feb", "Snow: much of it"], "2026-02-14 09:00 Snow: much of it"),
      (["add", "--at", "14 feb", "yesterday: kept as text"], "2026-02-14 09:00 yesterday: kept as text"),
      (["add", "may: was rough"], "2026-03-03 14:30 may: was rough"),
      (["add", "10: ten"], "2026-03-03 14:30 10: ten"),
      (["add", "--", "-5 degrees"], "2026-03-03 14:30 -5 degrees"),
    ])
  func `arguments are an entry, and only a plain date before them is taken off`(arguments: [String], line: String)
    throws
  {
    let shell = try Shell()
    #expect(try shell.run(arguments).status == 0)
    #expect(try shell.run(["list", "--format", "short"]).lines == [line])
  }

  @Test func `a prefix is read in piped text too, a dash reads it as well`() throws {
    let shell = try Shell()
    try shell.run(["add"], stdin: "yesterday 9am: Called Mum\nShe laughed.\n")
    try shell.run(["add", "-"], stdin: "Tea\n")
    #expect(
      try shell.run(["list", "--format", "short"]).lines == ["2026-03-03 14:30 Tea", "2026-03-02 09:00 Called Mum"])
  }

  @Test func `tags, a mood and a star can stand beside the text`() throws {
    let shell = try Shell()
    try shell.run(["add", "--tag", "#Quiet", "--tag", "tea", "--mood", "4", "--star"], stdin: "A #walk")
    try shell.run(["add"], stdin: "Low *\nand why")
    let lines = try shell.run(["list", "--oldest-first"]).lines
    #expect(lines[0].hasPrefix("2026-03-03 14:30  ●★ A #walk  #quiet #tea  "))
    #expect(lines[1].hasPrefix("2026-03-03 14:30   ★ Low  "))
  }

  @Test(arguments: ["30 feb", "29 feb", "3/4/2026", "2026-03-29 02:30"])
  func `a date that is none, or may be two, stays in the text, and the text is saved`(date: String) throws {
    let shell = try Shell()
    let added = try shell.run(["add"], stdin: "\(date): typed for an hour\nmore\n")
    #expect(added.status == 0)
    #expect(added.err.contains("\"\(date)\" stays in the text"))
    #expect(try shell.run(["list", "--format", "short"]).lines == ["2026-03-03 14:30 \(date): typed for an hour"])
  }

  @Test func `in the night an entry belongs to the evening before`() throws {
    let shell = try Shell()
    let added = try shell.run(["add"], stdin: "Still up", environment: ["HEARTH_NOW": "2026-03-03T02:00:00+01:00"])
    #expect(added.err.hasPrefix("Saved under Monday, 2 March, 02:00, as "))
    #expect(added.err.hasSuffix("\nUntil 04:00 the night counts as the day before.\n"))
    let lines = try shell.run(["list", "--on", "2026-03-02", "--format", "short"]).lines
    #expect(lines == ["2026-03-02 02:00 Still up"])
    #expect(try shell.run(["list", "--on", "2026-03-03"]).lines.isEmpty)
  }

  @Test func `an hour that comes twice is said to be the first`() throws {
    let shell = try Shell()
    let added = try shell.run(["add", "--at", "2025-10-26 02:30"], stdin: "Clocks")
    #expect(added.status == 0)
    #expect(added.err.contains("The clocks show that hour twice that night; the first is meant."))
    #expect(try shell.run(["list", "--format", "json"]).out.contains("\"at\": \"2025-10-26T02:30:00+02:00\""))
  }

  @Test func `fifty at once are fifty entries`() throws {
    let shell = try Shell()
    let all = try (1...50).map { try shell.start(["add", "entry \($0)"]) }
    #expect(try all.map { try $0.result().status } == Array(repeating: 0, count: 50))
    let titles = try shell.titles()
    #expect(Set(titles) == Set((1...50).map { "entry \($0)" }))
    #expect(titles.count == 50)
    #expect(try shell.run(["verify"]).status == 0)
  }
}

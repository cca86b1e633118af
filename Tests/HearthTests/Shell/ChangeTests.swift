import Testing

/// show, edit, delete, restore.
@Suite struct ChangeTests {
  @Test func `an entry is shown as it was written`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal\n\n  We walked.\n", ["--mood", "5", "--tag", "quiet", "--star"])
    #expect(
      try shell.run(["show", id])
        == Shell.Result(
          status: 0,
          out: """
            Tuesday, 3 March 2026, 14:30 ★
            mood: good
            tags: #quiet

            By the canal

              We walked.

            """, err: ""))
    #expect(try shell.run(["show", String(id.prefix(6)).uppercased()]).status == 0)
  }

  @Test func `new words take the place of the old`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    #expect(
      try shell.run(["edit", id], stdin: "By the sea\n").err
        == "Changed: \(id.prefix(6)). The version before is kept.\n")
    #expect(try shell.titles() == ["By the sea"])
  }

  @Test func `what stands beside the text changes alone`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal", ["--tag", "quiet", "--mood", "2"])
    let changed = try shell.run([
      "edit", id, "--tag", "walk", "--no-tag", "quiet", "--star", "--at", "yesterday 9am", "--mood", "4",
    ])
    #expect(changed.status == 0)
    #expect(try shell.run(["list"]).out.hasPrefix("2026-03-02 09:00  ●★ By the canal  #walk  "))
    try shell.run(["edit", id, "--no-star", "--no-mood"])
    #expect(try shell.run(["list"]).out.hasPrefix("2026-03-02 09:00     By the canal  #walk  "))
  }

  @Test func `words and what stands beside them change together`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    try shell.run(["edit", id, "-", "--mood", "3"], stdin: "By the sea")
    #expect(try shell.run(["list"]).out.hasPrefix("2026-03-03 14:30  ◐  By the sea  "))
  }

  @Test func `no change is no change, and no text is none`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    #expect(try shell.run(["edit", id], stdin: "By the canal\n").err == "\(id.prefix(6)) is as it was.\n")
    #expect(try shell.run(["edit", id], stdin: " \n").status == 2)
    #expect(try shell.run(["edit", id, "--at", "30 feb"]).status == 2)
    #expect(try shell.run(["edit", id, "something"]).status == 2)
    #expect(try shell.titles() == ["By the canal"])
  }

  @Test func `what is deleted is in the trash, and comes back`() throws {
    let shell = try Shell()
    let (canal, sea) = (try shell.add("By the canal"), try shell.add("By the sea"))
    let deleted = try shell.run(["delete", canal, sea])
    #expect(deleted.status == 0)
    #expect(deleted.err.contains("hearth restore \(canal.prefix(6)) \(sea.prefix(6))"))
    #expect(try shell.titles() == [])
    #expect(try Set(shell.titles(["--trash"])) == ["By the canal", "By the sea"])
    #expect(try shell.run(["show", canal]).err == "In the trash since today.\n")
    #expect(try shell.run(["restore", canal]).status == 0)
    #expect(try shell.titles() == ["By the canal"])
  }

  @Test func `one wrong id and nothing is put away`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    #expect(try shell.run(["delete", id, "zzzz"]).status == 1)
    #expect(try shell.titles() == ["By the canal"])
  }
}

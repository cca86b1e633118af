import Foundation
import HearthCore
import HearthStorage
import Testing

/// show, edit, versions, delete, restore, undo.
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
    #expect(try shell.run(["show", String(id.prefix(8)).uppercased()]).status == 0)
  }

  @Test func `new words take the place of the old`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    #expect(
      try shell.run(["edit", id], stdin: "By the sea\n").err
        == "Changed: \(id.prefix(8)). The version before is kept.\n")
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

  @Test func `a tag that stands in the text stays there, and that is said`() throws {
    let shell = try Shell()
    let id = try shell.add("A #swim")
    let stays = "Where #swim stands in a text itself, it stays until the text is changed.\n"
    #expect(try shell.run(["edit", "--search", "tag:swim", "--no-tag", "swim", "--yes"]).err == stays)
    #expect(try shell.run(["edit", id, "--no-tag", "swim"]).err.hasSuffix(stays))
    #expect(try shell.run(["edit", id, "--no-tag", "sea"]).err == "\(id.prefix(8)) is as it was.\n")
  }

  @Test(arguments: ["Family time", "a,b", "#hash", "sea side!"])
  func `a tag that came in from elsewhere can be named`(tag: String) throws {
    let shell = try Shell()
    let entry = """
      "id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "createdAt": "2026-03-02T20:05:00+00:00",
      "modifiedAt": "2026-03-02T20:05:00+00:00", "at": "2026-03-02T21:04:00+01:00", "zone": "Europe/Stockholm",
      "day": "2026-03-02", "text": "By the canal", "addedTags": ["\(tag)"]
      """
    #expect(try shell.run(["import", "-"], stdin: "{\"schema\": 1, \"entries\": [{\(entry)}]}").status == 0)
    #expect(try shell.run(["tags"]).out == "1\t\(tag.lowercased())\n")
    for typed in [tag, tag.lowercased()] {
      #expect(try shell.titles(["--tag", typed]) == ["By the canal"], "\(typed)")
    }
    #expect(try shell.run(["edit", "6f9619ff", "--no-tag", tag]).status == 0)
    #expect(try shell.run(["tags"]).out == "")
    try shell.run(["undo"])
    #expect(try shell.run(["tags", "--rename", tag, "--to", "family"]).status == 0)
    #expect(try shell.run(["tags"]).out == "1\tfamily\n")
    // A new one is a word still.
    #expect(try shell.run(["edit", "6f9619ff", "--tag", tag == "#hash" ? "##hash" : tag]).status == 2)
  }

  @Test func `tags are shown with how many have them, and renamed`() throws {
    let shell = try Shell()
    #expect(try shell.run(["tags"]).status == 1)
    try shell.run(["add", "Tea", "--tag", "sea"])
    try shell.run(["add", "At the #sea with #tea"])
    #expect(try shell.run(["tags"]).out == "2\tsea\n1\ttea\n")
    #expect(try shell.run(["tags", "--format", "json"]).out.contains("\"inTexts\": 1"))
    let renamed = try shell.run(["tags", "--rename", "sea", "--to", "#Ocean"])
    #expect(renamed.err.contains("1 entry has the other name") && renamed.err.contains("Where #sea stands in a text"))
    #expect(try shell.run(["tags"]).out == "1\tocean\n1\tsea\n1\ttea\n")
    try shell.run(["undo"])
    #expect(try shell.run(["tags"]).out == "2\tsea\n1\ttea\n")
    #expect(try shell.run(["tags", "--rename", "nosuch", "--to", "a"]).status == 2)
    #expect(try shell.run(["tags", "--rename", "sea"]).status == 2)
  }

  @Test func `two tags become one only for someone who said so`() throws {
    let shell = try Shell()
    try shell.run(["add", "Tea", "--tag", "sea"])
    try shell.run(["add", "Coffee with #coffee", "--tag", "ocean"])
    let join = ["tags", "--rename", "sea", "--to", "ocean"]
    let refused = try shell.run(join)
    #expect(refused.status == 2)
    #expect(refused.err.hasPrefix("There is #ocean already, and they would be one tag. Nothing was changed."))
    #expect(try shell.run(["tags"]).out == "1\tcoffee\n1\tocean\n1\tsea\n")
    // Where nothing would change nobody is asked.
    #expect(try shell.run(["tags", "--rename", "nosuch", "--to", "ocean"]).err.contains("No entry has #nosuch"))
    #expect(try shell.run(["tags", "--rename", "coffee", "--to", "ocean"]).status == 0)
    #expect(try shell.run(join + ["--yes"]).status == 0)
    #expect(try shell.run(["tags"]).out == "2\tocean\n1\tcoffee\n")
  }

  @Test(arguments: [("y", "2\tocean\n"), ("", "1\tocean\n1\tsea\n")])
  func `at a terminal it is asked whether two tags are one`(answer: String, left: String) throws {
    let shell = try Shell()
    try shell.run(["add", "Tea", "--tag", "sea"])
    try shell.run(["add", "Coffee", "--tag", "ocean"])
    let terminal = try shell.terminal(["tags", "--rename", "sea", "--to", "ocean"])
    try terminal.wait(for: "There is #ocean already. Are #sea and #ocean one tag? [y/N]")
    try terminal.type(answer + "\n")
    #expect(try terminal.waitForEnd() == .exited(answer.isEmpty ? 1 : 0))
    #expect(try shell.run(["tags"]).out == left)
  }

  @Test func `at a terminal an id alone opens the entry to be written on`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    let window = try shell.terminal(["edit", String(id.prefix(8))])
    try window.wait(for: "^S save")
    try window.type(" again")
    try window.press("C-s")
    try window.wait(for: "saved")
    try window.press("C-q")
    #expect(try window.waitForEnd() == .exited(0))
    #expect(try shell.titles() == ["By the canal again"])
    let nothing = try shell.terminal(["edit", "ffffffff"])
    #expect(try nothing.waitForEnd() == .exited(2))
  }

  @Test func `what was changed at once is taken back at once`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal", ["--mood", "2"])
    try shell.run(["edit", id, "--star"])
    try shell.run(["edit", id, "--tag", "walk", "--mood", "4", "--at", "yesterday 9am"])
    #expect(
      try shell.run(["undo"]).err == "Taken back: what was set beside the words is as it was (\(id.prefix(8))).\n")
    #expect(try shell.run(["list"]).out.hasPrefix("2026-03-03 14:30  ○★ By the canal    "))
    #expect(try shell.run(["undo"]).err == "Taken back: the star is as it was (\(id.prefix(8))).\n")
    #expect(try shell.run(["undo"]).status == 1)
    try shell.run(["edit", "--search", "canal", "--tag", "walk", "--no-mood"])
    try shell.run(["edit", id, "--mood", "1"])
    #expect(try shell.run(["undo"]).err == "Taken back: the mood is as it was (\(id.prefix(8))).\n")
    try shell.run(["undo"])
    #expect(try shell.run(["list"]).out.hasPrefix("2026-03-03 14:30  ○  By the canal    "))
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
    #expect(try shell.run(["edit", id], stdin: "By the canal\n").err == "\(id.prefix(8)) is as it was.\n")
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
    #expect(deleted.err.contains("hearth restore \(canal.prefix(8)) \(sea.prefix(8))"))
    #expect(try shell.titles() == [])
    #expect(try Set(shell.titles(["--trash"])) == ["By the canal", "By the sea"])
    #expect(try shell.run(["show", canal]).err == "In the trash since today.\n")
    #expect(try shell.run(["restore", canal]).status == 0)
    #expect(try shell.titles() == ["By the canal"])
  }

  @Test func `what lies in the trash already is told, and not deleted once more`() throws {
    let shell = try Shell()
    let (canal, sea) = (try shell.add("By the canal"), try shell.add("By the sea"))
    #expect(try shell.run(["restore", canal]).err == "Not in the trash: \(canal.prefix(8)).\n")
    try shell.run(["delete", canal])
    let again = try shell.run(["delete", canal, sea])
    #expect(again.err.contains("In the trash: \(sea.prefix(8))."))
    #expect(again.err.contains("In the trash already: \(canal.prefix(8)).") && again.status == 0)
    #expect(try shell.run(["undo"]).status == 0 && shell.titles() == ["By the sea"])
  }

  @Test func `text that was piped in and is not asked for is told`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    let told = try shell.script("echo 'Another text' | hearth edit \(id) --mood 3")
    #expect(told.status == 0 && told.err.contains("was not read"))
    #expect(!(try shell.script("hearth edit \(id) --mood 4 < /dev/null").err.contains("was not read")))
    #expect(try shell.titles() == ["By the canal"])
  }

  @Test func `a version that reads as the entry does is not put back, and nothing of it is taken back`() throws {
    let shell = try Shell()
    let id = try shell.add("A text")
    for text in ["B text", "A text"] { try shell.run(["edit", id], stdin: text) }
    try shell.run(["edit", id, "--star"])
    #expect(try shell.run(["versions", id, "--restore", "2"]).err == "\(id.prefix(8)) is as it was.\n")
    #expect(try shell.run(["undo"]).err.contains("the star is"))
  }

  @Test func `a date is read by the clock of the entry that it is set for`() throws {
    let shell = try Shell()
    let id = try shell.add("Tea", ["--at", "2026-01-10T09:00:00+09:00"])
    #expect(try shell.run(["edit", id, "--at", "2026-01-10 11:30"]).status == 0)
    #expect(try shell.run(["show", id, "--format", "json"]).out.contains("2026-01-10T11:30:00+09:00"))
  }

  @Test func `one wrong id and nothing is put away`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    #expect(try shell.run(["delete", id, "zzzz"]).status == 2)
    #expect(try shell.titles() == ["By the canal"])
  }

  // MARK: Many at once

  private func journal() throws -> Shell {
    let shell = try Shell()
    for text in ["yesterday: Tea #kitchen", "Milk #kitchen", "Snow"] { try shell.run(["add", text]) }
    return shell
  }

  @Test func `entries are shown by what they are`() throws {
    let shell = try journal()
    #expect(
      try shell.run(["show", "--tag", "kitchen", "--oldest-first"]).out == """
        Monday, 2 March 2026, 09:00

        Tea #kitchen

        Tuesday, 3 March 2026, 14:30

        Milk #kitchen

        """)
    #expect(try shell.run(["show", "--search", "snow", "--format", "raw"]).out == "Snow\n")
  }

  @Test func `more than one is put away only by someone who said so`() throws {
    let shell = try journal()
    let unasked = try shell.run(["delete", "--tag", "kitchen"])
    #expect(unasked.status == 2)
    #expect(unasked.err == "That would put 2 entries into the trash. Nothing was changed. With --yes it is done.\n")
    #expect(try shell.run(["delete", "--search", "snow"]).status == 0)
    #expect(try shell.run(["delete", "--tag", "kitchen", "--yes"]).status == 0)
    #expect(try shell.titles() == [])
    #expect(try shell.run(["restore", "--on", "yesterday"]).status == 0)
    #expect(try shell.titles() == ["Tea #kitchen"])
  }

  @Test(arguments: [("y", ["Snow"]), ("", ["Milk #kitchen", "Snow", "Tea #kitchen"])])
  func `at a terminal it asks, and only a yes is one`(answer: String, left: [String]) throws {
    let shell = try journal()
    let terminal = try shell.terminal(["delete", "--tag", "kitchen"])
    try terminal.wait(for: "Put 2 entries into the trash? [y/N]")
    try terminal.type(answer + "\n")
    #expect(try terminal.waitForEnd() == .exited(answer.isEmpty ? 1 : 0))
    #expect(try shell.titles().sorted() == left)
  }

  @Test func `the trash is emptied only when that is said twice`() throws {
    let shell = try journal()
    #expect(try shell.run(["delete", "--empty-trash"]).err == "The trash is empty.\n")
    try shell.run(["delete", "--tag", "kitchen", "--yes"])
    #expect(try shell.run(["delete", "--empty-trash"]).status == 2)
    #expect(try shell.titles(["--trash"]).count == 2)
    #expect(try shell.run(["delete", "--empty-trash", "--yes"]).err == "2 entries are gone for good.\n")
    #expect(try shell.titles(["--trash"]) == [])
    #expect(try shell.titles() == ["Snow"])
  }

  @Test func `what stands beside many texts changes at once`() throws {
    let shell = try journal()
    #expect(try shell.run(["edit", "--search", "tag:kitchen", "--star"]).status == 2)
    #expect(try shell.run(["edit", "--search", "tag:kitchen", "--star", "--tag", "cold", "--yes"]).status == 0)
    let again = try shell.run(["edit", "--search", "tag:kitchen", "--star"])
    #expect(again == Shell.Result(status: 0, out: "", err: "The 2 entries it finds are so already.\n"))
    #expect(try shell.titles(["--starred", "--tag", "cold"]) == ["Milk #kitchen", "Tea #kitchen"])
  }

  // MARK: Back again

  @Test func `each change is taken back, the last one first`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    let before = try shell.run(["list"]).out
    let changes: [([String], String)] = [
      (["edit", id, "--star"], "the star is"), (["edit", id, "--tag", "walk"], "the tags are"),
      (["edit", id, "--mood", "2"], "the mood is"), (["edit", id, "--at", "yesterday"], "the date it had"),
      (["edit", id, "--hush"], "what comes back by itself"), (["delete", id], "is in the Journal again"),
      (["restore", id], "is in the trash again"),
    ]
    for (arguments, _) in changes { #expect(try shell.run(arguments).status == 0, "\(arguments)") }
    for (_, said) in changes.reversed() {
      let undone = try shell.run(["undo"])
      #expect(undone.status == 0)
      #expect(undone.err.contains(said))
    }
    #expect(try shell.run(["list"]).out == before)
    #expect(try shell.run(["undo"]).status == 1)
  }

  @Test func `what is no entry is named too: by its day, and whom it was with`() throws {
    let shell = try Shell()
    try shell.run(["checkin", "--mood", "4", "--at", "yesterday 21:00"])
    try shell.run(["moment", "conversation", "--with", "Jon"])
    let vault = try Vault.open(shell.file("data/hearth").path, now: Instant(seconds: 0))
    let days = try #require(Day(year: 2026, month: 3, day: 1))...#require(Day(year: 2026, month: 3, day: 4))
    for checkIn in try vault.checkIns(in: days) { try vault.trashCheckIn(checkIn.id, now: Instant(seconds: 0)) }
    for moment in try vault.moments(in: days) { try vault.trashMoment(moment.id, now: Instant(seconds: 0)) }
    vault.close()
    #expect(try shell.run(["undo"]).err == "Taken back: the moment with Jon is as it was (today).\n")
    #expect(try shell.run(["undo"]).err == "Taken back: the check-in is as it was (yesterday).\n")
  }

  @Test func `a text goes out through a pipe and comes back changed`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal\n\n  With Jon,\tand tea. 茶\n\nEnd")
    let result = try shell.script("hearth show \(id) --format raw | sed s/Jon/J./ | hearth edit \(id)")
    #expect(result.status == 0)
    #expect(try shell.run(["show", id, "--format", "raw"]).out == "By the canal\n\n  With J.,\tand tea. 茶\n\nEnd\n")
  }

  @Test func `every version is there to be read and put back`() throws {
    let shell = try Shell()
    let id = try shell.add("One")
    #expect(try shell.run(["versions", id]).out == "")
    for text in ["Two", "Three"] { try shell.run(["edit", id], stdin: text) }
    #expect(
      try shell.run(["versions", id]).lines == [
        "1  written 2026-03-03 14:30, changed 2026-03-03 14:30  Two",
        "2  written 2026-03-03 14:30, changed 2026-03-03 14:30  One",
      ])
    #expect(try shell.run(["versions", id, "--show", "2"]).out == "One\n")
    #expect(try shell.run(["versions", id, "--restore", "2"]).status == 0)
    #expect(try shell.titles() == ["One"])
    #expect(try shell.run(["versions", id, "--show", "1"]).out == "Three\n")
    #expect(try shell.run(["versions", id, "--show", "9"]).status == 2)
    #expect(try shell.run(["undo"]).err.contains("the words that were there"))
    #expect(try shell.titles() == ["Three"])
  }

  @Test(arguments: ["--show", "--restore"]) func `no number of a version is too large or too small to be answered`(
    option: String
  ) throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    for number in [Int.min, -1, 0, 2, Int.max] {
      let asked = try shell.run(["versions", id, "\(option)=\(number)"])
      #expect(asked.status == 2 && asked.err.contains("no version \(number)"))
    }
  }
}

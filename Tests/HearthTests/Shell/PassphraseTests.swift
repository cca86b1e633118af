import Foundation
import Testing

@Suite struct PassphraseTests {
  /// A home with a journal of one entry, sealed.
  private func sealed(_ passphrase: String = "velvet onion meadow") throws -> Shell {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    try shell.write("key", passphrase + "\n")
    let set = try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    #expect(set.status == 0)
    #expect(set.out == "")
    #expect(set.err.contains("The journal is sealed."))
    return shell
  }

  @Test func `a sealed journal opens with what an open file holds, and with nothing else`() throws {
    let shell = try sealed()
    let opened = try shell.script("hearth list --format short --passphrase-fd 3 3< key")
    #expect(opened.out == "2026-03-03 14:30 By the canal\n")
    #expect(opened.err == "")
    try shell.write("other", "another one\n")
    for (arguments, file, status) in [
      ("", "key", Int32(1)), ("--passphrase-fd 3", "other", 1), ("--passphrase-fd 7", "key", 2),
    ] {
      let refused = try shell.script("hearth list \(arguments) 3< \(file)")
      #expect(refused.status == status)
      #expect(refused.out == "")
      #expect(refused.err.contains("othing was") || refused.err.hasPrefix("The journal is sealed"))
    }
  }

  @Test func `what is no line of text is no passphrase, and no other line stands for it`() throws {
    let shell = try sealed()
    try Data([0x63, 0x61, 0x66, 0xE9, 0x0A]).write(to: shell.file("latin"))
    try Data(repeating: 0x78, count: 5_000).write(to: shell.file("long"))
    for file in ["latin", "long"] {
      let refused = try shell.script("hearth list --passphrase-fd 3 3< \(file)")
      #expect(refused.status == 2 && refused.err.hasPrefix("A passphrase is a line of UTF-8 text"))
    }
  }

  @Test func `the command that is named gives the passphrase, and only its status is told`() throws {
    let shell = try sealed()
    let command = { try shell.run(["list", "--format", "short"], environment: ["HEARTH_PASSPHRASE_COMMAND": $0]) }
    #expect(try command("cat key; seq 100000").out == "2026-03-03 14:30 By the canal\n")
    let failed = try command("cat key; echo no >&2; exit 3")
    #expect(failed.status == 1)
    #expect(failed.err.contains("ended with status 3"))
    #expect(!failed.err.contains("velvet"))
    #expect(try command("true").err.contains("ended with status 0"))
    let wrong = try command("echo other")
    #expect(wrong.status == 1)
    #expect(wrong.err.hasPrefix("What the command in HEARTH_PASSPHRASE_COMMAND gave is not the passphrase."))
    let file = try shell.script("echo other | hearth list --passphrase-fd 0")
    #expect(file.status == 1)
    #expect(file.err.hasPrefix("The first line of the open file 0 is not the passphrase."))
  }

  @Test func `what is handed over comes before the command, and of its file one line is read at a time`() throws {
    let shell = try sealed()
    try shell.write("both", "velvet onion meadow\nanother one altogether\n")
    let script = "HEARTH_PASSPHRASE_COMMAND=false hearth passphrase set --passphrase-fd 3 --new-passphrase-fd 3 3< both"
    #expect(try shell.script(script).status == 0)
    #expect(try shell.script("tail -n 1 both | hearth list --passphrase-fd 0").status == 0)
  }

  @Test func `a check-in and a moment wait at a sealed journal, sealed, and ask for nothing`() throws {
    let shell = try sealed()
    let asking = ["HEARTH_PASSPHRASE_COMMAND": "touch asked"]
    #expect(try shell.run(["checkin", "--mood", "4"], environment: asking).status == 0)
    #expect(try shell.run(["moment", "micro", "hello", "--with", "Marker"], environment: asking).status == 0)
    #expect(!FileManager.default.fileExists(atPath: shell.file("asked").path))
    #expect(try !shell.script("cat data/hearth/inbox/*").out.contains("Marker"))
    #expect(try shell.run(["checkin", "--list"]).status == 1)
    #expect(try shell.script("hearth checkin --list --passphrase-fd 3 3< key").lines.count == 1)
    #expect(try shell.script("hearth moment --list --passphrase-fd 3 3< key").out.contains("A hello · Marker"))
  }

  @Test func `what is added to a sealed journal waits, sealed, and asks nobody`() throws {
    let shell = try sealed()
    let added = try shell.run(["add", "A marker"], environment: ["HEARTH_PASSPHRASE_COMMAND": "touch asked"])
    #expect(added.status == 0)
    #expect(!FileManager.default.fileExists(atPath: shell.file("asked").path))
    #expect(try !shell.script("cat data/hearth/inbox/*").out.contains("marker"))
    #expect(try shell.script("hearth list --format short --passphrase-fd 3 3< key").lines.count == 2)
  }

  @Test func `changed, the earlier one opens nothing; taken away, nothing is asked`() throws {
    let shell = try sealed()
    try shell.write("new", "six other words of some length\n")
    let changed = try shell.script("hearth passphrase set --passphrase-fd 3 --new-passphrase-fd 4 3< key 4< new")
    #expect(changed.err.contains("The passphrase is changed."))
    #expect(try shell.script("hearth list --passphrase-fd 3 3< key").status == 1)
    #expect(try shell.script("hearth passphrase").err.hasPrefix("The journal opens with its passphrase"))
    let unasked = try shell.script("hearth passphrase remove --passphrase-fd 3 3< new")
    #expect(unasked.err.hasPrefix("What was kept only because the journal is sealed can be read then too."))
    #expect(unasked.status == 2)
    #expect(try shell.script("hearth passphrase remove --yes --passphrase-fd 3 3< new").status == 0)
    #expect(try shell.titles() == ["By the canal"])
    #expect(try shell.run(["passphrase"]).err.hasPrefix("The journal has no passphrase"))
  }

  @Test func `at a terminal a sentence goes on below from word to word`() throws {
    let shell = try Shell()
    try shell.run(["add", "tea"])
    let said = try shell.run(["passphrase"]).err
    let terminal = try shell.terminal(["passphrase"])
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(said.split(separator: "\n").contains { $0.count > 80 })
    #expect(terminal.screen.text.split(whereSeparator: \.isWhitespace) == said.split(whereSeparator: \.isWhitespace))
  }

  @Test func `blanks make no passphrase longer`() throws {
    let shell = try Shell()
    try shell.write("key", "a b c d e f g h\n")
    let set = try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    #expect(set.err.hasPrefix("That passphrase is short."))
  }

  @Test func `a short one is taken, and said to be short`() throws {
    let shell = try Shell()
    try shell.write("key", "åäöåäö\n")
    let set = try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    #expect(set.err.hasPrefix("That passphrase is short."))
    // The same letters, put together otherwise.
    try shell.write("key", "a\u{30A}a\u{308}o\u{308}a\u{30A}a\u{308}o\u{308}\n")
    #expect(try shell.script("hearth list --passphrase-fd 3 3< key").status == 0)
  }

  @Test func `earlier backups open as they did, until one new one takes their place`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    try shell.run(["backup"])
    try shell.write("key", "velvet onion meadow\n")
    let later = "HEARTH_NOW=2026-03-04T09:00:00+01:00 hearth passphrase set"
    let set = try shell.script("\(later) --renew-backups --new-passphrase-fd 3 3< key")
    #expect(set.err.contains("1 backup from before opens without a passphrase."))
    #expect(set.err.contains("The earlier ones beside the journal are removed."))
    #expect(try shell.run(["backup", "--list"]).out.hasSuffix("sealed with a passphrase  2026-03-04T090000+0100.db\n"))
    #expect(try shell.run(["backup", "--list"]).lines.count == 1)
  }

  @Test func `of earlier backups, those that open by themselves are told from those that do not`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    try shell.run(["backup"])
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    try shell.script("HEARTH_NOW=2026-03-05T09:00:00+01:00 hearth backup --passphrase-fd 3 3< key")
    let other = "hearth passphrase set --no-renew-backups --passphrase-fd 3 --new-passphrase-fd 4 3< key 4< other"
    try shell.write("other", "quiet river stone\n")
    let set = try shell.script(other)
    #expect(set.err.contains("1 backup from before opens without a passphrase.\n"))
    #expect(set.err.contains("1 backup from before opens with the passphrase it had then.\n"))
  }

  @Test func `blanks alone are no passphrase`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    try shell.write("key", " \t \n")
    let set = try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    #expect(set.status == 2)
    #expect(set.err.hasPrefix("Blanks alone are no passphrase"))
    #expect(try shell.run(["list"]).status == 0)
  }

  @Test func `what is measured beside a journal is never one with a passphrase, written out in clear`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    let weigh = "hearth weigh --journal data/hearth --work plain --plain clear.db --passphrase-fd 3 3< key"
    #expect(try shell.script(weigh).status == 1)
    #expect(!FileManager.default.fileExists(atPath: shell.file("clear.db").path))
  }

  @Test func `without a terminal nobody is asked for a new one, or shown a code`() throws {
    let shell = try Shell()
    for arguments in [["set"], ["recovery"]] {
      let refused = try shell.run(["passphrase"] + arguments)
      #expect(refused.status == 2)
      #expect(refused.err.contains("at a terminal"))
    }
  }

  // MARK: At a terminal

  @Test func `the terminal asks, shows nothing of what is typed, and asks again after a slip`() throws {
    let shell = try sealed()
    let terminal = try shell.terminal(["list", "--format", "short"])
    try terminal.wait(for: "Passphrase:")
    try terminal.type("velvet onion meadov\n")
    try terminal.wait(for: "That is not it.")
    try terminal.type("velvet onion meadow\n")
    try terminal.wait(for: "By the canal")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(!terminal.screen.text.contains("velvet"))
  }

  @Test func `an empty line ends it, and so does Ctrl-C, with the terminal as it was`() throws {
    let shell = try sealed()
    let given = try shell.terminal(["list"])
    try given.wait(for: "Passphrase:")
    try given.press("Enter")
    #expect(try given.waitForEnd() == .exited(1))
    #expect(given.screen.text.contains("Nothing was opened."))

    let binary = Shell.hearth.path
    let script = "trap : INT; stty -a > before; \(binary) list; stty -a > after; cmp before after && echo the same"
    let broken = try shell.terminal(["-c", script], program: "/bin/sh")
    try broken.wait(for: "Passphrase:")
    try broken.press("C-c")
    try broken.wait(for: "the same")
  }

  @Test func `six words are offered on a page that goes, and a passphrase is typed twice`() throws {
    let shell = try Shell()
    try shell.run(["add", "By the canal"])
    let terminal = try shell.terminal(["passphrase", "set"])
    try terminal.wait(for: "Six words")
    let words = try #require(terminal.screen.text.split(separator: "\n").first { $0.hasPrefix("  ") })
      .trimmingCharacters(in: .whitespaces)
    #expect(words.split(separator: " ").count == 6)
    try terminal.wait(for: "New passphrase:")
    try terminal.type("short\n")
    try terminal.wait(for: "That is short")
    try terminal.type("not the same\n")
    try terminal.wait(for: "The two are not the same.")
    try terminal.type(words + "\n")
    try terminal.wait(for: "Once more:")
    try terminal.type(words + "\n")
    try terminal.wait(for: "The journal is sealed.")
    #expect(!terminal.screen.text.contains("Six words"))
    #expect(try terminal.waitForEnd() == .exited(0))
    try shell.write("key", words + "\n")
    #expect(try shell.script("hearth list --passphrase-fd 3 3< key").status == 0)
  }

  @Test(arguments: ["Enter", "C-c"]) func `who stops before a code counts is told what the paper is worth`(
    key: String
  ) throws {
    let shell = try sealed()
    let command = ["HEARTH_PASSPHRASE_COMMAND": "cat key"]
    let terminal = try shell.terminal(["passphrase", "recovery"], environment: command)
    try terminal.wait(for: "once it is written down")
    #expect(terminal.screen.text.contains("typed back"))
    try terminal.press("Enter")
    try terminal.wait(for: "from the paper")
    try terminal.press(key)
    _ = try terminal.waitForEnd()
    #expect(terminal.screen.text.contains("on the paper opens nothing."))
  }

  @Test func `a recovery code counts once it was written down, and opens where the passphrase is asked for`() throws {
    let shell = try sealed()
    let command = ["HEARTH_PASSPHRASE_COMMAND": "cat key"]
    let terminal = try shell.terminal(["passphrase", "recovery"], environment: command)
    try terminal.wait(for: "once it is written down")
    let line = try #require(terminal.screen.text.split(separator: "\n").first { $0.hasPrefix("  ") })
    let groups = line.split(separator: " ").map(String.init)
    #expect(groups.count == 7)
    try terminal.press("Enter")
    try terminal.wait(for: "from the paper")
    #expect(!terminal.screen.text.contains(groups[0]))
    try terminal.type("XXXX\n")
    try terminal.wait(for: "That is not what the code has there.")
    for count in 2...3 {
      try terminal.wait(until: "question \(count)") { $0.questions.count == count }
      let asked = terminal.screen.questions.last
      let number = try #require(asked?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
      try terminal.type(groups[number - 1].lowercased() + "\n")
    }
    try terminal.wait(for: "The recovery code works now.")
    try shell.write("code", groups.joined(separator: " ") + "\n")
    #expect(try shell.script("hearth list --passphrase-fd 3 3< code").status == 0)
    let unasked = try shell.run(["passphrase", "recovery", "--remove"], environment: command)
    #expect(unasked.status == 2 && unasked.err.contains("--yes"))
    #expect(try shell.script("hearth list --passphrase-fd 3 3< code").status == 0)
    #expect(try shell.run(["passphrase", "recovery", "--remove", "--yes"], environment: command).status == 0)
    #expect(try shell.script("hearth list --passphrase-fd 3 3< code").status == 1)
  }

  @Test(arguments: [
    ["add"], ["add", "-"], ["edit", "ID"], ["edit", "ID", "-", "--star"], ["checkin"], ["moment"],
    ["practice", "enough-quiet"], ["practice", "solitude-check"], ["import", "-"],
  ])
  func `a passphrase on standard input is neither taken for the words nor shown`(_ arguments: [String]) throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    let typed = arguments.map { $0 == "ID" ? id : $0 } + ["--passphrase-fd", "0"]
    let said = try shell.run(typed, stdin: "velvet onion meadow\n4\n")
    #expect(said.status == 2 && said.out == "")
    #expect(!said.err.contains("velvet"))
    let listed = try shell.script("hearth list --format short --passphrase-fd 3 3< key")
    #expect(listed.lines.count == 1 && listed.out.contains("By the canal"))
  }

  @Test func `where standard input is nothing else, a passphrase may come from it`() throws {
    let shell = try Shell()
    let id = try shell.add("By the canal")
    try shell.write("key", "velvet onion meadow\n")
    try shell.script("hearth passphrase set --new-passphrase-fd 3 3< key")
    #expect(try shell.script("hearth edit \(id) --star --passphrase-fd 0 < key").status == 0)
    #expect(try shell.script("hearth add More --passphrase-fd 0 < key").status == 0)
    #expect(try shell.script("hearth list --passphrase-fd 0 < key").lines.count == 2)
  }
}

extension ScreenReader {
  /// After groups of a recovery code.
  fileprivate var questions: [Substring] { text.split(separator: "\n").filter { $0.contains("from the paper") } }
}

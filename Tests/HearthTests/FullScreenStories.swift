import Foundation
import Glibc
import HearthCore
import HearthStorage
import Testing

/// The real program in a terminal: what a person relies on most.
@Suite(.serialized) struct FullScreenStories {
  @Test func `write, save, leave, come back, find it, edit it`() throws {
    let house = try House()
    let first = try house.open()
    try first.wait(for: "This is yours")
    try first.press("s")
    try first.wait(for: "What it cannot do")
    try first.press("s")
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("Café mit Åsa 🎄\n我们都笑了。")
    try first.press("C-s")
    try first.wait(for: "saved")
    try first.press("Esc")
    try first.wait(for: "A question")
    try first.press("q")
    #expect(try first.waitForEnd() == .exited(0))
    #expect(!first.screen.text.contains("Café"))

    let second = try house.open()
    try second.wait(for: "Café mit Åsa 🎄")
    try second.press("2", "Enter")
    try second.wait(for: "我们都笑了。")
    try second.press("e")
    try second.type(" Ja.")
    try second.wait(for: "^S save")
    try second.press("Esc")
    try second.wait(forNo: "^S save")
    try second.wait(for: "我们都笑了。 Ja.")
    try second.press("C-q")
    #expect(try second.waitForEnd() == .exited(0))
    #expect(try house.shell("list", "--format", "json").contains("我们都笑了。 Ja."))
  }

  @Test func `a letter whose bytes come slowly is whole`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("n")
    try hearth.wait(for: "^S save")
    try hearth.type("caf")
    for byte in "é 茶".utf8 {
      try hearth.send([byte])
      hearth.settle()
    }
    try hearth.press("C-s")
    try hearth.wait(for: "saved")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(try house.shell("list", "--format", "json").contains("café 茶"))
  }

  @Test(arguments: [(1010, 24), (80, 510)])
  func `a terminal that claims to be immense gets a page of some size`(columns: Int, rows: Int) throws {
    let house = try House(welcomed: true)
    let hearth = try house.open(size: ScreenSize(columns: columns, rows: rows))
    try hearth.wait(for: "? help")
    let lines = hearth.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst().first?.count { $0 == "─" } == min(columns, 1000))
    #expect(lines.firstIndex { $0.contains("? help") } == min(rows, 500) - 1)
  }

  @Test func `what is typed letter by letter stands on the screen, is kept in time, and is there after a lock`() throws
  {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("n")
    try hearth.wait(for: "^S save")
    try hearth.typeByLetter(
      "Tea\nWe took the long way home by the canal, and spoke of nothing at all until we had come to the bridge, then")
    #expect(hearth.screen.text.contains("we had come to the bridge, then"))
    try hearth.press("Left", "Left", "Backspace")
    try hearth.wait(for: "the bridge, ten")
    try hearth.press("End")
    try hearth.typeByLetter("derly")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "Any key brings it back")
    #expect(!hearth.screen.text.contains("canal"))
    try hearth.press("x")
    try hearth.wait(for: "the bridge, tenderly")
    try hearth.typeByLetter(" so")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.screen.text.contains("canal"))
    let next = try house.open()
    try next.wait(for: "21:04")
    try next.press("Enter")
    try next.wait(for: "the bridge, tenderly so")
  }

  @Test func `after a kill in the middle of a sentence the sentence is offered back`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("I was in the middle of")
    try first.wait(for: "draft kept")
    try first.signal(SIGKILL)
    _ = try first.waitForEnd()

    let second = try house.open()
    try second.wait(for: "21:04")
    try second.wait(for: "I was in the middle of")
    try second.press("Enter")
    try second.type(" a walk")
    try second.press("Esc")
    try second.wait(for: "A question")
    try second.wait(for: "I was in the middle of a walk")
    try second.press("q")
    #expect(try second.waitForEnd() == .exited(0))
  }

  private func eraseEverything(in window: Terminal) throws {
    try window.wait(for: "Tuesday, 3 March")
    try window.press("C-p")
    try window.type("erase every")
    try window.press("Enter")
    try window.wait(for: "everything")
    try window.press("e")
    try window.type("everything")
    try window.press("Enter")
    try window.wait(for: "The journal is gone")
  }

  @Test func `a journal that is erased is gone, and no other window is spoken of`() throws {
    let house = try House(welcomed: true)
    let only = try house.open()
    try eraseEverything(in: only)
    only.settle(quiet: 200)
    #expect(!only.screen.text.contains("another Hearth"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func `a signal keeps what is on the page and ends as it should`(
    number: Int32
  ) throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("Kept at once")
    try first.wait(for: "Kept at once")
    try first.signal(number)
    #expect(try first.waitForEnd() == .signalled(number))
    let second = try house.open()
    try second.wait(for: "Kept at once")
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL])
  func `a crash gives the terminal back, tells its true cause, and the draft is offered`(number: Int32) throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("Before the crash")
    try first.wait(for: "draft kept")
    try first.signal(number)
    #expect(try first.waitForEnd() == .signalled(number))
    #expect(!first.screen.isAlternate)
    #expect(!first.screen.text.contains("Before the crash"))
    let second = try house.open()
    try second.wait(for: "Before the crash")
  }

  @Test func `leaving at once keeps the page, blanks the screen and exits quietly`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("Nobody is to see this")
    try first.press("C-q")
    #expect(try first.waitForEnd() == .exited(0))
    #expect(!first.screen.text.contains("Nobody"))
    let second = try house.open()
    try second.wait(for: "Nobody is to see this")
  }

  @Test func `leaving at once over a name that means somebody else loses nothing, and is no failure`() throws {
    let house = try House(welcomed: true)
    for name in ["Mia", "Zed"] { _ = try house.shell("people", "add", name) }
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("3", "Down", "Enter", "e")
    try first.wait(for: "How close are they to you?")
    try first.press("Tab", "Tab", "Tab", "Tab")
    try first.type("Zeddy, Mia")
    try first.press("Tab")
    try first.type("Sundays at the canal")
    try first.wait(for: "Sundays at the canal")
    try first.press("C-q")
    #expect(try first.waitForEnd() == .exited(0))
    #expect(try house.shell("people", "show", "Zed").contains("Sundays at the canal"))
    let second = try house.open()
    try second.wait(for: "Zeddy, Mia")
  }

  @Test func `Esc and Ctrl-Q in one breath save the page, and it is not offered as a draft`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("Saved in one breath")
    try first.wait(for: "Saved in one breath")
    try first.press("Esc")
    first.settle(quiet: 60)
    try first.press("C-q")
    #expect(try first.waitForEnd() == .exited(0))
    let second = try house.open()
    try second.wait(for: "Saved in one breath")
    #expect(!second.screen.text.contains("You were writing"))
  }

  @Test func `what is typed right before the program is told to end is kept`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.wait(for: "^S save")
    try first.type("To the last letter")
    try first.signal(SIGTERM)
    #expect(try first.waitForEnd() == .signalled(SIGTERM))
    let second = try house.open()
    try second.wait(for: "To the last letter")
  }

  @Test func `a note typed in a second window survives its leaving at once`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    let second = try house.open()
    try second.wait(for: "\(first.process)")
    try second.type("Not yet left")
    try second.wait(for: "Not yet left")
    try second.press("C-q")
    #expect(try second.waitForEnd() == .exited(0))
    try first.press("C-q")
    _ = try first.waitForEnd()
    let third = try house.open()
    try third.wait(for: "Not yet left")
  }

  @Test func `a closed window keeps the page`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("n")
    try first.type("The window went")
    try first.wait(for: "The window went")
    first.hangUp()
    _ = try first.waitForEnd()
    let second = try house.open()
    try second.wait(for: "The window went")
  }

  @Test func `support is one key away, also while typing, and the page stays`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("n")
    try hearth.type("half a word")
    try hearth.press("C-g")
    try hearth.wait(for: "United Kingdom")
    try hearth.press("Esc")
    try hearth.wait(for: "half a word")
  }

  @Test func `any size at any moment`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    for (columns, rows) in [(1, 1), (200, 60), (40, 12), (3, 2), (20, 5), (500, 10), (80, 24)] {
      hearth.resize(to: ScreenSize(columns: columns, rows: rows))
      try hearth.press("2", "n")
      try hearth.type("x")
      try hearth.press("Esc")
      // Longer than a busy machine takes to read it: with the next key right behind it, it would be Alt.
      hearth.settle(quiet: 250)
    }
    try hearth.wait(for: "Journal")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
  }

  @Test func `Ctrl-Z gives the shell its terminal back and fg goes on`() throws {
    let house = try House(welcomed: true)
    let shell = try house.openFromShell()
    try shell.press("n")
    try shell.type("before")
    try shell.wait(for: "before")
    try shell.press("Esc")
    try shell.wait(for: "A question")
    try shell.press("C-z")
    try shell.wait(for: "Stopped")
    #expect(!shell.screen.text.contains("before"))
    try shell.type("fg\n")
    try shell.wait(for: "A question")
    try shell.press("C-q")
    try shell.wait(for: "shell>")
  }

  @Test func `a second window says where the journal is open and its note arrives in the first`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    let second = try house.open()
    try second.wait(for: "\(first.process)")
    try second.type("From the other")
    try second.press("C-s")
    try second.wait(for: "Kept. Esc makes it a note")
    try second.type(" window")
    try second.press("Esc")
    #expect(try second.waitForEnd() == .exited(0))
    try first.wait(for: "From the other window")
  }

  @Test func `when the first window is closed the second one says so, and a key opens the journal there`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    let second = try house.open()
    try second.wait(for: "\(first.process)")
    // Longer than it waits for one that is closing.
    usleep(4_000_000)
    try second.type("Meanwhile")
    try second.wait(for: "Meanwhile")
    try first.press("C-q")
    _ = try first.waitForEnd()
    try second.wait(for: "has let go of the journal")
    try second.press("Esc")
    try second.wait(for: "Tuesday, 3 March")
    try second.wait(for: "Meanwhile")
    try second.press("C-q")
    #expect(try second.waitForEnd() == .exited(0))
  }

  @Test func `what is added from the shell is seen in the open window`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    _ = try house.shell("add", "From the shell")
    try hearth.wait(for: "From the shell")
    _ = try house.shell("checkin", "--mood", "4")
    try hearth.wait(for: "all right")
    _ = try house.shell("moment", "micro", "hello", "--with", "Anabel")
    try hearth.wait(for: "Anabel")
  }

  @Test(arguments: ["", "dumb", "no-such-terminal"]) func `a terminal that cannot show it is named in one line`(
    name: String
  ) throws {
    let house = try House()
    let hearth = try house.open(environment: ["TERM": name])
    #expect(try hearth.waitForEnd() == .exited(2))
    #expect(!hearth.output.contains(0x1B))
    #expect(hearth.screen.text.split(separator: "\n").count <= 3)
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)])
  func `scroll margins never reach beyond the window, and are taken away at the end`(columns: Int, rows: Int) throws {
    let house = try House(welcomed: true)
    let hearth = try house.open(size: ScreenSize(columns: columns, rows: rows))
    try hearth.wait(for: "3 March")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    let margins = String(decoding: hearth.output, as: UTF8.self).matches(of: /\x1B\[([0-9;]*)r/).map {
      String($0.output.1)
    }
    // Lines may move within the window, never beyond its last one.
    let lasts = margins.compactMap { $0.split(separator: ";").last.flatMap { Int($0) } }
    #expect(lasts.allSatisfy { $0 <= rows })
    #expect(margins.last == "")
  }

  @Test func `without colours it says the same and sends none`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open(environment: ["NO_COLOR": "1"])
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("2", "1", "C-p")
    try hearth.wait(for: "Everything")
    let output = String(decoding: hearth.output, as: UTF8.self)
    let colours = output.matches(of: /\x1B\[[0-9;]*(3[0-7]|4[0-7]|38|48|9[0-7])[0-9;]*m/)
    #expect(colours.isEmpty)
  }

  @Test func `what is on the page is kept before the shell has the terminal`() throws {
    let house = try House(welcomed: true)
    let shell = try house.openFromShell()
    try shell.press("n")
    try shell.type("Stopped in the middle")
    try shell.wait(for: "Stopped in the middle")
    try shell.press("A-z")
    try shell.wait(for: "Stopped")
    shell.settle()
    try shell.type("kill -9 %1\n")
    shell.settle()
    let second = try house.open()
    try second.wait(for: "Stopped in the middle")
  }

  @Test(arguments: ["xterm", "xterm-256color", "linux", "vt100", "screen", "xterm-kitty", "xterm-ghostty"])
  func `it opens on every kind of terminal`(name: String) throws {
    let house = try House(welcomed: true)
    let hearth = try house.open(environment: ["TERM": name])
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
  }

  @Test func `somebody else's folder in the inbox keeps nothing from being erased, and is named`() throws {
    let house = try House(welcomed: true)
    _ = try house.shell("add", "Not for anybody")
    _ = try house.shell("backup")
    try FileManager.default.createDirectory(atPath: house.journal + "/inbox/sub", withIntermediateDirectories: false)
    let only = try house.open()
    try eraseEverything(in: only)
    #expect(only.screen.text.contains("inbox/sub"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: house.journal) == ["inbox"])
  }

  @Test func `who leaves while the trash is being emptied leaves an empty trash`() throws {
    let house = try House(welcomed: true)
    let vault = try Vault.open(house.journal, now: Instant(seconds: 0))
    let stamp = Stamp(Instant(seconds: 0), in: .utc)
    let ids = (0..<600).map { _ in UUID() }
    for id in ids {
      _ = try vault.save(
        Entry(
          id: id, stamp: stamp, day: stamp.calendarDay, createdAt: stamp.instant, modifiedAt: stamp.instant,
          text: "Gone"),
        now: stamp.instant)
    }
    try vault.make(.trash(ids), now: stamp.instant)
    vault.close()
    let only = try house.open()
    try only.wait(for: "Tuesday, 3 March")
    try only.press("C-p")
    try only.type("trash")
    try only.press("Enter")
    try only.wait(for: "Gone")
    try only.press("C-e")
    try only.wait(for: "600 entries would be gone")
    try only.press("Down", "Enter")
    usleep(30_000)
    try only.press("C-q")
    #expect(try only.waitForEnd() == .exited(0))
    #expect(try house.shell("list", "--trash").isEmpty)
  }
}

/// A journal folder of its own, at a fixed evening, removed afterwards.
final class House {
  let root: URL
  var journal: String { root.appending(path: "journal").path }
  var environment: [String: String] {
    [
      "HEARTH_NOW": "2026-03-03T21:04:00+01:00", "TZ": "Europe/Stockholm",
      "XDG_CONFIG_HOME": root.appending(path: "config").path,
      "XDG_DATA_HOME": root.appending(path: "data").path,
    ]
  }

  /// - Parameter welcomed: whether the first run lies behind.
  init(welcomed: Bool = false) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "hearth-story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    if welcomed {
      let hearth = try open()
      try hearth.wait(for: "This is yours")
      try hearth.press("s")
      try hearth.wait(for: "What it cannot do")
      try hearth.press("s")
      try hearth.wait(for: "Tuesday, 3 March")
      try hearth.press("C-q")
      _ = try hearth.waitForEnd()
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func open(environment more: [String: String] = [:], size: ScreenSize = .standard) throws -> Terminal {
    try Terminal.start(["--journal", journal], size: size, environment: environment.merging(more) { $1 })
  }

  /// Hearth, started in a shell that minds its jobs.
  func openFromShell(_ verb: String = "", showing text: String = "Tuesday, 3 March") throws -> Terminal {
    let shell = try Terminal.start(
      ["--norc", "-i"], program: "/bin/bash", environment: environment.merging(["PS1": "shell> "]) { $1 })
    try shell.wait(for: "shell>")
    try shell.type("\(Terminal.builtProgram) \(verb) --journal \(journal)\n")
    try shell.wait(for: text)
    return shell
  }

  /// Runs a verb and returns what it wrote.
  func shell(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: Terminal.builtProgram)
    process.arguments = arguments + ["--journal", journal]
    process.environment = environment.merging(["PATH": "/usr/bin:/bin", "HOME": root.path]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

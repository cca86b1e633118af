import Foundation
import Glibc
import Testing

/// A sealed journal at a real terminal: in, locked, and back.
@Suite(.serialized) struct LockingStories {
  private static let passphrase = "barley corn and clover"

  private func sealed() throws -> House {
    let house = try House(welcomed: true)
    try house.seal(with: Self.passphrase)
    return house
  }

  @Test func `another passphrase is refused, the right one opens`() throws {
    let house = try sealed()
    let hearth = try house.open()
    try hearth.wait(for: "The journal is sealed")
    try hearth.type("barley corn\n")
    try hearth.wait(for: "That is not the passphrase")
    try hearth.type(Self.passphrase + "\n")
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.written.contains("barley"))
  }

  @Test func `locked from outside it shows nothing more, and one comes back to where one was`() throws {
    let house = try sealed()
    _ = try house.shell("add", "The long way home")
    let hearth = try house.open()
    try hearth.unlock(with: Self.passphrase)
    try hearth.wait(for: "The long way home")
    try hearth.press("2", "Enter", "e")
    try hearth.wait(for: "^S save")
    try hearth.type(" by the canal")
    try hearth.wait(for: "by the canal")
    let before = hearth.written.count
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "The journal is sealed")
    hearth.settle()
    #expect(!hearth.written.dropFirst(before).contains("canal"))
    #expect(!hearth.screen.text.contains("way home"))

    try hearth.type(Self.passphrase + "\n")
    try hearth.wait(for: "The long way home by the canal")
    try hearth.wait(for: "^S save")
    try hearth.press("C-s")
    try hearth.wait(for: "● saved")
    try hearth.press("Esc")
    try hearth.wait(forNo: "^S save")
    try hearth.wait(for: "The long way home by the canal")
    try hearth.press("Esc")
    try hearth.wait(for: "Enter read")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.written.contains("barley"))
    #expect(!hearth.screen.isAlternate)
  }

  @Test func `stepping out to the shell locks, and fg asks for the passphrase`() throws {
    let house = try sealed()
    let shell = try Terminal.start(
      ["--norc", "-i"], program: "/bin/bash", environment: house.environment.merging(["PS1": "shell> "]) { $1 })
    try shell.wait(for: "shell>")
    try shell.type("\(Terminal.builtProgram) --journal \(house.journal)\n")
    try shell.unlock(with: Self.passphrase)
    try shell.press("n")
    try shell.type("Half a thought")
    try shell.wait(for: "Half a thought")
    try shell.press("A-z")
    try shell.wait(for: "Stopped")
    #expect(!shell.screen.text.contains("Half"))
    try shell.type("fg\n")
    try shell.wait(for: "The journal is sealed")
    #expect(!shell.screen.text.contains("Half"))
    try shell.type(Self.passphrase + "\n")
    try shell.wait(for: "Half a thought")
    try shell.press("C-q")
    try shell.wait(for: "shell>")
  }

  @Test func `answers that the journal does not take are not given up for a lock, and leaving says so`() throws {
    let house = try sealed()
    let hearth = try house.open()
    try hearth.unlock(with: Self.passphrase)
    try hearth.press("3", "t", "a")
    try hearth.type("Walk along the canal")
    try hearth.wait(for: "Walk along the canal")
    // As on a disk that is full.
    try hearth.limitFiles(to: 16 << 10)
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "the journal is not locked")
    try hearth.press("x")
    try hearth.wait(for: "Walk along the canal")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(1))
    #expect(hearth.screen.text.contains("could not be kept"))
  }

  @Test func `a name with nothing in it does not keep the journal from being locked, and all else is kept`() throws {
    let house = try sealed()
    let hearth = try house.open()
    try hearth.unlock(with: Self.passphrase)
    try hearth.press("3", "t", "a")
    try hearth.type("Walk along the canal")
    try hearth.press("Tab", "Tab")
    try hearth.type("@")
    try hearth.wait(for: "@")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "The journal is sealed")
    try hearth.type(Self.passphrase + "\n")
    try hearth.wait(forNo: "The journal is sealed")
    try hearth.press("3", "t")
    try hearth.wait(for: "Walk along the canal")
  }

  @Test func `a name that means somebody else does not keep the journal from being locked, and waits as a draft`()
    throws
  {
    let house = try sealed()
    let hearth = try house.open()
    try hearth.unlock(with: Self.passphrase)
    try hearth.press("3")
    for name in ["Anabel", "Jon"] {
      try hearth.press("a")
      try hearth.type(name + "\n")
      try hearth.wait(for: "No contact is noted yet")
      try hearth.press("Esc")
      try hearth.wait(forNo: "No contact is noted yet")
    }
    // Another name of one that is the other's own.
    try hearth.press("Enter", "e", "Tab", "Tab", "Tab", "Tab")
    try hearth.type("Jon")
    try hearth.press("Tab")
    try hearth.type("Sundays at the canal")
    try hearth.wait(for: "Sundays at the canal")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "The journal is sealed")
    #expect(!hearth.screen.text.contains("Sundays"))
    try hearth.type(Self.passphrase + "\n")
    try hearth.wait(for: "Sundays at the canal")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    let next = try house.open()
    try next.unlock(with: Self.passphrase)
    try next.wait(for: "Other names")
  }

  @Test func `a passphrase that is typed into a second window is not seen and not kept`() throws {
    let house = try sealed()
    let first = try house.open()
    try first.unlock(with: Self.passphrase)
    let second = try house.open()
    try second.wait(for: "\(first.process)")
    try second.type(Self.passphrase + "\n")
    // For two seconds after letters an Enter means nothing.
    Thread.sleep(forTimeInterval: 2.5)
    try second.press("Enter")
    try second.wait(for: "What you write here")
    try second.type("A note")
    try second.wait(for: "A note")
    try second.press("Esc")
    #expect(try second.waitForEnd() == .exited(0))
    #expect(!second.written.contains("barley"))
    try first.wait(for: "A note")
    #expect(!first.screen.text.contains("barley"))
  }

  @Test func `without a passphrase a lock clears the screen, and any key brings it back`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("n")
    try hearth.type("Half a thought")
    try hearth.wait(for: "Half a thought")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "Any key brings it back")
    #expect(!hearth.screen.text.contains("Half"))
    try hearth.press("x")
    try hearth.wait(for: "Half a thought")
    #expect(!hearth.screen.text.contains("thoughtx"))
  }

  @Test func `a command that gives the passphrase opens it, and after a lock only when it is asked to`() throws {
    let house = try sealed()
    let hearth = try house.open(environment: ["HEARTH_PASSPHRASE_COMMAND": "echo '\(Self.passphrase)'"])
    try hearth.wait(for: "HEARTH_PASSPHRASE_COMMAND opened the journal")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "asks the command in HEARTH_PASSPHRASE_COMMAND")
    try hearth.press("Enter")
    try hearth.wait(for: "Tuesday, 3 March")
  }

  @Test func `a command that does not answer is stopped with Esc, and the passphrase is typed`() throws {
    let house = try sealed()
    let hearth = try house.open(environment: ["HEARTH_PASSPHRASE_COMMAND": "exec sleep 600"])
    try hearth.wait(for: "One moment. The command in")
    try hearth.press("Esc")
    try hearth.wait(for: "Nothing is asked any more")
    try hearth.type(Self.passphrase + "\n")
    try hearth.wait(for: "Tuesday, 3 March")
  }

  @Test func `leaving at once works also while a passphrase is being tried`() throws {
    let house = try sealed()
    let hearth = try house.open()
    try hearth.wait(for: "The journal is sealed")
    try hearth.type("barley\n")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.screen.isAlternate)
  }

  @Test func `leaving in peace makes a backup, leaving at once makes none`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("C-q")
    _ = try first.waitForEnd()
    #expect(house.backups.isEmpty)
    let second = try house.open()
    try second.wait(for: "Tuesday, 3 March")
    try second.press("q")
    #expect(try second.waitForEnd() == .exited(0))
    #expect(house.backups == ["2026-03-03T210400+0100.db"])
  }

  @Test func `started by a program that blocks signals it opens all the same, and can be locked`() throws {
    let house = try House(welcomed: true)
    let hearth = try Terminal.start(
      ["--block-signal=USR1,QUIT", Terminal.builtProgram, "--journal", house.journal], program: "/usr/bin/env",
      environment: house.environment)
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "Any key brings it back")
  }

  @Test func `who wants it leaves a plain page behind, and a process that knows nothing`() throws {
    let house = try House(welcomed: true)
    let hearth = try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press(",", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Down", "Down", "Down", "Down", " ")
    try hearth.wait(for: "[✓] a plain page")
    try hearth.press("Esc")
    try hearth.wait(for: "A question")
    try hearth.press("n")
    try hearth.type("Zephyrous lanterns")
    try hearth.wait(for: "Zephyrous lanterns")
    let before = (process: hearth.process, count: hearth.written.count)
    try hearth.press("C-q")
    try hearth.wait(for: "To do")
    hearth.settle()
    #expect(hearth.screen.text.hasPrefix("\n  Tuesday, 3 March 2026\n\n  To do\n  -"))
    #expect(!hearth.written.dropFirst(before.count).lowercased().contains("hearth"))
    #expect(!hearth.written.dropFirst(before.count).contains("lanterns"))
    #expect(hearth.process == before.process)
    #expect(hearth.remembers("Zephyrous lanterns") != true)
    try hearth.press("x")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.screen.text.contains("To do"))
    #expect(try house.shell("list") == "")
    let second = try house.open()
    try second.wait(for: "Zephyrous lanterns")
    #expect(second.remembers("Zephyrous lanterns") != false)
  }

  @Test func `what a person wants of leaving holds before the locked door too`() throws {
    let house = try sealed()
    let hearth = try house.open()
    try hearth.unlock(with: Self.passphrase)
    try hearth.press(",", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Down", "Down", "Down", " ", "Down", " ")
    try hearth.wait(for: "[✓] a plain page")
    try hearth.press("Esc")
    try hearth.wait(for: "A question")
    try hearth.press("n")
    try hearth.type("Zephyrous lanterns")
    try hearth.wait(for: "Zephyrous lanterns")
    try hearth.signal(SIGUSR1)
    try hearth.wait(for: "The journal is sealed")
    try hearth.press("Esc", "Esc", "Esc")
    try hearth.wait(for: "To do")
    #expect(!hearth.screen.text.contains("sealed"))
    try hearth.press("x")
    #expect(try hearth.waitForEnd() == .exited(0))
  }

  @Test func `while a passphrase is being set elsewhere one waits, and is then asked for it`() throws {
    let house = try House(welcomed: true)
    let change = try house.sealing(with: Self.passphrase)
    while !FileManager.default.fileExists(atPath: house.journal + "/journal.db.new"), change.isRunning { usleep(2000) }
    let hearth = try house.open()
    try hearth.wait(for: "The journal is sealed")
    #expect(!hearth.written.contains("another Hearth"))
    change.waitUntilExit()
    try hearth.type(Self.passphrase + "\n")
    try hearth.wait(for: "Tuesday, 3 March")
  }

  @Test func `while a verb is at work one is told, and what is written meanwhile is there afterwards`() throws {
    let house = try House(welcomed: true)
    let lock = open(house.journal + "/lock", O_RDWR | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let hearth = try house.open()
    try hearth.wait(for: "A command of Hearth's is at work in the journal")
    try hearth.type("Not to be forgotten")
    try hearth.wait(for: "Not to be forgotten")
    close(lock)
    try hearth.wait(for: "the journal is free")
    try hearth.press("Esc")
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.wait(for: "Not to be forgotten")
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(try house.shell("list").contains("Not to be forgotten"))
  }

  @Test func `a change of the passphrase that ends unseen is told when the journal opens next`() throws {
    let house = try sealed()
    let first = try house.open()
    try first.unlock(with: Self.passphrase)
    try first.press("C-p")
    try first.type("the passphrase\n")
    try first.wait(for: "Changing it seals everything anew")
    try first.press("Enter")
    try first.wait(for: "Before anything changes")
    try first.type(Self.passphrase + "\n")
    try first.wait(for: "Six words")
    let other = "oats and meadowsweet"
    // Nobody sees what comes of it.
    try first.type(other + "\n" + other + "\n\u{11}")
    #expect(try first.waitForEnd() == .exited(0))
    let second = try house.open()
    try second.wait(for: "The journal is sealed")
    try second.type(other + "\n")
    try second.wait(for: "sealed with the new passphrase")
    try second.wait(for: "There are no backups from before")
    try second.press("Esc")
    try second.wait(for: "Tuesday, 3 March")
    try second.press("C-q")
    #expect(try second.waitForEnd() == .exited(0))
    // Once is enough.
    let third = try house.open()
    try third.unlock(with: other)
    #expect(!third.screen.text.contains("new passphrase"))
  }

  @Test func `a passphrase is set on the screen, and asked for the next time`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    try first.press("C-p")
    try first.type("the passphrase\n")
    try first.wait(for: "The journal has no passphrase")
    try first.press("Enter")
    try first.wait(for: "Six words")
    try first.type(Self.passphrase + "\n" + Self.passphrase + "\n")
    try first.wait(for: "sealed with the new passphrase")
    try first.press("Esc", "C-q")
    #expect(try first.waitForEnd() == .exited(0))
    let second = try house.open()
    try second.unlock(with: Self.passphrase)
  }
}

extension Terminal {
  /// Everything the program has written, as text.
  fileprivate var written: String { String(decoding: output, as: UTF8.self) }

  /// Whether words are anywhere in the memory of the program; nil where one may not look, as nobody but root may.
  fileprivate func remembers(_ words: String) -> Bool? {
    let maps = try? String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
    guard let maps, let memory = FileHandle(forReadingAtPath: "/proc/\(process)/mem") else { return nil }
    return maps.split(separator: "\n").contains { line in
      let parts = line.split(separator: " ")
      let bounds = parts[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
      guard bounds.count == 2, parts[1].hasPrefix("rw"), (try? memory.seek(toOffset: bounds[0])) != nil else {
        return false
      }
      let bytes = try? memory.read(upToCount: Int(bounds[1] - bounds[0]))
      return bytes?.range(of: Data(words.utf8)) != nil
    }
  }

  fileprivate func unlock(with passphrase: String) throws {
    try wait(for: "The journal is sealed")
    try type(passphrase + "\n")
    try wait(for: "Tuesday, 3 March")
  }
}

extension House {
  fileprivate func seal(with passphrase: String) throws {
    let process = try sealing(with: passphrase)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// A verb at work.
  fileprivate func sealing(with passphrase: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: Terminal.builtProgram)
    process.arguments = ["passphrase", "set", "--new-passphrase-fd", "0", "--no-renew-backups", "--journal", journal]
    process.environment = environment.merging(["PATH": "/usr/bin:/bin", "HOME": root.path]) { $1 }
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(Data((passphrase + "\n").utf8))
    try input.fileHandleForWriting.close()
    return process
  }

  fileprivate var backups: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: journal + "/backups")) ?? []
  }
}

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
    #expect(house.backups == ["2026-03-03T210400.db"])
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

  fileprivate func unlock(with passphrase: String) throws {
    try wait(for: "The journal is sealed")
    try type(passphrase + "\n")
    try wait(for: "Tuesday, 3 March")
  }
}

extension House {
  fileprivate func seal(with passphrase: String) throws {
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
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  fileprivate var backups: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: journal + "/backups")) ?? []
  }
}

import Foundation
import Testing

@Suite struct LockTests {
  @Test func `where nobody has the journal there is nothing to lock`() throws {
    let shell = try Shell()
    #expect(try shell.run(["lock"]) == Shell.Result(status: 0, out: "", err: nobody))
    try shell.run(["add", "Before"])
    #expect(try shell.run(["lock"]) == Shell.Result(status: 0, out: "", err: nobody))
  }

  private let nobody = "No Hearth has the journal open, so there is nothing to lock.\n"

  @Test func `a window is told, and goes on`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let window = try shell.terminal([])
    try window.wait(for: "Welcome")
    let said = try shell.run(["lock"])
    #expect(said.status == 0)
    #expect(said.err.hasPrefix("The window (process \(window.process)) clears its screen now."))
    window.settle()
    try window.press("C-q")
    #expect(try window.waitForEnd() == .exited(0))
  }

  @Test func `one that gives the journal its first passphrase is not said to stay open`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let window = try shell.terminal([])
    try window.wait(for: "Welcome")
    // As it lies there while the journal is being sealed.
    try shell.write("data/hearth/journal.db.new", "")
    #expect(try shell.run(["lock"]).err == "The window (process \(window.process)) locks itself now.\n")
    try window.press("C-q")
    #expect(try window.waitForEnd() == .exited(0))
  }

  @Test func `a number in the lock that no process can have is nobody's`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let file = open(shell.file("data/hearth/lock").path, O_RDWR | O_CLOEXEC)
    defer { close(file) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    #expect(pwrite(file, "99999999999", 11, 0) == 11)
    let said = try shell.run(["lock"])
    #expect(said.status == 0)
    #expect(said.err.contains("a verb is at work in it"))
  }

  @Test func `a process that has the journal and is no window is left alone`() throws {
    let shell = try Shell()
    try shell.run(["add", "Before"])
    let file = open(shell.file("data/hearth/lock").path, O_RDWR | O_CLOEXEC)
    defer { close(file) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    // A program that would die of the signal.
    let other = try shell.terminal(["60"], program: "/bin/sleep")
    let text = "\(other.process)"
    #expect(ftruncate(file, 0) == 0 && pwrite(file, text, text.utf8.count, 0) == text.utf8.count)
    let said = try shell.run(["lock"])
    #expect(said.status == 0)
    #expect(said.err.contains("a verb is at work in it (process \(text))"))
    try other.signal(SIGTERM)
    #expect(try other.waitForEnd() == .signalled(SIGTERM))
  }
}

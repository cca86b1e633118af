import Foundation
import Glibc
import Testing

/// The driver, tried on programs that every system has.
@Suite
struct TerminalTests {
  @Test
  func `what is typed comes back from the terminal`() throws {
    let cat = try Terminal.start(program: "/bin/cat")
    try cat.type("tea 茶\n")
    try cat.wait(for: "tea 茶\ntea 茶")
    try cat.press("C-d")
    #expect(try cat.waitForEnd() == .exited(0))
  }

  @Test
  func `a program sees its size and is told of a new one`() throws {
    let shell = try shell("trap 'stty size' WINCH; stty size; while :; do read line; done")
    try shell.wait(for: "24 80")
    shell.resize(to: ScreenSize(columns: 100, rows: 30))
    try shell.press("Enter")
    try shell.wait(for: "30 100")
  }

  @Test
  func `a program has a home of its own and the given variables`() throws {
    let shell = try Terminal.start(["-c", "echo $HOME $TEA $TERM"], program: "/bin/sh", environment: ["TEA": "green"])
    #expect(try shell.waitForEnd() == .exited(0))
    let words = shell.screen.text.split(separator: " ")
    #expect(words.dropFirst() == ["green", "xterm-256color"])
    #expect(words[0] == shell.homeFolder.path)
  }

  @Test(arguments: [
    ("exit 7", Pty.Ending.exited(7)), ("kill -TERM $$", .signalled(SIGTERM)), ("kill -SEGV $$", .signalled(SIGSEGV)),
  ])
  func `the way a program ended is told`(script: String, ending: Pty.Ending) throws {
    #expect(try shell(script).waitForEnd() == ending)
  }

  @Test
  func `signals and a closed window arrive`() throws {
    let waiting = try shell("trap 'echo told; exit 3' USR1; echo ready; while :; do read line; done")
    try waiting.wait(for: "ready")
    try waiting.signal(SIGUSR1)
    try waiting.press("Enter")
    #expect(try waiting.waitForEnd() == .exited(3))

    let left = try Terminal.start(["60"], program: "/bin/sleep")
    left.hangUp()
    #expect(try left.waitForEnd() == .signalled(SIGHUP))
  }

  @Test
  func `a wait in vain ends with a picture`() throws {
    let shell = try shell("echo something else; exec sleep 60")
    try shell.wait(for: "something")
    shell.patience = .milliseconds(50)
    #expect(throws: Terminal.Impatience.self) { try shell.wait(for: "nothing like it") }
  }

  @Test
  func `long input and long output do not wait for each other`() throws {
    let cat = try shell("stty raw -echo; echo ready; exec cat")
    try cat.wait(for: "ready")
    try cat.type(String(repeating: "0123456789", count: 20_000) + "end")
    try cat.wait(for: "end")
  }

  @Test(arguments: [
    ("x", "x"), ("é", "é"), ("Enter", "\r"), ("Esc", "\u{1B}"), ("C-s", "\u{13}"), ("C-Space", "\u{0}"),
    ("A-z", "\u{1B}z"), ("S-Tab", "\u{1B}[Z"), ("Up", "\u{1B}[A"), ("C-Right", "\u{1B}[1;5C"), ("S-End", "\u{1B}[1;2F"),
    ("PageDown", "\u{1B}[6~"), ("C-Delete", "\u{1B}[3;5~"), ("F5", "\u{1B}[15~"), ("A-Enter", "\u{1B}\r"), ("-", "-"),
  ])
  func `keys send what xterm sends`(key: String, bytes: String) {
    #expect(Keyboard.bytes(of: key) == Array(bytes.utf8))
  }

  @Test
  func `a key that does not exist sends nothing`() {
    #expect(Keyboard.bytes(of: "Nosuch") == nil)
  }

  private func shell(_ script: String) throws -> Terminal {
    try Terminal.start(["-c", script], program: "/bin/sh")
  }
}

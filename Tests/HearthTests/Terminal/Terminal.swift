import Foundation
import Glibc

/// A person at a terminal, for tests: starts a program, looks at its screen, presses keys.
///
/// ```swift
/// let hearth = try Terminal.start(["--journal", folder])
/// try hearth.wait(for: "Today")
/// try hearth.press("n")
/// try hearth.type("Tea")
/// try hearth.press("C-s")
/// #expect(hearth.screen.text.contains("Tea"))
/// ```
///
/// Nothing waits longer than ``patience``; a program that is still there at the end is killed. The program sees an
/// environment of its own, with an empty home that is removed afterwards.
final class Terminal {
  /// A wait that was in vain, with what was on the screen.
  struct Impatience: Error, CustomStringConvertible {
    let awaited: String
    let screen: String
    var description: String { "waited for \(awaited); the screen was:\n\(screen)" }
  }

  /// What the person sees.
  private(set) var screen: ScreenReader
  /// Everything the program has written.
  private(set) var output: [UInt8] = []
  /// How long any one wait may take.
  var patience: Duration = .seconds(20)

  private let pty: Pty
  private let home: URL

  private init(pty: Pty, home: URL, size: ScreenSize, background: String?) {
    self.pty = pty
    self.home = home
    screen = ScreenReader(size)
    screen.background = background
  }

  deinit {
    pty.signal(SIGKILL)
    try? FileManager.default.removeItem(at: home)
  }

  /// Starts a program on a new terminal.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind its name.
  ///   - program: Its path; nil is the `hearth` built together with these tests.
  ///   - environment: Variables beside `TERM`, `LANG`, `PATH` and `HOME`, or instead of them.
  ///   - folder: The working directory; nil is the empty home.
  ///   - background: What the terminal answers when asked for its background, as `rgb:ffff/ffff/ffff`; nil: nothing.
  static func start(
    _ arguments: [String] = [], program: String? = nil, size: ScreenSize = .standard,
    environment: [String: String] = [:], folder: String? = nil, background: String? = "rgb:0000/0000/0000"
  ) throws -> Terminal {
    let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home.path,
    ]
    do {
      let pty = try Pty(
        program: program ?? builtProgram, arguments: arguments,
        environment: usual.merging(environment) { $1 }, folder: folder ?? home.path, size: size)
      return Terminal(pty: pty, home: home, size: size, background: background)
    } catch {
      try? FileManager.default.removeItem(at: home)
      throw error
    }
  }

  /// The program that was built beside the test bundle.
  static var builtProgram: String {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    // The tests run from inside a bundle on some systems, and under another program's name on others.
    for _ in 0..<4 {
      let program = folder.appending(path: "hearth").path
      if FileManager.default.isExecutableFile(atPath: program), !isFolder(program) { return program }
      folder.deleteLastPathComponent()
    }
    return Bundle.main.bundleURL.appending(path: "hearth").path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

// MARK: Hands

extension Terminal {
  /// Presses keys one after the other, by their names: `"n"`, `"Enter"`, `"C-s"`, `"A-z"`, `"S-Tab"`, `"PageDown"`.
  func press(_ keys: String...) throws {
    for key in keys {
      guard let bytes = Keyboard.bytes(of: key) else { throw Impatience(awaited: "a key named \(key)", screen: "") }
      try send(bytes)
    }
  }

  /// Types a text; a line break is the Enter key.
  func type(_ text: String) throws {
    try send(text.utf8.map { $0 == 0x0A ? 0x0D : $0 })
  }

  /// Types a text as a person does, one letter after the other, and sees what each of them does.
  func typeByLetter(_ text: String) throws {
    for letter in text {
      let before = output.count
      try type(String(letter))
      try wait(until: "an answer to “\(letter)”") { _ in output.count > before }
    }
  }

  /// Pastes a text, with the brackets if the program has asked for them.
  func paste(_ text: String) throws {
    let bytes = text.utf8.map { $0 == 0x0A ? 0x0D : $0 }
    guard screen.modes.contains(2004) else { return try send(bytes) }
    try send(Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8))
  }

  /// Clicks a cell with the left button, if the program listens to the mouse.
  func click(row: Int, column: Int) throws {
    guard screen.modes.contains(1006) else { return }
    try send(Array("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m".utf8))
  }

  /// Sends bytes as they are, reading meanwhile, so that neither side waits for the other for ever.
  func send(_ bytes: [UInt8]) throws {
    let limit = ContinuousClock.now + patience
    var rest = bytes[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(pty.write(rest))
      guard !rest.isEmpty else { return }
      guard look(within: 5) != nil, ContinuousClock.now < limit else {
        throw impatience("the program to read its keys")
      }
    }
  }

  /// Gives the window another size.
  func resize(to size: ScreenSize) {
    look(within: 0)
    screen.resize(to: size)
    pty.resize(to: size)
  }

  /// Sends a signal to the program: `SIGTERM`, `SIGKILL`…
  func signal(_ number: Int32) throws { pty.signal(number) }

  /// From now on no file can grow beyond so many bytes, as where the disk is full.
  func limitFiles(to bytes: Int) throws {
    let limit = try Process.run(
      URL(filePath: "/usr/bin/prlimit"), arguments: ["--pid", "\(pty.process)", "--fsize=\(bytes):"])
    limit.waitUntilExit()
  }

  /// Closes the window.
  func hangUp() { pty.hangUp() }

  /// The program's home folder; it lives as long as this terminal.
  var homeFolder: URL { home }

  /// The program's process number.
  var process: Int32 { pty.process }

  /// Whether the program is stopped, as by Ctrl-Z.
  var isStopped: Bool { pty.isStopped }
}

// MARK: Eyes

extension Terminal {
  /// Waits until the screen shows `text`.
  func wait(for text: String) throws {
    try wait(until: "“\(text)”") { $0.text.contains(text) }
  }

  /// Waits until the screen no longer shows `text`.
  func wait(forNo text: String) throws {
    try wait(until: "“\(text)” to go") { !$0.text.contains(text) }
  }

  /// Waits until the screen is as described.
  func wait(until description: String, _ isThere: (ScreenReader) -> Bool) throws {
    let limit = ContinuousClock.now + patience
    while !isThere(screen) {
      guard ContinuousClock.now < limit, look(within: 20) != nil else {
        if isThere(screen) { return }
        throw impatience(description)
      }
    }
  }

  /// Reads until the program has written nothing for `quiet` milliseconds, or has ended.
  func settle(quiet: Int32 = 100) {
    let limit = ContinuousClock.now + patience
    var before = -1
    while before != output.count, ContinuousClock.now < limit {
      before = output.count
      guard look(within: quiet) != nil else { return }
    }
  }

  /// Waits until the program ends, reading what it still writes.
  func waitForEnd() throws -> Pty.Ending {
    let limit = ContinuousClock.now + patience
    while true {
      let isOpen = look(within: 5) != nil
      if let ending = pty.checkEnding() {
        while let count = look(within: 0), count > 0 {}
        return ending
      }
      guard ContinuousClock.now < limit else { throw impatience("the program to end") }
      if !isOpen { usleep(2_000) }
    }
  }

  /// Takes in what there is, waiting at most `milliseconds` for it, and answers the program's questions.
  ///
  /// - Returns: How many bytes that was; nil when the program has closed its side.
  @discardableResult
  private func look(within milliseconds: Int32) -> Int? {
    guard let bytes = pty.read(within: milliseconds) else { return nil }
    output += bytes
    screen.feed(bytes)
    if !screen.replies.isEmpty {
      _ = pty.write(screen.replies[...])
      screen.replies = []
    }
    return bytes.count
  }

  private func impatience(_ awaited: String) -> Impatience { Impatience(awaited: awaited, screen: screen.text) }
}

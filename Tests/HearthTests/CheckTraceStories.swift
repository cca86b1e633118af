import Foundation
import Glibc
import Testing

/// The relationship check at a real terminal: whatever ends it, nothing of it is anywhere afterwards.
@Suite(.serialized) struct CheckTraceStories {
  /// A name that stands nowhere else.
  private static let marker = "Qzvexith"

  /// Ways to end it in the middle.
  enum Way: String, CaseIterable, Sendable { case leaving, stepping, killing, ending, locking, suspending }

  private func walk(_ hearth: Terminal) throws {
    try hearth.wait(for: "Ctrl-Q leaves at once")
    try hearth.press("Enter")
    try hearth.wait(for: "What would you like to call")
    try hearth.type(Self.marker)
    try hearth.wait(for: Self.marker)
    try hearth.press("Enter")
    try hearth.wait(for: "What is good here")
    try hearth.type("13112")
    try hearth.press("Enter")
    try hearth.wait(for: "what does it do to you")
    try hearth.type("34")
    try hearth.wait(for: "sometimes")
  }

  private func end(_ hearth: Terminal, by way: Way) throws {
    switch way {
    case .leaving: try hearth.press("C-q")
    case .stepping:
      for _ in 0..<3 {
        try hearth.press("Esc")
        hearth.settle(quiet: 100)
      }
      try hearth.wait(for: "Ctrl-Q leaves at once")
      try hearth.press("Esc")
      try hearth.wait(for: "Tuesday, 3 March")
      try hearth.press("C-q")
    case .killing: try hearth.signal(SIGKILL)
    case .ending: try hearth.signal(SIGTERM)
    case .locking:
      try hearth.signal(SIGUSR1)
      try hearth.wait(for: "Any key brings it back")
      try hearth.press("x")
      try hearth.wait(for: "Tuesday, 3 March")
      try hearth.press("C-q")
    case .suspending:
      try hearth.press("A-z")
      try hearth.wait(for: "Stopped")
      try hearth.type("fg\n")
      try hearth.wait(for: "Tuesday, 3 March")
      try hearth.press("C-q")
    }
    if way != .suspending { _ = try hearth.waitForEnd() }
  }

  @Test(arguments: Way.allCases) func `nothing of it stays`(way: Way) throws {
    let house = try House(welcomed: true)
    let before = try house.whole()
    #expect(before.contains("\"entries\""))
    let hearth = way == .suspending ? try house.openFromShell() : try house.open()
    try hearth.wait(for: "Tuesday, 3 March")
    try hearth.press("C-p")
    try hearth.wait(for: "what would you like to do?")
    try hearth.type("warning signs")
    try hearth.wait(for: "How is this relationship for me?")
    try hearth.press("Enter")
    try walk(hearth)
    try end(hearth, by: way)
    if way == .suspending { try hearth.wait(for: "shell>") }
    if way != .killing { #expect(!hearth.screen.text.contains(Self.marker)) }
    #expect(try house.files(holding: Self.marker) == [])
    #expect(try house.whole() == before)
    // Of what was answered: names that no question of the day has in its own.
    for word in [Self.marker, "my-people", "rarely"] { #expect(try !house.plainCopy().contains(Data(word.utf8))) }
  }

  @Test func `by itself it makes no journal, and ends on the screen it came from`() throws {
    let house = try House()
    let hearth = try Terminal.start(["check", "--journal", house.journal], environment: house.environment)
    try walk(hearth)
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.screen.isAlternate && !hearth.screen.text.contains(Self.marker))
    #expect(!FileManager.default.fileExists(atPath: house.journal))
  }

  @Test func `nor does it make one in a folder that is empty`() throws {
    let house = try House()
    try FileManager.default.createDirectory(atPath: house.journal, withIntermediateDirectories: true)
    let hearth = try Terminal.start(["check", "--journal", house.journal], environment: house.environment)
    try walk(hearth)
    try hearth.press("C-q")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: house.journal) == [])
  }

  @Test func `by itself it has ended when one comes back from the shell`() throws {
    let house = try House()
    let shell = try house.openFromShell("check", showing: "Ctrl-Q leaves at once")
    try shell.press("C-z")
    try shell.wait(for: "Stopped")
    try shell.type("fg; echo over$((1+1))\n")
    try shell.wait(for: "over2")
    #expect(!shell.screen.isAlternate && !shell.screen.text.contains("Ctrl-Q leaves at once"))
  }

  @Test func `it runs beside a window that has the journal`() throws {
    let house = try House(welcomed: true)
    let first = try house.open()
    try first.wait(for: "Tuesday, 3 March")
    let check = try Terminal.start(["check", "--journal", house.journal], environment: house.environment)
    try walk(check)
    try check.press("C-q")
    #expect(try check.waitForEnd() == .exited(0))
  }

  @Test func `a practice of which nothing is kept has a page of its own in the shell, and takes it away`() throws {
    let house = try House()
    let folder = house.root.appending(path: "config/hearth/content/practices")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let practice =
      "id: heron\nversion: 1\ntitle: The heron\nkeep: never\nsteps:\n  - text: What did you see?\n    id: seen"
      + "\nresults:\n  - page: end\npages:\n  end: So you saw {seen}.\n"
    try practice.write(to: folder.appending(path: "heron.yaml"), atomically: true, encoding: .utf8)
    let hearth = try Terminal.start(["practice", "heron", "--journal", house.journal], environment: house.environment)
    try hearth.wait(for: "What did you see?")
    #expect(hearth.screen.isAlternate)
    try hearth.type("\(Self.marker)\n\n")
    try hearth.wait(for: "Enter clears this page")
    try hearth.type("\n")
    #expect(try hearth.waitForEnd() == .exited(0))
    #expect(!hearth.screen.isAlternate && !hearth.screen.text.contains(Self.marker))
    #expect(!FileManager.default.fileExists(atPath: house.journal))
  }

  @Test func `without a terminal it refuses`() throws {
    let shell = try Shell()
    let refused = try shell.run(["check"], stdin: "1\n2\n")
    #expect(refused.status == 2 && refused.out.isEmpty)
    #expect(refused.err == "The check needs a terminal. Nothing was asked, and nothing was kept.\n")
    #expect(!FileManager.default.fileExists(atPath: shell.home.appending(path: "journal").path))
  }
}

extension House {
  /// Files below it that hold a word in clear.
  fileprivate func files(holding word: String) throws -> [String] {
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return all.filter { (try? Data(contentsOf: $0))?.contains(Data(word.utf8)) == true }.map(\.lastPathComponent)
  }

  /// All there is in the journal, as a document.
  fileprivate func whole() throws -> String {
    try shell("export", "--format", "json", "--include-trash", "--with-checks")
  }

  /// The journal's own tables in clear.
  fileprivate func plainCopy() throws -> Data {
    let path = root.appending(path: "plain-\(UUID().uuidString).sqlite").path
    _ = try shell("export", "--format", "sqlite", "--with-checks", "--yes", "--output", path)
    return try Data(contentsOf: URL(filePath: path))
  }
}

extension Data {
  fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}

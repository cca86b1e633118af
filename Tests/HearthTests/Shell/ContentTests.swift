import Foundation
import Testing

@Suite struct ContentTests {
  private static let practice = """
    id: tea
    title: Tea
    steps:
      - card: Tea.
    results: [{ page: end }]
    pages: { end: That was tea. }

    """

  private func file(_ name: String, _ text: String, in shell: Shell) throws -> String {
    let file = shell.home.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func `files without a mistake are told so, and no journal is made`() throws {
    let shell = try Shell()
    let files = [
      try file("practices/tea.yaml", Self.practice, in: shell),
      try file("prompts/tea.yaml", "- id: tea\n  text: Which tea?\n", in: shell),
    ]
    let checked = try shell.run(["content", "check"] + files)
    #expect(checked.status == 0 && checked.out.isEmpty)
    #expect(checked.err.contains("2 files"))
    #expect(!FileManager.default.fileExists(atPath: shell.home.appending(path: "data").path))
  }

  @Test func `of a folder all files of content are checked, and one without any is told`() throws {
    let shell = try Shell()
    _ = try file("content/practices/tea.yaml", Self.practice, in: shell)
    _ = try file("content/prompts/tea.yaml", "- id: tea\n", in: shell)
    _ = try file("content/notes.txt", "no content", in: shell)
    let checked = try shell.run(["content", "check", shell.home.path + "/content"])
    #expect(checked.status == 2 && checked.lines.count == 1)
    #expect(checked.out.contains("prompts/tea.yaml, line 1"))
    let empty = try shell.run(["content", "check", shell.home.path + "/content/practices/.."])
    #expect(empty.status == 2 && empty.lines.count == 1)
    try FileManager.default.createDirectory(at: shell.home.appending(path: "bare"), withIntermediateDirectories: true)
    #expect(try shell.run(["content", "check", shell.home.path + "/bare"]).err.contains("holds no file of content"))
  }

  @Test func `a mistake is named with file and line`() throws {
    let shell = try Shell()
    let broken = Self.practice.replacing("page: end", with: "page: nowhere")
    let path = try file("practices/tea.yaml", broken, in: shell)
    let checked = try shell.run(["content", "check", path])
    #expect(checked.status == 2)
    #expect(checked.lines.first?.hasPrefix("\(path), line 5: page speaks of nowhere") == true)
  }

  @Test func `what is no file, no text or of no known kind is said`() throws {
    let shell = try Shell()
    let poem = try file("poems/tea.yaml", "- id: tea", in: shell)
    #expect(try shell.run(["content", "check", poem]).status == 2)
    let missing = try shell.run(["content", "check", "nowhere.yaml"])
    #expect(missing.status == 2 && missing.err.contains("nowhere.yaml"))
    #expect(try shell.run(["content", "check"]).status == 2)
  }

  @Test func `a practice of one's own that cannot be used is told and stops nothing`() throws {
    let shell = try Shell()
    let folder = "config/hearth/content/practices"
    _ = try file("\(folder)/broken.yaml", "id: [", in: shell)
    #expect(try shell.run(["add", "A quiet day."]).status == 0)
    #expect(try shell.run(["list"]).out.contains("A quiet day."))
  }
}

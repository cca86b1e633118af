import Foundation
import Testing

/// `hearth keys` with a keymap of one's own.
@Suite struct KeysTests {
  private func shell(_ config: String) throws -> Shell {
    let shell = try Shell()
    let folder = shell.file("config/hearth")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try config.write(to: folder.appending(path: "config.yaml"), atomically: true, encoding: .utf8)
    return shell
  }

  @Test func `a changed key is shown where it works, with its name`() throws {
    let said = try shell("keys:\n  journal.star: \"*\"\n").run(["keys"])
    #expect(said.status == 0)
    #expect(said.out.contains("*           Star it or take the star off"))
    #expect(said.out.contains("journal.star"))
  }

  @Test func `one key for two things is refused with both names`() throws {
    let said = try shell("keys:\n  journal.star: d\n").run(["keys"])
    #expect(said.status == 2)
    #expect(said.err.contains("d would mean two things at once: journal.star and journal.trash"))
    #expect(said.out.isEmpty)
  }

  @Test func `what is no key is named`() throws {
    let said = try shell("keys:\n  journal.star: Ctrl+Strange\n").run(["keys"])
    #expect(said.status == 2)
    #expect(said.err.contains("Ctrl+Strange is no key"))
  }
}

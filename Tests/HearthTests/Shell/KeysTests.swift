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

  @Test func `the config that its page shows can be used as it stands`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/config.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    let config = try #require(parts.first { $0.hasPrefix("yaml\ncountry:") })
    let said = try shell(String(config.dropFirst(5))).run(["keys"])
    #expect(said.status == 0 && said.err.isEmpty, "\(said.err)")
    #expect(said.out.contains("F2 n  Write"))
  }

  @Test func `one key for two things is refused with both names`() throws {
    let said = try shell("keys:\n  journal.star: d\n").run(["keys"])
    #expect(said.status == 2)
    #expect(
      said.err
        == "config.yaml, line 2: d would mean two things at once: journal.star and journal.trash. "
        + "The keys stay as they were.\n")
    #expect(said.out.contains("journal.star"))
  }

  @Test func `keys that cannot be used are told all at once, each for one reason`() throws {
    let said = try shell("keys:\n  journal.star: d\n  house.leaveNow: z\n  house.help: Enter\n").run(["keys"])
    #expect(said.status == 2)
    #expect(said.err.split(separator: "\n").map { $0.prefix(20) } == (2...4).map { "config.yaml, line \($0):" })
  }

  @Test(arguments: [
    ("Esc", "journal.star and house.back"), ("1", "journal.star and house.today"),
    ("q", "journal.star and house.back"), ("C-q", "journal.star and house.leaveNow"),
  ])
  func `a key of the house stays the house's`(key: String, names: String) throws {
    let said = try shell("keys:\n  journal.star: \"\(key)\"\n").run(["keys"])
    #expect(said.status == 2)
    #expect(said.err.contains("would mean two things at once: \(names). The keys stay"))
  }

  @Test func `all that cannot be used of the config is told, with lines, and the keys all the same`() throws {
    let said = try shell("mouse: perhaps\nkeys:\n  house.fly: f\n  journal.star: \"*\"\n").run(["keys"])
    #expect(said.status == 0)
    #expect(said.err.split(separator: "\n").map { $0.contains("config.yaml, line") } == [true, true])
    #expect(said.err.contains("mouse is \"perhaps\", which Hearth cannot use"))
    #expect(said.out.contains("journal.star"))
  }

  @Test func `a fault in content of one's own is told with those of the config`() throws {
    let shell = try shell("mouse: perhaps\n")
    try shell.write("config/hearth/content/prompts/mine.yaml", "- id: a\n  txet: b\n")
    let said = try shell.run(["keys"])
    #expect(said.err.contains("mouse is") && said.err.contains("prompts/mine.yaml, line"), "\(said.err)")
  }

  @Test(arguments: [
    ("C-m", "Enter"), ("C-i", "Tab"), ("C-h", "Backspace"), ("C-j", "Enter"), ("C-[", "Esc"), ("C-1", "1"),
    ("C-S-n", "^N"), ("S-Enter", "Enter"), ("C-Tab", "Tab"),
  ])
  func `a key that terminals send as another is refused with the reason`(key: String, other: String) throws {
    let said = try shell("keys:\n  journal.star: \"\(key)\"\n").run(["keys"])
    #expect(said.status == 2)
    #expect(said.err.contains("\(key) cannot be used: terminals send \(other) in its place"), "\(said.err)")
  }

  @Test func `a fault beside the journal's place is told as what it is`() throws {
    let said = try shell("journal: /srv/j\ntheme: dark\nmouse: on\nmouse: off\n").run(["list"])
    #expect(said.status == 2)
    #expect(said.err.contains("line 4") && said.err.contains("mouse"), "\(said.err)")
    #expect(said.err.contains("none was opened") && !said.err.contains("in a way Hearth cannot read"))
  }

  @Test func `what is no key is named`() throws {
    let said = try shell("keys:\n  journal.star: Ctrl+Strange\n").run(["keys"])
    #expect(said.status == 2)
    #expect(said.err.contains("Ctrl+Strange is no key"))
  }
}

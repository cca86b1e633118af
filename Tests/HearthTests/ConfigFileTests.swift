import Foundation
import HearthContent
import HearthCore
import Testing

@testable import hearth

/// A config folder that is gone afterwards.
@Suite final class ConfigFileTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
  private var file: ConfigFile { ConfigFile(folder: root.path) }

  deinit { try? FileManager.default.removeItem(at: root) }

  private func put(_ path: String, _ text: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `without a file everything is as usual`() throws {
    #expect(file.read().config == Config())
    #expect(file.read().problems == [])
    #expect(try file.journal(home: "/home/a") == nil)
  }

  @Test func `a theme of one's own is a file beside the config`() throws {
    try put("config.yaml", "theme: mine\n")
    #expect(file.read().problems.map(\.field) == ["theme"])
    try put("themes/mine.yaml", "basedOn: light\nfull:\n  tag: 3\n  sky: 4\n")
    let (config, problems) = file.read()
    #expect(config.ownTheme?.basedOn == "light")
    #expect(
      problems == [ContentProblem(file: root.path + "/themes/mine.yaml", line: 4, what: .unknownField, field: "sky")])
  }

  @Test func `a file of one's own comes before the theme of the same name`() throws {
    try put("config.yaml", "theme: dark\n")
    #expect(file.read().config.ownTheme == nil)
    try put("themes/dark.yaml", "basedOn: dark\n")
    #expect(file.read().config.ownTheme?.basedOn == "dark")
  }

  @Test func `choosing a country keeps the theme`() throws {
    try put("config.yaml", "theme: mine\n")
    try put("themes/mine.yaml", "basedOn: light\n")
    let config = try file.choose(country: "GB")
    #expect(config.country == "GB" && config.ownTheme?.basedOn == "light")
  }

  @Test func `what the system says no with is told, and not what Foundation makes of it`() throws {
    try put("file", "")
    let file = ConfigFile(folder: root.path + "/file/hearth")
    #expect(throws: Problem.systemRefused(root.path + "/file/hearth/config.yaml", code: Int(ENOTDIR))) {
      try file.choose(country: "GB")
    }
  }

  @Test(arguments: [(ENOSPC, Problem.diskFull), (EDQUOT, .diskFull), (EACCES, .systemRefused("/c", code: Int(EACCES)))])
  func `a full disk is one`(_ code: CInt, _ problem: Problem) throws {
    let underlying = NSError(domain: NSPOSIXErrorDomain, code: Int(code))
    #expect(
      ConfigFile.problem(CocoaError(.fileWriteUnknown, userInfo: [NSUnderlyingErrorKey: underlying]), at: "/c")
        == problem)
  }

  @Test func `the journal's place is opened up from the home`() throws {
    try put("config.yaml", "journal: ~/j\n")
    #expect(try file.journal(home: "/home/a") == "/home/a/j")
  }

  @Test func `own questions, lines and pages are found, and nothing else`() throws {
    for name in [
      "prompts/a.yaml", "prompts/b.md", "lines/a.yaml", "templates/b.md", "templates/a.yaml", "templates/.c.md",
    ] {
      try put("content/" + name, "text of \(name)")
    }
    #expect(
      file.ownContent().files.map(\.name) == ["prompts/a.yaml", "lines/a.yaml", "templates/a.yaml", "templates/b.md"])
    #expect(file.ownContent().files.last?.text == "text of templates/b.md")
  }

  @Test(arguments: ["a\r\nb\n", "\u{FEFF}a\nb"]) func `a file is read as the check of files reads it`(text: String)
    throws
  {
    try put("content/cards/heron.md", text)
    #expect(file.ownContent().files.map(\.text) == ["a\nb"])
  }

  @Test func `a file that is no text is named, and read by nobody`() throws {
    try put("content/prompts/a.yaml", "")
    try Data([0x2D, 0x20, 0xE9]).write(to: root.appending(path: "content/prompts/a.yaml"))
    #expect(file.ownContent().files.isEmpty)
    #expect(
      file.shelf().problems == [ContentProblem(file: "prompts/a.yaml", line: 1, what: .notUTF8, value: "3")])
  }

  // MARK: What is there and cannot be read

  /// A folder, a pipe, a link to itself (which the system refuses), a link to what is not there.
  private func putOdd(_ what: ContentProblem.What, at path: String) throws {
    let place = root.appending(path: path).path
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    switch what {
    case .noFile where path.hasPrefix("content"): #expect(mkfifo(place, 0o600) == 0)
    case .noFile: try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    case .strayLink: try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "nowhere")
    default: try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: place)
    }
  }

  @Test(arguments: [ContentProblem.What.noFile, .strayLink, .refused])
  func `a config that is there and cannot be read is named, and says nothing about the journal`(
    what: ContentProblem.What
  ) throws {
    try putOdd(what, at: "config.yaml")
    let problem = ContentProblem(
      file: root.path + "/config.yaml", line: nil, what: what, value: what == .refused ? String(ELOOP) : nil)
    #expect(file.read().config == Config() && file.read().problems == [problem])
    #expect(throws: problem) { try file.journal(home: "/home/a") }
  }

  @Test(arguments: [ContentProblem.What.noFile, .strayLink, .refused])
  func `content that is there and cannot be read is named`(what: ContentProblem.What) throws {
    try put("content/prompts/a.yaml", "- id: a\n  text: b?")
    try putOdd(what, at: "content/prompts/b.yaml")
    #expect(file.shelf().problems.map(\.file) == ["prompts/b.yaml"] && file.shelf().problems.map(\.what) == [what])
    #expect(file.shelf().prompt("a") != nil)
  }

  @Test(arguments: ["content", "content/prompts"])
  func `a folder of content that cannot be looked into is named`(folder: String) throws {
    try putOdd(.refused, at: folder)
    #expect(file.hasOwnContent)
    #expect(file.shelf().problems.map(\.what) == [.refused])
  }

  @Test func `a theme that cannot be read is named`() throws {
    try put("config.yaml", "theme: mine\n")
    try putOdd(.noFile, at: "themes/mine.yaml")
    #expect(file.read().problems.map(\.what) == [.noFile])
  }

  @Test func `a folder of settings that leads nowhere is no folder without settings`() throws {
    try FileManager.default.createSymbolicLink(atPath: root.path, withDestinationPath: "/nowhere/at/all")
    #expect(file.read().problems.map(\.what) == [.strayLink])
  }

  @Test func `a byte that is no text is named with its line, and the journal's place stands all the same`() throws {
    try put("config.yaml", "")
    let config = root.appending(path: "config.yaml")
    try (Data("journal: /srv/j\n# caf".utf8) + [0xE9, 0x0A]).write(to: config)
    #expect(file.read().problems.map(\.line) == [2] && file.read().problems.map(\.what) == [.notUTF8])
    #expect(try file.journal(home: "/home/a") == "/srv/j")
    try (Data("theme: dark # caf".utf8) + [0xE9]).write(to: config)
    #expect(try file.journal(home: "/home/a") == nil)
  }

  @Test(
    arguments: [
      Array("journal: /srv/caf".utf8) + [0xE9],
      [0xFF, 0xFE] + Array("journal: /srv/j\n".utf8.map { [$0, 0] }.joined()),
    ] as [[UInt8]])
  func `where the journal's place is no text, no other is meant`(bytes: [UInt8]) throws {
    try put("config.yaml", "")
    try Data(bytes).write(to: root.appending(path: "config.yaml"))
    #expect(throws: ContentProblem.self) { try file.journal(home: "/home/a") }
  }
}

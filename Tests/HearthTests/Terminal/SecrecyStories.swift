import Foundation
import Glibc
import Testing

/// What the system could keep of the memory of an open journal.
@Suite(.serialized) struct SecrecyStories {
  private static let marker = "zephyrous lanterns"

  /// An open page with the marker on it, in a folder where a core would be written.
  private func writing(in house: House) throws -> Terminal {
    let hearth = try Terminal.start(
      ["--journal", house.journal], environment: house.environment, folder: house.root.path)
    try hearth.wait(for: "n write")
    try hearth.press("n")
    try hearth.type(Self.marker)
    try hearth.wait(for: Self.marker)
    return hearth
  }

  @Test func `the system may write no image of its memory`() throws {
    let house = try House(welcomed: true)
    let hearth = try writing(in: house)
    let limits = try String(contentsOfFile: "/proc/\(hearth.process)/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
    #expect(core.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
  }

  @Test(arguments: [SIGABRT, SIGSEGV]) func `a crash leaves no core with a word of the page`(
    number: Int32
  ) throws {
    let house = try House(welcomed: true)
    let hearth = try writing(in: house)
    try hearth.signal(number)
    #expect(try hearth.waitForEnd() == .signalled(number))
    let files = FileManager.default.enumerator(at: house.root, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where !file.hasDirectoryPath {
      #expect(!file.lastPathComponent.hasPrefix("core"))
      let bytes = try Data(contentsOf: file)
      #expect(bytes.range(of: Data(Self.marker.utf8)) == nil, "\(file.lastPathComponent)")
    }
  }
}

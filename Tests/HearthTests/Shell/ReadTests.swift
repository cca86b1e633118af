import Foundation
import Testing

@Suite struct ReadTests {
  private func shell() throws -> Shell {
    let shell = try Shell()
    let folder = shell.home.appending(path: "config/hearth/content/cards")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let card = "---\nid: heron\ntitle: The heron\ntopic: solitude\nevidence: uncertain\n---\nIt stands *still*.\n"
    try card.write(to: folder.appending(path: "heron.md"), atomically: true, encoding: .utf8)
    return shell
  }

  @Test func `a card by its name, or by a word that only it has`() throws {
    let shell = try shell()
    for asked in ["heron", "The heron"] {
      let read = try shell.run(["read", asked])
      #expect(read.status == 0 && read.lines.first == "The heron")
      #expect(read.lines.last == "It stands still.")
    }
  }

  @Test(arguments: ["abuse", "suicide", "rape", "hit", "stalking"])
  func `who looks for help is shown it first, and no card at once`(typed: String) throws {
    let read = try shell().run(["read", typed])
    #expect(read.status == 0 && read.lines.dropFirst().first?.hasPrefix("  hearth support") == true)
    #expect(read.lines.contains { $0.hasPrefix("  ") && !$0.contains("hearth") } && !read.out.contains("killed"))
  }

  @Test func `a card names the verb that shows Support, and no key that does nothing here`() throws {
    let read = try shell().run(["read", "distance-that-protects"])
    #expect(read.out.contains("`hearth support` shows some.") && !read.out.contains("Ctrl-G"))
    #expect(read.lines.allSatisfy { $0.count <= 76 })
  }

  @Test func `without a name it tells what there is`() throws {
    let read = try shell().run(["read"])
    #expect(read.lines.contains("  heron\tThe heron  (uncertain)"))
  }

  @Test func `where nothing is found the status says so`() throws {
    let read = try shell().run(["read", "xylophones"])
    #expect(read.status == 1 && read.out.isEmpty && !read.err.isEmpty)
    let document = try shell().run(["read", "xylophones", "--format", "json"])
    #expect(document.status == 1 && document.out.contains("\"cards\": []"))
  }

  @Test func `JSON has all of a card, and no journal is made for it`() throws {
    let shell = try shell()
    let read = try shell.run(["read", "heron", "--format", "json"])
    #expect(read.out.contains("\"text\": \"It stands *still*.\""))
    #expect(!FileManager.default.fileExists(atPath: shell.home.appending(path: "data").path))
  }
}

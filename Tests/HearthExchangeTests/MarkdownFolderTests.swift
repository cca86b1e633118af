import FoundationEssentials
import HearthCore
import HearthExchange
import Testing

@Suite struct MarkdownFolderTests {
  @Test func `one file an entry, what was set beside the text in front of it`() {
    var folder = MarkdownFolder()
    let file = folder.next(Samples.canal)
    #expect(file.path == "2026/03/2026-03-02 By the canal.md")
    #expect(
      file.text == """
        ---
        id: 3f9a1c00-0000-4000-8000-000000000001
        date: 2026-03-02T21:04:00+01:00
        zone: "Europe/Stockholm"
        day: 2026-03-02
        tags: ["walk", "quiet"]
        people: ["Jon"]
        mood: 4
        starred: true
        hushed: true
        prompt: "enough-quiet"
        trashed: 2026-03-03T08:00:00+00:00
        ---

        By the canal

        A long #walk with @Jon. He said "tea?" 茶

        """)
  }

  @Test(
    arguments: [
      ("# So, what?", "2026-03-02 So, what"),
      ("../../etc/passwd", "2026-03-02 .. .. etc passwd"),
      ("a\\b:c*d?e\"f<g>h|i", "2026-03-02 a b c d e f g h i"),
      ("See [[Other#part^1]]", "2026-03-02 See Other part 1"),
      ("Over...  ", "2026-03-02 Over"),
      ("茶 with 👨‍👩‍👧", "2026-03-02 茶 with 👨‍👩‍👧"),
      ("right\u{202E}left", "2026-03-02 right left"),
      ("nul\u{7}bell", "2026-03-02 nul bell"),
      ("", "2026-03-02 21.04"),
      ("???", "2026-03-02 21.04"),
      (String(repeating: "é", count: 200), "2026-03-02 " + String(repeating: "é", count: 60)),
    ])
  func `a title becomes a name that every system takes`(title: String, name: String) {
    var folder = MarkdownFolder()
    #expect(folder.next(Samples.entry(title)).path == "2026/03/\(name).md")
  }

  @Test func `no two files have one name, also where capitals do not count`() {
    var folder = MarkdownFolder()
    let titles = ["Tea", "tea", "Tea (2)", "TEA", "Cafe\u{301}", "Café"]
    #expect(
      titles.map { folder.next(Samples.entry($0)).path }
        == [
          "Tea", "tea (2)", "Tea (2) (2)", "TEA (3)", "Cafe\u{301}", "Café (2)",
        ].map { "2026/03/2026-03-02 \($0).md" })
  }

  @Test func `what is in front of a text is read again, whatever it is`() throws {
    var folder = MarkdownFolder()
    var paths: Set<String> = []
    for entry in Samples.journal(300, seed: 9) {
      let file = folder.next(entry)
      #expect(paths.insert(file.path).inserted)
      #expect(file.path.utf8.count < 200)
      let page = try #require(FrontMatter(file.text))
      #expect(page.members["id"] == entry.id.uuidString.lowercased())
      #expect(page.members["date"] == entry.stamp.iso)
      #expect(page.members["day"] == entry.day.description)
      #expect(page.members["mood"] == entry.mood.map { "\($0.rawValue)" })
      #expect(page.members["starred"] == (entry.isStarred ? "true" : nil))
      #expect(page.members["hushed"] == (entry.isHushed ? "true" : nil))
      #expect(page.texts("tags") == entry.tags)
      #expect(page.texts("people") == entry.people)
      #expect(page.texts("zone") == [entry.stamp.zone])
      #expect(page.members["trashed"] == entry.trashedAt.map { Stamp($0, in: .utc).iso })
      #expect(page.texts("prompt") == (entry.prompt.map { [$0] } ?? []))
      #expect(Array(page.text.utf8) == Array(entry.text.utf8))
    }
  }
}

/// Reads a page back: lines of `name: value` between two lines of dashes, an empty line, the text and an end of line.
private struct FrontMatter {
  var members: [String: String] = [:]
  let text: String

  init?(_ page: String) {
    guard page.hasPrefix("---\n"), let end = page.firstRange(of: "\n---\n\n"), page.utf8.last == 10 else { return nil }
    for line in page[page.index(page.startIndex, offsetBy: 4)..<end.lowerBound].split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { return nil }
      members[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
    }
    text = String(page[end.upperBound...].unicodeScalars.dropLast())
  }

  /// The texts in quotes of a member.
  func texts(_ name: String) -> [String] {
    guard let value = members[name] else { return [] }
    let list = value.hasPrefix("[") ? value : "[\(value)]"
    return (try? JSONDecoder().decode([String].self, from: Data(list.utf8))) ?? []
  }
}

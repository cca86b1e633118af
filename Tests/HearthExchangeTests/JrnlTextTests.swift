import HearthCore
import HearthExchange
import Testing

@Suite struct JrnlTextTests {
  @Test func `entries as jrnl keeps them`() {
    #expect(
      written([Samples.canal, Samples.bare], as: .jrnl) == """
        [2026-03-02 21:04:00] By the canal *

        A long #walk with @Jon. He said "tea?" 茶

        #quiet

        [2026-03-02 21:04:00] Tea

        """)
  }

  /// `¦` stands for the sign that takes no room.
  @Test(
    arguments: [
      ("Tea\n[2020-01-01 10:00] was a Wednesday", "Tea\n¦[2020-01-01 10:00] was a Wednesday"),
      ("Tea\n  [1] a note", "Tea\n  ¦[1] a note"),
      ("[x] done", "[x] done"),
      ("Done. [2020-01-01 10:00] it was", "Done. ¦[2020-01-01 10:00] it was"),
      ("Tea\r[2020-01-01 10:00] hidden", "Tea\n¦[2020-01-01 10:00] hidden"),
      ("Tea\u{85}[2020-01-01 10:00] hidden", "Tea\n¦[2020-01-01 10:00] hidden"),
      ("\n\n  Tea  \n\n  milk\n\n", "Tea\n\n  milk"),
      ("**Bold**", "**Bold**¦"),
    ])
  func `nothing in a text begins an entry or stars one`(text: String, kept: String) {
    let expected = kept.replacing("¦", with: "\u{2060}")
    #expect(written([Samples.entry(text)], as: .jrnl) == "[2026-03-02 21:04:00] \(expected)\n")
  }

  @Test func `a starred title keeps its asterisks`() {
    let text = written([Samples.entry("**Bold**", isStarred: true)], as: .jrnl)
    #expect(JrnlReader.entries(text).map(\.title) == ["\u{2060}**Bold**\u{2060}"])
  }

  @Test func `jrnl finds each entry again, also in what it has written itself`() {
    let journal = Samples.journal(400, seed: 3)
    let read = JrnlReader.entries(written(journal, as: .jrnl))
    #expect(JrnlReader.entries(JrnlReader.rewritten(read)) == read)
    #expect(read.count == journal.count)
    for (there, here) in zip(read, journal) {
      #expect(there.moment.prefix(16) == "\(here.stamp.calendarDay) \(here.stamp.clock)")
      #expect(there.isStarred == here.isStarred)
      let tags = here.addedTags.map { "#\($0)" }.joined(separator: " ")
      #expect(bare(there.title + there.body) == bare(here.text + tags))
    }
  }

  /// Without blanks and the sign that takes no room.
  private func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{2060}" && $0.value != 0x1F })
  }
}

/// Reads and writes a journal by jrnl's own rules. An entry begins where a line does, with a bracket, more than six
/// characters that are a date, a bracket and a blank. It is starred where its first line ends in an asterisk. Its title
/// is the first line, or the first sentence where there is but one line.
private enum JrnlReader {
  struct Entry: Equatable {
    let moment: String
    let isStarred: Bool
    let title: String
    let body: String
  }

  static func entries(_ journal: String) -> [Entry] {
    var found: [(moment: String, text: String)] = []
    for line in journal.split(separator: "\n", omittingEmptySubsequences: false) {
      if let head = line.wholeMatch(of: /\[([^\]]{7,})\] (.*)/.dotMatchesNewlines()), isDate(head.1) {
        found.append((String(head.1), String(head.2)))
      } else if !found.isEmpty {
        found[found.count - 1].text += "\n" + line
      }
    }
    return found.map { entry($0.moment, $0.text) }
  }

  static func rewritten(_ entries: [Entry]) -> String {
    entries.map { entry in
      "[\(entry.moment)] \(entry.title)\(entry.isStarred ? " *" : "")\(entry.body.isEmpty ? "" : "\n")\(entry.body)\n"
    }.joined(separator: "\n")
  }

  private static func entry(_ moment: String, _ text: String) -> Entry {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isStarred = stripped(lines[0]).hasSuffix("*")
    if isStarred { lines[0] = stripped(lines[0], besides: "*") }
    let whole = stripped(lines.joined(separator: "\n"))
    let cut = whole.firstRange(of: /\n/) ?? whole.firstRange(of: /[.!?…]['’"”]?[\])]*\s+|[！．？｡。]/)
    let end = cut?.upperBound ?? whole.endIndex
    return Entry(
      moment: moment, isStarred: isStarred, title: stripped(String(whole[..<end])),
      body: stripped(String(whole[end...])))
  }

  private static func isDate(_ text: Substring) -> Bool {
    text.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/) != nil
  }

  /// Without white space at both ends.
  private static func stripped(_ text: String, besides other: Unicode.Scalar = " ") -> String {
    let isBlank: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) || $0 == other
    }
    let start = text.unicodeScalars.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex
    return String(start[..<end])
  }
}

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

  @Test(
    arguments: [
      ("Tea\n[2020-01-01 10:00] was a Wednesday", "Tea\n [2020-01-01 10:00] was a Wednesday"),
      ("Tea\n[1] a note", "Tea\n [1] a note"),
      ("[x] done", "[x] done"),
      ("Tea\r[2020-01-01 10:00] hidden", "Tea\n [2020-01-01 10:00] hidden"),
      ("Tea\u{85}[2020-01-01 10:00] hidden", "Tea\n [2020-01-01 10:00] hidden"),
      ("\n\n  Tea  \n\n  milk\n\n", "Tea\n\n  milk"),
      ("**Bold**", "\n**Bold**"),
      ("[a]*\nb", "\n [a]*\nb"),
    ])
  func `nothing in a text begins an entry or stars one`(text: String, kept: String) {
    #expect(written([Samples.entry(text)], as: .jrnl) == "[2026-03-02 21:04:00] \(kept)\n")
  }

  @Test func `jrnl finds each entry again, with its moment, its star and its words`() {
    let journal = Samples.journal(400, seed: 3)
    let read = JrnlReader.entries(written(journal, as: .jrnl))
    #expect(read.count == journal.count)
    for (there, here) in zip(read, journal) {
      #expect(there.moment.prefix(16) == "\(here.stamp.calendarDay) \(here.stamp.clock)")
      #expect(there.isStarred == here.isStarred)
      let tags = here.addedTags.map { "#\($0)" }.joined(separator: " ")
      #expect(bare(there.text) == bare(here.text + tags))
    }
  }

  /// Without blanks, and without the asterisks that jrnl takes off a starred title.
  private func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "*" && !(0x1C...0x1E).contains($0.value) })
  }
}

/// Reads a journal by jrnl's own rules: an entry begins where a line does, with a bracket, more than six characters that
/// are a date, a bracket and a blank; it is starred where its first line ends in an asterisk.
private enum JrnlReader {
  struct Entry {
    let moment: Substring
    let isStarred: Bool
    let text: String
  }

  static func entries(_ journal: String) -> [Entry] {
    var entries: [(moment: Substring, text: String)] = []
    for line in journal.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if let head = try? /\[([^\]]{7,})\] (.*)/.dotMatchesNewlines().wholeMatch(in: line), isDate(head.1) {
        entries.append((head.1, String(head.2)))
      } else if !entries.isEmpty {
        entries[entries.count - 1].text += "\n" + line
      }
    }
    return entries.map { moment, text in
      let first = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
      let isStarred = String(first.reversed().drop(while: \.isWhitespace).first ?? " ") == "*"
      return Entry(moment: moment, isStarred: isStarred, text: text)
    }
  }

  private static func isDate(_ text: Substring) -> Bool {
    text.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/) != nil
  }
}

import FoundationEssentials
import HearthCore
import HearthExchange
import Testing

@Suite struct JournalCSVTests {
  @Test func `a row an entry, below the names of its columns`() {
    let table = written([Samples.canal, Samples.bare], as: .csv)
    #expect(
      table.replacing("\r\n", with: "⏎\n") == """
        id,at,zone,day,title,text,words,tags,people,mood,starred,prompt⏎
        3f9a1c00-0000-4000-8000-000000000001,2026-03-02T21:04:00+01:00,Europe/Stockholm,2026-03-02,By the canal,"By the canal

        A long #walk with @Jon. He said ""tea?"" 茶",12,walk quiet,Jon,4,true,enough-quiet⏎
        3f9a1c00-0000-4000-8000-000000000002,2026-03-02T21:04:00+01:00,Europe/Stockholm,2026-03-02,Tea,Tea,1,,,,false,⏎

        """)
  }

  @Test func `whatever is written is read again`() {
    let journal = Samples.journal(300, seed: 5)
    let rows = CSVReader.rows(written(journal, as: .csv))
    #expect(rows.count == journal.count + 1)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    for (row, entry) in zip(rows.dropFirst(), journal) {
      #expect(row[0] == entry.id.uuidString.lowercased())
      #expect(Array(row[5].utf8) == Array(entry.text.utf8))
      #expect(row[9] == entry.mood.map { "\($0.rawValue)" } ?? "")
      #expect(row[10] == "\(entry.isStarred)")
    }
  }
}

/// Reads a table by RFC 4180.
private enum CSVReader {
  static func rows(_ table: String) -> [[String]] {
    var rows: [[String]] = []
    var (row, field, isQuoted): ([String], String.UnicodeScalarView, Bool) = ([], .init(), false)
    var rest = Substring.UnicodeScalarView(table.unicodeScalars)
    while let scalar = rest.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where rest.first == "\"": field.append(rest.removeFirst())
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(String(field))
        field = .init()
      case ("\r", false) where rest.first == "\n":
        rest.removeFirst()
        rows.append(row + [String(field)])
        (row, field) = ([], .init())
      default: field.append(scalar)
      }
    }
    return rows
  }
}

import FoundationEssentials
import HearthCore

/// Entries as a table with a row each (RFC 4180), for spreadsheets and statistics.
package struct JournalCSV: Scribe {
  package init() {}

  package var opening: String { JournalCSV.row(JournalCSV.columns.map(\.name)) }

  package mutating func next(_ entry: Entry) -> String { JournalCSV.row(JournalCSV.columns.map { $0.value(entry) }) }

  package var closing: String { "" }

  private static var columns: [(name: String, value: (Entry) -> String)] {
    [
      ("id", { $0.id.uuidString.lowercased() }),
      ("at", \.stamp.iso),
      ("zone", \.stamp.zone),
      ("day", \.day.description),
      ("title", \.title),
      ("text", \.text),
      ("words", { String($0.text.split(whereSeparator: \.isWhitespace).count) }),
      ("tags", { $0.tags.joined(separator: " ") }),
      ("people", { $0.people.map(Marks.written).joined(separator: " ") }),
      ("mood", { $0.mood.map { String($0.rawValue) } ?? "" }),
      ("starred", { String($0.isStarred) }),
      ("prompt", { $0.prompt ?? "" }),
    ]
  }

  static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  /// In quotes where it holds what would end it, or blanks at its ends, which some readers take off.
  private static func field(_ text: String) -> String {
    let isOpen = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
    let isPadded = [text.first, text.last].contains { $0?.isWhitespace ?? false }
    return isOpen || isPadded ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

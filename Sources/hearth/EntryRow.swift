import Canvas
import HearthCore

/// One entry on one line: `2026-03-02 21:04  ●  By the canal  #walk @Jon   3f9a1c`.
struct EntryRow {
  private let head: EntryHead
  private let id: String
  private let untitled: String

  init(_ head: EntryHead, id: String, untitled: String) {
    self.head = head
    self.id = id
    self.untitled = untitled
  }

  /// The row, and where words were found below the title, the place on a line of its own.
  ///
  /// - Parameter columns: how wide a line is, to be cut there; nil where it may grow.
  func text(columns: Int?, found: FoundWords) -> String {
    let room = (columns ?? 80) - id.count - 2
    let text = "\(head.day) \(head.stamp.clock)  \(mood)\(head.isStarred ? "★" : " ") \(title)\(marks)"
    let row = (columns == nil ? text : text.truncated(to: max(24, room))).padded(to: room)
    let place = found.place(in: head, shown: row, columns: columns.map { max(24, $0 - EntryRow.indent) })
    let below = place.map { "\n" + String(repeating: " ", count: EntryRow.indent) + found.marked($0) }
    return row.prefix(EntryRow.indent) + found.marked(String(row.dropFirst(EntryRow.indent))) + "  " + id
      + (below ?? "")
  }

  /// Where the title begins.
  private static let indent = 21

  private var title: String { head.title.isEmpty ? untitled : Legible.line(Markdown.plain(head.title)) }

  /// Those that the title does not show already.
  private var marks: String {
    let (tags, people) = (Set(Marks.tags(in: head.title)), Set(Marks.people(in: head.title)))
    let all =
      head.tags.filter { !tags.contains($0) }.map { "#\($0)" }
      + head.people.filter { !people.contains($0) }.map { "@" + Marks.written($0) }
    return all.isEmpty ? "" : "  " + Legible.line(all.joined(separator: " "))
  }

  /// ● high, ◐ middling, ○ low.
  private var mood: String {
    switch head.mood?.rawValue {
    case 4, 5: "●"
    case 3: "◐"
    case 1, 2: "○"
    default: " "
    }
  }
}

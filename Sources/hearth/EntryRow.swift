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

  /// - Parameters:
  ///   - columns: how wide the line is; the id ends there.
  ///   - cuts: shortens what is longer, else the line grows.
  func text(columns: Int, cuts: Bool) -> String {
    let room = columns - id.count - 2
    let text = "\(head.stamp.calendarDay) \(head.stamp.clock)  \(mood)\(head.isStarred ? "★" : " ") \(title)\(marks)"
    return (cuts ? text.truncated(to: max(24, room)) : text).padded(to: room) + "  " + id
  }

  private var title: String { head.title.isEmpty ? untitled : Legible.line(head.title) }

  /// Those that the title does not show already.
  private var marks: String {
    let (tags, people) = (Set(Marks.tags(in: head.title)), Set(Marks.people(in: head.title)))
    let all =
      head.tags.filter { !tags.contains($0) }.map { "#\($0)" }
      + head.people.filter { !people.contains($0) }.map { "@\($0)" }
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

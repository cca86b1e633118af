import FoundationEssentials
import HearthCore

/// The journal as one JSON document, complete: what `docs/formats.md` describes.
package enum JournalJSON {
  /// What this Hearth writes; later numbers are refused.
  package static let schema = 1

  package struct Writer: Scribe {
    private let exportedAt: Stamp
    private let preferences: Preferences
    private var count = 0

    /// - Parameter preferences: of a journal that is written whole; a part of it bears none.
    package init(exportedAt: Stamp, preferences: Preferences = Preferences()) {
      self.exportedAt = exportedAt
      self.preferences = preferences
    }

    package var opening: String {
      """
      {
        "schema": \(JournalJSON.schema),
        "app": "hearth",
        "exportedAt": \(JSONText.quoted(exportedAt.iso).text),
      \(JSONText.written(JournalJSON.members(of: preferences)).map { "  \($0),\n" }.joined())  "entries": [
      """
    }

    package mutating func next(_ entry: Entry) -> String {
      defer { count += 1 }
      return (count == 0 ? "\n" : ",\n") + "    " + JSONText.object(JournalJSON.members(of: entry), indent: "    ").text
    }

    package var closing: String { (count == 0 ? "" : "\n  ") + "]\n}\n" }
  }

  /// In the order in which they are written. Parts that are not set are left out, except the mood.
  private static func members(of entry: Entry) -> JSONText.Members {
    [
      ("id", JSONText.quoted(entry.id)),
      ("createdAt", JSONText.quoted(entry.createdAt)),
      ("modifiedAt", JSONText.quoted(entry.modifiedAt)),
      ("at", JSONText.quoted(entry.stamp.iso)),
      ("zone", JSONText.quoted(entry.stamp.zone)),
      ("day", JSONText.quoted(entry.day.description)),
      ("title", JSONText.quoted(entry.title)),
      ("text", JSONText.quoted(entry.text)),
      ("tags", JSONText.list(entry.tags)),
      ("addedTags", entry.addedTags.isEmpty ? nil : JSONText.list(entry.addedTags)),
      ("people", JSONText.list(entry.people)),
      ("mood", entry.mood.map { .number($0.rawValue) } ?? .null),
      ("starred", .truth(entry.isStarred)),
      ("hushed", entry.isHushed ? .truth(true) : nil),
      ("prompt", entry.prompt.map(JSONText.quoted)),
      ("trashedAt", entry.trashedAt.map(JSONText.quoted)),
    ]
  }
}

import FoundationEssentials
import HearthCore

/// The versions of an entry as one JSON document, the last first.
package enum VersionsJSON {
  package static func document(of entry: Entry, _ versions: [Revision]) -> String {
    JSONText.document([
      ("id", JSONText.quoted(entry.id)),
      ("versions", JSONText.objects(zip(1..., versions).map(members))),
    ])
  }

  private static func members(_ number: Int, of version: Revision) -> JSONText.Members {
    [
      ("number", .number(number)),
      ("writtenAt", JSONText.quoted(version.writtenAt)),
      ("replacedAt", JSONText.quoted(version.replacedAt)),
      ("reason", JSONText.quoted(version.reason.rawValue)),
      ("at", JSONText.quoted(version.stamp.iso)),
      ("zone", JSONText.quoted(version.stamp.zone)),
      ("text", JSONText.quoted(version.text)),
      ("addedTags", JSONText.list(version.addedTags)),
    ]
  }
}

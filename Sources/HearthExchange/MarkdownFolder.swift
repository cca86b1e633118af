import FoundationEssentials
import HearthCore

/// The journal as a folder of Markdown files, one an entry, each with a name of its own and what was set beside the
/// text in front of it. It names and fills the files; others write them.
package struct MarkdownFolder {
  /// One file of it.
  package struct File: Hashable, Sendable {
    /// Within the folder: `2026/03/2026-03-02 By the canal.md`.
    package let path: String
    package let text: String
  }

  /// As file systems compare them that do not tell capitals from small letters.
  private var taken: Set<String> = []

  package init() {}

  package mutating func next(_ entry: Entry) -> File {
    let (year, month, _) = entry.stamp.calendarDay.parts
    let folder = "\(year.digits(4))/\(month.digits(2))"
    let name = FileName(title: entry.title)
    let base = "\(folder)/\(entry.stamp.calendarDay) \(name?.text ?? entry.stamp.clock.replacing(":", with: "."))"
    return File(path: free(base) + ".md", text: MarkdownFolder.text(of: entry))
  }

  /// The second of a name is `… (2)`.
  private mutating func free(_ base: String) -> String {
    var path = base
    var number = 1
    while !taken.insert(path.lowercased()).inserted {
      number += 1
      path = "\(base) (\(number))"
    }
    return path
  }

  /// What was set beside the text between two lines of dashes, an empty line, the text exactly, and an end of line.
  package static func text(of entry: Entry) -> String {
    let members = members(of: entry).map { "\($0.name): \($0.value)" }
    return (["---"] + members + ["---", "", entry.text]).joined(separator: "\n") + "\n"
  }

  private static func members(of entry: Entry) -> [(name: String, value: String)] {
    let all: [(String, String?)] = [
      ("id", entry.id.uuidString.lowercased()),
      ("date", entry.stamp.iso),
      ("zone", YAMLText.quoted(entry.stamp.zone)),
      ("day", entry.day.description),
      ("tags", entry.tags.isEmpty ? nil : YAMLText.list(entry.tags)),
      ("people", entry.people.isEmpty ? nil : YAMLText.list(entry.people)),
      ("mood", entry.mood.map { "\($0.rawValue)" }),
      ("starred", entry.isStarred ? "true" : nil),
      ("hushed", entry.isHushed ? "true" : nil),
      ("prompt", entry.prompt.map(YAMLText.quoted)),
      ("trashed", entry.trashedAt.map { Stamp($0, in: .utc).iso }),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }
}

/// A title as a part of a file's name that every system and every journal program takes. Nil where nothing is left of
/// it.
private struct FileName {
  let text: String
  /// Well below the 255 bytes a name may have, and short enough for a list of files.
  private static let most = 120

  init?(title: String) {
    let fit = title.map { FileName.isFit($0) ? $0 : " " }
    let words = String(fit).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var name = ""
    for character in words {
      guard name.utf8.count + character.utf8.count <= FileName.most else { break }
      name.append(character)
    }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    guard !name.isEmpty else { return nil }
    text = name
  }

  /// Neither what some system keeps for itself, nor what means something in a link between notes, nor what is not seen.
  private static func isFit(_ character: Character) -> Bool {
    !"/\\:*?\"<>|#^[]".contains(character)
      && character.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        // Joiners belong to many scripts and to emoji; what turns the direction around does not.
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: true
        }
      }
  }
}

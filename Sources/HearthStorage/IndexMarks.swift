import HearthCore
import Seal

/// What the index knows of an entry beside its words, as words of its own: found as exactly, as fast and together with
/// those that were typed.
///
/// Each begins with a character that nobody types, one a kind: its letter, moved to where Unicode has no letters of its
/// own, which are letters to the tokenizer all the same. Names are written in hexadecimal digits, so that the tokenizer
/// neither cuts nor folds them, and so that a name's beginning is a mark's beginning.
enum IndexMarks {
  /// On every entry, so that there is something to leave others out of.
  static let every = "\u{E065}"  // e
  static let trashed = "\u{E078}"  // x
  static let starred = "\u{E073}"  // s
  /// On none.
  static let nothing = "\u{E06E}"  // n

  /// Whether a word of the index may be one of these. A text may hold their characters too.
  static func isMark(_ word: String) -> Bool {
    word.unicodeScalars.first.map { (0xE000...0xE0FF).contains($0.value) } ?? false
  }

  static func mood(_ value: Int) -> String { "\u{E06D}\(value)" }  // m
  static func prompt(_ id: String) -> String { "\u{E071}" + id.utf8.hexDigits }  // q
  /// - Parameter name: folded, like that of a person.
  static func tag(_ name: String) -> String { "\u{E074}" + name.utf8.hexDigits }  // t
  static func person(_ name: String) -> String { "\u{E070}" + name.utf8.hexDigits }  // p

  /// All of an entry, as they stand in its column `marks`.
  static func all(of entry: Entry) -> String {
    var marks = [every]
    if entry.trashedAt != nil { marks.append(trashed) }
    if entry.isStarred { marks.append(starred) }
    if let mood = entry.mood { marks.append(IndexMarks.mood(mood.rawValue)) }
    if let prompt = entry.prompt { marks.append(IndexMarks.prompt(prompt)) }
    marks += entry.tags.map { tag($0.folded) } + entry.people.map { person($0.folded) }
    return marks.uniqued().joined(separator: " ")
  }
}

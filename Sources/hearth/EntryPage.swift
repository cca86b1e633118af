import HearthContent
import HearthCore

/// One entry whole, for reading in a terminal.
struct EntryPage {
  private let entry: Entry
  private let words: Words

  init(_ entry: Entry, _ words: Words) {
    self.entry = entry
    self.words = words
  }

  /// `Monday, 2 March 2026, 21:04 ★`, what was set beside the text, and the text.
  func text() -> String {
    let day = words.fullDate(entry.stamp.calendarDay)
    let heading = "\(day), \(words.clock(entry.stamp))\(entry.isStarred ? " ★" : "")"
    return Legible.text(([heading] + details).joined(separator: "\n") + "\n\n" + entry.text + "\n")
  }

  private var details: [String] {
    var lines: [String] = []
    if let mood = entry.mood { lines.append(words[.shellLineMood, ["mood": words.mood(mood)]]) }
    if !entry.addedTags.isEmpty {
      lines.append(words[.shellLineTags, ["tags": entry.addedTags.map { "#\($0)" }.joined(separator: " ")]])
    }
    if entry.isHushed { lines.append(words[.readStaysAway]) }
    return lines
  }
}

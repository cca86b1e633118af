import HearthContent
import HearthCore

/// One entry whole, for reading.
struct EntryPage {
  private let entry: Entry
  private let words: Words

  init(_ entry: Entry, _ words: Words) {
    self.entry = entry
    self.words = words
  }

  /// `Monday, 2 March 2026, 21:04 ★`, what was set beside the text, and the text.
  func text() -> String {
    let heading = "\(day), \(entry.stamp.clock)\(star)"
    return ([heading] + details).joined(separator: "\n") + "\n\n" + Legible.text(entry.text) + "\n"
  }

  /// `## Monday, 2 March 2026 21:04 — By the canal`, what was set beside the text, and the rest of the text.
  func markdown() -> String {
    let title = entry.title.isEmpty ? "" : " — \(Legible.line(entry.title))"
    let parts = ["## \(day) \(entry.stamp.clock)\(title)\(star)", details.joined(separator: "  \n"), body]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var day: String {
    let (year, month, date) = entry.stamp.calendarDay.parts
    return words[
      .dateWeekdayYear,
      [
        "weekday": words.weekday(entry.stamp.calendarDay.weekday), "day": String(date), "month": words.month(month),
        "year": String(year),
      ]]
  }

  private var star: String { entry.isStarred ? " ★" : "" }

  private var details: [String] {
    var lines: [String] = []
    if let mood = entry.mood { lines.append(words[.shellLineMood, ["mood": EntryPage.name(of: mood, words)]]) }
    if !entry.addedTags.isEmpty {
      lines.append(words[.shellLineTags, ["tags": entry.addedTags.map { "#\($0)" }.joined(separator: " ")]])
    }
    return lines
  }

  /// The text after its title line.
  private var body: String {
    let text = Legible.text(entry.text)
    let fromTitle = text.drop(while: \.isWhitespace)
    let rest = fromTitle.drop { !$0.isNewline }.drop(while: \.isNewline)
    return String(rest)
  }

  private static func name(of mood: Mood, _ words: Words) -> String {
    let names: [Word] = [.mood1, .mood2, .mood3, .mood4, .mood5]
    return words[names[mood.rawValue - 1]]
  }
}

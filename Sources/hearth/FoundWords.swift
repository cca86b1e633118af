import Canvas
import HearthCore

/// The words that were looked for, where they stand in what is shown of an entry.
struct FoundWords {
  private let sought: Sought
  /// Whether they are made to stand out.
  private let isShown = Output.showsFound
  /// Whether the place below the title is told too.
  let tellsPlaces: Bool

  init(_ condition: Condition, tellsPlaces: Bool) {
    sought = Sought(condition)
    self.tellsPlaces = tellsPlaces
  }

  /// The text with the words reversed in it.
  func marked(_ text: String) -> String {
    guard isShown, !sought.isEmpty else { return text }
    var (result, end) = ("", text.startIndex)
    for range in sought.ranges(in: text) {
      result += text[end..<range.lowerBound] + "\u{1B}[7m" + text[range] + "\u{1B}[27m"
      end = range.upperBound
    }
    return result + text[end...]
  }

  /// The place where the words stand in a text that is no entry's; nil where it is not asked for.
  func place(in text: String, columns: Int?) -> String? {
    guard tellsPlaces, !text.isEmpty else { return nil }
    return marked(Legible.line(sought.excerpt(of: text, limit: columns ?? 240)))
  }

  /// The place where the words stand, in the text below the title or where the title is cut off; nil where they do not.
  ///
  /// - Parameters:
  ///   - shown: as much of the title as is in sight.
  ///   - columns: how much room there is; nil for as much as it takes.
  func place(in head: EntryHead, shown: String, columns: Int?) -> String? {
    guard tellsPlaces, !sought.isEmpty else { return nil }
    let excerpt = Legible.line(
      sought.below(Markdown.plain(head.title), shown: shown, excerpt: head.excerpt))
    guard !sought.ranges(in: excerpt).isEmpty else { return nil }
    guard let columns, TextWidth.columns(of: excerpt) > columns else { return excerpt }
    return sought.excerpt(of: excerpt, limit: columns).truncated(to: columns)
  }
}

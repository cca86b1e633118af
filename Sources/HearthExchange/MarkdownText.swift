import HearthCore

/// Entries as one Markdown page to read: a heading each, what was set beside the text, and the text as it was written.
package struct MarkdownText: Scribe {
  /// How the page says what is no text of the journal.
  package struct Wording: Sendable {
    private let moment: @Sendable (Stamp) -> String
    private let mood: @Sendable (Mood) -> String
    private let tags: @Sendable ([String]) -> String

    /// - Parameters:
    ///   - moment: `Monday, 2 March 2026 21:04`
    ///   - mood: the line that tells it, `mood: good`
    ///   - tags: the line that tells those beside the text, `tags: #walk`
    package init(
      moment: @escaping @Sendable (Stamp) -> String, mood: @escaping @Sendable (Mood) -> String,
      tags: @escaping @Sendable ([String]) -> String
    ) {
      self.moment = moment
      self.mood = mood
      self.tags = tags
    }

    /// Two blanks at the end of a line keep the next one below it.
    fileprivate func details(_ entry: Entry) -> String {
      let tags = entry.addedTags.isEmpty ? nil : self.tags(entry.addedTags)
      return [entry.mood.map(mood), tags].compactMap { $0 }.joined(separator: "  \n")
    }

    fileprivate func heading(_ entry: Entry) -> String {
      let title = entry.title.isEmpty ? "" : " — \(entry.title)"
      return "## \(moment(entry.stamp))\(title)\(entry.isStarred ? " ★" : "")"
    }
  }

  private let wording: Wording
  private var isFirst = true

  package init(_ wording: Wording) { self.wording = wording }

  package var opening: String { "" }

  package mutating func next(_ entry: Entry) -> String {
    defer { isFirst = false }
    let parts = [wording.heading(entry), wording.details(entry), body(of: entry.text)]
    return (isFirst ? "" : "\n") + parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  package var closing: String { "" }

  /// The text after its title line.
  private func body(of text: String) -> String {
    let fromTitle = text.drop(while: \.isWhitespace)
    return String(fromTitle.drop { !$0.isNewline }.drop(while: \.isNewline))
  }
}

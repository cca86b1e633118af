import HearthCore

/// Writes entries out as one document, piece by piece: `opening`, every entry through `next`, `closing`. Joined they
/// are the document, so no journal is too long for it.
package protocol Scribe {
  var opening: String { get }
  mutating func next(_ entry: Entry) -> String
  var closing: String { get }
}

/// The forms of document a journal can be written as. What each holds stands in `docs/formats.md`.
package enum DocumentForm: String, CaseIterable, Sendable {
  /// Everything, to be read again by `import`.
  case json
  /// A page to read.
  case md
  /// What jrnl keeps its own journals in.
  case jrnl
  /// A table, for spreadsheets.
  case csv

  /// - Parameters:
  ///   - writtenAt: now; some forms say it.
  ///   - wording: how a page to read says dates and moods.
  ///   - preferences: of a journal that is written whole; only what `import` reads again holds them.
  package func scribe(
    writtenAt: Stamp, wording: MarkdownText.Wording, preferences: Preferences = Preferences()
  ) -> any Scribe {
    switch self {
    case .json: JournalJSON.Writer(exportedAt: writtenAt, preferences: preferences)
    case .md: MarkdownText(wording)
    case .jrnl: JrnlText()
    case .csv: JournalCSV()
    }
  }
}

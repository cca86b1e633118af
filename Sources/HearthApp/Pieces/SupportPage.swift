import Canvas
import HearthContent
import HearthCore

/// The text of the Support page as rows: danger first, the plain words for someone who thinks of ending their life, every need, then
/// where else to look. The full screen and `hearth support` show the same.
package struct SupportPage {
  /// From top to bottom, wrapped.
  package private(set) var rows: [Line] = []
  private let words: Words
  private let columns: Int
  private let lines: SupportRows

  /// - Parameters:
  ///   - country: one that the directory offers; nil shows what serves everywhere.
  ///   - own: what the person has pinned; it stands first.
  ///   - columns: how wide a row may be.
  package init(
    _ directory: SupportDirectory, country: String?, own: OwnSupport? = nil, columns: Int, words: Words
  ) {
    self.words = words
    self.columns = columns
    let pinned = own
    let own = country.map(directory.sections) ?? []
    let all = own + directory.elsewhere(from: country)
    lines = SupportRows(all.flatMap(\.lines), columns: columns, words: words)
    if let pinned { add(pinned) }
    add(all.filter { $0.need == .emergency })
    addLife(directory, country)
    add(own.filter { $0.need != .emergency })
    if let country, own.count < 2 { add(words[.supportNoNationalLines, ["country": words.country(country)]], .dim) }
    add(all.dropFirst(own.count).filter { $0.need != .emergency })
    gap()
    rows += lines.foot
    add(words[.supportCallLog], .dim)
  }

  /// Without styles, a line break after every row.
  package var text: String { rows.map { $0.text + "\n" }.joined() }

  private mutating func add(_ own: OwnSupport) {
    let parts = [
      (Word.ownSupportPeople, own.people), (.ownSupportHelps, own.helps), (.ownSupportReasons, own.reasons),
    ].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return }
    add(words[.ownSupportHeading], .heading)
    for (label, text) in parts {
      add(words[label], .dim, indent: 2)
      add(text, indent: 4)
    }
  }

  private mutating func addLife(_ directory: SupportDirectory, _ country: String?) {
    gap()
    add(words[.supportLifeHeading], .heading)
    for paragraph in words.endingLife(directory, country: country) { add(paragraph) }
  }

  private mutating func add(_ sections: [SupportDirectory.Section]) {
    for section in sections {
      gap()
      let heading = words.heading(of: section.need)
      add(heading, .heading)
      for line in section.lines { rows += lines.rows(of: line, under: heading) }
    }
  }

  private mutating func add(_ text: String, _ style: Style = .text, indent: Int = 0) {
    for row in text.wrappedHolding(to: max(1, columns - indent)) {
      rows.append(Line(String(repeating: " ", count: indent) + row, style))
    }
  }

  private mutating func gap() { if !rows.isEmpty { rows.append(Line()) } }
}

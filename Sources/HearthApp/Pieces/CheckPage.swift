import Canvas
import HearthContent
import HearthCore

/// The page at the end of a check as lines: its text, with the support lines of the chosen country in their places.
struct CheckPage {
  /// Not yet wrapped.
  private(set) var lines: [Line] = []
  private let directory: SupportDirectory
  private let country: String?
  /// A row may be so wide.
  private let columns: Int
  private let words: Words

  /// - Parameter country: the chosen one; nil says where to choose one.
  init(_ run: Run, in check: Practice, _ directory: SupportDirectory, country: String?, columns: Int, words: Words) {
    (self.directory, self.columns, self.words) = (directory, columns, words)
    self.country = country.flatMap { directory.offers($0) ? $0 : nil }
    let page = run.ending(in: check).flatMap { check.pages[$0.page] } ?? ""
    for paragraph in page.split(separator: "\n") {
      let found = said(String(paragraph), run, check)
      if !found.isEmpty { lines += (lines.isEmpty ? [] : [Line()]) + found }
    }
  }

  private func said(_ paragraph: String, _ run: Run, _ check: Practice) -> [Line] {
    if let need = SupportLine.Need.allCases.first(where: { paragraph == "{lines/\($0.rawValue)}" }) {
      return lines(for: need)
    }
    let text = run.said(paragraph, in: check).replacing("{emergency}", with: emergency)
    // A list of which nothing was marked.
    if text.isEmpty || text == "…" { return [] }
    return text.split(separator: "\n").flatMap { row in
      // A number in a sentence holds together.
      if row.contains("\u{a0}") { return String(row).wrappedHolding(to: columns).map { Line($0) } }
      var line = Line(String(row))
      line.hang = row.hasPrefix("· ") ? 2 : 0
      return [line]
    }
  }

  private var emergency: String {
    country.flatMap(directory.emergencyLine).map(words.contacts) ?? words[.signsEmergencyUnknown]
  }

  private func lines(for need: SupportLine.Need) -> [Line] {
    guard let country else { return [Line(words[.signsLinesNoCountry])] }
    guard let section = directory.sections(for: country).first(where: { $0.need == need }) else {
      return [Line(words[.signsLinesNone, ["country": words.country(country)]])]
    }
    // A country's lines may all be for others than the one who reads this.
    let lines = section.lines + [directory.firstDirectory].compactMap(\.self)
    let rows = SupportRows(lines, columns: columns, words: words)
    return lines.flatMap { rows.rows(of: $0, under: words.heading(of: need)) } + rows.foot
      + [Line(words[.supportCallLog], .dim)]
  }
}

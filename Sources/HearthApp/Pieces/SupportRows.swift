import Canvas
import HearthContent
import HearthCore

/// Support lines as rows. A way to reach one stays in one piece, because a number that is broken cannot be dialled: names
/// stand in one column and ways in another where there is room, else the ways have rows of their own. What many lines
/// have in common is said once, at the foot.
struct SupportRows {
  private let words: Words
  private let columns: Int
  /// Of the names; nil where the ways stand below them.
  private let nameColumns: Int?
  private let common: [String]

  /// - Parameter lines: all that are shown together.
  init(_ lines: [SupportLine], columns: Int, words: Words) {
    self.words = words
    self.columns = columns
    let widest = lines.map { TextWidth.columns(of: $0.service) }.max() ?? 0
    nameColumns = columns >= 60 ? min(widest, (columns - 2 * Self.gap) / 2) : nil
    common = words.commonNotes(on: lines)
  }

  private static let gap = 2

  /// - Parameter heading: what they stand under; what it says is not said again.
  func rows(of line: SupportLine, under heading: String = "") -> [Line] {
    let notes = words.notes(on: line, beside: common).filter { !heading.lowercased().contains($0.lowercased()) }
    let room = max(1, columns - 4)
    let said = notes.flowed(to: room) + (line.caveat?.wrapped(to: room) ?? [])
    return head(of: line) + said.map { Line("    " + $0, .dim) }
  }

  private func head(of line: SupportLine) -> [Line] {
    let bold = Style.text.with(.bold)
    guard let nameColumns else {
      let name = line.service.wrapped(to: max(1, columns - Self.gap)).map { Line("  " + $0, bold) }
      return name + ways(of: line, columns: columns - 4).map { Line("    " + $0, bold) }
    }
    let names = line.service.wrapped(to: max(1, nameColumns))
    let ways = ways(of: line, columns: columns - nameColumns - 2 * Self.gap)
    return (0..<max(names.count, ways.count)).map { row in
      let name = row < names.count ? names[row] : ""
      guard row < ways.count else { return Line("  " + name, bold) }
      return Line("  " + name.padded(to: nameColumns) + "  " + ways[row], bold)
    }
  }

  private func ways(of line: SupportLine, columns: Int) -> [String] {
    words.ways(of: line).flowed(to: max(1, columns)).map(\.unheld)
  }

  /// What many of them have in common.
  var foot: [Line] {
    guard !common.isEmpty else { return [] }
    let said = words[.supportCommon, ["notes": common.joined(separator: ", ")]]
    return said.wrapped(to: max(1, columns)).map { Line($0, .dim) }
  }
}

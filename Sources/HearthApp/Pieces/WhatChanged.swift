import Canvas
import HearthCore

/// What changed between two versions of a text, as lines to be read: what came in is underlined, what went out is dim
/// and in brackets. Lines far from a change are left out.
struct WhatChanged {
  private var lines: [(text: Line, isChanged: Bool)] = [(Line(), false)]

  init(from old: String, to new: String) {
    for piece in WordDifference(from: old, to: new).pieces {
      switch piece {
      case .same(let text): add(text) { Line($0) }
      case .added(let text): add(text, isChange: true) { Line($0, Style(.good, .underline)) }
      case .removed(let text): add(text, isChange: true) { Line("[\($0)]", .dim) }
      }
    }
  }

  /// Whether nothing did.
  var isEmpty: Bool { !lines.contains(where: \.isChanged) }

  /// Blanks at the edges of a piece are left as they are: only words are marked.
  private mutating func add(_ piece: String, isChange: Bool = false, marked: (String) -> Line) {
    for (index, part) in piece.shownLines.enumerated() {
      if index > 0 { lines.append((Line(), false)) }
      let blanks = part.prefix { $0.isWhitespace }
      let words = part.dropFirst(blanks.count)
      let end = words.lastIndex { !$0.isWhitespace }.map(words.index(after:)) ?? words.startIndex
      let last = lines.count - 1
      // What came in place of something stands apart from it.
      if isChange, blanks.isEmpty, lines[last].text.spans.last?.style == .dim { lines[last].text.append(" ") }
      lines[last].text.append(String(blanks))
      if end > words.startIndex { lines[last].text.append(marked(String(words[..<end]))) }
      lines[last].text.append(String(words[end...]))
      lines[last].isChanged = lines[last].isChanged || isChange
    }
  }

  /// Lines that are shown on both sides of a change.
  private static let margin = 2

  /// The changes, each with the lines around it, and `…` for what lies between.
  var shown: [Line] {
    let changed = lines.indices.filter { lines[$0].isChanged }
    let near = Set(changed.flatMap { max(0, $0 - Self.margin)...min(lines.count - 1, $0 + Self.margin) })
    var shown: [Line] = []
    for (index, line) in lines.enumerated() {
      if near.contains(index) {
        shown.append(line.text)
      } else if index == 0 || near.contains(index - 1) {
        shown.append(Line("…", .dim))
      }
    }
    return shown
  }
}

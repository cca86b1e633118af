/// A text that is being written: its lines, the cursor, the selection, and what can be undone.
///
/// A key costs time by the paragraph it is typed in, never by the whole text. Line breaks are line feeds; everything
/// else is kept byte for byte.
package struct TextBuffer: Sendable {
  static let newline = UInt8(ascii: "\n")

  /// Never empty: an empty text is one empty line.
  private(set) var lines: [TextLine]
  /// Grows with each change of the text.
  package private(set) var revision = 0
  /// Words in the whole text; see `WordRules.count`.
  package private(set) var wordCount: Int
  /// Columns at which lines are wrapped; at least 1.
  package var width = 80 { didSet { width = max(1, width) } }
  /// Rows that paging moves by; at least 1.
  package var pageRows = 20 { didSet { pageRows = max(1, pageRows) } }
  /// What was cut or copied last.
  package var clipboard = ""

  var caret = Caret()
  private var log = UndoLog()

  /// The text with the cursor at its start.
  package init(_ text: String = "") {
    lines = Self.split(text).map { TextLine($0) }
    wordCount = lines.reduce(0) { $0 + $1.words }
  }

  /// All of it, with line feeds between the lines.
  package var text: String {
    var text = ""
    text.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
    for (index, line) in lines.enumerated() {
      if index > 0 { text += "\n" }
      text += line.text
    }
    return text
  }

  package var isEmpty: Bool { lines.count == 1 && lines[0].count == 0 }

  /// The end of the text.
  var end: TextPosition { TextPosition(line: lines.count - 1, offset: lines[lines.count - 1].count) }

  // MARK: Cursor and selection

  /// Always between two characters, never inside one.
  package var cursor: TextPosition { caret.position }

  /// What is selected; nil when nothing is.
  package var selection: Range<TextPosition>? {
    guard let anchor = caret.anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// The selected text; empty when nothing is selected.
  package var selectedText: String { selection.map { text(in: $0) } ?? "" }

  package mutating func selectAll() {
    breakUndo()
    caret = Caret(position: end, anchor: .start)
  }

  /// Selects a range of the text, with the cursor at its end.
  package mutating func select(_ range: Range<TextPosition>) {
    breakUndo()
    caret = Caret(position: range.upperBound, anchor: range.lowerBound)
  }

  /// Sets the cursor, at the nearest place that exists; with `selecting` the other end of the selection stays.
  package mutating func place(at position: TextPosition, selecting: Bool = false) {
    let line = min(max(0, position.line), lines.count - 1)
    let offset = lines[line].boundary(from: max(0, position.offset))
    place(Caret(position: TextPosition(line: line, offset: offset)), selecting: selecting)
  }

  mutating func place(_ caret: Caret, selecting: Bool) {
    breakUndo()
    let anchor = selecting ? self.caret.anchor ?? cursor : nil
    self.caret = caret
    self.caret.anchor = anchor
  }

  func text(in range: Range<TextPosition>) -> String {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start.line == end.line { return String(lines[start.line][start.offset..<end.offset]) }
    var text = String(lines[start.line][start.offset..<lines[start.line].count])
    for line in lines[(start.line + 1)..<end.line] { text += "\n" + line.text }
    return text + "\n" + lines[end.line][0..<end.offset]
  }

  // MARK: Changing

  /// Puts `new` in place of a range, leaves the cursor after it, and remembers how to take it back.
  mutating func replace(_ range: Range<TextPosition>, with new: String, as kind: UndoLog.Kind) {
    guard !(range.isEmpty && new.isEmpty) else { return }
    log.record(
      UndoLog.Step(kind: kind, start: range.lowerBound, removed: text(in: range), inserted: new, before: caret))
    exchange(range, for: new)
  }

  /// The next change is a step of its own to undo: after a pause, say.
  package mutating func breakUndo() { log.close() }

  /// Takes the last step back; false when there is none.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let step = log.back() else { return false }
    exchange(step.start..<step.start.advanced(past: step.inserted), for: step.removed)
    caret = step.before
    return true
  }

  /// Does again what was taken back; false when there is nothing.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let step = log.forward() else { return false }
    exchange(step.start..<step.start.advanced(past: step.removed), for: step.inserted)
    return true
  }

  private mutating func exchange(_ range: Range<TextPosition>, for new: String) {
    let (first, last) = (range.lowerBound.line, range.upperBound.line)
    let wordsBefore = words(first...last)
    var end = range.lowerBound.advanced(past: new)
    if first == last, end.line == first {
      lines[first].replace(range.lowerBound.offset..<range.upperBound.offset, with: new)
    } else {
      lines.replaceSubrange(first...last, with: rejoined(range, around: new))
    }
    end.offset = lines[end.line].boundary(from: end.offset)
    caret = Caret(position: end)
    wordCount += words(first...end.line) - wordsBefore
    revision += 1
  }

  private func words(_ range: ClosedRange<Int>) -> Int { lines[range].reduce(0) { $0 + $1.words } }

  /// The lines that stand in place of those of a range, once `new` stands in place of the range.
  private func rejoined(_ range: Range<TextPosition>, around new: String) -> [TextLine] {
    let (start, end) = (range.lowerBound, range.upperBound)
    var parts = Self.split(new)
    parts[0] = lines[start.line][0..<start.offset] + parts[0]
    parts[parts.count - 1] += lines[end.line][end.offset..<lines[end.line].count]
    return parts.map { TextLine($0) }
  }

  /// By line feeds alone: to Swift a CR LF is one character, and not the same.
  private static func split(_ text: String) -> [String] {
    text.utf8.split(separator: newline, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  // MARK: Rows

  /// The rows of a line at the present width, as offsets that tile it.
  func rows(of line: Int) -> [Range<Int>] { lines[line].rows(width: width) }

  /// Remembers how lines are wrapped, so that drawing and moving need not work it out: from `line` on, as many as fill
  /// so many rows.
  mutating func layOut(from line: Int, rows: Int) {
    var (line, left) = (line, rows)
    while left > 0, line < lines.count {
      if !lines[line].isLaidOut(width: width) { lines[line].layOut(width: width) }
      left -= self.rows(of: line).count
      line += 1
    }
  }
}

extension TextBuffer: Equatable {
  /// The same text, cursor and selection, by the same steps.
  package static func == (first: TextBuffer, second: TextBuffer) -> Bool {
    first.caret == second.caret && first.log == second.log && first.clipboard == second.clipboard
      && first.lines == second.lines
  }
}

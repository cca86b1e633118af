/// One line to type in: for a search, a name, a date. The keys of a text work in it.
package struct Field: Equatable, Sendable {
  private var buffer: TextBuffer
  /// Shown dim while the field is empty.
  package var placeholder: String

  /// The text, on one line, with the cursor at its end.
  package init(_ text: String = "", placeholder: String = "") {
    buffer = TextBuffer(Self.onOneLine(text))
    buffer.width = Self.unwrapped
    buffer.move(.textEnd)
    self.placeholder = placeholder
  }

  /// The text, all of it selected: what is typed takes its place, an arrow keeps it.
  package static func selecting(_ text: String) -> Field {
    var field = Field(text)
    field.perform(.selectAll)
    return field
  }

  /// So wide that nothing is wrapped.
  private static let unwrapped = Int(Int32.max)

  package var text: String { buffer.text }
  package var isEmpty: Bool { buffer.isEmpty }
  /// Grows with each change of the text.
  package var revision: Int { buffer.revision }
  package var selectedText: String { buffer.selectedText }

  /// What was cut or copied last; can be handed on to another field or area.
  package var clipboard: String {
    get { buffer.clipboard }
    set { buffer.clipboard = newValue }
  }

  // MARK: Taking in

  /// Types, moves, erases, pastes, points.
  /// - Parameter rect: the area it is drawn in; without it the mouse does nothing.
  /// - Returns: false for input it does not use: Enter, Tab, Esc, up and down, and keys that `Editing` does not name.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect? = nil) -> Bool {
    switch input {
    case .key(let key): Self.isOwn(key) && buffer.take(input)
    case .paste(let text): buffer.take(.paste(Self.onOneLine(text)))
    case .mouse(let event): point(event, in: rect)
    case .focus, .background: false
    }
  }

  /// Does what a key would do, as far as one line goes.
  package mutating func perform(_ editing: Editing) {
    guard editing.staysInLine else { return }
    if editing == .paste { buffer.clipboard = Self.onOneLine(buffer.clipboard) }
    buffer.perform(editing)
  }

  /// Whether the cursor stands behind the last character.
  package var isAtEnd: Bool { buffer.cursor.offset == buffer.lines[0].count }

  /// The word that the cursor stands right after, to be completed; empty after a space.
  package var wordBeforeCursor: String {
    let before = buffer.lines[0][0..<buffer.cursor.offset]
    return String(before.suffix(from: before.lastIndex(of: " ").map(before.index(after:)) ?? before.startIndex))
  }

  /// Puts a word in place of the one before the cursor.
  package mutating func complete(with word: String) {
    let start = TextPosition(line: 0, offset: buffer.cursor.offset - wordBeforeCursor.utf8.count)
    buffer.replace(start..<buffer.cursor, with: Self.onOneLine(word), as: .other)
  }

  private static func onOneLine(_ text: String) -> String {
    text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }
}

extension Field {
  private static func isOwn(_ key: KeyPress) -> Bool { Editing(key)?.staysInLine ?? true }

  // MARK: Drawing

  /// Draws it on the first row, and sets the cursor of the frame while it is focused. What is longer than the row is
  /// shown by half rows, so that the text stands still while the cursor moves in it; unfocused, from its beginning. `…`
  /// stands where there is more.
  package func draw(on frame: inout Frame, in rect: Rect, isFocused: Bool = true) {
    guard !rect.isEmpty else { return }
    if isEmpty { frame.put(placeholder.truncatedAtWord(to: rect.columns), at: rect.origin, style: .dim) }
    guard isFocused else {
      frame.put(text.truncated(to: rect.columns), at: rect.origin)
      return
    }
    let first = firstColumn(of: rect.columns)
    drawText(on: &frame, in: rect, from: first)
    drawCuts(on: &frame, in: rect, from: first)
    frame.cursor = Point(column: rect.column + column - first, row: rect.row)
    frame.cursorVisible = true
  }

  private var column: Int { buffer.column(of: buffer.caret) }

  private func firstColumn(of columns: Int) -> Int {
    let half = max(1, columns / 2)
    return column < columns ? 0 : (column - columns + half) / half * half
  }

  private func drawText(on frame: inout Frame, in rect: Rect, from first: Int) {
    let line = buffer.lines[0]
    let selected = buffer.selection.map { $0.lowerBound.offset..<$0.upperBound.offset }
    var (column, offset) = (-first, 0)
    while offset < line.count, column < rect.columns {
      let next = line.next(after: offset)
      let isSelected = selected?.contains(offset) == true
      let character = line[offset..<next]
      let width = TextWidth.columns(of: character)
      if column >= 0 {
        let point = Point(column: rect.column + column, row: rect.row)
        frame.put(character, at: point, style: isSelected ? .selected : .text, limit: rect.columns - column)
      }
      (column, offset) = (column + width, next)
    }
  }

  /// At both ends, but not over the character that the cursor stands on.
  private func drawCuts(on frame: inout Frame, in rect: Rect, from first: Int) {
    guard rect.columns > 2 else { return }
    if first > 0 { frame.put("…", at: rect.origin, style: .dim) }
    guard TextWidth.columns(of: text) - first > rect.columns, column - first < rect.columns - 1 else { return }
    frame.put("…", at: rect.right(1).origin, style: .dim)
  }

  // MARK: The mouse

  private mutating func point(_ event: MouseEvent, in rect: Rect?) -> Bool {
    guard let rect, event.button == 1 else { return false }
    guard event.action == .drag || (event.action == .press && rect.contains(event.at)) else { return false }
    let column = event.at.column - rect.column + firstColumn(of: rect.columns)
    let caret = buffer.caret(in: TextRow(line: 0, row: 0), nearest: max(0, column))
    buffer.place(caret, selecting: event.action == .drag || event.modifiers.contains(.shift))
    return true
  }
}

extension Editing {
  /// Whether it means something where there is one line only.
  fileprivate var staysInLine: Bool {
    switch self {
    case .breakLine: false
    case .move(let motion), .select(let motion), .erase(let motion):
      ![.up, .down, .pageUp, .pageDown, .paragraphUp, .paragraphDown].contains(motion)
    default: true
    }
  }
}

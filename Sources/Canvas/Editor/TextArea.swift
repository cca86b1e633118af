/// A page to write on: soft wrap, selection, undo, finding; `#tags` and `@people` are shown as such.
///
/// It remembers the size at which it was used last; `draw` in another size shows the cursor all the same.
package struct TextArea: Equatable, Sendable {
  var buffer: TextBuffer
  /// The first row in sight.
  var top = TextRow(line: 0, row: 0)
  /// The size for which `top` was chosen; nothing before the first input.
  var shape = Size(columns: 0, rows: 0)
  /// What is being looked for; nil when nothing is.
  package internal(set) var finding: Finding?
  /// Whether the first line is shown as a heading.
  package var hasTitle: Bool
  private var lastTyped = 0

  /// The text with the cursor at its start.
  package init(_ text: String = "", hasTitle: Bool = true) {
    buffer = TextBuffer(text)
    self.hasTitle = hasTitle
  }

  // MARK: What is on it

  package var text: String { buffer.text }
  /// Grows with each change of the text.
  package var revision: Int { buffer.revision }
  package var wordCount: Int { buffer.wordCount }
  package var isEmpty: Bool { buffer.isEmpty }
  /// Nothing but white space.
  package var isBlank: Bool {
    buffer.wordCount == 0 && buffer.lines.allSatisfy { $0.words == 0 && $0.text.allSatisfy(\.isWhitespace) }
  }
  package var cursor: TextPosition { buffer.cursor }
  package var selection: Range<TextPosition>? { buffer.selection }
  package var selectedText: String { buffer.selectedText }

  /// What was cut or copied last; can be handed on to another area or field.
  package var clipboard: String {
    get { buffer.clipboard }
    set { buffer.clipboard = newValue }
  }

  // MARK: Taking in

  /// Milliseconds without a change after which typing becomes a new step to undo.
  private static let pause = 1000

  /// Types, moves, erases, pastes, points.
  /// - Parameters:
  ///   - rect: the area it is drawn in.
  ///   - uptime: milliseconds on a monotonic clock; after a pause, undo begins a new step.
  /// - Returns: false for input it does not use: Tab, Esc, and keys that `Editing` does not name.
  @discardableResult
  package mutating func handle(_ input: Input, in rect: Rect, at uptime: Int = 0) -> Bool {
    fit(rect.size)
    if case .mouse(let event) = input { return point(event, in: rect) }
    let before = revision
    if uptime - lastTyped >= Self.pause { buffer.breakUndo() }
    guard buffer.take(input) else { return false }
    if revision != before { lastTyped = uptime }
    follow()
    return true
  }

  /// Does what a key would do.
  package mutating func perform(_ editing: Editing) {
    buffer.perform(editing)
    follow()
  }

  package mutating func moveToEnd() { perform(.move(.textEnd)) }

  /// Puts a text in place of the selection, as one step to undo.
  package mutating func insert(_ text: String) {
    buffer.insert(text)
    follow()
  }

  /// What is typed next is a step of its own to undo.
  package mutating func breakUndo() { buffer.breakUndo() }

  // MARK: Finding

  /// Searches as one types, without regard to case and accents, and selects the first place from where the search
  /// began; an empty query goes back there.
  /// - Returns: how many places there are.
  @discardableResult
  package mutating func find(_ query: String) -> Int {
    let found = buffer.find(query, continuing: finding)
    finding = found
    follow()
    return found.count
  }

  /// Selects the next place, after the last one the first.
  package mutating func findNext() { findStep(forward: true) }

  /// Selects the place before, before the first one the last.
  package mutating func findPrevious() { findStep(forward: false) }

  private mutating func findStep(forward: Bool) {
    guard var finding else { return }
    buffer.step(&finding, forward: forward)
    self.finding = finding
    follow()
  }

  /// How many places were found; nil while nothing is looked for.
  package var findCount: Int? { finding?.count }

  /// Ends the search; the cursor stays where it led.
  package mutating func endFind() { finding = nil }

  // MARK: Completing

  /// The `#tag` or `@person` that the cursor stands right after, while its name is being written.
  package var markBeforeCursor: TextMarks.Begun? { buffer.markBeforeCursor }

  /// Puts a name, without its sign, in place of what is written of it.
  package mutating func complete(with name: String) {
    buffer.completeMark(with: name)
    follow()
  }
}

extension TextBuffer {
  /// Types, edits or pastes; false for keys that mean nothing in a text.
  mutating func take(_ input: Input) -> Bool {
    switch input {
    case .key(let key): return take(key)
    case .paste(let text): receive(text)
    case .mouse, .focus, .background: return false
    }
    return true
  }

  private mutating func take(_ key: KeyPress) -> Bool {
    // First what is typed: it is most of all, and no editing key.
    if case .character(let character) = key.key, key.modifiers.isSubset(of: .shift) {
      type(String(character))
    } else if let editing = Editing(key) {
      perform(editing)
    } else {
      return false
    }
    return true
  }

  fileprivate var markBeforeCursor: TextMarks.Begun? {
    guard selection == nil else { return nil }
    return TextMarks.begun(in: lines[cursor.line].text, before: cursor.offset)
  }

  fileprivate mutating func completeMark(with name: String) {
    guard let begun = markBeforeCursor else { return }
    let start = TextPosition(line: cursor.line, offset: cursor.offset - begun.prefix.utf8.count)
    replace(start..<cursor, with: name, as: .other)
  }
}

extension TextBuffer {
  /// Types a text in place of the selection. What is typed word by word is undone word by word.
  package mutating func type(_ text: String) { insert(text, as: .typing) }

  /// Puts a text in place of the selection, as one step to undo.
  package mutating func insert(_ text: String) { insert(text, as: .other) }

  /// Puts a piece of a pasted text in place of the selection; pieces that follow each other are one step to undo.
  mutating func receive(_ text: String) { insert(text, as: .pasting) }

  private mutating func insert(_ text: String, as kind: UndoLog.Kind) {
    replace(selection ?? cursor..<cursor, with: Self.withLineFeeds(text), as: kind)
  }

  /// Erases the selection; without one, from the cursor to where the motion leads.
  package mutating func erase(_ motion: Motion) {
    if let selection { return replace(selection, with: "", as: .other) }
    let there = stretch(of: motion)
    replace(min(there, cursor)..<max(there, cursor), with: "", as: kind(of: motion))
  }

  /// At the end of a line, erasing to its end takes the line break.
  private func stretch(of motion: Motion) -> TextPosition {
    let there = destination(of: motion).position
    return motion == .lineEnd && there == cursor ? destination(of: .right).position : there
  }

  private func kind(of motion: Motion) -> UndoLog.Kind {
    switch motion {
    case .left: .erasingBackward
    case .right: .erasingForward
    default: .other
    }
  }

  // MARK: Clipboard

  /// Takes the selection out into the clipboard; without one nothing happens.
  package mutating func cut() {
    guard let selection else { return }
    clipboard = text(in: selection)
    replace(selection, with: "", as: .other)
  }

  /// Without a selection the clipboard stays as it is.
  package mutating func copy() {
    if selection != nil { clipboard = selectedText }
  }

  /// With an empty clipboard the selection stays.
  package mutating func paste() {
    if !clipboard.isEmpty { insert(clipboard) }
  }

  /// CR LF and a lone CR, as other systems and terminals paste them, become line feeds.
  private static func withLineFeeds(_ text: String) -> String {
    let carriageReturn = UInt8(ascii: "\r")
    guard text.utf8.contains(carriageReturn) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      let isSecondHalf = byte == newline && previous == carriageReturn
      if !isSecondHalf { bytes.append(byte == carriageReturn ? newline : byte) }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

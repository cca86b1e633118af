/// What a person can do to a text with a key. A screen can bind these by name; `keys` is what they are bound to.
package enum Editing: Hashable, Sendable {
  case move(Motion)
  /// Moves, and takes the selection along.
  case select(Motion)
  /// Erases the selection, or as far as the motion leads.
  case erase(Motion)
  case breakLine
  case selectAll
  case cut, copy, paste
  case undo, redo

  /// Every editing key in key notation, separated by spaces.
  package static let keys: [(keys: String, editing: Editing)] =
    moves.map { ($0.keys, .move($0.motion)) } + moves.map { (shifted($0.keys), .select($0.motion)) } + [
      ("Enter S-Enter A-Enter", .breakLine),
      ("Backspace S-Backspace", .erase(.left)),
      ("Delete", .erase(.right)),
      ("C-Backspace A-Backspace C-w", .erase(.wordLeft)),
      ("C-Delete A-Delete", .erase(.wordRight)),
      ("C-k", .erase(.lineEnd)), ("C-u", .erase(.lineStart)),
      ("C-z", .undo), ("C-y", .redo),
      ("C-x S-Delete", .cut), ("C-c C-Insert", .copy), ("C-v S-Insert", .paste),
      ("C-a", .selectAll),
    ]

  private static let moves: [(keys: String, motion: Motion)] = [
    ("Left", .left), ("Right", .right), ("Up", .up), ("Down", .down),
    ("C-Left A-Left", .wordLeft), ("C-Right A-Right", .wordRight),
    ("C-Up A-Up", .paragraphUp), ("C-Down A-Down", .paragraphDown),
    ("Home", .rowStart), ("End", .rowEnd), ("C-Home", .textStart), ("C-End", .textEnd),
    ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  private static func shifted(_ keys: String) -> String {
    keys.split(separator: " ").map { "S-" + $0 }.joined(separator: " ")
  }

  private static let bound: [KeyPress: Editing] = Dictionary(
    keys.flatMap { keys, editing in
      keys.split(separator: " ").compactMap { KeyPress(String($0)) }.map { ($0, editing) }
    }
  ) { first, _ in first }

  /// The editing that a key stands for; nil for a character and for any other key.
  package init?(_ key: KeyPress) {
    guard let editing = Self.bound[key] else { return nil }
    self = editing
  }
}

extension TextBuffer {
  package mutating func perform(_ editing: Editing) {
    switch editing {
    case .move(let motion): move(motion)
    case .select(let motion): move(motion, selecting: true)
    case .erase(let motion): erase(motion)
    case .breakLine: type("\n")
    case .selectAll: selectAll()
    case .cut: cut()
    case .copy: copy()
    case .paste: paste()
    case .undo: undo()
    case .redo: redo()
    }
  }
}

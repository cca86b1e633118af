import Canvas
import HearthContent

/// A key named once: what it does, and what it is called wherever it is shown.
package struct Binding<Command: Hashable & Sendable>: Sendable {
  /// The first is the one that is shown.
  package let keys: [KeyPress]
  /// What the screen is told.
  package let command: Command
  /// In help, palette and docs.
  package let label: Word
  /// In the key bar; nil keeps it out of there.
  package let hint: Word?

  /// - Parameter keys: in key notation, separated by blanks; the first is the one that is shown.
  package init(_ keys: String, _ command: Command, _ label: Word, hint: Word? = nil) {
    self.keys = keys.split(separator: " ").compactMap { KeyPress(String($0)) }
    self.command = command
    self.label = label
    self.hint = hint
  }
}

/// A binding as help, palette, key bar and docs see it.
package struct KeyRow: Equatable, Sendable {
  package let keys: [KeyPress]
  /// What it does, in help, palette and docs.
  package let label: Word
  /// What the key bar says; nil keeps it out of there.
  package let hint: Word?
  /// What is run when it is chosen by name or clicked.
  package let choice: Choosable
}

/// What can be run from help or the palette.
package enum Choosable: Hashable, Sendable {
  /// A command of the screen below, by its place in `bindings`.
  case screen(Int)
  case house(HouseCommand)

  /// The room it leads to.
  var room: Room? {
    switch self {
    case .house(.today): .today
    case .house(.journal): .journal
    default: nil
    }
  }
}

/// What a screen hears.
package enum Message<Command: Hashable & Sendable>: Sendable {
  /// A key of the bindings was pressed, or the same was chosen elsewhere.
  case command(Command)
  /// Typing, pasting, the mouse.
  case input(Input)
  /// Something happened.
  case event(Event)
}

import Canvas
import HearthContent

/// A key named once: what it does, and what it is called wherever it is shown.
package struct Binding<Command: Sendable>: Sendable {
  /// The first is the one that is shown.
  package let keys: [KeyPress]
  /// What the screen is told.
  package let command: Command
  /// In help, palette and docs.
  package let label: Word
  /// In the key bar; nil keeps it out of there.
  package let hint: Word?
  /// In the key bar it stands behind what works everywhere.
  package let isLate: Bool

  /// - Parameter keys: in key notation, separated by blanks; the first is the one that is shown.
  package init(_ keys: String, _ command: Command, _ label: Word, hint: Word? = nil, isLate: Bool = false) {
    self.keys = keys.split(separator: " ").compactMap { KeyPress(String($0)) }
    self.command = command
    self.label = label
    self.hint = hint
    self.isLate = isLate
  }
}

/// The bindings of a screen in one of its states.
///
/// They are asked for with every key and every frame, so a screen holds them in static tables: read from their notation, named and
/// measured once.
package struct Bindings<Command: Sendable>: Sendable, ExpressibleByArrayLiteral {
  let all: [Binding<Command>]
  let rows: KeyRows

  /// - Parameter choice: what is run when one is chosen by name; what the screen calls so, unless said otherwise.
  init(_ all: [Binding<Command>], choice: (Binding<Command>) -> Choosable = { .screen($0.label) }) {
    self.all = all
    rows = KeyRows(all.map { KeyRow($0, choice($0)) })
  }

  package init(arrayLiteral elements: Binding<Command>...) { self.init(elements) }

  static func + (first: Bindings, second: Bindings) -> Bindings { Bindings(first.all + second.all) }

  /// What a key does here; nil where it does nothing.
  func command(for key: KeyPress, in keymap: Keymap, where takes: Takes) -> Command? {
    rows.changed(by: keymap, where: takes).place(of: key).map { all[$0].command }
  }

  /// What goes by a name here; nil where nothing does.
  func command(called label: Word) -> Command? { all.first { $0.label == label }?.command }
}

/// A binding as help, palette, key bar and docs see it.
package struct KeyRow: Equatable, Sendable {
  package var keys: [KeyPress]
  /// What it does, in help, palette and docs.
  package let label: Word
  /// What the key bar says; nil keeps it out of there.
  package let hint: Word?
  let isLate: Bool
  /// What is run when it is chosen by name or clicked.
  package let choice: Choosable

  /// Whether it is one of the many ways to move about.
  var moves: Bool { keys.contains { Self.arrows.contains($0.key) } }

  private static let arrows: Set<Key> = [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown]

  init<Command>(_ binding: Binding<Command>, _ choice: Choosable) {
    (keys, label, hint, isLate) = (binding.keys, binding.label, binding.hint, binding.isLate)
    self.choice = choice
  }
}

/// Bindings without their commands: what dispatch, key bar, help, palette and docs read.
final class KeyRows: Sendable {
  let all: [KeyRow]
  /// Those of the key bar, and how they stand in it.
  let hinted: [KeyRow]
  let bar: [KeyBar.Item]
  /// Each key, and the place of its row. A list: to go through one costs little, and a dictionary for keys costs each start as
  /// much as opening a file.
  private let places: [(key: KeyPress, place: Int)]

  init(_ all: [KeyRow]) {
    self.all = all
    hinted = all.filter { $0.hint != nil }
    let words = Words()
    bar = hinted.map { row in
      KeyBar.Item(
        key: row.keys.first?.label ?? "", label: words[row.hint ?? row.label],
        isWayBack: row.keys.first == KeyPress(.escape))
    }
    places = all.enumerated().flatMap { place, row in row.keys.map { ($0, place) } }
  }

  /// The place of the row that a key belongs to.
  func place(of key: KeyPress) -> Int? { places.first { $0.key == key }?.place }

  /// Whether one of them does that.
  func holds(_ choice: Choosable) -> Bool { all.contains { $0.choice == choice } }

  /// Those that are not among others, to be chosen by name alone.
  func withoutKeys(of others: [KeyRow]) -> [KeyRow] {
    all.filter { row in !others.contains { $0.choice == row.choice } }.map { row in
      var row = row
      row.keys = []
      return row
    }
  }

  /// With the keys of a person's own map; the same while it changes none.
  func changed(by keymap: Keymap, where takes: Takes) -> KeyRows {
    if keymap.isUsual { return self }
    return KeyRows(
      all.map { row in
        var row = row
        row.keys = keymap.keys(of: row, where: takes)
        return row
      })
  }
}

/// What can be run from help or the palette.
package enum Choosable: Hashable, Sendable {
  /// A command of the screen below, by what it is called: its place may be another by then.
  case screen(Word)
  case house(HouseCommand)

  /// The room it leads to.
  var room: Room? { if case .house(let command) = self { command.room } else { nil } }
}

/// What a screen hears.
package enum Message<Command: Sendable>: Sendable {
  /// A key of the bindings was pressed, or the same was chosen elsewhere.
  case command(Command)
  /// Typing, pasting, the mouse.
  case input(Input)
  /// Something happened.
  case event(Event)

  /// One character after the other.
  var isTyping: Bool { if case .input(.key(let key)) = self { key.isPlainCharacter } else { false } }
}

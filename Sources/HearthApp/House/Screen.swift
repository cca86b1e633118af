import Canvas
import HearthContent
import HearthCore

/// One screen, on one page, in this order: state, commands, bindings, update, draw.
///
/// A screen is a value. Keys become its commands through `bindings`; `update` changes the state and returns wishes; `draw` paints
/// the whole body from state alone. It never touches the world and cannot fail.
package protocol Screen: Equatable, Sendable {
  associatedtype Command: Hashable & Sendable

  /// What the help page calls it.
  static var title: Word { get }
  /// What the help page calls it in its present state; the title, where a screen does not say otherwise.
  var name: Word { get }
  /// The keys of all its states: docs, and the check of a person's own keys, read these. Every screen is in `KeyBook.screens`.
  static var tables: [KeyTable] { get }
  /// Keys, commands and labels of its present state: dispatch, key bar, help and palette read this.
  var bindings: Bindings<Command> { get }
  mutating func update(_ message: Message<Command>, in context: Context) -> [Effect]
  func draw(on frame: inout Frame, in body: Rect, _ context: Context)

  /// What typing goes to here; the keys of the house rest accordingly.
  var takes: Takes { get }
  /// How what has the focus is answered, told in help and at the end of the key bar; nil where nothing is answered.
  var answering: Answering? { get }
  /// What stands in the top line.
  func header(in context: Context) -> Header
  /// What stands at the right end of the key bar.
  func status(in context: Context) -> Line?
  /// Drawn over the screen below instead of in its place.
  var floats: Bool { get }
  /// Stands where there is no journal to be seen: what needs one rests.
  var precedesJournal: Bool { get }
  /// What has to be asked for before the program leaves, stops or hangs up, so that what is on the page is kept as it is now.
  func unkept(in context: Context) -> Wish?
  /// True where a person's words are on the page and may be only there: no key for a room leads away from it.
  var holdsWords: Bool { get }
  /// True where answers are on the page that go with it: neither a key nor a name leads to a room, until it is left.
  var holdsAnswers: Bool { get }
  /// Whether a key belongs to what was just answered with another, and does nothing more.
  func ignores(_ key: KeyPress, in context: Context) -> Bool
  /// Notes what of it is gone back to after a lock.
  func mark(_ place: inout Place)
  /// The day that is marked: what is begun here is about it. Nil where none is.
  var dayInMind: Day? { get }
  /// The person it is about, by name: what is begun over it is about them.
  var personInMind: String? { get }
  /// True while what was asked for is on its way and keys would miss it: they wait, so that typing ahead loses nothing.
  var awaits: Bool { get }
  /// True while what was just typed or opened brings something new that is mostly here in a moment: all of it is shown in
  /// one picture.
  var bringsMore: Bool { get }
  /// Milliseconds without a key after which it is covered; nil for almost every screen.
  var veilsAfter: Int? { get }
  /// The uptime at which it wants to be told `.ticked`; nil for almost every screen: then nothing wakes the program.
  var wakes: Int? { get }
  /// The uptime until which someone is taken to be there without a key: while a timer runs. Nil for almost every screen.
  var holdsOpenUntil: Int? { get }
}

/// What typing goes to.
package enum Takes: Sendable {
  /// Nothing: every key is a command.
  case nothing
  /// Digits answer what has the focus, so the rooms' keys rest.
  case digits
  /// All printable keys are text.
  case text

  /// Whether a key is typed here, and can be no command.
  func types(_ key: KeyPress) -> Bool {
    switch self {
    case .nothing: false
    case .digits: key.isDigit
    case .text: key.isPlainCharacter
    }
  }
}

/// The keys of a screen in one of its states, and what typing goes to there.
package struct KeyTable: Sendable {
  /// What the help page calls the screen then.
  let name: Word
  let takes: Takes
  let rows: KeyRows
}

/// The top line of a screen.
package enum Header: Equatable, Sendable {
  case tabs
  case title(String, Role = .heading)
}

extension Screen {
  package var name: Word { Self.title }
  package var takes: Takes { .nothing }
  package var answering: Answering? { takes == .digits ? .scale : nil }
  package func header(in context: Context) -> Header { .tabs }
  package func status(in context: Context) -> Line? { nil }
  package var floats: Bool { false }
  package var precedesJournal: Bool { false }
  package func unkept(in context: Context) -> Wish? { nil }
  package var holdsWords: Bool { false }
  package var holdsAnswers: Bool { false }
  package func ignores(_ key: KeyPress, in context: Context) -> Bool { false }
  package func mark(_ place: inout Place) {}
  package var dayInMind: Day? { nil }
  package var personInMind: String? { nil }
  package var awaits: Bool { false }
  package var bringsMore: Bool { false }
  package var wakes: Int? { nil }
  package var veilsAfter: Int? { nil }
  package var holdsOpenUntil: Int? { nil }

  /// Tables of states in which typing goes to the same.
  static func listing(_ takes: Takes, _ tables: [Bindings<Command>], named name: Word = title) -> [KeyTable] {
    tables.map { KeyTable(name: name, takes: takes, rows: $0.rows) }
  }

  /// The command of a key, carried out; nil where the key means nothing here.
  mutating func press(_ key: KeyPress, in context: Context) -> [Effect]? {
    if ignores(key, in: context) { return [] }
    // Printable keys are text here; this is the most frequent case, so it is checked first.
    if takes == .text, key.isPlainCharacter { return nil }
    guard let command = bindings.command(for: key, in: context.keymap, where: takes) else { return nil }
    return update(.command(command), in: context)
  }

  /// What goes by a name in `bindings`: how help, the palette and the mouse run it. Nothing where it is not there any
  /// more.
  mutating func run(_ label: Word, in context: Context) -> [Effect] {
    bindings.command(called: label).map { update(.command($0), in: context) } ?? []
  }

  mutating func hear(_ event: Event, in context: Context) -> [Effect] { update(.event(event), in: context) }
  mutating func take(_ input: Input, in context: Context) -> [Effect] { update(.input(input), in: context) }

  /// The bindings without their commands, for those who only show them.
  func keyRows(in keymap: Keymap = Keymap()) -> KeyRows { bindings.rows.changed(by: keymap, where: takes) }
}

import Canvas
import HearthContent

/// What can be done everywhere, whatever screen is on top.
package enum HouseCommand: Hashable, CaseIterable, Sendable {
  case leaveNow, support, palette, redraw
  case today, journal, write, help, settings, trash, undo, suspend, stepBack

  /// Keys that work also while typing.
  package static let always: [Binding<HouseCommand>] = [
    Binding("C-q", .leaveNow, .houseLeaveNow, hint: .keyLeave),
    Binding("C-g", .support, .houseSupport, hint: .keySupport),
    Binding("C-p", .palette, .housePalette, hint: .keyEverything),
    Binding("C-l", .redraw, .houseRedraw),
    Binding("A-z", .suspend, .houseSuspend),
  ]

  /// Keys that rest while a text has the focus.
  package static let whenNotTyping: [Binding<HouseCommand>] = [
    Binding("n", .write, .houseWrite, hint: .keyWrite),
    Binding("?", .help, .houseHelp, hint: .keyHelp),
    Binding("1", .today, .houseToday),
    Binding("2", .journal, .houseJournal),
    Binding(",", .settings, .houseSettings),
    Binding("u", .undo, .houseUndo),
    Binding("C-z", .suspend, .houseSuspend),
    Binding("q", .stepBack, .houseBack),
  ]

  /// Reached through the palette alone.
  package static let paletteOnly: [Binding<HouseCommand>] = [
    Binding("", .trash, .houseTrash)
  ]

  /// What the key bar shows of them where one is typing, and where one is not.
  static let hintsWhileTyping = always.filter { $0.command == .palette }.map(\.row)
  static let hints = whenNotTyping.filter { $0.hint != nil }.map(\.row) + hintsWhileTyping

  /// All of them, those that always work first.
  package static let all = always + whenNotTyping + paletteOnly
}

extension Binding where Command == HouseCommand {
  var row: KeyRow { KeyRow(keys: keys, label: label, hint: hint, choice: .house(command)) }
}

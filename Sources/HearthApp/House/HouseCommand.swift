import Canvas
import HearthContent

/// What can be done everywhere, whatever screen is on top.
package enum HouseCommand: Hashable, CaseIterable, Sendable {
  case leaveNow, support, palette, redraw
  case today, journal, search, write, templates, help, settings, trash, undo, suspend, stepBack
  case lock, passphrase, recovery, backups, eraseEverything
  case library, charts, checkIn, moment
  case people, practice
  case check, questions, report, patterns, tags
  case touchpoints, peopleMaps, year, onThisDay

  /// Keys that work also while typing.
  package static let always = house([
    Binding("C-q", .leaveNow, .houseLeaveNow, hint: .keyLeave),
    Binding("C-g", .support, .houseSupport, hint: .keySupport),
    Binding("C-p", .palette, .housePalette, hint: .keyEverything),
    Binding("C-l", .redraw, .houseRedraw),
    Binding("A-z", .suspend, .houseSuspend),
  ])

  /// Keys that rest while a text has the focus.
  package static let whenNotTyping = house([
    Binding("n", .write, .houseWrite, hint: .keyWrite),
    Binding("c", .checkIn, .houseCheckIn), Binding("m", .moment, .houseMoment),
    Binding("?", .help, .houseHelp, hint: .keyHelp),
    Binding("/", .search, .houseSearch, hint: .keySearch),
    Binding("N", .templates, .houseTemplates), Binding("Q", .questions, .houseQuestions),
    Binding("1", .today, .houseToday),
    Binding("2", .journal, .houseJournal),
    Binding("3", .people, .housePeople),
    Binding("4", .practice, .housePractice),
    Binding("5", .charts, .houseCharts),
    Binding("6", .library, .houseLibrary),
    Binding(",", .settings, .houseSettings),
    Binding("u", .undo, .houseUndo),
    Binding("C-z", .suspend, .houseSuspend),
    Binding("q", .stepBack, .houseBack),
  ])

  /// Reached through the palette alone.
  package static let paletteOnly = house([
    Binding("", .trash, .houseTrash), Binding("", .tags, .houseTags), Binding("", .lock, .houseLock),
    Binding("", .backups, .houseBackups),
    Binding("", .check, .houseCheck), Binding("", .report, .houseReport), Binding("", .patterns, .housePatterns),
    Binding("", .passphrase, .housePassphrase), Binding("", .recovery, .houseRecovery),
    Binding("", .touchpoints, .peopleTouchpoints), Binding("", .peopleMaps, .peopleMaps),
    Binding("", .year, .journalYear), Binding("", .onThisDay, .houseOnThisDay),
    Binding("", .eraseEverything, .houseEraseEverything),
  ])

  /// All of them, those that always work first.
  static let all = house(always.all + whenNotTyping.all + paletteOnly.all)

  /// Where digits answer something, the rooms' keys rest.
  static let withoutDigits = house(all.all.filter { !$0.keys.contains(where: \.isDigit) })

  /// What the key bar shows of them where one is typing, and where one is not.
  static let whileTyping = house(always.all.filter { $0.command == .palette })
  static let hinted = house(whenNotTyping.all.filter { $0.hint != nil } + whileTyping.all)

  /// Where answers must not be lost on the way to a room, those that lead to one rest.
  static let hintedWithoutRooms = house(hinted.all.filter { $0.command.room == nil })

  /// Those that work where there is no journal to be seen.
  static let withoutJournal = house(all.all.filter { !$0.command.needsJournal })

  static let hintedWithoutJournal = house(hinted.all.filter { !$0.command.needsJournal })

  /// Whether it shows or changes something of the journal.
  var needsJournal: Bool {
    switch self {
    case .leaveNow, .support, .palette, .redraw, .help, .suspend: false
    case .today, .journal, .search, .write, .templates, .settings, .trash, .undo, .passphrase, .recovery, .backups,
      .eraseEverything, .lock, .stepBack, .library, .charts, .checkIn, .moment, .people, .practice, .check, .questions,
      .report, .patterns, .touchpoints, .peopleMaps, .year, .onThisDay, .tags:
      true
    }
  }

  /// The room it leads to; nil for one that leads to none.
  var room: Room? {
    switch self {
    case .today: .today
    case .journal, .search, .year: .journal
    case .people: .people
    case .practice: .practice
    case .charts, .patterns: .charts
    case .library: .library
    default: nil
    }
  }

  /// The page it opens; nil for one that opens none, or decides elsewhere which.
  var route: Route? {
    switch self {
    case .check: .check(CheckScreen.relationship)
    case .questions: .questions
    case .checkIn: .checkIn(nil)
    case .moment: .moment(nil)
    case .write: .compose(.blank(answering: nil))
    case .templates: .templates
    case .settings: .settings
    case .trash: .trash
    case .tags: .tags
    case .passphrase: .passphrase
    case .recovery: .recovery
    case .backups: .backups
    case .eraseEverything: .erase(.everything)
    case .report: .report
    case .touchpoints: .touchpoints
    case .peopleMaps: .peopleMaps
    case .leaveNow, .support, .palette, .help, .redraw, .undo, .suspend, .lock, .stepBack, .today, .journal, .search,
      .people, .practice, .charts, .patterns, .library, .year, .onThisDay:
      nil
    }
  }

  /// What stands at the end of the top line.
  static let wayOut = always.all.filter { [.leaveNow, .support].contains($0.command) }

  private static func house(_ all: [Binding<HouseCommand>]) -> Bindings<HouseCommand> {
    Bindings(all) { .house($0.command) }
  }
}

import Canvas
import HearthContent
import HearthCore

/// What is about the person: what they want to understand, when their day ends, what Today tells, who else may read.
/// Kept inside the journal, at once; only what it has kept is shown as set.
package struct SettingsScreen: Screen {
  package static let title = Word.houseSettings

  var row = Row.all[0]
  /// As the journal has confirmed them.
  private(set) var settings: Settings
  /// As they will be once what was asked for is confirmed.
  private var wished: Settings
  /// What the marked row asks to be typed: the check's other name, names for the moods, or a range.
  private(set) var naming: PromptLine?

  init(_ settings: Settings) { (self.settings, wished) = (settings, settings) }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case next, mark, open, earlier, later, back, name, stay
    case move(RowMove)
  }

  package var answering: Answering? { nil }
  package var takes: Takes { naming == nil ? .digits : .text }
  package static var tables: [KeyTable] {
    listing(.digits, [onTick, onHour, onMinutes, onChoice, onRange, onMoods, onNamed, onPage, onDoor])
      + listing(.text, [onTypedRange, onTypedMoods, onName])
  }

  package var bindings: Bindings<Command> {
    if naming != nil { return row.isMarker ? Self.onTypedRange : row == .moods ? Self.onTypedMoods : Self.onName }
    return switch row {
    case .dayEnd: Self.onHour
    case .lockAfter: Self.onMinutes
    case .pace: Self.onChoice
    case .marker: Self.onRange
    case .moods: Self.onMoods
    case .hushed: Self.onDoor
    case .fields, .drains, .surroundings, .passphrase, .recovery, .backups, .everything: Self.onPage
    case .checkName: Self.onNamed
    case .interest, .bringsBack, .showsRhythm, .invites, .asksMonthly, .lowEnergy, .speaksPlainly, .reducesMotion,
      .leavesOnEscape, .covers, .showsCheck, .showsCheckNotice:
      Self.onTick
    }
  }

  private static let moving: Bindings<Command> =
    [
      Binding("Tab", Command.next, .settingsNext, hint: .keyNext), Binding("Esc", .back, .houseBack, hint: .keyDone),
    ] + RowKeys.answers(Command.move) + RowKeys.ends(Command.move)
  private static let onTick: Bindings<Command> =
    [Binding("Space Enter", Command.mark, .listMark, hint: .keyMark)] + moving
  private static let onDoor: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsOpen, hint: .keyOpen)] + moving
  private static let onPage: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsOpenPage, hint: .keyOpen)] + moving
  private static let onNamed: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsRename, hint: .keyOtherName)] + moving
  private static let onMoods: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsNameMoods, hint: .keyOtherName)] + moving
  private static let onRange: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsSetRange, hint: .keyRange)] + moving
  private static let onName: Bindings<Command> = [
    Binding("Enter", .name, .settingsKeepName, hint: .keyDone), Binding("Esc", .stay, .houseBack, hint: .keyBack),
  ]
  private static let onTypedMoods: Bindings<Command> = [
    Binding("Enter", .name, .settingsKeepMoods, hint: .keyDone), Binding("Esc", .stay, .houseBack, hint: .keyBack),
  ]
  private static let onTypedRange: Bindings<Command> = [
    Binding("Enter", .name, .settingsKeepRange, hint: .keyDone), Binding("Esc", .stay, .houseBack, hint: .keyBack),
  ]
  private static let onMinutes: Bindings<Command> =
    [
      Binding("Left h", Command.earlier, .settingsSooner, hint: .keySooner),
      Binding("Right l", .later, .settingsLessSoon, hint: .keyLaterHour),
    ] + moving
  private static let onChoice: Bindings<Command> =
    [
      Binding("Left h", Command.earlier, .settingsOneBefore, hint: .keyBefore),
      Binding("Right l", .later, .settingsOneNext, hint: .keyNext),
    ] + moving
  private static let onHour: Bindings<Command> =
    [
      Binding("Left h", Command.earlier, .settingsEarlier, hint: .keyEarlier),
      Binding("Right l", .later, .settingsLater, hint: .keyLaterHour),
    ] + moving

  package func header(in context: Context) -> Header { .title(context.words[.houseSettings]) }

  package func status(in context: Context) -> Line? {
    let page = page(in: Chrome.body(of: context.size), context)
    return page.list.showsEnd(rows: page.rect.rows) ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context)
    case .input(let input): take(input, in: context)
    case .event(let event): hear(event)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .next: row = Row.heads.first { place(of: $0) > place(of: row) } ?? Row.heads[0]
    case .move(let way): move(way, in: context)
    case .earlier: return turn(by: -1)
    case .later: return turn(by: 1)
    case .mark, .open: return act(in: context)
    case .name: return row.isMarker ? keepRange(in: context) : row == .moods ? keepMoods(in: context) : keepName()
    case .stay: naming = nil
    case .back: return [.close]
    }
    return []
  }

  private mutating func move(_ way: RowMove, in context: Context) {
    var page = page(in: Chrome.body(of: context.size), context)
    page.list.fit(rows: page.rect.rows)
    page.list.move(way)
    row = page.list.selection ?? row
  }

  private func place(of row: Row) -> Int { Row.all.firstIndex(of: row) ?? 0 }

  private mutating func turn(by step: Int) -> [Effect] {
    keep { [row] settings in
      switch row {
      case .lockAfter: settings.turnLock(by: step)
      case .pace: settings.leaning.pace.turn(by: step)
      default: settings.dayEnd = DayEnd(minute: settings.dayEnd.minute + 60 * step)
      }
    }
  }

  private mutating func act(in context: Context) -> [Effect] {
    switch row {
    case .interest(let interest): return keep { $0.toggle(interest) }
    case .bringsBack: return keep { $0.bringsBack.toggle() }
    case .showsRhythm: return keep { $0.showsRhythm.toggle() }
    case .invites: return keep { $0.invites.toggle() }
    case .asksMonthly: return keep { $0.asksMonthly.toggle() }
    case .lowEnergy: return keep { $0.lowEnergy = LowEnergy(isEveryDay: !$0.lowEnergy.isEveryDay) }
    case .speaksPlainly: return keep { $0.speaksPlainly.toggle() }
    case .reducesMotion: return keep { $0.reducesMotion.toggle() }
    case .leavesOnEscape: return keep { $0.leavesOnEscape.toggle() }
    case .covers: return keep { $0.covers.toggle() }
    case .showsCheck: return keep { $0.hidesCheck.toggle() }
    case .showsCheckNotice: return keep { $0.skipsCheckNotice.toggle() }
    case .checkName: naming = PromptLine(.settingsCheckNewName, settings.checkName ?? "")
    case .moods:
      let names = context.words.allMoods.joined(separator: ", ")
      naming = PromptLine(.settingsMoodNames, names, saying: context.words[.settingsMoodsWhy])
    case .marker(let marker):
      naming = PromptLine(
        .settingsRange, settings.markers[marker]?.typed ?? "", saying: context.words[.settingsRangeWhy])
    case .dayEnd, .lockAfter, .pace: break
    case .hushed, .fields, .drains, .surroundings, .passphrase, .recovery, .backups, .everything:
      return row.page.map { [.open($0)] } ?? []
    }
    return []
  }

  private mutating func keep(_ change: (inout Settings) -> Void) -> [Effect] {
    change(&wished)
    return [.wish(.change(wished))]
  }

  /// Nothing typed gives it its own name back.
  private mutating func keepName() -> [Effect] {
    let name = naming?.answer ?? ""
    naming = nil
    return keep { $0.checkName = name.isEmpty ? nil : name }
  }

  /// Nothing typed gives them their usual names back; five names that differ are needed.
  private mutating func keepMoods(in context: Context) -> [Effect] {
    let names = (naming?.answer ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard names.isEmpty || names.count == 5 && Set(names.map { $0.lowercased() }).count == 5 else {
      naming?.trouble = context.words[.settingsNoMoods]
      return []
    }
    naming = nil
    return keep { $0.moodNames = names == Words().allMoods ? [] : names }
  }

  /// Nothing typed switches it off; what is no range is explained and stays to be changed.
  private mutating func keepRange(in context: Context) -> [Effect] {
    guard case .marker(let marker) = row, let typed = naming?.answer else { return [] }
    let range = MarkerRange(typed: typed)
    if range == nil, !typed.isEmpty {
      naming?.trouble = context.words[.settingsNoRange]
      return []
    }
    naming = nil
    return keep { $0.markers[marker] = range }
  }

  /// A digit marks what a person wants to understand; a click marks a row, and a click on it does what Enter does.
  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if naming != nil {
      naming?.handle(input)
      return []
    }
    switch input {
    case .key(let key):
      guard let digit = key.digit, Interest.allCases.indices.contains(digit - 1) else { return [] }
      row = .interest(Interest.allCases[digit - 1])
      return act(in: context)
    case .mouse(let event) where event.action == .wheelUp: for _ in 0..<3 { move(.up, in: context) }
    case .mouse(let event) where event.action == .wheelDown: for _ in 0..<3 { move(.down, in: context) }
    case .mouse(let event) where event.action == .press:
      guard let hit = row(at: event.at, in: context) else { return [] }
      if hit == row { return act(in: context) }
      row = hit
    case .mouse, .paste, .focus, .background: break
    }
    return []
  }

  /// What was changed elsewhere is not changed back by what is changed here.
  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .changed(let kept):
      if wished == settings { wished = kept }
      settings = kept
    case .refused: wished = settings
    default: break
    }
    return []
  }
}

extension Settings {
  /// The minutes one can choose from; 0 is never.
  private static let locks = [1, 2, 3, 5, 10, 15, 30, 60, 0]

  fileprivate mutating func turnLock(by step: Int) {
    let place = Self.locks.firstIndex { $0 >= lockAfter } ?? 0
    let here = lockAfter == 0 ? Self.locks.count - 1 : place
    lockAfter = Self.locks[min(max(here + step, 0), Self.locks.count - 1)]
  }

  fileprivate mutating func toggle(_ interest: Interest) {
    interests =
      interests.contains(interest)
      ? interests.filter { $0 != interest } : Interest.allCases.filter { $0 == interest || interests.contains($0) }
  }
}

extension Pace {
  fileprivate mutating func turn(by step: Int) {
    let place = Self.allCases.firstIndex(of: self) ?? 0
    self = Self.allCases[min(max(place + step, 0), Self.allCases.count - 1)]
  }
}

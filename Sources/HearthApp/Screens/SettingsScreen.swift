import Canvas
import HearthContent
import HearthCore

/// What is about the person: what they want to understand, when their day ends, what Today tells, who else may read.
/// Kept inside the journal, at once; only what it has kept is shown as set.
package struct SettingsScreen: Screen {
  package static let title = Word.houseSettings

  enum Row: Hashable {
    case interest(Interest)
    case dayEnd
    case bringsBack
    case hushed
    case showsRhythm
    case passphrase
    case recovery
    case lockAfter
    case leavesOnEscape
    case covers
    case backups
    case everything
    case showsCheck
    case checkName

    static let all: [Row] =
      Interest.allCases.map(Row.interest) + [.dayEnd, .bringsBack, .hushed, .showsRhythm]
      + [.passphrase, .recovery, .lockAfter, .leavesOnEscape, .covers, .backups, .everything]
      + [.showsCheck, .checkName]
    /// The first of each part of the page.
    static let heads: [Row] = [.interest(Interest.allCases[0]), .dayEnd, .bringsBack, .passphrase, .showsCheck]
  }

  var row = Row.all[0]
  /// As the journal has confirmed them.
  private(set) var settings: Settings
  /// As they will be once what was asked for is confirmed.
  private var wished: Settings
  /// The check is given another name.
  private var naming: NameLine?

  init(_ settings: Settings) { (self.settings, wished) = (settings, settings) }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, mark, open, earlier, later, up, down, back, name, stay }

  package var takes: Takes { naming == nil ? .digits : .text }
  package var bindings: Bindings<Command> {
    if naming != nil { return Self.onName }
    return switch row {
    case .dayEnd: Self.onHour
    case .lockAfter: Self.onMinutes
    case .hushed: Self.onDoor
    case .passphrase, .recovery, .backups, .everything: Self.onPage
    case .checkName: Self.onNamed
    case .interest, .bringsBack, .showsRhythm, .leavesOnEscape, .covers, .showsCheck: Self.onTick
    }
  }

  private static let moving: Bindings<Command> = [
    Binding("Tab", Command.next, .settingsNext, hint: .keyNext), Binding("Up k", .up, .listUp),
    Binding("Down j", .down, .listDown), Binding("Esc", .back, .houseBack, hint: .keyDone),
  ]
  private static let onTick: Bindings<Command> =
    [Binding("Space Enter", Command.mark, .listMark, hint: .keyMark)] + moving
  private static let onDoor: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsOpen, hint: .keyOpen)] + moving
  private static let onPage: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsOpenPage, hint: .keyOpen)] + moving
  private static let onNamed: Bindings<Command> =
    [Binding("Enter Space", Command.open, .settingsRename, hint: .keyOtherName)] + moving
  private static let onName: Bindings<Command> = [
    Binding("Enter", .name, .settingsKeepName, hint: .keyDone), Binding("Esc", .stay, .houseBack, hint: .keyBack),
  ]
  private static let onMinutes: Bindings<Command> =
    [
      Binding("Left h", Command.earlier, .settingsSooner, hint: .keySooner),
      Binding("Right l", .later, .settingsLessSoon, hint: .keyLaterHour),
    ] + moving
  private static let onHour: Bindings<Command> =
    [
      Binding("Left h", Command.earlier, .settingsEarlier, hint: .keyEarlier),
      Binding("Right l", .later, .settingsLater, hint: .keyLaterHour),
    ] + moving

  package func header(in context: Context) -> Header { .title(context.words[.houseSettings]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command)
    case .input(let input): take(input, in: context)
    case .event(let event): hear(event)
    }
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    switch command {
    case .next: row = Row.heads.first { place(of: $0) > place(of: row) } ?? Row.heads[0]
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .earlier: return turn(by: -1)
    case .later: return turn(by: 1)
    case .mark, .open: return act()
    case .name: return keepName()
    case .stay: naming = nil
    case .back: return [.close]
    }
    return []
  }

  private func place(of row: Row) -> Int { Row.all.firstIndex(of: row) ?? 0 }

  private mutating func move(by step: Int) { row = Row.all[min(max(place(of: row) + step, 0), Row.all.count - 1)] }

  private mutating func turn(by step: Int) -> [Effect] {
    keep { [row] settings in
      if row == .lockAfter {
        settings.turnLock(by: step)
      } else {
        settings.dayEnd = DayEnd(minute: settings.dayEnd.minute + 60 * step)
      }
    }
  }

  private mutating func act() -> [Effect] {
    switch row {
    case .interest(let interest): return keep { $0.toggle(interest) }
    case .bringsBack: return keep { $0.bringsBack.toggle() }
    case .showsRhythm: return keep { $0.showsRhythm.toggle() }
    case .leavesOnEscape: return keep { $0.leavesOnEscape.toggle() }
    case .covers: return keep { $0.covers.toggle() }
    case .hushed: return [.open(.hushed(nil))]
    case .passphrase: return [.open(.passphrase)]
    case .recovery: return [.open(.recovery)]
    case .backups: return [.open(.backups)]
    case .showsCheck: return keep { $0.hidesCheck.toggle() }
    case .checkName:
      naming = NameLine(.settingsCheckNewName, settings.checkName ?? "")
      return []
    case .everything: return [.open(.erase(.everything))]
    case .dayEnd, .lockAfter: return []
    }
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
      return act()
    case .mouse(let event) where event.action == .press:
      let page = page(in: Chrome.body(of: context.size), context)
      guard let index = page.list.index(at: event.at, in: page.rect), let hit = page.list.rows[index].id else {
        return []
      }
      if hit == row { return act() }
      row = hit
    case .mouse, .paste, .focus, .background: break
    }
    return []
  }

  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .changed(let kept): settings = kept
    case .refused: wished = settings
    default: break
    }
    return []
  }

  // MARK: Draw

  /// Something that can be set, or what is said about it.
  private struct Part {
    var row: Row?
    var lines: [Line]
    /// Stands further left than what can be set.
    var isHeading = false
  }

  private func page(in body: Rect, _ context: Context) -> (parts: [Part], list: ListView<Row>, rect: Rect) {
    let rect = Flow(body).rest
    let parts = parts(columns: max(1, rect.columns - 2), isRoomy: body.rows >= 20, context)
    var list = ListView(parts.map { ListView<Row>.Row($0.row, height: $0.lines.count) })
    list.select(row)
    return (parts, list, rect)
  }

  private func parts(columns: Int, isRoomy: Bool, _ context: Context) -> [Part] {
    let words = context.words
    let clock = words.clock(minute: settings.dayEnd.minute)
    let gap = isRoomy ? [Part(lines: [Line()])] : []
    func said(_ word: Word, _ style: Style = .dim, isHeading: Bool = true) -> Part {
      let width = columns + (isHeading ? 2 : 0)
      return Part(lines: words[word].wrapped(to: width).map { Line($0, style) }, isHeading: isHeading)
    }
    func heading(_ word: Word, of rows: [Row]) -> Part { said(word, rows.contains(row) ? .heading : .dim) }
    let interests = Interest.allCases.enumerated().map { place, interest in
      tick(.interest(interest), settings.interests.contains(interest), "\(place + 1) ", words[interest.word])
    }
    let today = [
      tick(.bringsBack, settings.bringsBack, "", words[.settingsBringsBack]),
      Part(row: .hushed, lines: [Line("    \(words[.settingsHushed]) …", style(of: .hushed))]),
      tick(.showsRhythm, settings.showsRhythm, "", words[.settingsShowsRhythm]),
    ]
    let safety = safety(context)
    let check = [
      tick(.showsCheck, !settings.hidesCheck, "", words[.settingsShowsCheck]),
      door(.checkName, words[.settingsCheckName], settings.checkName ?? ""),
    ]
    return gap + [heading(.settingsInterests, of: interests.compactMap(\.row))] + interests
      + gap + [heading(.settingsDayEnd, of: [.dayEnd])]
      + [Part(row: .dayEnd, lines: [Line("‹ \(clock) ›", style(of: .dayEnd))])]
      + [said(.settingsDayEndWhy, isHeading: false)]
      + gap + [heading(.settingsOnToday, of: today.compactMap(\.row))] + today
      + gap + [heading(.settingsSafety, of: safety.compactMap(\.row))] + safety
      + gap + [heading(.settingsCheck, of: check.compactMap(\.row))] + check + gap + [said(.settingsConfig)]
  }

  /// What keeps others out, and the journal whole.
  private func safety(_ context: Context) -> [Part] {
    let words = context.words
    let kept = context.safekeeping ?? Safekeeping()
    let newest = kept.newestBackup.map { words.shortDay($0, today: context.today) } ?? words[.settingsNone]
    let lock =
      settings.lockAfter == 0
      ? words[.settingsNever] : words.count(settings.lockAfter, .settingsMinute, .settingsMinutes)
    return [
      door(.passphrase, words[.settingsPassphrase], words[kept.isSealed ? .settingsIsSet : .settingsNone]),
      door(.recovery, words[.settingsRecovery], words[kept.hasRecovery ? .settingsIsSet : .settingsNone]),
      Part(
        row: .lockAfter,
        lines: [Line("    \(words[.settingsLockAfter, ["time": "‹ \(lock) ›"]])", style(of: .lockAfter))]),
      tick(.leavesOnEscape, settings.leavesOnEscape, "", words[.settingsLeavesOnEscape]),
      tick(.covers, settings.covers, "", words[.settingsCovers]),
      door(.backups, words[.settingsBackups], newest), door(.everything, words[.settingsEverything], ""),
    ]
  }

  private func door(_ row: Row, _ label: String, _ state: String) -> Part {
    var line = Line("    \(label) …", style(of: row))
    line.append("  \(state)", .dim)
    return Part(row: row, lines: [line])
  }

  private func style(of each: Row) -> Style { each == row ? .text.with(.bold) : .text }

  private func tick(_ each: Row, _ isOn: Bool, _ digit: String, _ label: String) -> Part {
    var line = Line(digit, .dim)
    line.append(isOn ? "[✓] " : "[ ] ", isOn ? .accent : .dim)
    line.append(label, style(of: each))
    return Part(row: each, lines: [line])
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let page = page(in: body, context)
    let foot = naming.map { min($0.height(columns: page.rect.columns, context.words), page.rect.rows) } ?? 0
    naming?.draw(on: &frame, in: page.rect.bottom(foot), context.words)
    page.list.draw(on: &frame, in: page.rect.dropBottom(foot)) { index, _, frame, place in
      let part = page.parts[index]
      let shift = part.isHeading ? 2 : 0
      for (row, line) in part.lines.enumerated() {
        let columns = place.columns + shift
        line.truncated(to: columns).draw(
          on: &frame, at: Point(column: place.column - shift, row: place.row + row), limit: columns)
      }
    }
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

extension KeyPress {
  /// The number of a plain digit.
  fileprivate var digit: Int? {
    guard isDigit, case .character(let character) = key else { return nil }
    return character.wholeNumberValue
  }
}

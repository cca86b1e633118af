import Canvas
import HearthContent
import HearthCore

/// The whole face of Hearth as one value: the rooms, what lies open above them, the notice, what can be undone.
///
/// Pure: it takes inputs and events, draws frames, and returns what the runtime must do.
package struct App: Sendable {
  package var context: Context
  private var rooms: [Room: any Screen] = [:]
  /// What lies above the room, the topmost last.
  private(set) var open: [any Screen] = []
  private(set) var notice: Notice?
  /// Uptime at which the notice goes.
  private(set) var noticeEnds: Int?
  private var offersDrafts = true
  /// The journal has been opened, or is held by another window.
  package private(set) var isSettled = false
  private var undo: [Undo] = []
  /// Inputs that came while the top screen awaited something.
  private var typedAhead: [Input] = []

  package init(_ context: Context) { self.context = context }

  package var top: any Screen { open.last ?? rooms[context.room] ?? context.room.screen(in: context) }

  /// What must be kept before the program leaves or stops.
  package var unkept: [Draft] { open.compactMap { $0.unkept(in: context) } }

  // MARK: Taking in

  package mutating func take(_ input: Input) -> [Effect] {
    if top.awaits, !HouseCommand.isAlwaysKey(input) {
      typedAhead.append(input)
      return []
    }
    return settle(answer(input))
  }

  /// Every living screen hears what happened; the events of the house itself are heard here.
  package mutating func hear(_ event: Event) -> [Effect] {
    var effects = hearAsHouse(event)
    for room in rooms.keys { effects += rooms[room]?.hear(event, in: context) ?? [] }
    for index in open.indices { effects += open[index].hear(event, in: context) }
    return settle(effects) + takeTypedAhead()
  }

  private mutating func takeTypedAhead() -> [Effect] {
    var effects: [Effect] = []
    while !top.awaits, !typedAhead.isEmpty { effects += take(typedAhead.removeFirst()) }
    return effects
  }

  /// The pulse of the top screen, and the end of a notice.
  package mutating func tick() -> [Effect] {
    if let end = noticeEnds, context.uptime >= end { (notice, noticeEnds) = (nil, nil) }
    return pulse == nil ? [] : settle(withTop { $0.hear(.ticked, in: $1) })
  }

  var pulse: Duration? { top.pulse }

  private mutating func answer(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): answer(key)
    case .mouse(let event) where event.action == .press: click(event) ?? withTop { $0.take(input, in: $1) }
    case .background(let background): lookOn(background)
    default: withTop { $0.take(input, in: $1) }
    }
  }

  private mutating func lookOn(_ background: Background) -> [Effect] {
    context.background = background
    return []
  }

  private mutating func answer(_ key: KeyPress) -> [Effect] {
    if let command = HouseCommand.always(for: key) { return perform(command) }
    if let effects = withTop({ $0.press(key, in: $1) }) { return effects }
    if houseListens(to: key), let command = HouseCommand.whenNotTyping.command(for: key) { return perform(command) }
    return withTop { $0.take(.key(key), in: $1) }
  }

  private func houseListens(to key: KeyPress) -> Bool {
    switch top.takes {
    case .nothing: true
    case .digits: !key.isDigit
    case .text: false
    }
  }

  private mutating func click(_ event: MouseEvent) -> [Effect]? {
    guard let target = chrome.target(at: event.at) else { return nil }
    switch target {
    case .room(let room): return [.go(room)]
    case .key(let choice): return perform(choice)
    }
  }

  // MARK: Doing

  mutating func perform(_ choice: Choosable) -> [Effect] {
    switch choice {
    case .house(let command): perform(command)
    case .screen(let index): withTop { $0.run(index, in: $1) }
    }
  }

  mutating func perform(_ command: HouseCommand) -> [Effect] {
    switch command {
    case .leaveNow: return [.leave]
    case .support: return top is SupportScreen ? [] : [.open(.support)]
    case .palette: return openPalette(.everything)
    case .redraw: return [.redraw]
    case .today: return [.go(.today)]
    case .journal: return [.go(.journal)]
    case .write: return [.open(.compose(.blank(answering: nil)))]
    case .help: return openPalette(.help)
    case .settings: return [.open(.settings)]
    case .trash: return [.open(.trash)]
    case .undo: return takeBack()
    case .suspend: return [.suspend]
    case .stepBack: return open.isEmpty ? [.leave] : [.close]
    }
  }

  /// The same key closes it again.
  private func openPalette(_ kind: PaletteScreen.Kind) -> [Effect] {
    (top as? PaletteScreen)?.kind == kind ? [.close] : [.open(.palette(kind))]
  }

  private mutating func takeBack() -> [Effect] {
    guard let last = undo.popLast() else { return [.say(Notice(context.words[.noticeNothingToUndo]))] }
    return [.wish(last.wish), .say(Notice(context.words[.noticeUndone]))]
  }

  /// Grants what the app itself can grant, until only what needs the world is left.
  private mutating func settle(_ effects: [Effect]) -> [Effect] {
    var left: [Effect] = []
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .open(let route): waiting = show(route) + waiting
      case .close: waiting = close() + waiting
      case .go(let room): waiting = enter(room) + waiting
      case .run(let choice): waiting = close() + perform(choice) + waiting
      case .say(let said): say(said)
      case .remember(let step): undo.append(step)
      default: left.append(effect)
      }
    }
    return left
  }

  private mutating func show(_ route: Route) -> [Effect] {
    let below = top
    let screen = route.screen(over: rows(of: below), named: context.words[below.name], in: context)
    if screen.floats, let last = open.last, last.floats { open.removeLast() }
    open.append(screen)
    return withTop { $0.hear(.returned, in: $1) }
  }

  private mutating func close() -> [Effect] {
    guard !open.isEmpty else { return [] }
    open.removeLast()
    return withTop { $0.hear(.returned, in: $1) }
  }

  private mutating func enter(_ room: Room) -> [Effect] {
    context.room = room
    open.removeAll()
    if rooms[room] == nil { rooms[room] = room.screen(in: context) }
    return withTop { $0.hear(.returned, in: $1) }
  }

  private mutating func say(_ said: Notice) {
    notice = said
    noticeEnds = context.uptime + (said.kind == .trouble ? 10_000 : 4_000)
  }

  private mutating func hearAsHouse(_ event: Event) -> [Effect] {
    switch event {
    case .opened(let settings):
      isSettled = true
      context.settings = settings
      return [.go(.today)] + (settings.isWelcomed ? [] : [.open(.welcome)])
    case .todayLoaded(let page) where offersDrafts:
      offersDrafts = false
      if open.isEmpty, let draft = page.drafts.first { return [.open(.draftOffer(draft))] }
    case .changed(let settings): context.settings = settings
    case .configured(let config, let problems):
      context.config = config
      return problems.first.map { [.say(Notice($0.sentence(context.words), kind: .trouble))] } ?? []
    case .countryChosen(let config): context.config = config
    case .openRefused(.journalHeld(let process)):
      isSettled = true
      return [.open(.held(process: process))]
    case .refused(let problem): return [.say(Notice(context.words.sentence(problem), kind: .trouble))]
    case .notesTaken(let count) where count > 0:
      return [.say(Notice(context.words.count(count, .noticeNoteTaken, .noticeNotesTaken)))]
    default: break
    }
    return []
  }

  private func rows(of screen: any Screen) -> [KeyRow] {
    let house: [Binding<HouseCommand>] =
      switch screen.takes {
      case .nothing: HouseCommand.all
      case .digits: HouseCommand.all.filter { !$0.keys.contains(where: \.isDigit) }
      case .text: HouseCommand.always
      }
    return screen.keyRows + house.map(\.row)
  }

  /// Lets the top screen change itself where it stands.
  private mutating func withTop<Result>(_ change: (inout any Screen, Context) -> Result) -> Result {
    if !open.isEmpty { return change(&open[open.count - 1], context) }
    var screen = rooms[context.room] ?? context.room.screen(in: context)
    defer { rooms[context.room] = screen }
    return change(&screen, context)
  }

  // MARK: Drawing

  var chrome: Chrome { Chrome(top, in: context) }

  package func draw() -> Frame {
    var frame = Frame(size: context.size)
    for screen in visibleScreens {
      let chrome = Chrome(screen, in: context)
      if !screen.floats { chrome.draw(on: &frame, notice: notice) }
      screen.draw(on: &frame, in: chrome.body, context)
    }
    return frame
  }

  /// From the last that fills the screen upwards.
  private var visibleScreens: [any Screen] {
    let all = [rooms[context.room] ?? context.room.screen(in: context)] + open
    return Array(all[(all.lastIndex { !$0.floats } ?? 0)...])
  }
}

extension HouseCommand {
  static func isAlwaysKey(_ input: Input) -> Bool {
    if case .key(let key) = input { return always(for: key) != nil }
    return false
  }

  /// Alt does not matter: Esc with Ctrl-Q close behind it comes as one key with Alt, and has to leave all the same.
  static func always(for key: KeyPress) -> HouseCommand? {
    always.command(for: key) ?? always.command(for: KeyPress(key.key, key.modifiers.subtracting(.alt)))
  }
}

extension [Binding<HouseCommand>] {
  func command(for key: KeyPress) -> HouseCommand? { first { $0.keys.contains(key) }?.command }
}

extension KeyPress {
  var isDigit: Bool {
    if case .character(let character) = key { return modifiers.isEmpty && character.isASCIIDigit }
    return false
  }
}

extension Duration {
  var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}

import Canvas
import HearthContent
import HearthCore

/// The whole face of Hearth as one value: the rooms, what lies open above them, the notice, what can be undone.
///
/// Pure: it takes inputs and events, draws frames, and returns what the runtime must do.
package struct App: Sendable {
  /// What the screens may know; the runtime keeps it true.
  package var context: Context
  private var rooms = EnteredRooms()
  /// What lies above the room, the topmost last.
  var open: [any Screen] = []
  /// What was opened by itself, without the rooms: where it closes, the program ends.
  package var errand: Route?
  private(set) var notice: Notice?
  /// What was told of what came in, while it stands.
  var arrivals = Arrivals()
  /// Uptime at which the notice goes.
  private(set) var noticeEnds: Int?
  var offersDrafts = true
  /// What happens by itself while nobody touches a key.
  var idleTimer = IdleTimer()
  /// What is being made of entries and takes its time.
  var changes = ChangesUnderWay()
  /// The journal has been opened, or is held by another window. Until then keys wait.
  package internal(set) var isSettled = false
  /// What leads to where the person wants to go, once what is open is saved.
  var destination: Choosable?
  /// Inputs that came while the journal or the top screen was not ready for them.
  var typedAhead: [Input] = []
  /// Drawn last around a screen.
  private var lastChrome: (chrome: Chrome, frame: Frame)?

  /// The house with its first room, before the journal is open.
  package init(_ context: Context) {
    self.context = context
    rooms[context.room] = context.room.screen(in: context)
  }

  /// The screen that keys go to.
  package var top: any Screen { open.last ?? room }

  /// What lies below all that is open: nobody who opened something by itself has come from a room.
  private var base: any Screen { errand?.screen(over: [], named: "", in: context) ?? room }

  var room: any Screen { rooms[context.room] ?? context.room.screen(in: context) }

  /// What must be asked for before the program leaves or stops, so that no word is only on the screen.
  package var unkept: [Wish] { (open + rooms.screens).compactMap { $0.unkept(in: context) } }

  // MARK: Taking in

  /// A key, a paste, the mouse. Keys that always work never wait.
  package mutating func take(_ input: Input) -> [Effect] {
    let effects = settle(idleTimer.notice(input, in: context, seesJournal: seesJournal), at: open.count)
    if effects.contains(.leaveNow) { return effects }
    return effects + heed(input)
  }

  private mutating func heed(_ input: Input) -> [Effect] {
    if waits, !isNeverKept(input) {
      typedAhead.append(input)
      return []
    }
    return settle(answer(input), at: open.count) + takeTypedAhead()
  }

  /// Every living screen hears what happened, the topmost first; the events of the house itself are heard here.
  package mutating func hear(_ event: Event) -> [Effect] {
    let event = event.holding(on: context.today)
    var effects = settle(hearAsHouse(event), at: open.count)
    for index in open.indices.reversed() where open.indices.contains(index) {
      effects += settle(open[index].hear(event, in: context), at: index + 1)
    }
    for room in Room.allCases { effects += settle(rooms[room]?.hear(event, in: context) ?? [], at: 0) }
    return effects + takeTypedAhead()
  }

  /// What was to happen by now: a screen that wanted to be woken, the end of a notice.
  package mutating func tick() -> [Effect] {
    if isDue(noticeEnds) { hush() }
    if isDue(changes.due) { tellOfChange() }
    idleTimer.holdsOpenUntil = holdsOpenUntil
    var effects = idleTimer.act(in: context, canLock: canLock)
    if let veil, isDue(veil.due) {
      effects += settle([.open(.veil(isSealed: context.safekeeping?.isSealed ?? false))], at: veil.depth)
    }
    for index in open.indices.reversed() where open.indices.contains(index) && isDue(open[index].wakes) {
      effects += settle(open[index].hear(.ticked, in: context), at: index + 1)
    }
    for room in Room.allCases where isDue(rooms[room]?.wakes) {
      effects += settle(rooms[room]?.hear(.ticked, in: context) ?? [], at: 0)
    }
    return effects
  }

  /// The uptime at which something is to happen by itself; nil where nothing is. A page keeps its drafts also while something lies
  /// over it. Changes nothing, and is `mutating` all the same: asked in place, with every key, the whole house is not copied first.
  mutating func nextWake() -> Int? {
    idleTimer.holdsOpenUntil = holdsOpenUntil
    var next = min(idleTimer.wakes(in: context, canLock: canLock) ?? .max, veil?.due ?? .max)
    if let noticeEnds { next = min(next, noticeEnds) }
    if let due = changes.due { next = min(next, due) }
    for screen in open { if let time = screen.wakes { next = min(next, time) } }
    if let time = rooms.wakes { next = min(next, time) }
    return next < .max ? next : nil
  }

  /// The uptime until which a screen takes someone to be there.
  private var holdsOpenUntil: Int? { open.compactMap(\.holdsOpenUntil).max() }

  /// When a page with answers is to be covered, because nobody touches a key, and how deep: below a page that fills the
  /// screen over it, so that support lines stay in sight. Nil where a veil hangs already.
  private var veil: (due: Int, depth: Int)? {
    guard let page = open.lastIndex(where: { $0.veilsAfter != nil }), let pause = open[page].veilsAfter else {
      return nil
    }
    let depth = open[(page + 1)...].firstIndex { !$0.floats } ?? open.count
    return depth < open.count && open[depth] is VeilScreen ? nil : (idleTimer.end(of: pause), depth)
  }

  private func isDue(_ time: Int?) -> Bool { time.map { $0 <= context.uptime } ?? false }

  /// What was opened while the journal is on its way takes what is typed at it.
  private var waits: Bool { top.awaits || !isSettled && !isOverAll }

  /// What was just typed or opened brings something new that is mostly here in a moment.
  package var bringsMore: Bool { top.bringsMore }

  /// Whether a screen is on top that can be opened at any moment.
  private var isOverAll: Bool { top is SupportScreen || top is PaletteScreen }

  /// Input typed ahead for a page is dropped if another screen has come on top of it.
  private mutating func takeTypedAhead() -> [Effect] {
    var effects: [Effect] = []
    while !typedAhead.isEmpty, !waits, !isOverAll {
      effects += settle(answer(typedAhead.removeFirst()), at: open.count)
    }
    return effects
  }

  private mutating func answer(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key):
      hushNote()
      return answer(key)
    case .mouse(let event) where event.action == .press:
      hushNote()
      return click(event) ?? withTop { $0.take(input, in: $1) }
    case .background(let background):
      context.background = background
      return []
    default: return withTop { $0.take(input, in: $1) }
    }
  }

  private mutating func answer(_ key: KeyPress) -> [Effect] {
    if let command = alwaysCommand(for: key) { return perform(command) }
    if let effects = withTop({ $0.press(key, in: $1) }) { return effects }
    if let command = houseCommand(for: key) { return perform(command) }
    return withTop { $0.take(.key(key), in: $1) }
  }

  private func houseCommand(for key: KeyPress) -> HouseCommand? {
    let takes = top.takes
    if takes == .text || takes.types(key) { return nil }
    let command = HouseCommand.whenNotTyping.command(for: key, in: context.keymap, where: takes)
    return command.flatMap { hasRooms || $0.room == nil ? $0 : nil }
  }

  private mutating func click(_ event: MouseEvent) -> [Effect]? {
    guard let target = chrome(around: visibleScreens).target(at: event.at) else { return nil }
    switch target {
    // What floats is answered first.
    case .room(let room): return top.floats ? nil : [.go(room)]
    case .key(let choice): return perform(choice)
    }
  }

  // MARK: Doing

  mutating func perform(_ choice: Choosable) -> [Effect] {
    switch choice {
    case .house(let command): perform(command)
    case .screen(let label): withTop { $0.run(label, in: $1) }
    }
  }

  mutating func perform(_ command: HouseCommand) -> [Effect] {
    if command.needsJournal, !seesJournal { return [] }
    if command.room != nil, top.holdsWords { return carryOut(.house(command)) }
    let isLeading = command.room != nil || command.route != nil
    return (isLeading ? endWelcome() : []) + effects(of: command)
  }

  /// The first run is over where one goes somewhere else from it. Until it has told what Hearth cannot do, it stays below.
  private mutating func endWelcome() -> [Effect] {
    guard let welcome = open.lazy.compactMap({ $0 as? WelcomeScreen }).first, welcome.hasToldLimits else { return [] }
    open.removeAll { $0 is WelcomeScreen }
    return [.wish(welcome.seen(in: context))] + (open.isEmpty ? showTop() : [])
  }

  private mutating func effects(of command: HouseCommand) -> [Effect] {
    switch command {
    case .leaveNow: return [.leaveNow]
    case .support: return top is SupportScreen ? [] : [.open(seesJournal ? .support : .supportAlone)]
    case .questions where top is QuestionsScreen: return []
    case .palette: return openPalette(.everything)
    case .help: return openPalette(.help)
    case .redraw: return [.redraw]
    case .search: return [.go(.journal), .search]
    case .patterns: return [.go(.charts), .patterns]
    case .year: return [.go(.journal), .open(.year(context.today))]
    case .onThisDay: return [.open(.memories(context.today))]
    case .undo: return [.wish(.takeBack)]
    case .suspend: return [.suspend]
    case .lock: return [.lock]
    case .stepBack where top.holdsWords: return withTop { $0.hear(.finishAsked, in: $1) }
    case .stepBack: return open.isEmpty ? goodbye : [.close]
    default: return command.room.map { [.go($0)] } ?? command.route.map { [.open($0)] } ?? []
    }
  }

  /// Leaving in peace makes a last backup, where there is something new to be kept.
  private var goodbye: [Effect] { [idleTimer.wantsBackup(in: context) ? .open(.farewell) : .leave] }

  /// Nothing stands before the journal, be it open or still on its way.
  private var isInJournal: Bool { errand == nil && !open.contains { $0.precedesJournal } }

  /// The journal is open to be seen, and nothing stands before it.
  var seesJournal: Bool { isSettled && isInJournal }

  /// No answers would be lost on the way to a room.
  private var hasRooms: Bool { !open.contains(where: \.holdsAnswers) }

  /// There is something to lock.
  private var canLock: Bool { isSettled && open.allSatisfy { !$0.precedesJournal || $0 is VeilScreen } }

  /// The same key closes it again.
  private func openPalette(_ kind: PaletteScreen.Kind) -> [Effect] {
    (top as? PaletteScreen)?.kind == kind ? [.close] : [.open(.palette(kind))]
  }

  /// What it lists depends on the journal: once that is open it is made anew, with what was typed in it.
  mutating func renewPalette() -> [Effect] {
    guard let palette = open.last as? PaletteScreen else { return [] }
    let effects = settle([.open(.palette(palette.kind))], at: open.count)
    guard var renewed = open.last as? PaletteScreen else { return effects }
    (renewed.query, renewed.isAwaited) = (palette.query, palette.isAwaited)
    let awaited = renewed.runAwaited()
    open[open.count - 1] = renewed
    return effects + settle(awaited, at: open.count)
  }

  /// Grants the effects the app itself can grant, and returns those that need the runtime.
  ///
  /// - Parameter depth: the position of the screen that asks: 0 is the room, 1 the first screen opened on it. `close`
  ///   from a lower screen closes that screen, and what it opens is inserted right above it; screens above stay.
  private mutating func settle(_ effects: [Effect], at depth: Int) -> [Effect] {
    var left: [Effect] = []
    var depth = depth
    for effect in effects {
      switch effect {
      case .open(let route): left += show(route, at: &depth)
      case .close: left += close(&depth)
      case .stay: destination = nil
      case .go(let room):
        left += enter(room)
        depth = open.count
      case .run(let choice):
        left += close(&depth)
        left += carryOut(choice)
        depth = open.count
      case .choose(let day): left += settle(withTop { $0.hear(.dayChosen(day), in: $1) }, at: open.count)
      case .askDay: left += settle(withTop { $0.hear(.dayAsked, in: $1) }, at: open.count)
      case .search: left += settle(withTop { $0.hear(.searchAsked, in: $1) }, at: open.count)
      case .patterns: left += settle(withTop { $0.hear(.patternsAsked, in: $1) }, at: open.count)
      case .say(let said): say(said)
      case .sayMore(let sentence): sayMore(sentence)
      default:
        changes.note(effect, at: context.uptime)
        left.append(effect)
      }
    }
    return left
  }

  /// A room chosen while pages are open: those with words are finished first, and the room follows when all are saved.
  private mutating func carryOut(_ choice: Choosable) -> [Effect] {
    guard choice.room != nil, seesJournal, open.contains(where: \.holdsWords) else {
      return settle(perform(choice), at: open.count)
    }
    destination = choice
    var effects: [Effect] = []
    for page in open.indices.reversed() where open.indices.contains(page) && open[page].holdsWords {
      effects += settle(open[page].hear(.finishAsked, in: context), at: page + 1)
    }
    return effects
  }

  /// A floating screen replaces one that floats already, and lists the commands of the page below both.
  private mutating func show(_ route: Route, at depth: inout Int) -> [Effect] {
    if let place = placeToReturn(for: route) {
      open.removeSubrange((place + 1)...)
      depth = open.count
      return showTop()
    }
    let below = depth == 0 ? base : open[depth - 1]
    let screen = route.screen(
      over: rows(of: below, for: route), named: context.words[below.name], answering: below.answering,
      in: route.beginsSomething ? context.beginning(over: below) : context)
    if screen.floats, open.last?.floats == true, depth == open.count {
      open.removeLast()
      depth = open.count
      return show(route, at: &depth)
    }
    open.insert(screen, at: depth)
    depth += 1
    return settle(open[depth - 1].hear(.shown, in: context), at: depth)
  }

  /// Where a page that stands once is open already, with nothing above it that would be lost on the way back.
  private func placeToReturn(for route: Route) -> Int? {
    guard let kind = route.standsOnce, let place = open.firstIndex(where: { type(of: $0) == kind }),
      !open[(place + 1)...].contains(where: { $0.holdsWords || $0.holdsAnswers })
    else { return nil }
    return place
  }

  private mutating func close(_ depth: inout Int) -> [Effect] {
    guard depth > 0, open.indices.contains(depth - 1) else { return [] }
    let wasFloating = open.remove(at: depth - 1).floats
    depth -= 1
    if errand != nil, open.isEmpty { return [.leave] }
    if let choice = destination, !open.contains(where: \.holdsWords) {
      destination = nil
      return settle(perform(choice), at: open.count)
    }
    if wasFloating || depth < open.count { return [] }
    return showTop()
  }

  /// A room key never leaves a page with unsaved words: it closes what lies above and shows the page.
  private mutating func enter(_ room: Room) -> [Effect] {
    if errand != nil { return [.leave] }
    if let page = open.lastIndex(where: { $0.holdsWords || $0.holdsAnswers }) {
      open.removeSubrange((page + 1)...)
      return showTop()
    }
    context.room = room
    open.removeAll()
    return showTop()
  }

  /// The top screen is seen, for the first time or again.
  private mutating func showTop() -> [Effect] {
    settle(withTop { $0.hear(.shown, in: $1) }, at: open.count)
  }

  mutating func hush() { (notice, noticeEnds) = (nil, nil) }

  /// A note tells of the key before: with the next one it may not be true any more.
  private mutating func hushNote() { if notice?.kind == .note { hush() } }

  /// What went wrong is read first.
  private mutating func tellOfChange() {
    changes.wasSaid(at: context.uptime)
    if notice?.kind != .trouble { say(Notice(context.words[.noticeChanging], kind: .note)) }
  }

  private mutating func say(_ said: Notice) {
    notice = said
    noticeEnds = context.uptime + (said.kind == .trouble ? 10_000 : 4_000)
  }

  /// It takes the place of no result or trouble that one has hardly read.
  private mutating func sayMore(_ sentence: String) {
    guard let notice, notice.kind != .note else { return say(Notice(sentence)) }
    say(Notice("\(notice.text) \(sentence)", kind: notice.kind))
  }

  /// Help shows the keys that work on a screen; the palette everything that can be done there, with the keys that work.
  private func rows(of screen: any Screen, for route: Route) -> [KeyRow] {
    let heard =
      switch screen.takes {
      case .nothing: HouseCommand.all
      case .digits: HouseCommand.withoutDigits
      case .text: HouseCommand.always
      }
    var house = heard.rows.changed(by: context.keymap, where: screen.takes).all
    if route == .palette(.everything) { house += HouseCommand.all.rows.withoutKeys(of: house) }
    if !hasRooms { house.removeAll { $0.choice.room != nil } }
    if context.settings.hidesCheck { house.removeAll { $0.choice == .house(.check) } }
    if !seesJournal { house.removeAll { !HouseCommand.withoutJournal.rows.holds($0.choice) } }
    // The commands named in the key bar come first, the keys for moving about last.
    let own = screen.keyRows(in: context.keymap)
    let quiet = own.all.filter { $0.hint == nil }
    return own.hinted + quiet.filter { !$0.moves } + house + quiet.filter(\.moves)
  }

  /// Lets the top screen change itself where it stands.
  private mutating func withTop<Result>(_ change: (inout any Screen, Context) -> Result) -> Result {
    if !open.isEmpty { return change(&open[open.count - 1], context) }
    var screen = room
    defer { rooms[context.room] = screen }
    return change(&screen, context)
  }

  // MARK: Drawing

  /// The whole picture, from state alone.
  package mutating func draw() -> Frame {
    let body = Chrome.body(of: context.size)
    let visible = visibleScreens
    let chrome = chrome(around: visible)
    // What is opened by itself has nothing behind it, also while it is on its way.
    let hasPage = visible.first?.floats == false
    var frame = hasPage ? drawn(chrome) : Frame(size: context.size)
    for screen in visible { screen.draw(on: &frame, in: body, context) }
    if let notice { chrome.say(notice, on: &frame) }
    if visible.count > 1 || notice != nil || waits { frame.echo = nil }
    return frame
  }

  /// What stands around the screen, as it was drawn before where it looks the same.
  private mutating func drawn(_ chrome: Chrome) -> Frame {
    if let last = lastChrome, last.chrome.looksLike(chrome) { return last.frame }
    var frame = Frame(size: context.size)
    chrome.draw(on: &frame)
    lastChrome = (chrome, frame)
    return frame
  }

  private func chrome(around visible: ArraySlice<any Screen>) -> Chrome {
    Chrome(visible.first ?? room, under: visible.last, in: context, hasJournal: isInJournal, hasRooms: hasRooms)
  }

  /// From the last that fills the screen upwards.
  private var visibleScreens: ArraySlice<any Screen> {
    if let base = open.lastIndex(where: { !$0.floats }) { return open[base...] }
    return errand == nil ? [room] + open : open[...]
  }
}

extension App {
  /// Keys that always work, and what the terminal tells of itself.
  private func isNeverKept(_ input: Input) -> Bool {
    switch input {
    case .key(let key): alwaysCommand(for: key) != nil
    case .background: true
    default: false
    }
  }

  /// Alt does not matter: Esc with Ctrl-Q close behind it comes as one key with Alt, and has to leave all the same.
  private func alwaysCommand(for key: KeyPress) -> HouseCommand? {
    // A letter is text somewhere, so it never is one of them.
    if key.isPlainCharacter { return nil }
    let withoutAlt = KeyPress(key.key, key.modifiers.subtracting(.alt))
    return HouseCommand.always.command(for: key, in: context.keymap, where: .text)
      ?? HouseCommand.always.command(for: withoutAlt, in: context.keymap, where: .text)
  }
}

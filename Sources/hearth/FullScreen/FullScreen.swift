import Canvas
import Curses
import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// Minds the terminal: shows what the app draws, feeds it what comes in, and ends as it was asked to.
@MainActor struct FullScreen {
  private let service: JournalService
  private let clock: LiveClock
  private let mailbox: Mailbox<Event>
  private let loop: EventLoop
  private let display: Display
  private let runtime: Runtime
  /// What stands between the person and the journal; told on standard error once the screen is given back.
  private var refusal: Problem?
  /// What was asked for last and not done; told likewise by whoever leaves.
  private var notDone: Problem?
  /// Another passphrase was wanted, and the journal was sealed with it once the screen showed nothing more.
  private var hasSealedUnseen = false
  private var palette: Palette
  private var wakefulness = Wakefulness()
  /// The journal was locked, and there is nothing to come back to.
  private var isShut = false
  /// What the palette was chosen for.
  private var shownFor = 0
  /// Letters that are seen already and not taken yet, with the uptime at which each came.
  private var echoed: [(letter: Input, at: Milliseconds)] = []
  /// When they are taken though somebody types on.
  private var echoesUntil: Milliseconds = 0
  /// Until when the last key is part of typing.
  private var typesUntil: Milliseconds = 0
  /// Until when a picture waits for what it brings; nil while none does.
  private var heldUntil: Milliseconds?

  /// - Parameters:
  ///   - habits: it begins where a lock has ended another, which knew them; what was typed meanwhile is meant for nothing
  ///     here. Nil where a person started it.
  ///   - errand: what is opened by itself, without the rooms.
  init(_ service: JournalService, clock: LiveClock, lockedWith habits: Reexec.Habits?, errand: Route? = nil) throws {
    self.service = service
    self.clock = clock
    let mailbox = Mailbox<Event>()
    self.mailbox = mailbox
    // The journal opens while the terminal does.
    service.open(now: clock.now, trying: habits == nil) { mailbox.post($0) }
    CrashGuard.arm()
    loop = EventLoop(mailbox: mailbox)
    display = try Display(listensToMouse: true)
    if habits != nil { loop.forgetTyped() }
    palette = Palette(depth: display.depth)
    var context = Context(now: clock.now, zone: clock.zone, uptime: Uptime.now(), size: display.size) { UUID() }
    context.zoneNamed = Zone.named
    context.isMadeUp = service.folder == nil
    // The console's own fonts have no braille.
    context.hasBraille = Environment.value("TERM") != "linux"
    context.depth = display.depth
    context.makeSecretStorage = { GuardedStorage() }
    if let habits {
      (context.settings.leavesOnEscape, context.settings.covers) = (habits.leavesOnEscape, habits.covers)
    }
    var app = App(context)
    app.errand = errand
    runtime = Runtime(
      app, services: service.services, clock: { (clock.now, Uptime.now()) }, reply: { mailbox.post($0) })
  }

  /// Runs until the person leaves; the result is the exit status.
  mutating func run() -> Int32 {
    // Nobody waits for it: the journal is being opened meanwhile.
    let (config, problems) = service.config.read()
    runtime.hear(.configured(config, []))
    waitForJournal()
    if !holdsPicture() { show() }
    service.tell(problems, of: config) { [mailbox] in mailbox.post($0) }
    while !isOver {
      let isTyping = isTyping
      let batch = loop.next(deadline: deadline(isTyping), leavingMail: isTyping)
      if !batch.inputs.isEmpty { typesUntil = Uptime.now() + 500 }
      if !echoes(batch) { turn(batch) }
    }
    return leave()
  }

  /// Somebody is in the middle of a word that is shown letter by letter. Then nothing else would be seen to change, and what
  /// the journal answers waits for a pause, or for whatever else happens.
  private var isTyping: Bool { !echoed.isEmpty || display.awaitsLetter && Uptime.now() < typesUntil }

  /// Letters that are seen are taken when nobody types any more, or with whatever else happens.
  private func deadline(_ isTyping: Bool) -> Milliseconds? {
    if let heldUntil, heldUntil > Uptime.now() { return heldUntil }
    guard isTyping else { return runtime.wakes }
    return min(typesUntil, echoed.isEmpty ? runtime.wakes ?? typesUntil : echoesUntil)
  }

  /// A letter that changes nothing but its own place is shown at once and taken later: who types waits for nothing, and
  /// the page is thought over once a word.
  private mutating func echoes(_ batch: EventLoop.Batch) -> Bool {
    guard let letter = batch.onlyCharacter?.asciiValue else { return false }
    let now = Uptime.now()
    guard let until = display.echo(letter, at: now) else { return false }
    echoesUntil = until
    echoed.append((batch.inputs[0], now))
    return true
  }

  /// A letter of a search and what it finds are one picture, where that comes at once, and so is Today with all that is on
  /// it: a picture of a part would only hold up the whole. What takes longer than a blink of the screen is not waited for.
  private mutating func holdsPicture() -> Bool {
    guard runtime.app.bringsMore else {
      heldUntil = nil
      return false
    }
    let now = Uptime.now()
    let until = heldUntil ?? now + 8
    heldUntil = until
    return now < until
  }

  private mutating func takeEchoed() {
    for (letter, uptime) in echoed { runtime.take(letter, cameAt: uptime) }
    echoed.removeAll(keepingCapacity: true)
  }

  private var isOver: Bool { runtime.isLeaving || refusal != nil || isShut }

  /// The first picture is worth a few milliseconds: mostly the journal is open by then, and nothing flickers.
  private mutating func waitForJournal() {
    let end = Uptime.now() + 40
    // For nobody: what drawing needs is there afterwards, and nothing else is done here meanwhile.
    _ = runtime.draw()
    while !isOver, !runtime.app.isSettled, Uptime.now() < end {
      turn(loop.next(deadline: end), drawing: false)
    }
  }

  /// One round: everything that came in, then one picture, then the wishes. Signals come last: what was typed before them counts.
  private mutating func turn(_ batch: EventLoop.Batch, drawing: Bool = true) {
    takeEchoed()
    for event in mailbox.takeAll() { hear(event) }
    for input in batch.inputs { runtime.take(input) }
    for signal in batch.signals { answer(signal) }
    if batch.hasArrivals { service.takeInNotes(now: clock.now) { [mailbox] in mailbox.post($0) } }
    if isOver { return }
    runtime.tickIfDue()
    if drawing, !holdsPicture() { show() }
    runtime.grantEffects()
    if runtime.wantsRedraw {
      runtime.hasRedrawn()
      display.redraw()
      show()
    }
    if runtime.wantsSuspend { suspend() }
    if runtime.wantsLock || wakefulness.hasSlept(uptime: Uptime.now(), awake: Uptime.awake()) { lock() }
  }

  private mutating func hear(_ event: Event) {
    switch event {
    case .openRefused(let problem): refusal = problem
    case .opened:
      runtime.hear(event)
      watchInbox()
    default: runtime.hear(event)
    }
  }

  /// Notes that came before the watch began are taken in as well.
  private func watchInbox() {
    guard let inbox = service.inbox else { return }
    loop.watch(folder: inbox.path)
    service.takeInNotes(now: clock.now) { [mailbox] in mailbox.post($0) }
  }

  private mutating func answer(_ signal: Signal) {
    switch signal {
    case .resize: runtime.resize(to: display.resize())
    case .suspend: suspend()
    case .resumed:
      display.resume()
      runtime.resize(to: display.size)
      if service.isSealed { lock() }
    case .lock: lock()
    case .hangUp, .terminate, .interrupt, .quit:
      display.scrubAndLeave()
      service.endDispensableWork()
      _ = keepEverything()
      if let notDone { Output.complain(notDone) }
      signal.endProcess()
    }
  }

  /// Blank first; then what is on the page is kept, because a stopped process keeps nothing; then the shell has the terminal.
  /// A sealed journal is locked meanwhile.
  private mutating func suspend() {
    runtime.hasSuspended()
    display.scrubAndLeave()
    service.endDispensableWork()
    let isKept = keepPages() == nil
    notDone = nil  // told on the screen
    if isKept, service.isSealed { return beginAgain(stopping: true) }
    runtime.hear(.steppedOut)
    display.suspend()
    runtime.resize(to: display.size)
    show()
    runtime.grantEffects()
  }

  // MARK: Locking

  /// Wipes the screen at once. A sealed journal is closed, and the program begins again before its door: nothing it
  /// knew is left. Without a passphrase that would keep nobody out, and words that could not be kept are never given
  /// up: then a curtain hangs there.
  private mutating func lock() {
    runtime.hasLocked()
    display.scrub()
    service.endDispensableWork()
    let problem = keepPages()
    notDone = nil  // told on the screen
    if problem == nil, service.isSealed { return beginAgain() }
    runtime.hear(.screenCleared(service.isSealed ? problem : nil))
    show()
    runtime.grantEffects()
  }

  /// Comes back only where the system refuses; then it leaves.
  private mutating func beginAgain(stopping: Bool = false) {
    var place = runtime.app.place
    place.wasSealedUnseen = hasSealedUnseen
    place.leftOn = runtime.app.context.today
    service.close(at: place)
    display.scrubAndLeave()
    let settings = runtime.app.context.settings
    let habits = Reexec.Habits(leavesOnEscape: settings.leavesOnEscape, covers: settings.covers)
    Reexec.begin(stopping ? .stop : .lock, with: habits)
    isShut = true
  }

  private mutating func show() {
    guard !isOver else { return }
    suit()
    display.show(runtime.draw(), palette: palette)
  }

  /// What the config file asks for wins over what the terminal tells.
  private mutating func suit() {
    guard shownFor != runtime.looks else { return }
    shownFor = runtime.looks
    let context = runtime.app.context
    display.listensToMouse = context.config.mouse
    palette = Palette(context.config, depth: display.depth, background: context.background)
  }

  /// Blank first, then everything is kept, then the end.
  private mutating func leave() -> Int32 {
    display.scrubAndLeave()
    if isShut { return 0 }
    service.endDispensableWork()
    let isKept = keepEverything() == nil
    for problem in [refusal, notDone].compactMap(\.self) { Output.complain(problem) }
    if !isKept { Output.say(Words()[.shellPageNotKept]) }
    let isDone = isKept && refusal == nil && notDone == nil
    if isDone, runtime.leavesCovered { Reexec.begin(.cover) }
    if isKept, notDone == nil, refusal?.namesNoEntry == true { return 2 }
    return isDone ? 0 : 1
  }

  // MARK: Keeping

  /// Keeps what is on the pages, and closes the journal.
  ///
  /// - Returns: why words could not be kept; nil where all are.
  private mutating func keepEverything() -> Problem? {
    let problem = keepPages()
    if !service.isUnlocking { service.close(at: hasSealedUnseen ? .untold : nil) }
    return problem
  }

  /// Lets what is under way come to its end first: what was saved a moment ago needs no draft. While a passphrase is
  /// being tried there is nothing to keep, and nobody waits for that.
  private mutating func keepPages() -> Problem? {
    hasSealedUnseen = false
    if service.isUnlocking { return nil }
    runtime.grantEffects()
    _ = hearAnswers()
    runtime.keepUnkept()
    let refused = hearAnswers(toPages: true)
    // What has been saved where it belongs needs no draft any more, and what could not be is kept as one.
    runtime.grantEffects()
    let refusedAfterwards = hearAnswers()
    return refused ?? refusedAfterwards
  }

  /// - Returns: the first refusal of words.
  private mutating func hearAnswers(toPages: Bool = false) -> Problem? {
    service.finish()
    var refused: Problem?
    for event in mailbox.takeAll() {
      switch event.refusal(toPages: toPages) {
      case .ofWords(let problem): refused = refused ?? problem
      case .ofWork(let problem): notDone = problem
      case nil: break
      }
      if case .resealed = event { hasSealedUnseen = true }
      hear(event)
    }
    return refused
  }
}

extension Place {
  /// Where one begins who left while the journal was being sealed anew.
  fileprivate static var untold: Place {
    var place = Place(.today)
    place.wasSealedUnseen = true
    return place
  }
}

import Canvas
import HearthCore

/// Drives the app: feeds it what came in, and grants its effects after the frame was shown.
///
/// One thread for all that is seen. Wishes go to `Services` and come back as events through whoever owns the loop.
@MainActor package final class Runtime {
  /// What is seen, as a value.
  package private(set) var app: App
  /// Set once the program is to end.
  package private(set) var isLeaving = false
  /// And a plain page is to cover the terminal then.
  package private(set) var leavesCovered = false
  /// The screen is to be given back to the shell for a while.
  package private(set) var wantsSuspend = false
  /// Everything is to be painted again.
  package private(set) var wantsRedraw = false
  /// What is seen is to be wiped, and the journal closed where it can be.
  package private(set) var wantsLock = false
  private var pending: [Effect] = []
  private let services: Services
  private let reply: Services.Reply
  private let clock: @MainActor () -> (now: Instant, uptime: Int)

  /// - Parameters:
  ///   - clock: the wall clock, and milliseconds on one that only moves forward.
  ///   - reply: brings an event to the loop, from any thread; the loop hands it to `hear`.
  package init(
    _ app: App, services: Services, clock: @escaping @MainActor () -> (now: Instant, uptime: Int),
    reply: @escaping Services.Reply
  ) {
    self.app = app
    self.services = services
    self.clock = clock
    self.reply = reply
  }

  /// Nothing is taken any more once the person has asked to leave.
  ///
  /// - Parameter uptime: when it came, where that was a while ago.
  package func take(_ input: Input, cameAt uptime: Int? = nil) {
    guard !isLeaving else { return }
    refreshClock()
    if let uptime { app.context.uptime = uptime }
    let effects = app.take(input)
    if effects.contains(.leave) { isLeaving = true }
    if effects.contains(.leaveNow) { leaveNow() }
    pending += effects
  }

  /// Hands the app a fact: an answer to a wish, or something that happened by itself.
  package func hear(_ event: Event) {
    refreshClock()
    pending += app.hear(event)
  }

  /// Uptime at which something happens by itself: a draft is kept, a notice ends. Nil where nothing does: then the loop sleeps.
  package var wakes: Int? { app.nextWake() }

  /// Grows when the colours may have to be chosen anew.
  package var looks: Int { app.context.looks }

  /// Ticks when it is time. Call it after every batch: a draft is due also while keys keep coming.
  package func tickIfDue() {
    guard let due = wakes else { return }
    refreshClock()
    if app.context.uptime >= due { pending += app.tick() }
  }

  /// The picture of this moment.
  package func draw() -> Frame { app.draw() }

  /// The window has another size; the next frame has it too.
  package func resize(to size: Size) {
    app.context.size = size
    pending += app.hear(.resized)
  }

  /// Grants what was asked for since the last frame. Call it after showing one.
  package func grantEffects() {
    let effects = pending
    pending = []
    for effect in effects { grant(effect) }
  }

  /// Asks for everything to be kept that is on a page and nowhere else.
  package func keepUnkept() {
    refreshClock()
    for wish in app.unkept { services.grant(wish, app.context.now, reply) }
  }

  /// The shell has had the terminal.
  package func hasSuspended() { wantsSuspend = false }
  /// It was wiped.
  package func hasLocked() { wantsLock = false }
  /// Everything was painted again.
  package func hasRedrawn() { wantsRedraw = false }

  private func leaveNow() {
    isLeaving = true
    leavesCovered = app.context.settings.covers
  }

  private func refreshClock() {
    (app.context.now, app.context.uptime) = clock()
  }

  private func grant(_ effect: Effect) {
    switch effect {
    case .leave: isLeaving = true
    case .leaveNow: leaveNow()
    case .suspend: wantsSuspend = true
    case .redraw: wantsRedraw = true
    case .lock: wantsLock = true
    case .wish(let wish): services.grant(wish, app.context.now, reply)
    // Granted by the app.
    case .open, .close, .stay, .go, .search, .patterns, .askDay, .choose, .run, .say, .sayMore: break
    }
  }
}

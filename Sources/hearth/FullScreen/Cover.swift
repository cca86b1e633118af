import Canvas
import Curses
import HearthApp
import HearthContent
import HearthCore

/// Shows the plain page after leaving at once. It runs in a program that has begun anew: nothing of the journal is in its
/// memory. Any key ends it.
@MainActor struct Cover {
  private let loop = EventLoop(mailbox: Mailbox<Never>())
  private let display: Display
  private let page: CoverPage

  init(_ clock: LiveClock) throws {
    CrashGuard.arm()
    display = try Display()
    page = CoverPage(Stamp(clock.now, in: clock.zone).calendarDay, Words())
    loop.forgetTyped()
  }

  func run() {
    var isOver = false
    while !isOver {
      display.show(page.frame(display.size), palette: Palette(depth: display.depth))
      let batch = loop.next()
      if batch.signals.contains(.resize) { _ = display.resize() }
      isOver = batch.inputs.contains(where: \.isKey) || !batch.signals.allSatisfy { $0 == .resize }
    }
    display.scrubAndLeave()
  }
}

extension Input {
  /// What terminals say by themselves is none.
  fileprivate var isKey: Bool {
    switch self {
    case .key, .paste: true
    case .mouse, .focus, .background: false
    }
  }
}

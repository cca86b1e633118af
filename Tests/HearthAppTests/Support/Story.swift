import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Synchronization
import Testing

@testable import HearthApp

/// A person at the keyboard: keys go in, the picture comes out. No terminal, no clock, no disk.
@MainActor final class Story {
  let journal: MemoryJournal
  let runtime: Runtime
  private let facts = Mailbag()
  /// While true, what was asked for is on its way and does not come.
  var holdsAnswers = false
  private let time: Time

  /// Tuesday, 3 March 2026, 21:04 in a zone one hour east of UTC.
  nonisolated static let evening = Instant(seconds: 1_772_568_240)
  nonisolated static let zone = Zone(name: "Europe/Stockholm") { _ in 3600 }

  /// - Parameter size: columns × rows of the terminal.
  init(
    _ journal: MemoryJournal = MemoryJournal(), size: Size = Size(columns: 80, rows: 24), country: String? = nil,
    opensAtOnce: Bool = true, errand: Route? = nil
  ) {
    self.journal = journal
    let time = Time()
    self.time = time
    let counter = Mutex(0)
    var config = Config()
    config.country = country
    let context = Context(now: Self.evening, zone: Self.zone, size: size, config: config) {
      counter.withLock {
        $0 += 1
        return Story.id($0 + 1000)
      }
    }
    let facts = facts
    var app = App(context)
    app.errand = errand
    runtime = Runtime(
      app, services: journal.services, clock: { (time.now, time.uptime) }, reply: { facts.post($0) })
    if opensAtOnce { runtime.hear(.opened(journal.kept.settings)) }
    settle()
  }

  /// An id that is the same in every run.
  nonisolated static func id(_ number: Int) -> UUID {
    let text = String(number, radix: 16)
    return UUID(uuidString: "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - text.count) + text)!
  }

  /// The same in one piece, before anything that it asks for has come.
  @discardableResult func playAhead(_ script: String) -> Story {
    holdsAnswers = true
    play(script)
    holdsAnswers = false
    return wait(milliseconds: 0)
  }

  /// Types and presses: plain characters are typed, `<C-s>` `<Enter>` `<Down*3>` are keys.
  @discardableResult func play(_ script: String) -> Story {
    var rest = Substring(script)
    while let character = rest.popFirst() {
      if character == "<", let end = rest.firstIndex(of: ">"), !rest[..<end].isEmpty {
        press(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        take(.key(KeyPress(.character(character))))
      }
    }
    return self
  }

  func press(_ notation: String) {
    let parts = notation.split(separator: "*")
    guard let key = KeyPress(String(parts[0])) else {
      Issue.record("no such key: \(notation)")
      return
    }
    for _ in 0..<(parts.count == 2 ? Int(parts[1]) ?? 1 : 1) { take(.key(key)) }
  }

  func take(_ input: Input) {
    time.uptime += 100
    runtime.take(input)
    runtime.tickIfDue()
    settle()
  }

  /// Time passes; what is due, happens.
  @discardableResult func wait(milliseconds: Int) -> Story {
    let end = time.uptime + milliseconds
    while let wake = runtime.wakes, wake <= end {
      time.uptime = max(wake, time.uptime)
      runtime.tickIfDue()
      settle()
    }
    time.uptime = end
    settle()
    return self
  }

  /// Somebody sets the wall clock; the other one goes on as before.
  func setClock(by seconds: Int) { time.now = time.now.adding(seconds: seconds) }

  func resize(_ columns: Int, _ rows: Int) {
    runtime.resize(to: Size(columns: columns, rows: rows))
    settle()
  }

  func hear(_ event: Event) {
    runtime.hear(event)
    settle()
  }

  var frame: Frame { runtime.draw() }
  var screen: String { frame.text() }

  /// Grants wishes until the house is quiet.
  private func settle() {
    defer { expectListedKeys() }
    for _ in 0..<50 {
      runtime.grantEffects()
      if holdsAnswers { return }
      let events = facts.empty()
      if events.isEmpty { return }
      for event in events { runtime.hear(event) }
    }
    Issue.record("the house does not come to rest")
  }

  /// Docs and the check of a person's own keys know every state a story comes through.
  private func expectListedKeys() {
    let top = runtime.app.top
    #expect(top.listsItsKeys, "\(type(of: top)) lacks a table")
  }

  private final class Time {
    var now = Story.evening
    var uptime = 0
  }
}

/// Where answers wait until the loop looks.
final class Mailbag: Sendable {
  private let letters = Mutex<[Event]>([])
  func post(_ event: Event) { letters.withLock { $0.append(event) } }
  func empty() -> [Event] {
    letters.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}

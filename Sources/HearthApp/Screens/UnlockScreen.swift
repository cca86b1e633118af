import Canvas
import HearthContent
import HearthCore

/// Stands before a sealed journal and asks for its passphrase. Nothing of the journal is known here.
package struct UnlockScreen: Screen {
  package static let title = Word.unlockTitle

  private let door: LockedDoor
  private var way = Way.passphrase
  private var typed = SecretText()
  private var isTrying: Bool
  /// What gives that which is being tried; nil where it was typed.
  private var asked: KeyGiver?
  /// Uptime at which what was typed is tried: after some errors it takes a little longer.
  private var triesAt: Int?
  private var errors = 0
  /// Why it did not open.
  private var trouble: String?

  enum Way: Equatable { case passphrase, code }

  init(_ door: LockedDoor) {
    self.door = door
    asked = door.asked
    isTrying = door.asked != nil
  }

  package var precedesJournal: Bool { true }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case open, empty, withCode, withPassphrase, stop }

  package var takes: Takes { .text }

  package static var tables: [KeyTable] {
    listing(.text, [plain, onPassphrase, onCode, onAsking])
  }

  package var bindings: Bindings<Command> {
    if isTrying, asked != nil { return Self.onAsking }
    if !door.hasRecovery { return Self.plain }
    return way == .passphrase ? Self.onPassphrase : Self.onCode
  }

  private static let open: Bindings<Command> = [Binding("Enter", .open, .unlockOpen, hint: .keyOpen)]
  private static let empty: Bindings<Command> = [Binding("Esc C-w", .empty, .unlockEmpty, hint: .keyClear)]
  private static let plain = open + empty
  // The other way in stands before what empties the line: a small window shows the first keys alone.
  private static let onPassphrase: Bindings<Command> =
    open + [Binding("Tab", .withCode, .unlockWithCode, hint: .keyCode)] + empty
  private static let onCode: Bindings<Command> =
    open + [Binding("Tab", .withPassphrase, .unlockWithPassphrase, hint: .keyPassphrase)] + empty

  /// What is asked may never answer.
  private static let onAsking: Bindings<Command> = [Binding("Esc", .stop, .unlockStop, hint: .keyStop)]

  package func header(in context: Context) -> Header { .title(context.words[.unlockTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .event(.ticked): return attempt()
    case .event(.unlockRefused(let problem)): wasRefused(problem, in: context)
    case .event(.screenCleared): typed.wipe()
    case .event: break
    case .command(.stop): return [.wish(.interrupt)]
    // What is typed while it is tried was meant for nothing.
    case .command, .input: if !isTrying { return take(message, in: context) }
    }
    return []
  }

  private mutating func take(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.open): return open(in: context)
    case .command(.empty): typed.wipe()
    case .command(.withCode): turn(to: .code)
    case .command(.withPassphrase): turn(to: .passphrase)
    case .command(.stop): break
    case .input(let input): if typed.handle(input) { trouble = nil }
    case .event: break
    }
    return []
  }

  private mutating func turn(to way: Way) {
    self.way = way
    trouble = nil
    typed.wipe()
  }

  private mutating func open(in context: Context) -> [Effect] {
    guard !typed.isEmpty || (way == .passphrase && door.hasCommand) else { return [] }
    isTrying = true
    asked = typed.isEmpty ? .command : nil
    trouble = nil
    triesAt = context.uptime + min(3, max(0, errors - 2)) * 1000
    return errors > 2 ? [] : attempt()
  }

  /// What was typed goes away with the wish; here nothing of it is left.
  private mutating func attempt() -> [Effect] {
    guard triesAt != nil else { return [] }
    triesAt = nil
    let tried = typed
    typed = SecretText()
    return [.wish(way == .passphrase ? .unlock(tried) : .unlockWithCode(tried))]
  }

  package var wakes: Int? { triesAt }

  private mutating func wasRefused(_ problem: Problem, in context: Context) {
    isTrying = false
    if problem != .interrupted { errors += 1 }
    let words = context.words
    trouble =
      switch problem {
      case .passphraseWrong where way == .code: words[.unlockWrongCode]
      case .passphraseWrong where asked == .command: words[.unlockCommandWrong]
      case .passphraseWrong where asked == .file: words[.unlockFileWrong]
      case .passphraseWrong: words[door.hasRecovery ? .unlockWrongNotCode : .unlockWrong]
      // The line to type on is right above it.
      case .passphraseCommandFailed(let status): words[.unlockCommandFailed, ["status": String(status)]]
      case .interrupted: words[.unlockStopped]
      default: words.sentence(problem)
      }
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let line = TypedLine(field: typed, said: said(in: context), asCode: way == .code, isFocused: !isTrying)
    let asked = context.words[way == .passphrase ? .unlockAsk : .unlockAskCode]
    line.draw(below: [Line(), Line(asked)], on: &frame, in: body)
  }

  private func said(in context: Context) -> Line? {
    if isTrying { return Line(context.words[trying], .dim) }
    if let trouble { return Line(trouble) }
    return door.hasCommand && way == .passphrase ? Line(context.words[.unlockCommand], .dim) : nil
  }

  private var trying: Word {
    switch asked {
    case .command: .unlockAskingCommand
    case .file: .unlockAskingFile
    case nil: .unlockTrying
    }
  }
}

extension Words {
  /// What opened the journal when nobody typed, and when something was saved in it last: somebody may have put an older
  /// one in its place.
  func unlocked(by giver: KeyGiver?, _ last: LastSaved, in context: Context) -> String {
    let opened = giver.map { self[$0 == .file ? .noticeUnlockedByFile : .noticeUnlockedByCommand] }
    let saved = last.at.map { at in
      let stamp = Stamp(at, in: context.zone)
      let day = shortDay(stamp.day(endingAt: .midnight), today: context.stamp.day(endingAt: .midnight))
      let gaps = ["day": day, "clock": clock(stamp), "n": number(last.entries)]
      return self[last.entries == 1 ? .noticeLastSavedOne : .noticeLastSavedMany, gaps]
    }
    return [opened, saved].compactMap(\.self).joined(separator: " ")
  }
}

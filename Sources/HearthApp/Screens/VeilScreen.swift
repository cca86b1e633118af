import Canvas
import HearthContent
import HearthCore

/// Hangs before the answers of a check that nobody has touched for a while, and nothing is lost behind it. Where the
/// journal has a passphrase it takes that to lift it, else any key.
package struct VeilScreen: Screen {
  package static let title = Word.veilTitle

  private let isSealed: Bool
  private var typed = SecretText()
  private var isTrying = false
  /// Why it was not lifted.
  private var trouble: String?

  init(isSealed: Bool) { self.isSealed = isSealed }

  package var precedesJournal: Bool { true }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case lift, empty }

  package var takes: Takes { .text }
  package static var tables: [KeyTable] {
    listing(.text, [onAnyKey, onPassphrase])
  }

  package var bindings: Bindings<Command> { isSealed ? Self.onPassphrase : Self.onAnyKey }

  private static let onAnyKey: Bindings<Command> = [Binding("Enter", .lift, .veilLift, hint: .keyBringBack)]
  private static let onPassphrase: Bindings<Command> = [
    Binding("Enter", .lift, .veilLift, hint: .keyOpen), Binding("Esc C-w", .empty, .unlockEmpty, hint: .keyClear),
  ]

  package func header(in context: Context) -> Header { .title(context.words[.veilTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .event(.check(.proven)) where isTrying: return [.close]
    case .event(.check(.refused(let problem))) where isTrying: wasRefused(problem, in: context)
    case .event(.screenCleared): typed.wipe()
    case .event: break
    case .command, .input: return isSealed ? type(message) : lift(by: message)
    }
    return []
  }

  private func lift(by message: Message<Command>) -> [Effect] {
    switch message {
    case .command, .input(.key), .input(.paste): [.close]
    case .input(.mouse(let event)) where event.action == .press: [.close]
    case .input, .event: []
    }
  }

  private mutating func type(_ message: Message<Command>) -> [Effect] {
    // What is typed while it is tried was meant for nothing.
    if isTrying { return [] }
    switch message {
    case .command(.lift): return attempt()
    case .command(.empty): typed.wipe()
    case .input(let input): if typed.handle(input) { trouble = nil }
    case .event: break
    }
    return []
  }

  /// What was typed goes away with the wish; here nothing of it is left.
  private mutating func attempt() -> [Effect] {
    guard !typed.isEmpty else { return [] }
    let tried = typed
    typed = SecretText()
    (isTrying, trouble) = (true, nil)
    return [.wish(.check(.prove(tried)))]
  }

  private mutating func wasRefused(_ problem: Problem, in context: Context) {
    isTrying = false
    trouble = problem == .passphraseWrong ? context.words[.veilWrong] : context.words.sentence(problem)
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard isSealed else {
      var flow = Flow(body)
      if body.rows >= 12 { flow.gap(2) }
      return flow.paragraph(context.words[.curtainSays], on: &frame)
    }
    let said = isTrying ? Line(context.words[.unlockTrying], .dim) : trouble.map { Line($0) }
    TypedLine(field: typed, said: said, isFocused: !isTrying)
      .draw(below: [Line(), Line(context.words[.veilAsk])], on: &frame, in: body)
  }
}

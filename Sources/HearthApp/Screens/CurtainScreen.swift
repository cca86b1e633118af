import Canvas
import HearthContent
import HearthCore

/// Hangs before everything when the screen was wiped and the journal stays open. Any key lifts it, and does nothing
/// more.
package struct CurtainScreen: Screen {
  package static let title = Word.curtainTitle

  /// Why the journal is not locked although it has a passphrase.
  private let problem: Problem?

  init(_ problem: Problem?) { self.problem = problem }

  package var precedesJournal: Bool { true }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case lift }

  package var takes: Takes { .text }
  package static var tables: [KeyTable] {
    listing(.text, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> = [Binding("Enter", .lift, .curtainLift, hint: .keyBringBack)]

  package func header(in context: Context) -> Header { .title(context.words[.curtainTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command, .input(.key), .input(.paste): return [.close]
    case .input(.mouse(let event)) where event.action == .press: return [.close]
    case .input, .event: return []
    }
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let words = context.words
    var flow = Flow(body)
    if body.rows >= 12 { flow.gap(2) }
    flow.paragraph(words[.curtainSays], on: &frame)
    if body.rows >= 6 { flow.gap() }
    guard let problem else { return flow.paragraph(words[.curtainWhy], .dim, on: &frame) }
    flow.paragraph(words[.curtainNotKept], on: &frame)
    flow.paragraph(words.sentence(unsaved: problem), .dim, on: &frame)
  }
}

import Canvas
import HearthContent
import HearthCore

/// Offers back what was on the page when the program last ended without saving it.
package struct DraftScreen: Screen {
  package static let title = Word.draftTitle

  let draft: Draft
  /// What was chosen is on its way.
  package private(set) var awaits = false

  init(_ draft: Draft) { self.draft = draft }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case goOn, save, later }

  package var floats: Bool { true }
  package static var tables: [KeyTable] {
    listing(.nothing, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> = [
    Binding("Enter", .goOn, .draftGoOn, hint: .keyGoOn), Binding("s", .save, .draftSave, hint: .keySave),
    Binding("Esc", .later, .draftLater, hint: .keyLater),
  ]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.goOn): return ask(.openPage(draft.entry))
    case .command(.save):
      return ask(.save(draft.entry(dayEnd: context.settings.dayEnd, at: context.now), touching: draft.touched))
    case .command(.later): return [.close]
    case .event(.pageFound(draft.entry, let page)): return [.close, .open(.compose(page))]
    case .event(.saved(let entry)) where entry.id == draft.entry:
      return [.close, .say(Notice(context.words[.noticeSaved]))]
    case .event(.saveRefused(draft.entry, let problem)):
      awaits = false
      return [.say(Notice(context.words.sentence(unsaved: problem), kind: .trouble))]
    case .event(.refused): awaits = false
    case .event, .input: break
    }
    return []
  }

  private mutating func ask(_ wish: Wish) -> [Effect] {
    awaits = true
    return [.wish(wish)]
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let rect = body.centred(columns: min(64, body.columns), rows: min(body.rows, 9))
    let kept = Stamp(draft.keptAt, in: context.zone)
    var inner = Box.draw(on: &frame, in: rect, title: context.words[.draftTitle])
    let said = context.words[.draftOffer, ["when": context.when(kept)]]
    for line in said.wrapped(to: max(1, inner.columns)) where inner.rows > 1 {
      frame.put(line, at: inner.origin, limit: inner.columns)
      inner = inner.dropTop(1)
    }
    if inner.rows > 4 { inner = inner.dropTop(1) }
    for line in String(draft.text.prefix(2000)).wrapped(to: max(1, inner.columns - 2)).prefix(inner.rows) {
      frame.put(line, at: inner.dropLeft(2).origin, style: .dim, limit: inner.columns)
      inner = inner.dropTop(1)
    }
  }
}

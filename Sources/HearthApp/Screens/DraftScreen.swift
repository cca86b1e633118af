import Canvas
import HearthContent
import HearthCore

/// Offers back what was on the page when the program last ended without saving it.
package struct DraftScreen: Screen {
  package static let title = Word.draftTitle

  let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case goOn, save, later }

  package var floats: Bool { true }
  package var bindings: [Binding<Command>] {
    [
      Binding("Enter", .goOn, .draftGoOn, hint: .keyGoOn), Binding("s", .save, .draftSave, hint: .keySave),
      Binding("Esc", .later, .draftLater, hint: .keyLater),
    ]
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    guard case .command(let command) = message else { return [] }
    switch command {
    case .goOn: return [.close, .open(.compose(.draft(draft)))]
    case .save: return [.close, .wish(.save(entry(in: context))), .say(Notice(context.words[.noticeSaved]))]
    case .later: return [.close]
    }
  }

  private func entry(in context: Context) -> Entry {
    Entry(
      id: draft.entry, stamp: draft.stamp, day: draft.stamp.day(endingAt: context.settings.dayEnd),
      createdAt: context.now, modifiedAt: context.now, text: draft.text, addedTags: draft.addedTags, mood: draft.mood,
      isStarred: draft.isStarred, prompt: draft.prompt)
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let rect = body.centred(columns: min(64, body.columns), rows: min(body.rows, 11))
    let kept = Stamp(draft.keptAt, in: context.zone)
    var inner = Modal.drawBox(on: &frame, in: rect, title: context.words[.draftTitle])
    let said = context.words[.draftOffer, ["when": context.words.dayAndClock(kept, today: context.today)]]
    for line in said.wrapped(to: max(1, inner.columns)) where inner.rows > 1 {
      frame.put(line, at: inner.origin, limit: inner.columns)
      inner = inner.dropTop(1)
    }
    if inner.rows > 4 { inner = inner.dropTop(1) }
    for line in draft.text.wrapped(to: max(1, inner.columns - 2)).prefix(max(0, inner.rows - 2)) {
      frame.put(line, at: inner.dropLeft(2).origin, style: .dim, limit: inner.columns)
      inner = inner.dropTop(1)
    }
    drawKeys(on: &frame, in: rect.dropBottom(1).bottom(1).inset(columns: 2), context)
  }

  private func drawKeys(on frame: inout Frame, in rect: Rect, _ context: Context) {
    let items = bindings.map { KeyBar.Item(key: $0.keys[0].label, label: context.words[$0.hint ?? $0.label]) }
    KeyBar(items).draw(on: &frame, in: rect, status: nil)
  }
}

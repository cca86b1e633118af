import Canvas
import HearthContent
import HearthCore

/// What a person pins on Support for a hard hour: who is steady, what helps, what is worth it. Kept inside the journal.
package struct OwnSupportScreen: Screen {
  package static let title = Word.ownSupportTitle

  private var form: Form
  private let begun: OwnSupport
  private let begunForm: Form
  /// The lines until they are kept.
  private var lineDraft = LineDraft()
  private var isFinishing = false

  init(_ own: OwnSupport, in context: Context) {
    let words = context.words
    begun = own
    form = Form([
      Form.line("people", words[.ownSupportPeople], own.people, hint: words[.ownSupportPeopleHint]),
      Form.line("helps", words[.ownSupportHelps], own.helps, hint: words[.ownSupportHelpsHint]),
      Form.line("reasons", words[.ownSupportReasons], own.reasons),
    ])
    begunForm = form
  }

  private var answered: OwnSupport {
    OwnSupport(people: form.text("people"), helps: form.text("helps"), reasons: form.text("reasons"))
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, previous, done }

  package var takes: Takes { .text }
  /// What is typed while the page closes is meant for what comes after it.
  package var awaits: Bool { isFinishing }
  package var holdsWords: Bool { answered != begun }
  package static var tables: [KeyTable] {
    listing(.text, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> = [
    Binding("Tab Enter", .next, .formNext, hint: .keyNext),
    Binding("S-Tab", .previous, .formPrevious, hint: .keyBefore), Binding("Esc C-s", .done, .formDone, hint: .keyDone),
  ]

  package func header(in context: Context) -> Header { .title(context.words[.ownSupportTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.next) where !form.isAtEnd: form.move(by: 1)
    case .command(.previous): form.move(by: -1)
    case .command, .event(.finishAsked):
      guard let wish = unkept(in: context) else { return lineDraft.forgetting + [.close] }
      isFinishing = true
      return [.wish(wish)]
    case .input(.mouse(let event)): form.turn(event, in: place(in: Chrome.body(of: context.size)))
    case .input(let input):
      form.take(input)
      lineDraft.change(form.lines(beyond: begunForm), in: context)
    case .event(.changed(let settings)):
      return settings.ownSupport == answered ? lineDraft.forgetting + [.close] : []
    case .event(.refused): isFinishing = false
    case .event(let event): return isFinishing ? [] : lineDraft.hear(event, in: context)
    }
    return []
  }

  package func unkept(in context: Context) -> Wish? {
    guard holdsWords else { return nil }
    var settings = context.settings
    settings.ownSupport = answered
    return .change(settings)
  }

  package var wakes: Int? { isFinishing ? nil : lineDraft.wakes }

  // MARK: Draw

  private func place(in body: Rect) -> Rect { Flow(body, airyFrom: 10).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    form.draw(on: &frame, in: place(in: body))
  }
}

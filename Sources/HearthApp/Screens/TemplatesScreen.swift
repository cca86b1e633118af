import Canvas
import HearthContent
import HearthCore

/// Pages that are begun already, found by a few letters; Enter opens one with its gaps filled.
package struct TemplatesScreen: Screen {
  package static let title = Word.templatesTitle

  /// Nil until they are here.
  private(set) var templates: [Template]?
  /// The day's, for pages on which it is to stand.
  private var question: Prompt?
  private var isAwaitingQuestion = true
  var query: Field
  private var list = ListView<String>()

  init(in context: Context) { query = Field(placeholder: context.words[.templatesPlaceholder]) }

  /// The best fit first; all in their own order while nothing is typed.
  var found: [Template] {
    let all = templates ?? []
    if query.isEmpty { return all }
    return all.enumerated().compactMap { place, template in
      Fuzzy.score(query.text, in: template.title).map { (place, template, $0) }
    }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map(\.1)
  }

  package var awaits: Bool { templates == nil || isAwaitingQuestion }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case begin, close
    case move(RowMove)
  }

  package var takes: Takes { .text }
  package var floats: Bool { true }
  package static var tables: [KeyTable] {
    listing(.text, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> = [
    Binding("Enter", Command.begin, .templatesBegin, hint: .keyBegin), Binding("Up", .move(.up), .listUp),
    Binding("Down", .move(.down), .listDown), Binding("PgUp", .move(.pageUp), .listPageUp),
    Binding("PgDn", .move(.pageDown), .listPageDown),
    Binding("Esc", .close, .houseBack, hint: .keyBack),
  ]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context)
    case .input(let input): take(input, in: context)
    case .event(let event): hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    list.fit(rows: places(in: Chrome.body(of: context.size)).list.rows)
    switch command {
    case .begin: return begin(in: context)
    case .move(let way): list.move(way)
    case .close: return [.close]
    }
    return []
  }

  /// A page on which the day's question stands answers it.
  private func begin(in context: Context) -> [Effect] {
    guard let template = found.first(where: { $0.id == list.selection }) else { return [] }
    let text = text(of: template, asking: question, in: context)
    let isAsked = text != self.text(of: template, asking: nil, in: context)
    return [.close, .open(.compose(.begun(text: text, answering: isAsked ? question : nil)))]
  }

  /// A click marks; a click on what is marked begins it.
  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if case .mouse(let event) = input {
      return list.opens(with: event, in: places(in: Chrome.body(of: context.size)).list) ? begin(in: context) : []
    }
    if query.handle(input) { showFound() }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown where templates == nil:
      return [.wish(.loadTemplates), .wish(.loadToday(context.today, context.settings))]
    case .templatesLoaded(let loaded):
      templates = loaded
      showFound()
    case .todayLoaded(let page): (question, isAwaitingQuestion) = (page.question, false)
    case .refused: (templates, isAwaitingQuestion) = (templates ?? [], false)
    default: break
    }
    return []
  }

  /// The best fit is marked.
  private mutating func showFound() { list = ListView(found.map { .init($0.id, height: 2) }) }

  private func text(of template: Template, asking question: Prompt?, in context: Context) -> String {
    template.filled(
      day: context.today, question: question?.text, weekday: context.words.weekday(context.today.weekday),
      date: context.words.date(context.today), time: context.words.clock(context.stamp))
  }

  // MARK: Draw

  private func places(in body: Rect) -> (box: Rect, list: Rect) {
    let wanted = max(1, list.rows.count) * 2
    let box = body.centred(columns: min(68, body.columns), rows: min(body.rows, wanted + 4))
    let inner = Box.inner(of: box)
    return (box, inner.dropTop(inner.rows > 4 ? 2 : 1))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body)
    let inner = Box.draw(on: &frame, in: places.box, title: context.words[.templatesTitle])
    let found = found
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      draw(found[index], isMarked: isMarked, on: &frame, in: place, context)
    }
    if templates != nil, found.isEmpty {
      let said: Word = query.isEmpty ? .templatesNone : .templatesNothing
      frame.put(context.words[said], at: places.list.origin, style: .dim, limit: places.list.columns)
    }
    query.draw(.filter, on: &frame, in: inner.top(1))
  }

  private func draw(
    _ template: Template, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context
  ) {
    let yours = template.isOwn ? context.words[.templatesYours] : ""
    frame.putRow(template.title, isMarked: isMarked, right: yours, in: place)
    guard place.rows > 1 else { return }
    let lines = text(of: template, asking: question, in: context).split(whereSeparator: \.isNewline).prefix(6)
    frame.put(
      lines.joined(separator: " · ").truncated(to: place.columns - 2), at: place.dropTop(1).dropLeft(2).origin,
      style: .dim)
  }
}

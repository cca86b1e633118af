import Canvas
import HearthContent
import HearthCore

/// People to call or write to, for the country the person chose. Reached from everywhere with one key, also while typing.
package struct SupportScreen: Screen {
  package static let title = Word.supportTitle

  /// Two capital letters, or `elsewhere`; nil until one is chosen.
  var country: String?
  var directory: SupportDirectory?
  /// What the person has pinned; nil where the journal is not open to be seen.
  private var own: OwnSupport?
  var isChoosing: Bool
  /// Place in the list of countries while choosing; past the last: "another country".
  var marked = 0
  /// How far one has gone; in another window it may be beyond the end.
  private var scroll = 0

  init(country: String?, own: OwnSupport? = nil) {
    self.country = country
    self.own = own
    isChoosing = country == nil
  }

  /// Codes of those that can be chosen, by name, and one for all others.
  private func choices(_ context: Context) -> [String] {
    (directory.map(context.words.countries) ?? []).map(\.code) + [Config.elsewhere]
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case choose, change, pin, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onLines, onOwnLines, onCountries])
  }

  package var bindings: Bindings<Command> {
    isChoosing ? Self.onCountries : own == nil ? Self.onLines : Self.onOwnLines
  }

  private static let moving: Bindings<Command> =
    RowKeys.list(Command.move) + [Binding("Esc", .back, .supportBack, hint: .keyBack)]
  private static let onCountries: Bindings<Command> =
    [Binding("Enter", .choose, .supportChoose, hint: .keyChoose)] + moving
  private static let onLines: Bindings<Command> =
    moving + [Binding("c", .change, .supportChangeCountry, hint: .keyCountry)]
  private static let onOwnLines: Bindings<Command> =
    onLines + [Binding("e", .pin, .supportPin, hint: .keyPin)]

  package func header(in context: Context) -> Header { .title(context.words[.supportTitle]) }

  package func status(in context: Context) -> Line? {
    guard !isChoosing, directory != nil else { return nil }
    let room = Flow(Chrome.body(of: context.size)).rest
    let length = page(columns: room.columns, context).count
    let isMore = length > top(of: length, in: room.rows) + room.rows
    return isMore ? Line(context.words[.listMore], .dim) : nil
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(.mouse(let event)) where event.action == .wheelUp: move(by: -3, in: context)
    case .input(.mouse(let event)) where event.action == .wheelDown: move(by: 3, in: context)
    case .input: break
    case .event(.shown): return directory == nil ? [.wish(.loadLines)] : []
    case .event(.linesLoaded(let loaded)): directory = loaded
    case .event(.changed(let settings)): own = own.map { _ in settings.ownSupport }
    // It stays open over a screen that was cleared.
    case .event(.screenCleared): own = nil
    case .event(.countryChosen(let config)): country = config.country
    case .event(.configured(let config, _)) where country == nil && config.country != nil:
      (country, isChoosing) = (config.country, false)
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .move(let way): move(by: way.rows(page: max(1, Chrome.body(of: context.size).rows - 2)), in: context)
    case .change:
      isChoosing = true
      marked = choices(context).firstIndex { $0 == country } ?? 0
    case .choose: return choose(in: context)
    case .pin: return [.open(.ownSupport)]
    case .back:
      guard isChoosing, country != nil else { return [.close] }
      isChoosing = false
    }
    return []
  }

  private mutating func move(by rows: Int, in context: Context) {
    if isChoosing {
      marked = min(max(0, marked + rows), choices(context).count - 1)
    } else {
      let room = Flow(Chrome.body(of: context.size)).rest
      let length = page(columns: room.columns, context).count
      scroll = min(max(0, top(of: length, in: room.rows) + rows), max(0, length - room.rows))
    }
  }

  /// The first row that is seen of so many: the window may have grown since one went on.
  private func top(of length: Int, in rows: Int) -> Int { max(0, min(scroll, length - rows)) }

  /// "Elsewhere" shows the directories. It is kept like any other: whoever needs the page again is not asked first.
  private mutating func choose(in context: Context) -> [Effect] {
    let choices = choices(context)
    guard directory != nil, choices.indices.contains(marked) else { return [] }
    isChoosing = false
    scroll = 0
    country = choices[marked]
    return [.wish(.chooseCountry(choices[marked]))]
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard directory != nil else { return }
    var flow = Flow(body)
    guard !isChoosing else { return drawChoices(with: &flow, on: &frame, context) }
    frame.cursor = flow.rest.origin
    let page = page(columns: flow.rest.columns, context)
    for line in page.dropFirst(top(of: page.count, in: flow.rest.rows)) where !flow.isFull {
      line.draw(on: &frame, at: flow.rest.origin, limit: flow.rest.columns)
      flow.gap()
    }
  }

  private func drawChoices(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    let choices = choices(context)
    let asked = context.words[.supportChooseCountry]
    // What is chosen from is seen before what asks for it.
    if flow.rest.rows >= asked.wrapped(to: max(1, flow.rest.columns)).count + min(3, choices.count) {
      flow.paragraph(asked, .text.with(.bold), on: &frame)
    }
    if flow.rest.rows > choices.count + 3 { flow.paragraph(context.words[.supportCountryWhy], .dim, on: &frame) }
    if flow.rest.rows > choices.count { flow.gap() }
    let first = max(0, min(marked - flow.rest.rows / 2, choices.count - flow.rest.rows))
    for (index, code) in choices.enumerated().dropFirst(first) where !flow.isFull {
      let isMarked = index == marked
      frame.put(isMarked ? "▌" : " ", at: flow.rest.origin, style: .accent)
      if isMarked { frame.cursor = flow.rest.origin }
      let name = context.words.country(code)
      flow.line(name, isMarked ? .text.with(.bold) : .text, indent: 2, on: &frame)
    }
  }

  private func page(columns: Int, _ context: Context) -> [Line] {
    guard let directory else { return [] }
    let named = country == Config.elsewhere ? nil : country
    return SupportPage(directory, country: named, own: own, columns: max(1, columns), words: context.words).rows
  }
}

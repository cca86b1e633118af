import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What a search finds besides entries: what is known of people, moments, passages through practices.
package struct ElsewhereScreen: Screen {
  package static let title = Word.elsewhereTitle

  let condition: Condition
  private let sought: Sought
  /// Nil until it is here.
  private(set) var found: [Elsewhere]?
  private(set) var list = ListView<UUID>()

  init(_ condition: Condition) {
    self.condition = condition
    sought = Sought(condition)
  }

  private var marked: Elsewhere? { list.selectedIndex.flatMap { found?[safe: $0] } }

  package var awaits: Bool { found == nil }
  package var dayInMind: Day? { marked?.day }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, wholeDay, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] { listing(.nothing, [onList, onPerson, onNothing]) }

  package var bindings: Bindings<Command> {
    list.isEmpty ? Self.onNothing : marked?.day == nil ? Self.onPerson : Self.onList
  }

  private static let open = Binding("Enter l", Command.open, .elsewhereOpen, hint: .keyOpen)
  private static let wholeDay = Binding("a", Command.wholeDay, .calendarWholeDay, hint: .keyWholeDay)
  private static let onList: Bindings<Command> = [open, wholeDay] + moving
  private static let onPerson: Bindings<Command> = [open] + moving
  private static let moving = onNothing + RowKeys.list(Command.move)
  private static let onNothing: Bindings<Command> = [Binding("Esc", Command.back, .houseBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(context.words[.elsewhereTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = place(in: Chrome.body(of: context.size))
    list.fit(rows: place.rows)
    switch message {
    case .command(let command): return carryOut(command)
    case .input(.mouse(let event)): return list.opens(with: event, in: place) ? open() : []
    case .input: return []
    case .event(let event): return hear(event)
    }
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    switch command {
    case .open: return open()
    case .wholeDay: return marked?.day.map { [.open(.day($0))] } ?? []
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    return []
  }

  private func open() -> [Effect] {
    switch marked {
    case .person(let person): [.open(.person(person.id))]
    case .moment(let moment): [.open(.moment(moment))]
    case .run(let run): [.open(run.finishedAt == nil ? .practice(.goOn(run.id)) : .pastRun(run.id))]
    case nil: []
    }
  }

  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .shown, .made, .takenBack, .answersChanged, .notesTaken(1...): return [.wish(.findElsewhere(condition))]
    case .foundElsewhere(condition, let all):
      found = all
      list.show(all) { .init($0.id, height: $0.text.isEmpty ? 1 : 2) }
    case .refused: found = found ?? []
    default: break
    }
    return []
  }

  // MARK: Draw

  private func place(in body: Rect) -> Rect { Flow(body, airyFrom: 10).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard let found else { return }
    let place = place(in: body)
    if found.isEmpty {
      frame.cursor = place.origin
      return ScrollView([Line(context.words[.elsewhereNone], .dim)]).draw(on: &frame, in: place)
    }
    list.draw(on: &frame, in: place) { index, isMarked, frame, rect in
      draw(found[index], isMarked: isMarked, on: &frame, in: rect, context)
    }
  }

  private func draw(_ item: Elsewhere, isMarked: Bool, on frame: inout Frame, in rect: Rect, _ context: Context) {
    let words = context.words
    let when = item.day.map { words.shortDay($0, today: context.today) } ?? words[.elsewherePerson]
    var line = Line(when.padded(to: EntryLine.dayColumns) + " ", .dim)
    line.append(Line(item.title(words), isMarked ? .text.with(.bold) : .text, finding: sought))
    line.truncated(to: rect.columns).draw(on: &frame, at: rect.origin, limit: rect.columns)
    guard rect.rows > 1 else { return }
    let below = rect.dropTop(1).dropLeft(4)
    Line(sought.excerpt(of: item.text, limit: max(2, below.columns)), .dim, finding: sought)
      .truncated(to: below.columns).draw(on: &frame, at: below.origin, limit: below.columns)
  }
}

extension Elsewhere {
  /// What it is called: by whom, or by what it was and with whom.
  package func title(_ words: Words) -> String {
    switch self {
    case .person(let person): ([person.name] + person.aliases).joined(separator: ", ")
    case .moment(let moment): words.said(moment)
    case .run(let run): run.title
    }
  }
}

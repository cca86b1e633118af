import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// One day, whole: its check-ins, its moments, what was written. Each can be opened again, however long ago it was.
package struct DayScreen: Screen {
  package static let title = Word.dayTitle

  private(set) var day: Day
  /// Nil until they are here.
  private(set) var answers: DayAnswers?
  private(set) var written: [EntryHead]?
  private(set) var list = ListView<UUID>()

  init(_ day: Day) { self.day = day }

  /// What stands on a row.
  private enum Item {
    case heading(Word)
    case checkIn(CheckIn)
    case moment(Moment)
    case entry(EntryHead)

    var id: UUID? {
      switch self {
      case .heading: nil
      case .checkIn(let checkIn): checkIn.id
      case .moment(let moment): moment.id
      case .entry(let head): head.id
      }
    }
  }

  private var items: [Item] {
    func part(_ heading: Word, _ items: [Item]) -> [Item] { items.isEmpty ? [] : [.heading(heading)] + items }
    return part(.dayCheckIns, answers?.checkIns.map(Item.checkIn) ?? [])
      + part(.todayMoments, answers?.moments.map(Item.moment) ?? [])
      + part(.dayWritten, written?.map(Item.entry) ?? [])
  }

  private var marked: Item? { list.selectedIndex.map { items[$0] } }

  package var awaits: Bool { answers == nil || written == nil }
  package var dayInMind: Day? { day }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, trash, before, after, today, journal, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onDay, onNothing])
  }

  package var bindings: Bindings<Command> { list.isEmpty ? Self.onNothing : Self.onDay }

  private static let onDay: Bindings<Command> =
    [
      Binding("Enter", Command.open, .dayOpen, hint: .keyOpen), Binding("d", .trash, .dayTrash, hint: .keyTrash),
    ] + onNothing + RowKeys.list(Command.move)
  private static let onNothing: Bindings<Command> = [
    Binding("Esc", Command.back, .houseBack, hint: .keyBack),
    Binding("Left h", .before, .calendarDayBack, hint: .keyEarlierDay),
    Binding("Right l", .after, .calendarDayOn), Binding("t", .today, .journalToday, hint: .keyToday),
    Binding("o", .journal, .dayInJournal, hint: .keyInJournal),
  ]

  package func header(in context: Context) -> Header {
    let words = context.words
    return .title(context.size.columns >= 60 ? words.fullDate(day) : words.shortDay(day, today: context.today))
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = place(in: Chrome.body(of: context.size))
    list.fit(rows: place.rows)
    defer { show(in: place, context) }
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input):
      guard case .mouse(let event) = input else { return [] }
      return list.opens(with: event, in: place) ? open() : []
    case .event(let event): return hear(event)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return open()
    case .trash: return trash(in: context)
    case .before: return turn(to: day.adding(days: -1), in: context)
    case .after: return turn(to: day.adding(days: 1), in: context)
    case .today: return turn(to: context.today, in: context)
    case .journal: return [.go(.journal), .choose(day)]
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    return []
  }

  /// Another day; none that is still to come.
  private mutating func turn(to other: Day, in context: Context) -> [Effect] {
    guard other <= context.today, other != day else { return [] }
    self = DayScreen(other)
    return load()
  }

  private func open() -> [Effect] {
    switch marked {
    case .checkIn(let checkIn): [.open(.checkIn(checkIn))]
    case .moment(let moment): [.open(.moment(moment))]
    case .entry(let head): [.open(.read(head, in: filter))]
    case .heading, nil: []
    }
  }

  private func trash(in context: Context) -> [Effect] {
    let said = Effect.say(Notice(context.words[.noticeTrashed]))
    return switch marked {
    case .checkIn(let checkIn): [.wish(.answers(.trashCheckIn(checkIn.id))), said]
    case .moment(let moment): [.wish(.answers(.trashMoment(moment.id))), said]
    case .entry(let head): [.wish(.make(.trash([head.id])))]
    case .heading, nil: []
    }
  }

  private var filter: EntryFilter { .days(from: day, to: day, order: .oldestFirst) }

  private func load() -> [Effect] {
    [.wish(.answers(.load(day))), .wish(.loadHeads(filter, .start, limit: Self.mostWritten))]
  }

  /// More entries of one day than anybody writes.
  private static let mostWritten = 1000

  private mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .shown, .made, .takenBack, .answersChanged, .notesTaken(1...): return load()
    case .answersLoaded(let loaded) where loaded.day == day: answers = loaded
    case .headsLoaded(filter, _, let page): written = page.heads
    case .refused: (answers, written) = (answers ?? DayAnswers(day: day, fields: []), written ?? [])
    default: break
    }
    return []
  }

  /// An entry takes a second row where the first cannot say all of it, a moment one for its line.
  private mutating func show(in place: Rect, _ context: Context) {
    let columns = place.columns - 2
    let lead = EntryLine.lead(in: columns, .clock, context.words)
    list.show(items) { item in
      if case .entry(let head) = item {
        return .init(head.id, height: EntryLine.isWhole(head, in: columns, after: lead) ? 1 : 2)
      }
      if case .moment(let moment) = item { return .init(moment.id, height: moment.line.isEmpty ? 1 : 2) }
      return item.id.map { .init($0) }
    }
  }

  // MARK: Draw

  private func place(in body: Rect) -> Rect { Flow(body, airyFrom: 10).rest }

  package func mark(_ place: inout Place) { place.day = day }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = place(in: body)
    guard !awaits else { return }
    guard !list.isEmpty else {
      var flow = Flow(body)
      flow.gap(body.rows >= 10 ? 1 : 0)
      flow.paragraph(context.words[.dayEmpty], .dim, on: &frame)
      frame.cursor = place.origin
      return
    }
    let items = items
    list.draw(on: &frame, in: place) { index, isMarked, frame, rect in
      draw(items[index], isMarked: isMarked, on: &frame, in: rect, context)
    }
  }

  private func draw(_ item: Item, isMarked: Bool, on frame: inout Frame, in rect: Rect, _ context: Context) {
    let words = context.words
    switch item {
    case .heading(let word): frame.putHeading(words[word], in: rect)
    case .checkIn(let checkIn):
      put(words.clock(checkIn.stamp), answers?.said(checkIn, words) ?? "", isMarked, on: &frame, in: rect)
    case .moment(let moment):
      put(words.clock(moment.stamp), words.said(moment), isMarked, on: &frame, in: rect)
      let below = rect.dropTop(1).dropLeft(4)
      Line(moment.line, .dim).truncated(to: below.columns).draw(on: &frame, at: below.origin, limit: below.columns)
    case .entry(let head): EntryLine(head, isMarked: isMarked, when: .clock).draw(on: &frame, in: rect, context)
    }
  }

  private func put(_ clock: String, _ text: String, _ isMarked: Bool, on frame: inout Frame, in rect: Rect) {
    var line = Line("\(clock)  ", .dim)
    line.append(text, isMarked ? .text.with(.bold) : .text)
    line.truncated(to: rect.columns).draw(on: &frame, at: rect.origin, limit: rect.columns)
  }
}

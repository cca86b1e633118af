import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The third room: people and groups by circle, never by anything counted.
package struct PeopleScreen: Screen {
  package static let title = Word.roomPeople

  /// Nil until it is here.
  private(set) var people: [PersonLine]?
  private var list = ListView<UUID>()
  /// What stands in each row of the list.
  private var items: [Item] = []
  /// A name, while one is typed.
  private var naming: PromptLine?
  /// That name until it is kept.
  private var lineDraft = LineDraft()

  private enum Item: Equatable {
    case heading(Word)
    case person(PersonLine)
  }

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, add, touchpoints, maps, keep, leave
    case move(RowMove)
  }

  package var takes: Takes { naming == nil ? .nothing : .text }
  package var awaits: Bool { people == nil }
  package static var tables: [KeyTable] {
    listing(.nothing, [onEmpty, onList]) + listing(.text, [onName])
  }

  package var bindings: Bindings<Command> {
    naming != nil ? Self.onName : list.isEmpty ? Self.onEmpty : Self.onList
  }

  private static let onEmpty: Bindings<Command> = [
    Binding("a", .add, .peopleAdd, hint: .keyAdd), Binding("t", .touchpoints, .peopleTouchpoints, hint: .keySteady),
    Binding("v", .maps, .peopleMaps, hint: .keyMaps),
  ]
  private static let onList: Bindings<Command> =
    [Binding("Enter", Command.open, .peopleOpen, hint: .keyOpen)] + onEmpty + RowKeys.list(Command.move)
  private static let onName: Bindings<Command> = [
    Binding("Enter", .keep, .peopleKeep, hint: .keyKeep), Binding("Esc", .leave, .peopleLeave, hint: .keyBack),
  ]

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    list.fit(rows: place(in: Chrome.body(of: context.size), context).rows)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return list.selection.map { [.open(.person($0))] } ?? []
    case .add: naming = PromptLine(.peopleName, saying: context.words[.peopleNameHint])
    case .touchpoints: return [.open(.touchpoints)]
    case .maps: return [.open(.peopleMaps)]
    case .move(let way): list.move(way)
    case .keep: return keepName()
    case .leave: return endNaming()
    }
    return []
  }

  private mutating func keepName() -> [Effect] {
    let name = naming?.answer ?? ""
    return name.isEmpty ? endNaming() : [.wish(.people(.add(name)))]
  }

  private mutating func endNaming() -> [Effect] {
    naming = nil
    return lineDraft.end()
  }

  package func unkept(in context: Context) -> Wish? { lineDraft.unkept(in: context) }
  package var wakes: Int? { lineDraft.wakes }

  /// A click marks; a click on what is marked opens it.
  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if naming != nil {
      naming?.handle(input)
      lineDraft.change(naming?.answer ?? "", in: context)
    } else if case .mouse(let event) = input {
      let isOpened = list.opens(with: event, in: place(in: Chrome.body(of: context.size), context))
      if isOpened { return carryOut(.open, in: context) }
    }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .takenBack, .people(.gone), .people(.changed), .people(.merged), .people(.touchpointKept):
      return [.wish(.people(.list))]
    case .people(.added(let person)):
      let isOwn = naming != nil
      return endNaming() + [.wish(.people(.list))] + (isOwn ? [.open(.person(person.id))] : [])
    case .people(.listed(let listed)): show(listed)
    case .people(.refused(let problem)): naming?.trouble = context.words.sentence(problem)
    default: return lineDraft.hear(event, in: context)
    }
    return []
  }

  private mutating func show(_ listed: [PersonLine]) {
    people = listed
    let circles = Person.Circle.allCases.map { circle in
      (circle.name, listed.filter { $0.person.circle == circle && !$0.person.isRemembered })
    }
    let others: [(Word, [PersonLine])] = [
      (.peopleOthers, listed.filter { $0.person.circle == nil && !$0.person.isRemembered }),
      (.peopleRemembered, listed.filter(\.person.isRemembered)),
    ]
    items = (circles + others).filter { !$0.1.isEmpty }.flatMap { heading, lines in
      [.heading(heading)] + lines.map(Item.person)
    }
    list.show(items) { if case .person(let line) = $0 { .init(line.person.id) } else { nil } }
  }

  // MARK: Draw

  private func foot(_ body: Rect, _ context: Context) -> Int {
    naming?.height(columns: Flow(body).rest.columns, context.words) ?? 0
  }

  private func place(in body: Rect, _ context: Context) -> Rect {
    Flow(body, airyFrom: 14).rest.dropBottom(foot(body, context))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = place(in: body, context)
    frame.cursor = place.origin
    if people?.isEmpty == true, naming == nil {
      var flow = Flow(body, airyFrom: 14)
      flow.paragraph(context.words[.peopleEmpty], .dim, on: &frame)
    }
    list.draw(on: &frame, in: place) { index, isMarked, frame, place in
      switch items[index] {
      case .heading(let word): frame.putHeading(context.words[word], in: place)
      case .person(let line): draw(line, isMarked: isMarked, on: &frame, in: place, context)
      }
    }
    naming?.draw(on: &frame, in: Flow(body).rest.bottom(foot(body, context)), context.words)
  }

  private func draw(_ line: PersonLine, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    let right = context.words.lastContact(line.lastContact, today: context.today) ?? ""
    var left = Line(line.person.name, isMarked ? .text.with(.bold) : .text)
    let marks = [
      line.person.isSteady ? context.words[.peopleSteady] : nil,
      line.person.isAtRest ? context.words[.personResting] : nil,
    ]
    for mark in marks.compactMap(\.self) { left.append("  " + mark, .dim) }
    frame.putRow(left, right: right, in: place)
  }
}

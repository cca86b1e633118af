import Canvas
import HearthContent
import HearthCore

/// Several things of one kind to tick, which would make Settings too long. Kept at once, as there.
package struct TicksScreen: Screen {
  package static let title = Word.ticksTitle

  /// What is ticked.
  package enum Matter: Hashable, Sendable {
    /// What a check-in asks each time.
    case fields
    /// What takes a lot out of the person, and where contact comes easily.
    case drains, surroundings
  }

  private let matter: Matter
  /// What a check-in can ask, once it is here.
  private var fields: [CheckInField] = []
  private var list = ListView<String>()
  /// As the journal has confirmed them, and as they will be.
  private var settings: Settings
  private var wished: Settings

  init(_ matter: Matter, in context: Context) {
    self.matter = matter
    (settings, wished) = (context.settings, context.settings)
    show()
  }

  package var awaits: Bool { matter == .fields && fields.isEmpty }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case mark, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [all])
  }

  package var bindings: Bindings<Command> { Self.all }
  private static let all: Bindings<Command> =
    [Binding("Space Enter", Command.mark, .listMark, hint: .keyMark)] + RowKeys.answers(Command.move) + [
      Binding("Esc", .back, .houseBack, hint: .keyDone)
    ]

  package func header(in context: Context) -> Header { .title(context.words[matter.heading]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = places(in: Chrome.body(of: context.size), context).list
    list.fit(rows: rect.rows)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: rect, context)
    case .event(.shown): return matter == .fields ? [.wish(.answers(.fields))] : []
    case .event(.fieldsLoaded(let loaded)) where matter == .fields:
      fields = loaded
      show()
    case .event(.changed(let kept)): (settings, wished) = (kept, wished == settings ? kept : wished)
    case .event(.refused): wished = settings
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .mark: return mark(in: context)
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    return []
  }

  /// A click marks a row, and one on it ticks it.
  private mutating func take(_ input: Input, in rect: Rect, _ context: Context) -> [Effect] {
    guard case .mouse(let event) = input else { return [] }
    return list.opens(with: event, in: rect) ? mark(in: context) : []
  }

  private mutating func mark(in context: Context) -> [Effect] {
    guard let id = list.selection else { return [] }
    switch matter {
    case .fields:
      guard let asked = CheckInScreen.asked(of: fields, by: wished, turning: id) else {
        return [.say(Notice(context.words[.checkInAskedLast]))]
      }
      wished.checkInFields = asked
    case .drains: wished.leaning.drains.turn(Drain(rawValue: id))
    case .surroundings: wished.leaning.surroundings.turn(Surrounding(rawValue: id))
    }
    return [.wish(.change(wished))]
  }

  private mutating func show() {
    let ids =
      switch matter {
      case .fields: fields.map(\.id)
      case .drains: Drain.allCases.map(\.rawValue)
      case .surroundings: Surrounding.allCases.map(\.rawValue)
      }
    list.show(ids.map { .init($0) })
  }

  private func isOn(_ id: String) -> Bool {
    switch matter {
    case .fields: CheckInScreen.asked(of: fields, by: settings).contains { $0.id == id }
    case .drains: settings.leaning.drains.contains { $0.rawValue == id }
    case .surroundings: settings.leaning.surroundings.contains { $0.rawValue == id }
    }
  }

  private func label(of id: String, _ words: Words) -> String {
    switch matter {
    case .fields: fields.first { $0.id == id }?.title ?? id
    case .drains: Drain(rawValue: id).map { words[$0.word] } ?? id
    case .surroundings: Surrounding(rawValue: id).map { words[$0.word] } ?? id
    }
  }

  // MARK: Draw

  private func places(in body: Rect, _ context: Context) -> (said: [String], top: Rect, list: Rect) {
    let rect = Flow(body, airyFrom: 12).rest
    let said = body.rows >= 8 ? context.words[matter.said].wrapped(to: max(1, rect.columns)) : []
    let height = said.isEmpty ? 0 : said.count + (body.rows >= 12 ? 1 : 0)
    return (said, rect.top(said.count), rect.dropTop(height))
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body, context)
    for (row, line) in places.said.enumerated() {
      frame.put(line, at: Point(column: places.top.column, row: places.top.row + row), style: .dim)
    }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      guard let id = list.rows[index].id else { return }
      let isOn = isOn(id)
      frame.put(isOn ? "[✓]" : "[ ]", at: place.origin, style: isOn ? .accent : .dim, limit: place.columns)
      frame.put(
        label(of: id, context.words).truncated(to: max(0, place.columns - 5)), at: place.dropLeft(4).origin,
        style: isMarked ? .text.with(.bold) : .text)
    }
    list.drawArrows(on: &frame, in: places.list)
  }
}

extension TicksScreen.Matter {
  fileprivate var heading: Word {
    switch self {
    case .fields: .ticksWhatFields
    case .drains: .ticksWhatDrains
    case .surroundings: .ticksWhatSurroundings
    }
  }

  fileprivate var said: Word {
    switch self {
    case .fields: .ticksFields
    case .drains: .ticksDrains
    case .surroundings: .ticksSurroundings
    }
  }
}

extension Set {
  fileprivate mutating func turn(_ element: Element?) {
    guard let element else { return }
    if remove(element) == nil { insert(element) }
  }
}

extension Drain {
  fileprivate var word: Word {
    switch self {
    case .talk: .ticksTalk
    case .strangers: .ticksStrangers
    case .noise: .ticksNoise
    case .way: .ticksWay
    case .messages: .ticksMessages
    }
  }
}

extension Surrounding {
  fileprivate var word: Word {
    switch self {
    case .home: .ticksHome
    case .outside: .ticksOutside
    case .among: .ticksAmong
    case .pairs: .ticksPairs
    case .writing: .ticksWriting
    case .group: .ticksGroup
    }
  }
}

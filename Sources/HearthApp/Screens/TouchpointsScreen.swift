import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// Every standing contact, those at rest last: what each is, and when it is hoped for next.
package struct TouchpointsScreen: Screen {
  package static let title = Word.touchTitle

  private var rhythms: [Rhythm]?
  private var list = ListView<UUID>()

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, add, back
    case move(RowMove)
  }

  package var awaits: Bool { rhythms == nil }
  package static var tables: [KeyTable] {
    listing(.nothing, [all])
  }

  package var bindings: Bindings<Command> { Self.all }
  private static let all: Bindings<Command> =
    [Binding("Enter", .open, .touchOpen, hint: .keyOpen), Binding("a", .add, .touchAdd, hint: .keyAdd)]
    + RowKeys.list(Command.move) + [Binding("Esc", .back, .houseBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(context.words[.touchTitle]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = Self.place(in: Chrome.body(of: context.size))
    list.fit(rows: place.rows)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): list.handle(input, in: place)
    case .event(.shown), .event(.takenBack), .event(.people(.touchpointKept)), .event(.people(.touchpointGone)):
      return [.wish(.people(.rhythms))]
    case .event(.people(.rhythmsListed(let listed))): show(listed, on: context.today)
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return marked.map { [.open(.touchpoint($0))] } ?? []
    case .add: return [.open(.form(.touchpoint(.new(in: context), with: "", isNew: true)))]
    case .move(let way): list.move(way)
    case .back: return [.close]
    }
    return []
  }

  private var marked: Rhythm? { rhythms?.first { $0.touchpoint.id == list.selection } }

  private mutating func show(_ listed: [Rhythm], on today: Day) {
    let sorted = listed.sorted {
      ($0.isAtRest ? 1 : 0, $0.next(on: today)) < ($1.isAtRest ? 1 : 0, $1.next(on: today))
    }
    rhythms = sorted
    list.show(sorted.map { .init($0.touchpoint.id, height: 2) })
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 14).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = Self.place(in: body)
    frame.cursor = place.origin
    if rhythms?.isEmpty == true {
      var flow = Flow(body, airyFrom: 14)
      flow.paragraph(context.words[.touchEmpty], .dim, on: &frame)
    }
    list.draw(on: &frame, in: place) { index, isMarked, frame, place in
      guard let rhythm = rhythms?[safe: index] else { return }
      frame.put(
        context.words.title(of: rhythm).truncated(to: place.columns), at: place.origin,
        style: isMarked ? .text.with(.bold) : .text, limit: place.columns)
      let said =
        rhythm.isAtRest ? context.words[.touchAtRest] : context.words.sentence(rhythm, on: context.today)
      frame.put(said.truncated(to: place.columns), at: place.dropTop(1).origin, style: .dim, limit: place.columns)
    }
  }
}

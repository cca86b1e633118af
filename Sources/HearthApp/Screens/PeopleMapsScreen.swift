import Canvas
import HearthContent
import HearthCore

/// Five places from which support can come, and who there is for which need. Blanks are fine.
package struct PeopleMapsScreen: Screen {
  package static let title = Word.mapsTitle

  /// Nil until it is here.
  private var people: [PersonLine]?
  private var text = ScrollView()

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case back
    case move(RowMove)
  }

  package var awaits: Bool { people == nil }
  package static var tables: [KeyTable] {
    listing(.nothing, [all])
  }

  package var bindings: Bindings<Command> { Self.all }
  private static let all: Bindings<Command> =
    RowKeys.text(Command.move) + [Binding("Esc", .back, .houseBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(context.words[.mapsTitle]) }
  package func status(in context: Context) -> Line? { text.isAtEnd ? nil : Line(context.words[.listMore], .dim) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = Self.place(in: Chrome.body(of: context.size))
    text.fit(place.size)
    switch message {
    case .command(.back): return [.close]
    case .command(.move(let way)): text.scroll(way)
    case .input(let input): text.handle(input, in: place)
    case .event(.shown): return [.wish(.people(.list))]
    case .event(.people(.listed(let listed))): show(listed, context.words)
    case .event: break
    }
    return []
  }

  private mutating func show(_ listed: [PersonLine], _ words: Words) {
    people = listed
    let all = listed.map(\.person)
    let slots = SupportMap(all).lines.map { (words[$0.slot.name], $0.names) }
    let others = NeedsMap(all).lines.map { (words[$0.need.name], $0.names) }
    let (support, needs) = (slots.map(Self.line), others.map(Self.line))
    let hasBlanks = (slots + others).contains(where: \.1.isEmpty)
    text.lines =
      [Line(words[.mapsSupport], .heading)] + support + [Line(), Line(words[.mapsNeeds], .heading)] + needs
      + [Line()] + (hasBlanks ? [Line(words[.mapsBlank], .dim)] : []) + [Line(words[.mapsHow], .dim)]
  }

  private static func line(_ label: String, _ names: [String]) -> Line {
    let width = 20
    var line = Line("  \(label)" + String(repeating: " ", count: max(1, width - TextWidth.columns(of: label))), .dim)
    line.append(names.isEmpty ? "–" : names.joined(separator: ", "), names.isEmpty ? .dim : .text)
    line.hang = 4
    return line
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 14).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = Self.place(in: body)
    frame.cursor = place.origin
    var text = text
    text.fit(place.size)
    text.draw(on: &frame, in: place)
  }
}

import Canvas
import HearthContent
import HearthCore

/// The tags in use, the most used first. From each one goes to what has it.
package struct TagsScreen: Screen {
  package static let title = Word.houseTags

  /// Nil until they are here.
  private(set) var tags: [TagUse]?
  private var list = ListView<String>()

  package var awaits: Bool { tags == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [keys])
  }

  package var bindings: Bindings<Command> { Self.keys }

  private static let keys: Bindings<Command> =
    [Binding("Enter l", Command.open, .tagsOpen, hint: .keyEntries)] + RowKeys.list(Command.move)
    + [Binding("Esc", .back, .houseBack, hint: .keyBack)]

  package func header(in context: Context) -> Header { .title(context.words[.houseTags]) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = Self.place(in: Chrome.body(of: context.size))
    list.fit(rows: place.rows)
    switch message {
    case .command(.open): return opened
    case .command(.move(let way)): list.move(way)
    case .command(.back): return [.close]
    case .input(let input): list.handle(input, in: place)
    case .event(.shown), .event(.takenBack): return [.wish(.loadTags)]
    case .event(.tagsLoaded(let loaded)):
      tags = loaded
      list.show(loaded.map { .init($0.name) })
    case .event(.refused): tags = tags ?? []
    case .event: break
    }
    return []
  }

  private var opened: [Effect] {
    list.selection.map { [.open(.entries(seeking: Query.Key.tag.term($0)))] } ?? []
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 10).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = Self.place(in: body)
    guard let tags, !tags.isEmpty else {
      if tags != nil { ScrollView([Line(context.words[.tagsNone], .dim)]).draw(on: &frame, in: place) }
      return
    }
    let counts = tags.map { context.words.number($0.entries) }
    let wide = counts.map { TextWidth.columns(of: $0) }.max() ?? 0
    list.draw(on: &frame, in: place) { index, isMarked, frame, row in
      frame.put(counts[index], at: row.dropLeft(wide - TextWidth.columns(of: counts[index])).origin, style: .dim)
      let name = row.dropLeft(wide + 2)
      frame.put(
        "#\(tags[index].name)".truncated(to: name.columns), at: name.origin, style: isMarked ? .tag.with(.bold) : .tag)
    }
  }
}

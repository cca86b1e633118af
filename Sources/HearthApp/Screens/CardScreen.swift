import Canvas
import HearthContent
import HearthCore

/// One card, to be read in a comfortable measure. What it leads to is a key away, and the next of its shelf too.
package struct CardScreen: Screen {
  package static let title = Word.cardTitle

  private(set) var id: String
  /// Nil until it is here.
  private(set) var library: Library?
  private(set) var text = ScrollView()
  /// The link that Enter follows; nil while none is marked.
  private(set) var marked: Int?

  init(_ id: String) { self.id = id }

  private var card: Card? { library?.card(id) }
  private var links: [CardLink] { card.flatMap { library?.links(of: $0) } ?? [] }

  package var awaits: Bool { library == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case follow, next, previous, newer, older, back
    case move(RowMove)
  }

  package static var tables: [KeyTable] {
    listing(.nothing, [onText, onLink])
  }

  package var bindings: Bindings<Command> { marked == nil ? Self.onText : Self.onLink }

  private static let onText: Bindings<Command> = [Binding("Tab", Command.next, .cardNextLink, hint: .keyLinks)] + moving
  private static let onLink: Bindings<Command> =
    [
      Binding("Enter", Command.follow, .cardFollow, hint: .keyOpen),
      Binding("Tab", .next, .cardNextLink, hint: .keyLinks),
    ] + moving
  private static let moving: Bindings<Command> =
    [
      Binding("S-Tab", Command.previous, .cardPreviousLink), Binding("Right l", .newer, .cardNext, hint: .keyNext),
      Binding("Left h", .older, .cardPrevious, hint: .keyBefore),
    ] + RowKeys.text(Command.move) + [Binding("Esc", .back, .readBack, hint: .keyBack)]

  package func header(in context: Context) -> Header {
    .title(card.map { context.words[$0.topic.name] } ?? context.words[.roomLibrary])
  }

  package func status(in context: Context) -> Line? {
    text.isAtEnd ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let rect = Self.place(in: Chrome.body(of: context.size))
    text.fit(rect.size)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): text.handle(input, in: rect)
    case .event(.shown): return library == nil ? [.wish(.loadLibrary)] : []
    case .event(.libraryLoaded(let loaded)): return show(loaded, in: context)
    case .event: break
    }
    return []
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .follow: return follow()
    case .next: mark(by: 1, in: context)
    case .previous: mark(by: -1, in: context)
    case .newer: return turn(by: 1, in: context)
    case .older: return turn(by: -1, in: context)
    case .move(let way): text.scroll(way)
    case .back: return [.close]
    }
    return []
  }

  private mutating func show(_ loaded: Library, in context: Context) -> [Effect] {
    library = loaded
    guard card != nil else { return [.close] }
    layOut(in: context)
    return [.wish(.markRead(id))]
  }

  private func follow() -> [Effect] {
    guard let marked, links.indices.contains(marked) else { return [] }
    switch links[marked] {
    case .card(let id): return [.open(.card(id))]
    case .prompt(let id): return [.open(.compose(.blank(answering: library?.prompts[id])))]
    case .practice(let id): return [.open(.practice(.begin(id)))]
    case .support: return [.open(.support)]
    }
  }

  /// Round and round; past the last one none is marked.
  private mutating func mark(by step: Int, in context: Context) {
    let count = links.count
    guard count > 0 else { return }
    let place = ((marked ?? -1) + 1 + step + count + 1) % (count + 1) - 1
    marked = place < 0 ? nil : place
    layOut(in: context)
  }

  /// The card beside this one on its shelf, or the first of the next.
  private mutating func turn(by step: Int, in context: Context) -> [Effect] {
    guard let library, let place = library.cards.firstIndex(where: { $0.id == id }),
      library.cards.indices.contains(place + step)
    else { return [] }
    self = CardScreen(library.cards[place + step].id)
    text.fit(Self.place(in: Chrome.body(of: context.size)).size)
    return show(library, in: context)
  }

  private mutating func layOut(in context: Context) {
    guard let card, let library else { return }
    let page = CardPage(
      card, in: library, marked: marked, below: context.words[card.topic.name], words: context.words)
    text.lines = page.lines
    if let marked { text.show(line: page.firstLink + marked) }
  }

  // MARK: Draw

  private static func place(in body: Rect) -> Rect { Flow(body, airyFrom: 8).rest }

  package func mark(_ place: inout Place) { place.card = id }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    text.draw(on: &frame, in: Self.place(in: body))
  }
}

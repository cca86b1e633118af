import Canvas
import HearthContent
import HearthCore

/// The sixth room: cards to read, by topic, with how sure the research is of each; what may serve now stands first.
package struct LibraryScreen: Screen, SearchedRoom {
  package static let title = Word.roomLibrary

  /// Nil until it is here.
  private(set) var library: Library?
  private(set) var read: Set<String> = []
  /// What is looked for; nil while nothing is.
  var query: Field?
  private(set) var list = ListView<Row>()
  /// What stands in each row of the list.
  private(set) var items: [Item] = []
  private var preview = ScrollView()
  private(set) var narrowing = Narrowing.none
  /// The person has asked for what does not belong to what they want to understand as well.
  private var isWide = false

  enum Row: Hashable {
    /// A card may stand in both places.
    case now(String)
    case card(String)
    case support

    var card: String? {
      switch self {
      case .now(let id), .card(let id): id
      case .support: nil
      }
    }
  }

  /// What the list shows from top to bottom.
  enum Item: Equatable {
    case heading(Word)
    case row(Row)
  }

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, find, leave, widen
    case move(RowMove)
  }

  package var takes: Takes { query == nil ? .nothing : .text }
  package var awaits: Bool { library == nil }
  package var bindings: Bindings<Command> {
    if query != nil { return list.isEmpty ? Self.onEmptyQuery : Self.onQuery }
    return (list.isEmpty ? Self.onNothing : Self.onList)[narrowing]
  }

  private static let opening: Bindings<Command> = [Binding("Enter", Command.open, .libraryOpen, hint: .keyRead)]
  private static let moving: Bindings<Command> =
    [Binding("/", Command.find, .libraryFind)] + RowKeys.list(Command.move)
  private static let onList = NarrowedBindings(opening, .widen, moving)
  private static let onNothing = NarrowedBindings([], .widen, moving)
  private static let onEmptyQuery: Bindings<Command> = [
    Binding("Up", Command.move(.up), .listUp), Binding("Down", .move(.down), .listDown),
    Binding("Esc", .leave, .libraryLeave, hint: .keyBack),
  ]
  private static let onQuery = opening + onEmptyQuery

  package func status(in context: Context) -> Line? {
    guard let library, query == nil, context.size.columns >= 60 else { return nil }
    let known = library.cards.count { read.contains($0.id) }
    let said = context.words[
      .libraryRead, ["n": context.words.number(known), "all": context.words.number(library.cards.count)]]
    return Line(said, .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    list.fit(rows: places(in: Chrome.body(of: context.size)).list.rows)
    defer { showPreview() }
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return openAndLeaveQuery(in: context)
    case .move(let way): list.move(way)
    case .find: query = Field(placeholder: context.words[.libraryPlaceholder])
    case .leave:
      query = nil
      show(in: context)
    case .widen:
      isWide.toggle()
      show(in: context)
    }
    return []
  }

  func open() -> [Effect] {
    switch list.selection {
    case .support: [.open(.support)]
    case let row?: row.card.map { [.open(.card($0))] } ?? []
    case nil: []
    }
  }

  /// A click marks; a click on what is marked opens it.
  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if case .mouse(let event) = input {
      let isOpened = list.opens(with: event, in: places(in: Chrome.body(of: context.size)).list)
      return isOpened ? openAndLeaveQuery(in: context) : []
    }
    if query?.handle(input) == true {
      show(in: context)
      list.home()
    }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return (library == nil ? [.wish(.loadLibrary)] : []) + [.wish(.loadReadCards)]
    case .libraryLoaded(let loaded): library = loaded
    case .readCardsLoaded(let loaded), .cardRead(let loaded): read = loaded
    case .changed: return library == nil ? [] : [.wish(.loadLibrary)]
    case .searchAsked: query = query ?? Field(placeholder: context.words[.libraryPlaceholder])
    default: return []
    }
    show(in: context)
    return []
  }

  // MARK: What is shown

  mutating func show(in context: Context) {
    let interests = context.settings.interests
    narrowing = Narrowing(hides: library?.cards.contains { !interests.include($0) } ?? false, isWide: isWide)
    items = library.map { items(of: $0, context) } ?? []
    list.show(items) { if case .row(let row) = $0 { .init(row) } else { nil } }
  }

  private func items(of library: Library, _ context: Context) -> [Item] {
    if let text = query?.text.trimmed, !text.isEmpty {
      let help: [Item] = context.words[.findSupport].sharesWord(with: text) ? [.row(.support)] : []
      return help + library.search(text).map { .row(.card($0.id)) }
    }
    let now = library.forNow(context.settings.interests, read: read).map { Item.row(.now($0.id)) }
    let shelves = Card.Topic.allCases.flatMap { topic -> [Item] in
      let cards = library.cards.filter {
        $0.topic == topic && (narrowing != .chosen || context.settings.interests.include($0))
      }
      return cards.isEmpty ? [] : [.heading(topic.name)] + cards.map { .row(.card($0.id)) }
    }
    return (now.isEmpty ? [] : [.heading(.libraryForNow)] + now) + shelves + [.heading(.supportTitle), .row(.support)]
  }

  private mutating func showPreview() {
    let card = list.selection?.card.flatMap { library?.card($0) }
    let lines = card.map { [Line($0.title, .heading), Line()] + Markdown($0.text, withoutSigns: true).lines } ?? []
    guard lines != preview.lines else { return }
    preview = ScrollView(lines)
  }

  // MARK: Draw

  private func places(in body: Rect) -> ListPlaces { ListPlaces(in: body, isSearching: query != nil) }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body)
    if let library, list.isEmpty {
      let said: Word = library.cards.isEmpty ? .libraryEmpty : .libraryNothing
      places.say(context.words[said], on: &frame)
    }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      draw(items[index], isMarked: isMarked, on: &frame, in: place, context)
    }
    query?.draw(.filter, on: &frame, in: places.query)
    places.draw(preview, on: &frame)
  }

  private func draw(_ item: Item, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    switch item {
    case .heading(let word): frame.putHeading(context.words[word], in: place)
    case .row(.support):
      frame.put(
        context.words[.librarySupport].truncated(to: place.columns), at: place.origin,
        style: isMarked ? .text.with(.bold) : .text)
    case .row(let row):
      guard let card = row.card.flatMap({ library?.card($0) }) else { return }
      draw(card, isMarked: isMarked, on: &frame, in: place, context)
    }
  }

  private func draw(_ card: Card, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    let isRead = read.contains(card.id)
    let marks = [card.evidence.map { context.words[$0.name] }, isRead ? context.words[.libraryWasRead] : nil]
    frame.putRow(card.title, isMarked: isMarked, right: marks.compactMap(\.self).joined(separator: " · "), in: place)
  }
}

extension Card.Topic {
  /// What the shelf is called.
  package var name: Word {
    switch self {
    case .whatItIs: .libraryTopicWhatItIs
    case .howItWorks: .libraryTopicHowItWorks
    case .linkedWith: .libraryTopicLinkedWith
    case .risks: .libraryTopicRisks
    case .building: .libraryTopicBuilding
    case .cycle: .libraryTopicCycle
    case .whereToStart: .libraryTopicWhereToStart
    case .solitude: .libraryTopicSolitude
    case .whenItIsHard: .libraryTopicWhenItIsHard
    case .mistakes: .libraryTopicMistakes
    case .questions: .libraryTopicQuestions
    case .myths: .libraryTopicMyths
    case .research: .libraryTopicResearch
    case .reminders: .libraryTopicReminders
    case .glossary: .libraryTopicGlossary
    case .privacy: .libraryTopicPrivacy
    case .about: .libraryTopicAbout
    }
  }
}

extension Card.Evidence {
  /// What the label says.
  package var name: Word {
    switch self {
    case .robust: .evidenceRobust
    case .likely: .evidenceLikely
    case .uncertain: .evidenceUncertain
    }
  }

  /// What the label means.
  package var meaning: Word {
    switch self {
    case .robust: .evidenceRobustMeans
    case .likely: .evidenceLikelyMeans
    case .uncertain: .evidenceUncertainMeans
    }
  }
}

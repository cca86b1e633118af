import Canvas
import HearthContent
import HearthCore

/// The sixth room: cards to read, by topic, with how sure the research is of each; what may serve now stands first.
package struct LibraryScreen: SearchedRoom {
  package static let title = Word.roomLibrary
  static let placeholder = Word.libraryPlaceholder

  /// Nil until it is here.
  private(set) var library: Library?
  private(set) var read: Set<String> = []
  var listed = SearchedList<Row>()

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

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, find, leave, widen
    case move(RowMove)
  }

  package var awaits: Bool { library == nil }
  package static var tables: [KeyTable] {
    listing(.nothing, onList.all + onNothing.all) + listing(.text, [onQuery, onEmptyQuery])
  }

  package var bindings: Bindings<Command> {
    if listed.query != nil { return listed.isEmpty ? Self.onEmptyQuery : Self.onQuery }
    return (listed.isEmpty ? Self.onNothing : Self.onList)[listed.narrowing]
  }

  private static let opening: Bindings<Command> = [Binding("Enter", Command.open, .libraryOpen, hint: .keyRead)]
  private static let moving: Bindings<Command> =
    [Binding("/", Command.find, .libraryFind)] + RowKeys.list(Command.move)
  private static let onList = NarrowedBindings(opening, .widen, moving)
  private static let onNothing = NarrowedBindings([], .widen, moving)
  private static let onEmptyQuery = RowKeys.searched(Command.move, .leave, .libraryLeave)
  private static let onQuery = opening + onEmptyQuery

  package func status(in context: Context) -> Line? {
    guard let library, listed.query == nil, context.size.columns >= 60 else { return nil }
    let known = library.cards.count { read.contains($0.id) }
    let said = context.words[
      .libraryRead, ["n": context.words.number(known), "all": context.words.number(library.cards.count)]]
    return Line(said, .dim)
  }

  // MARK: Update

  mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return openAndLeaveSearch(in: context)
    case .move(let way): listed.move(way)
    case .find: search(in: context)
    case .leave: leaveSearch(in: context)
    case .widen: widen(in: context)
    }
    return []
  }

  func open() -> [Effect] {
    switch listed.selection {
    case .support: [.open(.support)]
    case let row?: row.card.map { [.open(.card($0))] } ?? []
    case nil: []
    }
  }

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return (library == nil ? [.wish(.loadLibrary)] : []) + [.wish(.loadReadCards)]
    case .libraryLoaded(let loaded): library = loaded
    case .readCardsLoaded(let loaded), .cardRead(let loaded): read = loaded
    case .changed: return library == nil ? [] : [.wish(.loadLibrary)]
    case .searchAsked: search(in: context)
    default: return []
    }
    show(in: context)
    return []
  }

  // MARK: What is shown

  mutating func show(in context: Context) {
    let interests = context.settings.interests
    listed.narrow(hiding: library?.cards.contains { !interests.include($0) } ?? false)
    guard let library else { return listed.show([]) }
    if let text = listed.sought {
      let help: [Row] = context.words[.findSupport].sharesWord(with: text) ? [.support] : []
      listed.show(found: help + library.search(text).map { .card($0.id) })
    } else {
      listed.show(sections(of: library, context))
    }
  }

  private func sections(of library: Library, _ context: Context) -> [SearchedList<Row>.Section] {
    let (words, interests) = (context.words, context.settings.interests)
    let now = library.forNow(interests, read: read).map { Row.now($0.id) }
    let cards = library.cards.filter { listed.narrowing != .chosen || interests.include($0) }
    var sections: [SearchedList<Row>.Section] = [(words[.libraryForNow], now)]
    for topic in Card.Topic.allCases {
      sections.append((words[topic.name], cards.filter { $0.topic == topic }.map { .card($0.id) }))
    }
    sections.append((words[.supportTitle], [.support]))
    return sections
  }

  func page(in context: Context) -> [Line] {
    guard let card = listed.selection?.card.flatMap({ library?.card($0) }) else { return [] }
    return [Line(card.title, .heading), Line()] + Markdown(card.text, withoutSigns: true).lines
  }

  var whyEmpty: Word? { library.map { $0.cards.isEmpty ? .libraryEmpty : .libraryNothing } }

  func said(_ row: Row, in context: Context) -> (String, right: String) {
    if row == .support { return (context.words[.librarySupport], "") }
    guard let card = row.card.flatMap({ library?.card($0) }) else { return ("", "") }
    let marks: [Word?] = [card.evidence?.name, read.contains(card.id) ? .libraryWasRead : nil]
    return (card.title, marks.compactMap { $0.map { context.words[$0] } }.joined(separator: " · "))
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The fourth room: practices by what one needs, what one may go on with, what waits to be answered, what was done lately.
package struct PracticesScreen: Screen, SearchedRoom {
  package static let title = Word.roomPractice

  /// Nil until it is here.
  private(set) var shelf: PracticeShelf?
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
    case followUp(FollowUp.ID)
    case unfinished(UUID)
    /// A practice may stand under several needs; nil where it rests, or was looked for.
    case practice(String, need: String?)
    case finished(UUID)
    /// The relationship check.
    case check
    /// People to call, where help was looked for.
    case support
  }

  /// What the list shows from top to bottom.
  enum Item: Equatable {
    case heading(String)
    case row(Row)
  }

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, find, leave, widen, notToday, never, remove
    case move(RowMove)
  }

  package var takes: Takes { query == nil ? .nothing : .text }

  package var awaits: Bool { shelf == nil }
  package var bindings: Bindings<Command> {
    if query != nil { return list.isEmpty ? Self.onEmptyQuery : Self.onQuery }
    return switch list.selection {
    case .practice(_, nil): Self.onResting[narrowing]
    case .practice: Self.onPractice[narrowing]
    case .followUp: Self.onFollowUp[narrowing]
    case .unfinished, .finished: Self.onRun[narrowing]
    case .check, .support: Self.onCheck[narrowing]
    case nil: Self.onNothing[narrowing]
    }
  }

  private static let onPractice = NarrowedBindings(
    [
      Binding("Enter", Command.open, .practicesBegin, hint: .keyBegin),
      Binding("-", .notToday, .practicesNotToday, hint: .keyNotToday), Binding("x", .never, .practicesNever),
    ], .widen, onList)
  private static let onResting = NarrowedBindings(
    [
      Binding("Enter", Command.open, .practicesBegin, hint: .keyBegin),
      Binding("-", .notToday, .practicesWake, hint: .keyOfferAgain),
    ], .widen, onList)
  private static let onFollowUp = NarrowedBindings(
    [Binding("Enter", Command.open, .practicesAnswer, hint: .keyAnswer)], .widen, onList)
  private static let onCheck = NarrowedBindings(
    [Binding("Enter", Command.open, .practicesBegin, hint: .keyBegin)], .widen, onList)
  private static let onRun = NarrowedBindings(
    [
      Binding("Enter", Command.open, .practicesOpenRun, hint: .keyOpen),
      Binding("d", .remove, .practicesRemove, hint: .keyTrash),
    ], .widen, onList)
  private static let onNothing = NarrowedBindings([], .widen, onList)
  private static let onList: Bindings<Command> =
    [Binding("/", Command.find, .practicesFind)] + RowKeys.list(Command.move)
  private static let onEmptyQuery: Bindings<Command> = [
    Binding("Up", Command.move(.up), .listUp), Binding("Down", .move(.down), .listDown),
    Binding("Esc", .leave, .practicesLeave, hint: .keyBack),
  ]
  private static let onQuery: Bindings<Command> =
    [Binding("Enter", Command.open, .practicesBegin, hint: .keyBegin)] + onEmptyQuery

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    list.fit(rows: places(in: Chrome.body(of: context.size)).list.rows)
    defer { showPreview(in: context) }
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
    case .find: query = Field(placeholder: context.words[.practicesPlaceholder])
    case .leave:
      query = nil
      show(in: context)
    case .widen:
      isWide.toggle()
      show(in: context)
    case .notToday: return rest(in: context)
    case .never: return rest(for: .always, saying: .noticePracticeRests, in: context)
    case .remove: return remove()
    }
    return []
  }

  func open() -> [Effect] {
    switch list.selection {
    case .practice(let id, _): [.open(.practice(.begin(id)))]
    case .unfinished(let id): [.open(.practice(.goOn(id)))]
    case .finished(let id): [.open(.pastRun(id))]
    case .check: [.open(.check(CheckScreen.relationship))]
    case .support: [.open(.support)]
    case .followUp(let id): shelf?.followUps.first { $0.id == id }.map { [.open(.followUp($0))] } ?? []
    case nil: []
    }
  }

  /// The same key brings back what rests.
  private func rest(in context: Context) -> [Effect] {
    guard case .practice(let id, _) = list.selection else { return [] }
    if shelf?.resting.contains(id) == true { return rest(for: .over, saying: .noticePracticeAgain, in: context) }
    return rest(for: .until(context.today.adding(days: 1)), saying: .noticePracticeNotToday, in: context)
  }

  private func rest(for time: PracticeRest, saying word: Word, in context: Context) -> [Effect] {
    guard case .practice(let id, _) = list.selection else { return [] }
    return [.wish(.practices(.rest(id, time))), .say(Notice(context.words[word]))]
  }

  private func remove() -> [Effect] {
    switch list.selection {
    case .unfinished(let id), .finished(let id): [.wish(.make(.letGoOfRun(id)))]
    default: []
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
    case .shown, .runKept, .made, .takenBack, .followUpSettled, .practiceRested:
      return [.wish(.practices(.load(context.today)))]
    case .practicesLoaded(let loaded): shelf = loaded
    case .searchAsked: query = query ?? Field(placeholder: context.words[.practicesPlaceholder])
    default: return []
    }
    show(in: context)
    return []
  }

  // MARK: What is shown

  mutating func show(in context: Context) {
    let interests = context.settings.interests
    let hides = shelf?.offered.contains { !$0.isOwn && !$0.needs.allSatisfy(interests.include(need:)) } ?? false
    narrowing = Narrowing(hides: hides, isWide: isWide)
    items = shelf.map { items(of: $0, context) } ?? []
    list.show(items) { if case .row(let row) = $0 { .init(row) } else { nil } }
  }

  private func items(of shelf: PracticeShelf, _ context: Context) -> [Item] {
    if let text = query?.text.trimmed, !text.isEmpty { return found(text, in: shelf, context) }
    return sections(of: shelf, context).filter { !$0.rows.isEmpty }
      .flatMap { section in [Item.heading(section.name)] + section.rows.map(Item.row) }
  }

  private func sections(of shelf: PracticeShelf, _ context: Context) -> [(name: String, rows: [Row])] {
    let words = context.words
    let check = hasDoor(shelf, context) ? [CheckScreen.relationship] : []
    let offered = shelf.offered
    let resting = shelf.practices.filter { shelf.resting.contains($0.id) }
    let needs = (offered.flatMap(\.needs) + check).uniqued().sorted { PracticeNeed.place($0) < PracticeNeed.place($1) }
    var sections: [(name: String, rows: [Row])] = [
      (words[.practicesFollowUps], shelf.followUps.map { Row.followUp($0.id) }),
      (words[.practicesUnfinished], shelf.unfinished.map { Row.unfinished($0.id) }),
    ]
    for need in needs {
      let isShown = narrowing != .chosen || context.settings.interests.include(need: need)
      let serving = offered.filter { $0.needs.contains(need) && (isShown || $0.isOwn) }
      let door = check.contains(need) ? [Row.check] : []
      let rows = door + serving.map { Row.practice($0.id, need: need) }
      sections.append((PracticeNeed.name(need, words), rows))
    }
    sections.append((words[.practicesOther], offered.filter(\.needs.isEmpty).map { Row.practice($0.id, need: "") }))
    sections.append((words[.practicesLately], shelf.finished.map { Row.finished($0.id) }))
    sections.append((words[.practicesResting], resting.map { Row.practice($0.id, need: nil) }))
    return sections
  }

  private func hasDoor(_ shelf: PracticeShelf, _ context: Context) -> Bool {
    context.checkDoor != nil && !shelf.practices.isEmpty
  }

  /// People to call where help is looked for, and the check by its names; then the practices that have every word in the
  /// title, then in what one comes with, then in what they begin with.
  private func found(_ text: String, in shelf: PracticeShelf, _ context: Context) -> [Item] {
    let words = context.words
    let names =
      context.settings.checkName ?? [.signsDoor, .houseCheck, .findCheck].map { words[$0] }.joined(separator: " ")
    let isCheck = hasDoor(shelf, context) && names.holdsWords(text)
    let ways: [(Practice) -> [String]] = [
      { [$0.title] }, { [$0.title, $0.id] + $0.needs.map { PracticeNeed.name($0, words) } },
      { practice in
        [practice.title, practice.id] + practice.needs.map { PracticeNeed.name($0, words) }
          + practice.steps.prefix(2).map(\.text)
      },
    ]
    let practices = ways.flatMap { said in
      shelf.practices.filter { said($0).joined(separator: " ").holdsWords(text) }.map { Row.practice($0.id, need: "") }
    }
    let first: [Row] = (words[.findSupport].sharesWord(with: text) ? [.support] : []) + (isCheck ? [.check] : [])
    return (first + practices.uniqued()).map(Item.row)
  }

  // MARK: Draw

  private func places(in body: Rect) -> ListPlaces { ListPlaces(in: body, isSearching: query != nil) }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body)
    if let shelf, list.isEmpty {
      places.say(context.words[shelf.practices.isEmpty ? .practicesNone : .practicesNothing], on: &frame)
    }
    list.draw(on: &frame, in: places.list) { index, isMarked, frame, place in
      draw(items[index], isMarked: isMarked, on: &frame, in: place, context)
    }
    query?.draw(.filter, on: &frame, in: places.query)
    places.draw(preview, on: &frame)
  }

  private func draw(_ item: Item, isMarked: Bool, on frame: inout Frame, in place: Rect, _ context: Context) {
    switch item {
    case .heading(let name): frame.putHeading(name, in: place)
    case .row(let row):
      let (said, right) = said(row, context)
      frame.putRow(said, isMarked: isMarked, right: right, in: place)
    }
  }

  /// What a row says, and what stands at its end.
  private func said(_ row: Row, _ context: Context) -> (String, String) {
    switch row {
    case .followUp(let id):
      guard let kept = shelf?.followUps.first(where: { $0.id == id }) else { return ("", "") }
      return (kept.said, context.words.due(kept.followUp.due, in: context))
    case .check: return (context.checkDoor ?? "", "")
    case .support: return (context.words[.librarySupport], "")
    case .practice(let id, _):
      guard let practice = shelf?.practices.first(where: { $0.id == id }) else { return ("", "") }
      return (practice.title, practice.isOwn ? context.words[.practicesYours] : "")
    case .unfinished(let id), .finished(let id):
      guard let run = ((shelf?.unfinished ?? []) + (shelf?.finished ?? [])).first(where: { $0.id == id }) else {
        return ("", "")
      }
      let title = run.person.map { "\(run.title) · \($0)" } ?? run.title
      return (title, context.words.ago(run.day, today: context.today))
    }
  }
}

// MARK: The page beside the list

extension PracticesScreen {
  fileprivate mutating func showPreview(in context: Context) {
    let lines = previewLines(context)
    guard lines != preview.lines else { return }
    preview = ScrollView(lines)
  }

  private func previewLines(_ context: Context) -> [Line] {
    switch list.selection {
    case .practice(let id, _): shelf?.practices.first { $0.id == id }.map { lines(of: $0, context) } ?? []
    case .unfinished(let id), .finished(let id):
      ((shelf?.unfinished ?? []) + (shelf?.finished ?? [])).first { $0.id == id }
        .map { RunPage(KeptRun($0), context).lines } ?? []
    case .followUp(let id):
      shelf?.followUps.first { $0.id == id }.map {
        [Line($0.followUp.question, .question), Line(), Line(context.words[.followUpFrom, ["title": $0.title]], .dim)]
      } ?? []
    case .check:
      [
        Line(context.checkDoor ?? "", .heading), Line(),
        Line(context.words[.signsPreview]),
      ]
    case .support, nil: []
    }
  }

  /// What a practice is, what it takes, and what becomes of the answers.
  private func lines(of practice: Practice, _ context: Context) -> [Line] {
    let words = context.words
    let kept: Word =
      switch practice.keep {
      case .always: .practicesKeptAlways
      case .ask: .practicesKeptAsk
      case .never: .practicesKeptNever
      }
    let first = practice.steps.first { $0.kind == .card }.map { [Line($0.text.prefixBeforeGap), Line()] } ?? []
    let asked = practice.steps.filter { $0.kind != .card }.map { Line("· " + $0.text.prefixBeforeGap, .dim) }
    return [Line(practice.title, .heading), Line()] + first
      + [
        Line(words.count(practice.steps.count, .practicesStep, .practicesSteps), .dim), Line(words[kept], .dim), Line(),
      ]
      + asked
  }
}

extension String {
  /// A text of a practice before anything was answered: where a gap begins it ends.
  fileprivate var prefixBeforeGap: String {
    guard let gap = firstIndex(of: "{") else { return self }
    return self[..<gap].trimmed + "…"
  }
}

/// What a person comes to the room with. A practice names it; those of the program have words of their own.
enum PracticeNeed {
  /// In the order in which they stand in the room.
  private static let all: [(id: String, name: Word)] = [
    ("lonely", .practiceNeedLonely), ("alone", .practiceNeedAlone), ("fight", .practiceNeedFight),
    ("boundary", .practiceNeedBoundary), ("talk", .practiceNeedTalk), ("trust", .practiceNeedTrust),
    ("calm", .practiceNeedCalm), ("fear", .practiceNeedFear), ("grief", .practiceNeedGrief),
    ("help", .practiceNeedHelp), ("change", .practiceNeedChange), ("relationship", .practiceNeedRelationship),
    ("self", .practiceNeedSelf), ("week", .practiceNeedWeek),
  ]

  /// Where it stands among the others; those that are somebody's own come last.
  static func place(_ need: String) -> Int { all.firstIndex { $0.id == need } ?? all.count }

  static func name(_ need: String, _ words: Words) -> String {
    all.first { $0.id == need }.map { words[$0.name] } ?? need
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The fourth room: practices by what one needs, what one may go on with, what waits to be answered, what was done lately.
package struct PracticesScreen: SearchedRoom {
  package static let title = Word.roomPractice
  static let placeholder = Word.practicesPlaceholder

  /// Nil until it is here.
  private(set) var shelf: PracticeShelf?
  var listed = SearchedList<Row>()

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

  init() {}

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case open, find, leave, widen, notToday, never, remove
    case move(RowMove)
  }

  package var awaits: Bool { shelf == nil }
  package static var tables: [KeyTable] {
    listing(.nothing, [onPractice, onResting, onFollowUp, onCheck, onRun, onNothing].flatMap(\.all))
      + listing(.text, [onQuery, onEmptyQuery])
  }

  package var bindings: Bindings<Command> {
    if listed.query != nil { return listed.isEmpty ? Self.onEmptyQuery : Self.onQuery }
    return switch listed.selection {
    case .practice(_, nil): Self.onResting[listed.narrowing]
    case .practice: Self.onPractice[listed.narrowing]
    case .followUp: Self.onFollowUp[listed.narrowing]
    case .unfinished, .finished: Self.onRun[listed.narrowing]
    case .check, .support: Self.onCheck[listed.narrowing]
    case nil: Self.onNothing[listed.narrowing]
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
  private static let onEmptyQuery = RowKeys.searched(Command.move, .leave, .practicesLeave)
  private static let onQuery: Bindings<Command> =
    [Binding("Enter", Command.open, .practicesBegin, hint: .keyBegin)] + onEmptyQuery

  // MARK: Update

  mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .open: return openAndLeaveSearch(in: context)
    case .move(let way): listed.move(way)
    case .find: search(in: context)
    case .leave: leaveSearch(in: context)
    case .widen: widen(in: context)
    case .notToday: return rest(in: context)
    case .never: return rest(for: .always, saying: .noticePracticeRests, in: context)
    case .remove: return remove()
    }
    return []
  }

  func open() -> [Effect] {
    switch listed.selection {
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
    guard case .practice(let id, _) = listed.selection else { return [] }
    if shelf?.resting.contains(id) == true { return rest(for: .over, saying: .noticePracticeAgain, in: context) }
    return rest(for: .until(context.today.adding(days: 1)), saying: .noticePracticeNotToday, in: context)
  }

  private func rest(for time: PracticeRest, saying word: Word, in context: Context) -> [Effect] {
    guard case .practice(let id, _) = listed.selection else { return [] }
    return [.wish(.practices(.rest(id, time))), .say(Notice(context.words[word]))]
  }

  private func remove() -> [Effect] {
    switch listed.selection {
    case .unfinished(let id), .finished(let id): [.wish(.make(.letGoOfRun(id)))]
    default: []
    }
  }

  mutating func learn(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .runKept, .made, .takenBack, .followUpSettled, .practiceRested:
      return [.wish(.practices(.load(context.today)))]
    case .practicesLoaded(let loaded): shelf = loaded
    case .searchAsked: search(in: context)
    default: return []
    }
    show(in: context)
    return []
  }

  // MARK: What is shown

  mutating func show(in context: Context) {
    let interests = context.settings.interests
    let hides = shelf?.offered.contains { !$0.isOwn && !$0.needs.allSatisfy(interests.include(need:)) } ?? false
    listed.narrow(hiding: hides)
    guard let shelf else { return listed.show([]) }
    if let text = listed.sought {
      listed.show(found: found(text, in: shelf, context))
    } else {
      listed.show(sections(of: shelf, context))
    }
  }

  private func sections(of shelf: PracticeShelf, _ context: Context) -> [SearchedList<Row>.Section] {
    let words = context.words
    let resting = shelf.practices.filter { shelf.resting.contains($0.id) }
    let waiting: [SearchedList<Row>.Section] = [
      (words[.practicesFollowUps], shelf.followUps.map { .followUp($0.id) }),
      (words[.practicesUnfinished], shelf.unfinished.map { .unfinished($0.id) }),
    ]
    let others: [SearchedList<Row>.Section] = [
      (words[.practicesOther], shelf.offered.filter(\.needs.isEmpty).map { .practice($0.id, need: "") }),
      (words[.practicesLately], shelf.finished.map { .finished($0.id) }),
      (words[.practicesResting], resting.map { .practice($0.id, need: nil) }),
    ]
    return waiting + needs(of: shelf, context) + others
  }

  /// A section for each need, in the order of needs; the door to the check stands first under its own.
  private func needs(of shelf: PracticeShelf, _ context: Context) -> [SearchedList<Row>.Section] {
    let doors = hasDoor(shelf, context) ? [CheckScreen.relationship] : []
    let needs = (shelf.offered.flatMap(\.needs) + doors).uniqued()
      .sorted { PracticeNeed.place($0) < PracticeNeed.place($1) }
    return needs.map { need in
      let isShown = listed.narrowing != .chosen || context.settings.interests.include(need: need)
      let serving = shelf.offered.filter { $0.needs.contains(need) && (isShown || $0.isOwn) }
      let rows = (doors.contains(need) ? [Row.check] : []) + serving.map { Row.practice($0.id, need: need) }
      return (PracticeNeed.name(need, context.words), rows)
    }
  }

  private func hasDoor(_ shelf: PracticeShelf, _ context: Context) -> Bool {
    context.checkDoor != nil && !shelf.practices.isEmpty
  }

  /// People to call where help is looked for, and the check by its names; then the practices that have every word in the
  /// title, then in what one comes with, then in what they begin with.
  private func found(_ text: String, in shelf: PracticeShelf, _ context: Context) -> [Row] {
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
    return first + practices.uniqued()
  }

  // MARK: What it says

  var whyEmpty: Word? { shelf.map { $0.practices.isEmpty ? .practicesNone : .practicesNothing } }

  func said(_ row: Row, in context: Context) -> (String, right: String) {
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
      guard let run = run(id) else { return ("", "") }
      let title = run.person.map { "\(run.title) · \($0)" } ?? run.title
      return (title, context.words.ago(run.day, today: context.today))
    }
  }

  private func run(_ id: UUID) -> Run? {
    ((shelf?.unfinished ?? []) + (shelf?.finished ?? [])).first { $0.id == id }
  }
}

// MARK: The page beside the list

extension PracticesScreen {
  func page(in context: Context) -> [Line] {
    switch listed.selection {
    case .practice(let id, _): shelf?.practices.first { $0.id == id }.map { lines(of: $0, context) } ?? []
    case .unfinished(let id), .finished(let id):
      run(id).map { RunPage(KeptRun($0), context).lines } ?? []
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

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// One person or group: what is known, when one last met, the touchpoints, the bond check against its own
/// past, the last moments.
package struct PersonScreen: Screen {
  package static let title = Word.personTitle

  let id: UUID
  /// Nil until it is here.
  private(set) var page: PersonPage?
  private var text = ScrollView()
  /// For rows so wide it was written.
  private var columns = 0
  private var focus = Focus.page
  /// The page is on its way to the trash.
  private var isGoing = false
  /// A name that is typed, until it is kept.
  private var lineDraft = LineDraft()

  private enum Focus: Equatable {
    case page
    case naming(PromptLine, Purpose)
    /// Where something is wrong with the name that was typed, it is said there.
    case deciding(Decision, over: PromptLine?)
  }

  /// What a name is asked for.
  private enum Purpose: Equatable { case rename, merge }

  init(_ id: UUID) { self.id = id }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case edit, met, entries, bond, touchpoint, rest, remember, rename, merge, delete, erase
    case back, keep, leave, decide
    case move(RowMove)
  }

  package var name: Word { focus == .page ? Self.title : .askTitle }
  package var awaits: Bool { page == nil }
  package var takes: Takes { focus == .page ? .nothing : .text }
  package static var tables: [KeyTable] {
    listing(.nothing, [onPage, onQuietPage, onRememberedPage]) + listing(.text, [onName, onChoice], named: .askTitle)
  }

  package var bindings: Bindings<Command> {
    switch focus {
    case .page:
      page?.person.isRemembered == true
        ? Self.onRememberedPage : page?.person.isQuiet == true ? Self.onQuietPage : Self.onPage
    case .naming: Self.onName
    case .deciding: Self.onChoice
    }
  }

  private static let onPage: Bindings<Command> =
    first + [
      Binding("b", .bond, .personBond, hint: .keyBond),
      Binding("t", .touchpoint, .personTouchpoint, hint: .keyAddSteady),
    ] + rest
  private static let onQuietPage: Bindings<Command> = first + rest
  /// Where somebody is remembered no contact is noted.
  private static let onRememberedPage: Bindings<Command> = edit + entries + rest
  private static let edit: Bindings<Command> = [Binding("e", .edit, .personEdit, hint: .keyEdit)]
  private static let entries: Bindings<Command> = [
    Binding("Enter", .entries, .personEntries, hint: .keyEntries)
  ]
  private static let first: Bindings<Command> =
    edit + [Binding("x", .met, .personMet, hint: .keyMet)] + entries
  private static let rest: Bindings<Command> =
    [
      Binding("z", Command.rest, .personRest), Binding("M", .remember, .personRemember),
      Binding("r", .rename, .personRename), Binding("=", .merge, .personMerge), Binding("d", .delete, .personDelete),
      Binding("C-d", .erase, .personErase),
    ] + RowKeys.text(Command.move) + [Binding("Esc", .back, .houseBack, hint: .keyBack)]
  private static let onName: Bindings<Command> = [
    Binding("Enter", .keep, .peopleKeep, hint: .keyKeep), Binding("Esc", .leave, .peopleLeave, hint: .keyBack),
  ]
  private static let onChoice: Bindings<Command> = [
    Binding("Enter", .decide, .askChoose, hint: .keyChoose), Binding("Esc", .leave, .askLeave, hint: .keyBack),
  ]

  package func header(in context: Context) -> Header { .title(context.words[.personTitle]) }

  package func status(in context: Context) -> Line? {
    text.isAtEnd || focus != .page ? nil : Line(context.words[.listMore], .dim)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    let place = place(in: Chrome.body(of: context.size), context)
    if place.columns != columns { layOut(columns: place.columns, context) }
    text.fit(place.size)
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: place, context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .move(let way): text.scroll(way)
    case .back: return [.close]
    case .leave: return stepBack()
    case .decide: return take(.key(KeyPress(.enter)), in: place(in: Chrome.body(of: context.size), context), context)
    case .keep: return keepName(in: context)
    default: return page.map { act(command, on: $0, in: context) } ?? []
    }
    return []
  }

  /// Out of what is asked, to the name where one was typed.
  private mutating func stepBack() -> [Effect] {
    guard case .deciding(_, let line?) = focus else { return endAsking() }
    focus = .naming(line, .merge)
    return []
  }

  private mutating func endAsking() -> [Effect] {
    focus = .page
    return lineDraft.end()
  }

  package var personInMind: String? { page?.person.name }

  package func unkept(in context: Context) -> Wish? { lineDraft.unkept(in: context) }
  package var wakes: Int? { lineDraft.wakes }

  private mutating func act(_ command: Command, on page: PersonPage, in context: Context) -> [Effect] {
    var person = page.person
    switch command {
    case .edit: return [.open(.form(.person(person)))]
    case .met: return [.wish(.people(.meet(id, on: context.today))), .say(Notice(context.words[.noticeMet]))]
    case .entries: return [.open(.entries(seeking: Query.Key.with.term(quoting: person.name)))]
    case .bond: return [.open(.form(.bond(page)))]
    case .touchpoint: return [.open(.form(.touchpoint(.new(with: id, in: context), with: person.name, isNew: true)))]
    case .rest: (person.isResting, person.isFlagged) = (!person.isAtRest, false)
    case .remember: person.isRemembered.toggle()
    case .rename: focus = .naming(PromptLine(.personNewName, person.name), .rename)
    case .merge: focus = .naming(PromptLine(.personMergeName, saying: context.words[.personMergeHint]), .merge)
    case .delete: focus = .deciding(deletion(of: page, context.words), over: nil)
    case .erase: return [.open(.erase(.person(page)))]
    default: break
    }
    return person == page.person ? [] : [.wish(.people(.keep(person)))]
  }

  private mutating func keepName(in context: Context) -> [Effect] {
    guard case .naming(let line, let purpose) = focus, !line.answer.isEmpty, let page else { return endAsking() }
    switch purpose {
    case .rename: return [.wish(.people(.rename(id, to: line.answer)))]
    case .merge: focus = .deciding(joining(of: page, with: line.answer, context.words), over: line)
    }
    return []
  }

  /// What becomes of the page, before it is one with another.
  private func joining(of page: PersonPage, with name: String, _ words: Words) -> Decision {
    let gaps = [
      "name": page.person.name, "other": name, "entries": words.number(page.mentions),
      "moments": words.number(page.moments), "touchpoints": words.number(page.rhythms.count),
      "answers": words.number(page.bond.count),
    ]
    return Decision(
      .people(.merge(id, into: name)), title: words[.personMergeAsk, gaps],
      says: [words[.personMergeGoes, gaps], words[.personDeleteUndo]], back: words[.personMergeNo],
      on: words[.personMergeYes])
  }

  /// What goes and what stays, before it is done.
  private func deletion(of page: PersonPage, _ words: Words) -> Decision {
    let lines = [
      words[
        .personDeleteGoes, ["touchpoints": words.number(page.rhythms.count), "answers": words.number(page.bond.count)]],
      words[.personDeleteStays, ["entries": words.number(page.mentions), "moments": words.number(page.moments)]],
      words[.personDeleteUndo],
    ]
    return Decision(
      .people(.delete(id)), title: words[.personDeleteAsk, ["name": page.person.name]], says: lines,
      back: words[.personDeleteNo], on: words[.personDeleteYes])
  }

  private mutating func take(_ input: Input, in place: Rect, _ context: Context) -> [Effect] {
    switch focus {
    case .page: text.handle(input, in: place)
    case .naming(var line, let purpose):
      line.handle(input)
      focus = .naming(line, purpose)
      lineDraft.change(line.answer == page?.person.name ? "" : line.answer, in: context)
    case .deciding(var decision, let line):
      let effects = decision.take(input, in: Chrome.body(of: context.size))
      focus = .deciding(decision, over: line)
      guard let effects else { return [] }
      isGoing = line == nil && !effects.isEmpty
      return stepBack() + effects
    }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown, .takenBack, .answersChanged, .people(.touchpointKept), .people(.touchpointGone):
      return [.wish(.people(.page(id)))]
    case .people(.changed(id)): return endAsking() + [.wish(.people(.page(id)))]
    case .people(.paged(let loaded)) where loaded.person.id == id:
      page = loaded
      layOut(columns: columns, context)
    case .people(.gone(id)): return [.close] + (isGoing ? [.say(Notice(context.words[.noticeTrashed]))] : [])
    case .refused: isGoing = false
    case .people(.merged(id, let other)): return lineDraft.end() + [.close, .open(.person(other))]
    case .people(.refused(let problem)):
      if case .naming(let line, let purpose) = focus {
        focus = .naming(line.refusing(context.words.sentence(problem)), purpose)
      }
    default: return lineDraft.hear(event, in: context)
    }
    return []
  }

  private mutating func layOut(columns: Int, _ context: Context) {
    self.columns = columns
    text.lines = page?.lines(context.words, today: context.today, columns: columns) ?? []
  }

  // MARK: Draw

  private func foot(_ body: Rect, _ context: Context) -> Int {
    guard case .naming(let line, _) = focus else { return 0 }
    return line.height(columns: Flow(body).rest.columns, context.words)
  }

  private func place(in body: Rect, _ context: Context) -> Rect {
    Flow(body, airyFrom: 14).rest.dropBottom(foot(body, context))
  }

  package func mark(_ place: inout Place) { place.person = id }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let place = place(in: body, context)
    frame.cursor = place.origin
    var text = text
    text.fit(place.size)
    text.draw(on: &frame, in: place)
    switch focus {
    case .page: break
    case .naming(let line, _):
      line.draw(on: &frame, in: Flow(body).rest.bottom(foot(body, context)), context.words)
    case .deciding(let decision, _): decision.draw(on: &frame, in: body)
    }
  }
}

extension Touchpoint {
  /// One that is about to be thought of.
  static func new(with person: UUID? = nil, in context: Context) -> Touchpoint {
    Touchpoint(id: context.makeID(), person: person, title: "", kind: .call, startedOn: context.today)
  }
}

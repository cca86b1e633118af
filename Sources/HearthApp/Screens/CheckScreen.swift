import Canvas
import HearthContent
import HearthCore

/// The relationship check, and one's own side: one small screen each, every item and every screen can be passed over.
///
/// What is answered is in its `CheckAnswers` alone and goes with it: on the way out, when the screen is cleared, when one
/// steps out to the shell. Nothing of it leaves but what the person chooses to keep at the end.
package struct CheckScreen: Screen {
  package static let title = Word.signsTitle
  /// The check itself; the other list is one's own side.
  package static let relationship = "relationship"

  /// Of the check, among all there are.
  let id: String
  /// Nil until it is here.
  private(set) var sitting: CheckAnswers?
  private(set) var directory: SupportDirectory?
  /// The step one is at; nil at the end.
  private(set) var place: String?
  /// The slot that answers go to.
  var marked = 0
  /// What is read: a notice, or the page at the end.
  var page = ScrollView()
  var end = CheckEnd()
  /// What was just done, until the next key. It stands on the page, with a place of its own: no choice lies under it, and
  /// it goes where the page goes.
  var said: String?
  /// For rows so wide the page at the end was written.
  var endColumns = 0

  init(_ id: String) { self.id = id }

  package var awaits: Bool { sitting == nil }

  /// Soon: its answers are in sight, and its page at the end tells of them.
  package var veilsAfter: Int? { sitting == nil ? nil : 30_000 }

  /// Until they are kept.
  package var holdsAnswers: Bool { sitting != nil && end.own == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case next, skip, back, up, down, pageUp, pageDown, left, right, clear, hideNotice
    case nextChoice, previousChoice, choose, seeKept
  }

  package var takes: Takes {
    if end.naming != nil { return .text }
    return switch step?.kind {
    case .text: .text
    case .items, .choice: .digits
    default: .nothing
    }
  }

  package var answering: Answering? { takes == .digits ? .one(of: step?.options.count ?? 0) : nil }

  package static var tables: [KeyTable] {
    listing(.nothing, [onNotice, onCard]) + listing(.text, [onAlias]) + listing(.digits, [onItems])
      + listing(.nothing, [onEnd, onChanges]) + listing(.text, [onName])
  }

  package var bindings: Bindings<Command> {
    if end.naming != nil { return Self.onName }
    if isAtEnd { return end.isComparing ? Self.onChanges : Self.onEnd }
    return switch step?.kind {
    case .text: Self.onAlias
    case .items, .choice: Self.onItems
    default: isAtFirst && id == Self.relationship ? Self.onNotice : Self.onCard
    }
  }

  private static let back = Binding("Esc S-Tab q", Command.back, .signsBack, hint: .keyBack)
  /// Where the check begins: nobody has to go through it to delete what was kept.
  private static let seeKept = Binding("C-k", Command.seeKept, .signsSeeKept, hint: .keyKept)
  private static let reading: Bindings<Command> = [
    Binding("Up k", .up, .readUp), Binding("Down j", .down, .readDown), Binding("PgUp", .pageUp, .readPageUp),
    Binding("PgDn Space", .pageDown, .readPageDown),
  ]
  private static let onCard: Bindings<Command> =
    [Binding("Enter Tab", .next, .signsNext, hint: .keyNext), back] + reading
  private static let onNotice: Bindings<Command> =
    onCard + [Binding("d", .hideNotice, .signsHideNotice, hint: .keyNotAgain), seeKept]
  private static let onAlias: Bindings<Command> = [
    Binding("Enter Tab", .next, .signsNext, hint: .keyNext),
    Binding("Esc S-Tab", .back, .signsBack, hint: .keyBack), seeKept,
  ]
  private static let onItems: Bindings<Command> = [
    Binding("Enter Tab", .next, .signsNext, hint: .keyNext), Binding("s", .skip, .signsSkip, hint: .keySkip), back,
    Binding("Up k", .up, .signsUp), Binding("Down j", .down, .signsDown),
    Binding("Left h", .left, .signsLeft), Binding("Right l", .right, .signsRight),
    Binding("Backspace Delete", .clear, .signsClear),
  ]
  private static let onEnd: Bindings<Command> =
    [
      Binding("Enter", .choose, .signsChoose, hint: .keyChoose),
      Binding("Tab", .nextChoice, .signsNextChoice, hint: .keyNext),
      Binding("S-Tab", .previousChoice, .signsPreviousChoice), Binding("Esc q", .back, .signsBack, hint: .keyBack),
    ] + reading
  private static let onChanges: Bindings<Command> =
    [Binding("Esc q", Command.back, .signsBack, hint: .keyBack)] + reading
  private static let onName: Bindings<Command> = [
    Binding("Enter", .choose, .signsChoose, hint: .keyDone), Binding("Esc", .back, .signsBack, hint: .keyBack),
  ]

  package func header(in context: Context) -> Header {
    let own = id == Self.relationship ? context.settings.checkName : nil
    return .title(own ?? sitting?.check.title ?? context.words[.signsTitle])
  }

  package func status(in context: Context) -> Line? {
    if isAtEnd || step?.kind == .card { return page.isAtEnd ? nil : Line(context.words[.listMore], .dim) }
    let asked = check.steps.filter { $0.kind != .card }
    guard let place = asked.firstIndex(where: { $0.id == place }) else { return nil }
    let progress = context.words[.signsProgress, ["n": "\(place + 1)", "of": "\(asked.count)"]]
    let more = context.size.columns >= 60 && hidesItems(in: context) ? context.words[.listMore] + "   " : ""
    return Line(more + progress, .dim)
  }

  /// Whether items lie below those in sight: nobody is to go on without having seen that.
  private func hidesItems(in context: Context) -> Bool {
    guard case .items = step?.kind else { return false }
    let rect = itemPlaces(in: Chrome.body(of: context.size), context).list
    return !itemList(in: rect).showsEnd(rows: rect.rows)
  }

  // MARK: Where one is

  /// An empty one before it is here.
  var check: Practice { sitting?.check ?? Practice(id: id, title: "", steps: []) }
  var run: Run? { sitting?.run(at: place) }
  var step: Step? { place.flatMap(check.step) }
  var isAtEnd: Bool { sitting != nil && place == nil }
  private var isAtFirst: Bool { place != nil && place == check.steps.first?.id }
  var slots: [Int] { step.flatMap { step in sitting?.slots(of: step) } ?? [] }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    if isAtEnd, endColumns != Self.columns(in: context) { showEnd(in: context) }
    fitPage(in: context)
    defer { fitPage(in: context) }
    switch message {
    case .command(let command):
      said = nil
      return carryOut(command, in: context)
    case .input(let input):
      said = nil
      return take(input, in: context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    // What this program cannot do is not passed over because the window is small.
    case .next where step?.kind == .card && !page.isAtEnd: page.scroll(.pageDown)
    case .next where isUndecided: said = context.words[.signsDecide]
    case .next: return goOn(in: context)
    case .skip:
      if case .choice = step?.kind { sitting?.set(nil, at: marked) }
      return goOn(in: context)
    case .back: return goBack(in: context)
    case .up: isChoice ? choose(KeyPress(.up)) : slots.isEmpty ? page.scroll(-1) : mark(by: -1)
    case .down: isChoice ? choose(KeyPress(.down)) : slots.isEmpty ? page.scroll(1) : mark(by: 1)
    case .pageUp: page.scroll(.pageUp)
    case .pageDown: page.scroll(.pageDown)
    case .left: turn(by: -1)
    case .right: turn(by: 1)
    case .clear: sitting?.set(nil, at: marked)
    case .hideNotice:
      var settings = context.settings
      settings.skipsCheckNotice = true
      return [.wish(.change(settings))] + goOn(in: context)
    case .nextChoice: markChoice(by: 1)
    case .previousChoice: markChoice(by: -1)
    case .choose: return choose(in: context)
    case .seeKept: return [.open(.keptChecks)]
    }
    return []
  }

  /// Whether the next part is wanted is chosen, and does not follow from going on.
  private var isUndecided: Bool { isChoice && sitting?.answer(at: marked) == nil }

  private var isChoice: Bool { if case .choice = step?.kind { true } else { false } }

  /// Arrows and clicks, as wherever one answer of several is given.
  private mutating func choose(_ key: KeyPress) { give { $0.handle(.key(key)) } }

  private mutating func give(_ change: (inout Choice) -> Bool) {
    var choice = choice
    guard change(&choice) else { return }
    sitting?.set(choice.chosen.flatMap { id in step?.options.firstIndex { $0.id == id } }, at: marked)
  }

  private mutating func fitPage(in context: Context) {
    page.fit(pagePlaces(in: Chrome.body(of: context.size), context.words).text.size)
  }

  private mutating func goOn(in context: Context) -> [Effect] {
    guard var run else { return [] }
    run.next(in: check)
    place = run.place
    return arrive(in: context)
  }

  /// One screen back; from the first one out, with nothing kept.
  private mutating func goBack(in context: Context) -> [Effect] {
    if end.stepBack() {
      showEnd(in: context)
      return []
    }
    guard var run, run.canGoBack(in: check) else { return leave() }
    run.back(in: check)
    if run.place == check.steps.first?.id, skipsNotice(context) { return leave() }
    place = run.place
    return arrive(in: context)
  }

  func leave() -> [Effect] {
    sitting?.wipe()
    return [.close]
  }

  private func skipsNotice(_ context: Context) -> Bool { id == Self.relationship && context.settings.skipsCheckNotice }

  private mutating func arrive(in context: Context) -> [Effect] {
    marked = slots.first ?? 0
    page = ScrollView()
    guard isAtEnd else {
      if let step, step.kind == .card { page.lines = step.text.paragraphs }
      return []
    }
    showEnd(in: context)
    return [.wish(.practices(.titles)), .wish(.check(.loadKept))]
  }

  private mutating func mark(by step: Int) {
    guard let first = slots.first, let last = slots.last else { return }
    marked = min(max(first, marked + step), last)
  }

  private mutating func turn(by way: Int) {
    guard let step, let sitting, !slots.isEmpty else { return }
    let count = step.options.count
    sitting.set(sitting.answer(at: marked).map { ($0 + way + count) % count } ?? (way > 0 ? 0 : count - 1), at: marked)
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    if end.naming != nil {
      end.naming?.handle(input)
    } else if case .text = step?.kind {
      sitting?.type(input)
    } else if case .mouse(let event) = input {
      return click(event, in: context)
    } else if case .key(let key) = input, let digit = key.digit, let step, step.options.indices.contains(digit - 1) {
      sitting?.set(digit - 1, at: marked)
      mark(by: 1)
    }
    return []
  }

  private mutating func click(_ event: MouseEvent, in context: Context) -> [Effect] {
    let body = Chrome.body(of: context.size)
    guard !slots.isEmpty else {
      let places = pagePlaces(in: body, context.words)
      page.handle(.mouse(event), in: places.text)
      return clickChoice(event, in: places.choices, context)
    }
    if let step, isChoice {
      let rect = choicePlaces(in: body).answers
      give { $0.handle(.mouse(event), in: rect) { step.options[$0].text } }
      return []
    }
    let places = itemPlaces(in: body, context)
    var list = itemList(in: places.list)
    if list.handle(event, in: places.list), let slot = list.selection { marked = slot }
    return []
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown: return sitting == nil ? [.wish(.check(.load))] : []
    case .screenCleared, .steppedOut: return leave()
    case .check(.loaded(let checks, let lines)) where sitting == nil: return begin(checks, lines, in: context)
    case .check(let event): return hearEnd(event, in: context)
    case .practiceTitlesLoaded(let titles):
      end.titles = titles
      if isAtEnd { showEnd(in: context) }
    case .countryChosen, .configured: if isAtEnd { showEnd(in: context) }
    default: break
    }
    return []
  }

  private mutating func begin(_ checks: [Practice], _ lines: SupportDirectory, in context: Context) -> [Effect] {
    guard let check = checks.first(where: { $0.id == id }) else { return [.close] }
    sitting = CheckAnswers(check, in: context.makeSecretStorage())
    directory = lines
    place = check.steps.first?.id
    return skipsNotice(context) ? goOn(in: context) : arrive(in: context)
  }
}

extension String {
  /// A free line between any two.
  var paragraphs: [Line] {
    split(separator: "\n").enumerated().flatMap { ($0 > 0 ? [Line()] : []) + [Line(String($1))] }
  }
}

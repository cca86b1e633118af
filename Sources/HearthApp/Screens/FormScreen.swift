import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// Questions about a person, a touchpoint, or how it is with somebody. Each may stay blank, and leaving keeps what was
/// answered.
package struct FormScreen: Screen {
  package static let title = Word.formTitle

  /// What the questions are about.
  package enum Subject: Equatable, Sendable {
    case person(Person)
    /// - Parameters:
    ///   - with: the name of whom it is with; empty with nobody.
    ///   - isNew: it is only about to be thought of.
    case touchpoint(Touchpoint, with: String, isNew: Bool = false)
    case bond(PersonPage)
  }

  private let subject: Subject
  private var form: Form
  private let begun: Form
  /// The lines until all of it is kept.
  private var lineDraft = LineDraft()
  private var isFinishing = false
  /// Other names that mean somebody else already, as the journal has said.
  private var taken: Set<String> = []
  /// The journal keeps what it can take, while one is on the way out; the page stays for the rest.
  private var isKeepingTheRest = false
  /// Days apart are as usual for the kind that is chosen, until somebody types them.
  private var followsKind = false

  init(_ subject: Subject, in context: Context) {
    self.subject = subject
    form = Form(subject.questions(context.words))
    begun = form
    if case .touchpoint(_, _, isNew: true) = subject { followsKind = true }
  }

  // MARK: Commands

  package enum Command: Hashable, Sendable { case next, previous, done, takeName, putNamesAway }

  package var takes: Takes { form.takes }
  package var answering: Answering? { form.answering }
  /// What is typed while the page closes is meant for what comes after it.
  package var awaits: Bool { isFinishing }
  /// No key for a room, and no way back, leads past what was answered.
  package var holdsWords: Bool { form.questions != begun.questions }
  package static var tables: [KeyTable] {
    listing(.digits, [onOptions]) + listing(.text, [onLine, onNames])
  }

  package var bindings: Bindings<Command> {
    if form.names != nil { return Self.onNames }
    return takes == .text ? Self.onLine : Self.onOptions
  }

  private static let moving: Bindings<Command> = [
    Binding("Tab Enter", .next, .formNext, hint: .keyNext),
    Binding("S-Tab", .previous, .formPrevious, hint: .keyBefore),
  ]
  private static let onLine: Bindings<Command> =
    moving + [Binding("Esc C-s", Command.done, .formDone, hint: .keyDone)]
  private static let onOptions: Bindings<Command> =
    moving + [Binding("Esc C-s q", Command.done, .formDone, hint: .keyDone)]

  private static let onNames: Bindings<Command> = [
    Binding("Tab Enter", .takeName, .composeTake, hint: .keyTake),
    Binding("Esc", .putNamesAway, .formNoName, hint: .keyBack),
  ]

  package func header(in context: Context) -> Header { .title(subject.title(context.words)) }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(.next):
      if let odd = oddity(in: context), odd.id == form.focused { return refuse(odd) }
      if form.isAtEnd { return finish(in: context) }
      form.move(by: 1)
    case .command(.previous): form.move(by: -1)
    case .command(.takeName): form.takeName()
    case .command(.putNamesAway): form.putNamesAway()
    case .command(.done), .event(.finishAsked): return finish(in: context)
    case .input(.mouse(let event)): form.turn(event, in: place(in: Chrome.body(of: context.size)))
    case .input(let input):
      take(input)
      lineDraft.change(form.lines(beyond: begun), in: context)
      return form.begunName.map { [.wish(.findNames(.person, prefix: $0))] } ?? []
    case .event(.namesFound(.person, let prefix, let names)): form.offer(names, for: prefix)
    case .event(.people(let event)):
      return hear(event, in: context)
    case .event(.refused):
      defer { (isFinishing, isKeepingTheRest) = (false, false) }
      // It may have been what one is leaving with: there is no later time for a draft then.
      return isFinishing ? [] : lineDraft.keeping(in: context)
    case .event(let event): return isFinishing ? [] : lineDraft.hear(event, in: context)
    }
    return []
  }

  /// What will be kept stands in the form at once.
  private mutating func take(_ input: Input) {
    let (days, kind) = (form.text("hoped"), form.chosen("kind"))
    form.take(input)
    if form.text("hoped") != days { followsKind = false }
    guard followsKind, form.chosen("kind") != kind else { return }
    let usual = form.chosen("kind").flatMap(Touchpoint.Kind.init)?.usualDays
    form.replace("hoped", with: usual.map { "\($0)" } ?? days, selecting: true)
  }

  /// Goes when what was answered is kept. What cannot be used is said first; who leaves it so leaves it as it was.
  private mutating func finish(in context: Context) -> [Effect] {
    if form.trouble == nil, let odd = oddity(in: context) { return refuse(odd) }
    guard let wish = wish(withoutNames: taken, in: context) else { return lineDraft.forgetting + [.close] }
    isFinishing = true
    return [.wish(wish)]
  }

  private mutating func refuse(_ odd: (id: String, said: String)) -> [Effect] {
    form.refuse(odd.id, because: odd.said)
    return [.stay]
  }

  /// The first answer that cannot be used, and what is said of it.
  private func oddity(in context: Context) -> (id: String, said: String)? {
    if let name = form.otherNames.first(where: taken.contains) {
      return (Form.otherNames, context.words[.personNameTaken, ["name": name]])
    }
    return subject.oddity(in: form, begun: begun).map { ($0.id, context.words[$0.word]) }
  }

  private mutating func hear(_ event: PeopleEvent, in context: Context) -> [Effect] {
    switch event {
    case .refused(.nameTaken(let name)) where form.otherNames.contains(name): return refuse(name, in: context)
    case .refused, .gone: (isFinishing, isKeepingTheRest) = (false, false)
    case _ where isKept(event) && isKeepingTheRest: isKeepingTheRest = false
    case _ where isKept(event): return lineDraft.forgetting + [.close, .say(Notice(context.words[.noticeSaved]))]
    default: break
    }
    return []
  }

  /// Said where it stands. Who is being led out meanwhile is asked nothing any more: the rest is kept as it belongs, and the
  /// names as a draft.
  private mutating func refuse(_ name: String, in context: Context) -> [Effect] {
    taken.insert(name)
    let effects = isFinishing ? [] : keepTheRest(in: context)
    isFinishing = false
    return refuse((Form.otherNames, context.words[.personNameTaken, ["name": name]])) + effects
  }

  private mutating func keepTheRest(in context: Context) -> [Effect] {
    guard !isKeepingTheRest, let wish = wish(withoutNames: Set(form.otherNames), in: context) else { return [] }
    isKeepingTheRest = true
    var rest = form
    rest.replace(Form.otherNames, with: begun.text(Form.otherNames))
    lineDraft.change(form.lines(beyond: rest), in: context)
    return lineDraft.keeping(in: context) + [.wish(wish)]
  }

  private func isKept(_ event: PeopleEvent) -> Bool {
    switch (event, subject) {
    case (.changed(let id), .person(let person)): person.id == id
    case (.changed(let id), .bond(let page)): page.person.id == id
    case (.touchpointKept(let kept), .touchpoint(let own, _, _)): kept.id == own.id
    default: false
    }
  }

  /// Nil where nothing was answered.
  ///
  /// - Parameter names: other names that are left out where the person did not have them before.
  private func wish(withoutNames names: Set<String> = [], in context: Context) -> Wish? {
    guard holdsWords else { return nil }
    switch subject {
    case .person(let person):
      var answered = person.answered(form)
      answered.aliases.removeAll { names.contains($0) && !person.aliases.contains($0) }
      return .people(.keep(answered))
    case .touchpoint(let touchpoint, _, _):
      let name = (form.trouble(withName: "with", begun: begun) == nil ? form : begun).text("with")
      return .people(.keepTouchpoint(touchpoint.answered(form, hasPerson: !name.isEmpty), with: name))
    case .bond(let page):
      let answers = BondQuestion.allCases.compactMap { question in
        form.step(of: question).flatMap { BondAnswer(question, $0, on: context.today) }
      }
      return .people(.answer(answers, about: page.person.id))
    }
  }

  package func unkept(in context: Context) -> Wish? { wish(in: context) }

  package var wakes: Int? { isFinishing ? nil : lineDraft.wakes }

  // MARK: Draw

  private func place(in body: Rect) -> Rect { Flow(body, airyFrom: 14).rest }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    form.draw(on: &frame, in: place(in: body))
  }
}

// MARK: Questions

extension FormScreen.Subject {
  fileprivate func title(_ words: Words) -> String {
    switch self {
    case .person(let person): person.name
    case .touchpoint: words[.touchFormTitle]
    case .bond(let page): words[.bondWith, ["name": page.person.name]]
    }
  }

  /// The first answer that cannot be used, and what is said of it.
  fileprivate func oddity(in form: Form, begun: Form) -> (id: String, word: Word)? {
    guard case .touchpoint = self else { return nil }
    if let trouble = form.trouble(withName: "with", begun: begun) { return ("with", trouble) }
    for id in ["hoped", "latest"] where !form.text(id).isEmpty && Touchpoint.days(form.text(id)) == nil {
      return (id, .touchDaysRefused)
    }
    if let hoped = Touchpoint.days(form.text("hoped")), let latest = Touchpoint.days(form.text("latest")),
      latest < hoped
    {
      return ("latest", .touchLatestRefused)
    }
    let yearly = form.text("yearly")
    return yearly.isEmpty || Touchpoint.YearDay(yearly) != nil ? nil : ("yearly", .touchYearlyRefused)
  }

  fileprivate func questions(_ words: Words) -> [Form.Question] {
    switch self {
    case .person(let person): person.questions(words)
    case .touchpoint(let touchpoint, let name, _): touchpoint.questions(with: name, words)
    case .bond: BondQuestion.allCases.map { $0.asked(words) }
    }
  }
}

extension Person {
  fileprivate func questions(_ words: Words) -> [Form.Question] {
    let group: [Form.Question] = [
      Form.line("role", words[.personAskRole], role), Form.line("value", words[.personAskValue], value),
    ]
    return [
      Form.choice("circle", words[.personAskCircle], circle) { words[$0.name] },
      Form.choice("kind", words[.personAskKind], kind) { words[$0.name] },
      Form.ticks("traits", words[.personAskTraits], traits) { words[$0.name] },
      Form.ticks("needs", words[.personNeeds], needs) { words[$0.name] },
      Form.line(Form.otherNames, words[.personAskAliases], aliases.joined(separator: ", ")),
      Form.line("contexts", words[.personContexts], contexts), Form.line("rubsOff", words[.personRubsOff], rubsOff),
      Form.line("notes", words[.personNotes], notes),
    ] + group
  }

  fileprivate func answered(_ form: Form) -> Person {
    var person = self
    person.circle = form.chosen("circle").flatMap(Circle.init)
    person.kind = form.chosen("kind").flatMap(Kind.init)
    person.traits = Set(form.ticked("traits").compactMap(Trait.init))
    person.needs = Set(form.ticked("needs").compactMap(Need.init))
    person.aliases = form.otherNames
    person.contexts = form.text("contexts")
    person.rubsOff = form.text("rubsOff")
    person.notes = form.text("notes")
    person.role = form.text("role")
    person.value = form.text("value")
    return person
  }
}

extension Touchpoint {
  fileprivate enum Care: String, CaseIterable { case onTime }

  fileprivate func questions(with name: String, _ words: Words) -> [Form.Question] {
    [
      Form.line("title", words[.touchAskTitle], title, hint: words[.touchTitleHint]),
      Form.choice("kind", words[.touchAskKind], kind) { words[$0.name] }, Form.name("with", words[.touchAskWith], name),
      Form.number("hoped", words[.touchAskHoped], hopedDays), Form.number("latest", words[.touchAskLatest], latestDays),
      Form.line("yearly", words[.touchAskYearly], yearly?.description ?? "", hint: words[.touchYearlyHint]),
      Form.line("draft", words[.touchAskDraft], draft),
      Form.ticks("care", words[.touchAskCare], isTimeKept ? Set([Care.onTime]) : []) { _ in words[.touchOnTime] },
      Form.line("companion", words[.touchAskCompanion], companion),
    ]
  }

  /// Whole days between two times; nil for what is none.
  fileprivate static func days(_ text: String) -> Int? { Int(text).flatMap { Self.days.contains($0) ? $0 : nil } }

  /// What cannot be read as a number or a date leaves it as it was.
  fileprivate func answered(_ form: Form, hasPerson: Bool) -> Touchpoint {
    var touchpoint = self
    touchpoint.title = form.text("title")
    touchpoint.kind = form.chosen("kind").flatMap(Kind.init) ?? kind
    let (hoped, latest, yearly) = (form.text("hoped"), form.text("latest"), form.text("yearly"))
    touchpoint.hopedDays = hoped.isEmpty ? touchpoint.kind.usualDays : Self.days(hoped) ?? hopedDays
    let mayBe = { (days: Int?) in days.flatMap { $0 >= touchpoint.hopedDays ? $0 : nil } }
    touchpoint.latestDays = latest.isEmpty ? nil : mayBe(Self.days(latest)) ?? mayBe(latestDays)
    touchpoint.yearly = yearly.isEmpty ? nil : YearDay(yearly) ?? self.yearly
    touchpoint.draft = form.text("draft")
    touchpoint.isTimeKept = !form.ticked("care").isEmpty
    touchpoint.companion = form.text("companion")
    if !hasPerson { touchpoint.person = nil }
    return touchpoint
  }
}

extension BondQuestion {
  /// A bar of eleven steps, or five words.
  fileprivate func asked(_ words: Words) -> Form.Question {
    if self == .closeness {
      let scale = Scale(range: range, low: words[.bondFarthest], high: words[.bondNearest])
      return Form.Question(id: rawValue, label: words[question], answer: .scale(scale))
    }
    return Form.Question(
      id: rawValue, label: words[question], options: Self.frequencies.map { words[$0] },
      answer: .choice(Choice(range.map(String.init))))
  }
}

extension Form {
  /// Why a name cannot be used that was typed. One that stood there before may be any, and none is nobody's.
  fileprivate func trouble(withName id: String, begun: Form) -> Word? {
    let typed = text(id)
    if typed.isEmpty || typed == begun.text(id) { return nil }
    if !PersonName.isOne(typed) { return .peopleNoComma }
    return (try? PersonName.kept(typed)) == nil ? .peopleNoName : nil
  }

  fileprivate static let otherNames = "aliases"

  /// What somebody is also called, as it is typed.
  fileprivate var otherNames: [String] {
    text(Self.otherNames).split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The answer to a question of the bond check.
  fileprivate func step(of question: BondQuestion) -> Int? {
    value(question.rawValue) ?? chosen(question.rawValue).flatMap { Int($0) }
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// A way through a practice: one question a screen, with next, back and skip always.
///
/// Where a practice is kept, every step is in the journal before one leaves. Where the person is asked, or nothing is
/// ever kept, nothing leaves this value until they say so; it goes when the screen does.
package struct PracticeScreen: Screen {
  package static let title = Word.practiceTitle

  let start: PracticeStart
  /// Nil until it is here.
  private(set) var passage: PracticeSession?
  private(set) var ending: EndingPage?
  /// What becomes of the answers of one who leaves midway.
  private(set) var leaving: Modal?
  /// How far what there is to read was scrolled.
  private(set) var card = ScrollView()
  /// It closes as soon as the journal has the run.
  private var closesWhenKept = false
  /// An entry for this step lies open above.
  private var isWriting = false
  /// What there is to read about it.
  private(set) var reading: Card?
  /// Names of those about whom it is not offered, in small letters.
  private var quiet: Set<String> = []
  /// It is about one of them: it goes no further, and what was typed ahead means nothing.
  private(set) var isTurnedAway = false
  /// The person has said that the answers are to be kept, or not.
  private var isDecided = false

  init(_ start: PracticeStart) { self.start = start }

  package var awaits: Bool { passage == nil || closesWhenKept }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    defer { passage?.tick(in: context) }
    switch message {
    case .command(let command): return carryOut(command, in: context)
    case .input(let input): return take(input, in: context)
    case .event(let event): return hear(event, in: context)
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .next:
      passage?.next(in: context)
      return moved(in: context)
    case .skip:
      passage?.skip(in: context)
      return moved(in: context)
    case .unsaid:
      passage?.leaveUnsaid(in: context)
      return moved(in: context)
    case .back: return stepBack(in: context)
    case .leave: return leave(in: context)
    case .choose: return choose(in: context)
    case .read: return reading.map { [.open(.card($0.id))] } ?? []
    case .write: return write()
    case .start, .pause, .longer, .shorter: return time(command, in: context)
    case .later, .earlier:
      passage?.change(in: context) { $0.move(by: command == .later ? 1 : -1, in: context) }
    case .edit(let editing):
      passage?.change(in: context) { $0.perform(editing) }
      return askForNames()
    case .move(let way): move(way, in: Chrome.body(of: context.size), context)
    }
    return []
  }

  private mutating func move(_ way: RowMove, in body: Rect, _ context: Context) {
    if ending != nil {
      ending?.move(way, in: body)
    } else if let page = cardPage(in: body, context) {
      card.lines = page.lines
      card.fit(page.place.size)
      card.scroll(way)
    }
  }

  private mutating func take(_ input: Input, in context: Context) -> [Effect] {
    let body = Chrome.body(of: context.size)
    if var modal = leaving {
      modal.handle(input, in: body)
      leaving = modal
      return modal.chosen.map { decide($0, in: context) } ?? []
    }
    if isTurnedAway { return [] }
    if ending != nil { return ending?.handle(input, in: body) == true ? choose(in: context) : [] }
    guard let step = passage?.step else { return [] }
    let place = places(in: body, context).form
    passage?.change(in: context) { $0.handle(input, of: step, in: place, context) }
    return askForNames()
  }

  private func askForNames() -> [Effect] {
    passage?.form.begunName.map { [.wish(.findNames(.person, prefix: $0))] } ?? []
  }

  // MARK: Moving

  /// About somebody for whom nothing is suggested it does not go on. What was written is kept first, and let go on the
  /// way out: there it can be taken back.
  private mutating func turnAway() -> [Effect] {
    (isTurnedAway, ending) = (true, nil)
    return keepNow()
  }

  /// After every step: what is kept is kept at once.
  private mutating func moved(in context: Context) -> [Effect] {
    (card, isWriting) = (ScrollView(), false)
    guard let passage else { return [] }
    if let name = passage.run.person, quiet.contains(name.lowercased()) { return turnAway() }
    ending = passage.isAtEnd ? endingPage(of: passage, in: context) : nil
    return keepNow()
  }

  private mutating func keepNow() -> [Effect] {
    guard var passage, passage.isKept, !passage.isSafe else { return [] }
    defer { self.passage = passage }
    return [passage.keep()]
  }

  private func endingPage(of passage: PracticeSession, in context: Context) -> EndingPage {
    let isAsked = passage.practice.keep == .ask && passage.holdsAnswers && !isDecided
    let text = passage.run.page(in: passage.practice) ?? context.words[.practiceEnd]
    let said = isAsked ? text + "\n\n" + context.words[.practiceAsk] : text
    return EndingPage(
      said, offers: isAsked ? [] : passage.run.ending(in: passage.practice)?.offers ?? [], titles: passage.titles,
      check: context.checkDoor, first: isAsked ? [.keep, .letGo] : [.done], card: isAsked ? nil : reading)
  }

  private mutating func stepBack(in context: Context) -> [Effect] {
    if leaving != nil {
      leaving = nil
      return [.stay]
    }
    guard passage?.back(in: context) == true else { return [] }
    return moved(in: context)
  }

  private mutating func choose(in context: Context) -> [Effect] {
    if leaving != nil { return take(.key(KeyPress(.enter)), in: context) }
    if ending == nil {
      passage?.change(in: context) { _ = $0.takeName() }
      return []
    }
    switch ending?.selection {
    case .keep: return keepAsAsked(closing: false, in: context)
    case .letGo:
      isDecided = true
      return [.close, .say(Notice(context.words[.noticePracticeLetGo]))]
    case let row?: return row.effects + said(in: context)
    case nil: return []
    }
  }

  /// One thing kept completes a day.
  private func said(in context: Context) -> [Effect] {
    guard let passage, passage.holdsAnswers, passage.isKept || isDecided else { return [] }
    return [.say(Notice(context.words[.noticePracticeEnough]))]
  }

  private mutating func keepAsAsked(closing: Bool, in context: Context) -> [Effect] {
    guard var passage else { return [] }
    (isDecided, closesWhenKept) = (true, closing)
    let effect = passage.keepAsAsked(in: context)
    self.passage = passage
    return [effect]
  }

  // MARK: Leaving

  /// What is kept keeps its place; where the person is to be asked they are; where nothing is kept it is one step back.
  private mutating func leave(in context: Context) -> [Effect] {
    guard let passage else { return [.close] }
    switch passage.practice.keep {
    case .always: return leaveKept(in: context)
    case .ask:
      if passage.isKept { return leaveKept(in: context) }
      guard passage.holdsAnswers else { return [.close] }
      leaving = Modal(
        title: context.words[.practiceLeaving], lines: [Line(context.words[.practiceLeavingSays])],
        choices: [context.words[.practiceStay], context.words[.practiceKeepIt], context.words[.practiceLetGo]])
      return []
    case .never:
      if !passage.isAtEnd, !isTurnedAway, self.passage?.back(in: context) == true { return moved(in: context) }
      return [.close, .say(Notice(context.words[.noticePracticeNothingKept]))]
    }
  }

  private mutating func leaveKept(in context: Context) -> [Effect] {
    guard let passage, !passage.isSafe else { return gone(in: context) }
    closesWhenKept = true
    return keepNow()
  }

  private func gone(in context: Context) -> [Effect] {
    guard isTurnedAway else { return [.close] + farewell(in: context) }
    return (passage?.holdsAnswers == true ? letGo : []) + [.close]
  }

  private var letGo: [Effect] { passage.map { [.wish(.make(.letGoOfRun($0.run.id)))] } ?? [] }

  private func farewell(in context: Context) -> [Effect] {
    guard let passage, passage.holdsAnswers else { return [] }
    let word: Word = passage.isAtEnd ? .noticePracticeEnough : .noticePracticePlaceKept
    return [.say(Notice(context.words[word]))]
  }

  private mutating func decide(_ choice: Int, in context: Context) -> [Effect] {
    leaving = nil
    switch choice {
    case 1: return keepAsAsked(closing: true, in: context)
    case 2: return [.close, .say(Notice(context.words[.noticePracticeLetGo]))]
    default: return [.stay]
    }
  }

  // MARK: Timers and pages

  private mutating func time(_ command: Command, in context: Context) -> [Effect] {
    passage?.change(in: context) { form in
      guard case .timer(var timer) = form else { return }
      switch command {
      case .start: timer.start(in: context)
      case .pause: timer.pause(at: context.uptime)
      default: timer.change(by: command == .longer ? 1 : -1, at: context.uptime)
      }
      form = .timer(timer)
    }
    return keepNow()
  }

  /// Where a practice leaves no trace, neither does the page say where it comes from.
  private mutating func write() -> [Effect] {
    isWriting = true
    return [.open(.compose(.blank(answering: question)))]
  }

  private var question: Prompt? {
    guard let passage, passage.isKept, let step = passage.step else { return nil }
    return Prompt(
      id: "practice/\(passage.practice.id)", text: passage.said(step.text), categories: [], depth: 1, minutes: 5,
      concepts: [], note: nil)
  }

  /// Not one that was written meanwhile for something else.
  private func answersStep(_ entry: Entry) -> Bool {
    isWriting && passage?.form == .compose(nil) && entry.prompt == question?.id
  }

  // MARK: What happened

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .shown where passage == nil: return [.wish(.practices(.open(start)))]
    case .practiceFound(start, let opening) where passage == nil: return begin(opening, in: context)
    case .practiceMissing(start): return [.close, .say(Notice(context.words[.noticePracticeGone]))]
    case .libraryLoaded(let library):
      reading = passage.flatMap { library.card(leadingTo: .practice($0.practice.id)) }
    case .ticked:
      passage?.tick(in: context)
      passage?.change(in: context) { _ in }
      return passage?.isDue(at: context.uptime) == true ? keepNow() : []
    case .runKept(let id, let revision) where id == passage?.run.id:
      passage?.wasKept(revision)
      return wasKept(in: context)
    case .runRefused(let id, let problem) where id == passage?.run.id:
      passage?.wasRefused(problem, at: context.uptime)
      (closesWhenKept, isDecided) = (false, isDecided && passage?.isKept == true)
      return [.say(Notice(context.words.sentence(unsaved: problem), kind: .trouble))]
    case .namesFound(.person, let prefix, let names):
      passage?.change(in: context) { $0.offer(names, for: prefix) }
    case .saved(let entry) where answersStep(entry):
      isWriting = false
      passage?.change(in: context) { $0 = .compose(entry.id) }
      return keepNow()
    case .finishAsked: return leave(in: context)
    case .screenCleared: return passage?.isKept == true ? [] : [.close]
    default: break
    }
    return []
  }

  private mutating func begin(_ opening: PracticeOpening, in context: Context) -> [Effect] {
    let passage = PracticeSession(opening, in: context)
    self.passage = passage
    quiet = opening.quiet
    ending = passage.isAtEnd ? endingPage(of: passage, in: context) : nil
    return [.wish(.loadLibrary)] + (passage.isOutdated ? [.say(Notice(context.words[.noticePracticeChanged]))] : [])
  }

  private mutating func wasKept(in context: Context) -> [Effect] {
    if closesWhenKept, passage?.saveState.isSafe == true { return gone(in: context) }
    if closesWhenKept { return keepNow() }
    if isDecided, !isTurnedAway, let passage, passage.isAtEnd { ending = endingPage(of: passage, in: context) }
    return []
  }

  // MARK: What must not be lost, and what must not stay

  package func unkept(in context: Context) -> Wish? {
    guard let passage, passage.isKept, !passage.isSafe else { return nil }
    return passage.wish
  }

  package var holdsWords: Bool {
    guard let passage else { return false }
    // An answer that was taken back is still in the journal.
    if passage.isKept { return !passage.isSafe }
    return passage.practice.keep == .ask && passage.holdsAnswers && !isDecided
  }

  /// The run is gone back to where the journal has it.
  package func mark(_ place: inout Place) {
    guard let passage, passage.practice.keep == .always, passage.holdsAnswers, !isTurnedAway else { return }
    place.running = passage.run.id
  }

  package var wakes: Int? { passage?.wakes }
  package var holdsOpenUntil: Int? { passage?.holdsOpenUntil }

  /// Before anything is asked it is said what there is to read about it.
  var namesCard: Bool { about.card != nil }
  var about: AboutLine {
    AboutLine(card: ending == nil && !isTurnedAway && passage?.isAtBeginning == true ? reading : nil)
  }

  // MARK: Draw

  package func header(in context: Context) -> Header {
    // While a timer runs the program stays open, and anybody may pass by: which practice it is, is not told then.
    guard let passage, !passage.form.isRunning else { return .title(context.words[.practiceTitle]) }
    let progress = context.size.columns >= 60 ? progress(context).map { "     " + $0 } ?? "" : ""
    return .title(passage.run.title + progress)
  }

  func progress(_ context: Context) -> String? {
    guard let passage, let (step, count) = passage.run.progress(in: passage.practice) else { return nil }
    return context.words[.practiceProgress, ["i": context.words.number(step), "n": context.words.number(count)]]
  }

  package func status(in context: Context) -> Line? {
    guard let passage, ending == nil, !isTurnedAway else { return nil }
    if context.size.columns < 60 { return progress(context).map { Line($0, .dim) } }
    if case .text(let area) = passage.form, passage.isKept {
      return passage.saveState.light(isBlank: area.isBlank).line(context.words)
    }
    return passage.isKept ? nil : Line(context.words[.practiceNotKept], .dim)
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The first room: the day, one kind line, a question beside a blank page, what was written lately.
package struct TodayScreen: Screen {
  package static let title = Word.roomToday

  var day: Day
  var page: TodayPage?
  /// Which of `heads` is marked; nil while the question has the focus.
  var selected: UUID?
  /// What practices have left for today, and which of it is marked.
  var followUps = FollowUpLines()
  /// How it was answered to be, and the moments; nil until they are here.
  var answers: DayAnswers?
  var followUp: FollowUp.ID?
  /// The page that is opened as soon as it is here.
  private var toWrite: UUID?
  /// What it says by itself; nil until it is here.
  var asides: Asides?
  /// The day on which the relationship check was opened in this sitting: nothing is offered then. Written nowhere.
  private var guarded: Day?
  /// What was put aside last, until something else is done.
  private var putAside: Prompt?
  /// The question was answered before it was here.
  private var isToAnswer = false

  init(day: Day) { self.day = day }

  /// What was written on this day at other times.
  var memories: [Memory] { page?.memories ?? [] }

  /// What it has been a while with.
  var rhythms: [Rhythm] { page?.rhythms ?? [] }

  /// What one can move through, as it stands on the page.
  var heads: [EntryHead] { (page?.written ?? []) + (page?.recent ?? []) + memories.map(\.head) }

  package var awaits: Bool { toWrite != nil || isToAnswer }
  /// What it says by itself comes last, and moves what stands below it: all of it is one picture.
  package var bringsMore: Bool { asides == nil }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case answer, another, never, up, down, read, takeUpDraft, hush, comeBack
    case openSteady, sleep, rest, openAnswer, trashAnswer
    case accept, putOff, endOffer, turnLow, askAgain, wholeDay, onThisDay
  }

  /// What the keys are about.
  enum Focus { case question, entry, memory, followUp, steady, answer }

  var focus: Focus {
    if followUp != nil { return .followUp }
    guard let selected else { return .question }
    if markedRhythm != nil { return .steady }
    if markedCheckIn != nil || markedMoment != nil { return .answer }
    return memories.contains { $0.head.id == selected } ? .memory : .entry
  }

  package static var tables: [KeyTable] {
    let here = [
      onQuestion, onQuestionWithDraft, onEntry, onEntryWithDraft, onMemory, onMemoryWithDraft, onAnswer,
      onAnswerWithDraft, onSteady, onSteadyWithDraft, onFollowUp, onFollowUpWithDraft, onNoQuestion,
      onNoQuestionWithDraft,
    ]
    return listing(.nothing, here + here.map { onPutAside + $0 })
  }

  package var bindings: Bindings<Command> {
    putAside == nil ? here : Self.onPutAside + here
  }

  private var here: Bindings<Command> {
    let hasDraft = page?.drafts.isEmpty == false
    return switch focus {
    case .question where page?.question == nil: hasDraft ? Self.onNoQuestionWithDraft : Self.onNoQuestion
    case .question: hasDraft ? Self.onQuestionWithDraft : Self.onQuestion
    case .entry: hasDraft ? Self.onEntryWithDraft : Self.onEntry
    case .memory: hasDraft ? Self.onMemoryWithDraft : Self.onMemory
    case .followUp: hasDraft ? Self.onFollowUpWithDraft : Self.onFollowUp
    case .steady: hasDraft ? Self.onSteadyWithDraft : Self.onSteady
    case .answer: hasDraft ? Self.onAnswerWithDraft : Self.onAnswer
    }
  }

  // Read from their notation once, and each when it is first needed: they are asked for with every key and every frame.
  private static let onQuestion = question + everywhere
  private static let onQuestionWithDraft = question + draft + everywhere
  private static let onNoQuestion = noQuestion + elsewhere
  private static let onNoQuestionWithDraft = noQuestion + draft + elsewhere
  private static let onEntry = entry + everywhere
  private static let onEntryWithDraft = entry + draft + everywhere
  private static let onMemory = memory + everywhere
  private static let onMemoryWithDraft = memory + draft + everywhere
  private static let onFollowUp = comingBack + everywhere
  private static let onFollowUpWithDraft = comingBack + draft + everywhere
  private static let onSteady = steady + everywhere
  private static let onSteadyWithDraft = steady + draft + everywhere
  private static let onAnswer = answered + everywhere
  private static let onAnswerWithDraft = answered + draft + everywhere

  private static let onPutAside: Bindings<Command> = [Binding("u", .askAgain, .todayAskAgain, hint: .keyAskAgain)]
  private static let question: Bindings<Command> = [
    Binding("Enter w", Command.answer, .todayAnswer, hint: .keyAnswer)
  ]
  /// It is not here yet, or there is none: the keys work, and the key bar promises nothing.
  private static let noQuestion: Bindings<Command> = [
    Binding("Enter w", Command.answer, .todayAnswer), Binding("p", .another, .todayAnother),
    Binding("x", .never, .todayNever),
  ]
  private static let entry: Bindings<Command> = [
    Binding("Enter", Command.read, .todayRead, hint: .keyRead), Binding("w", .answer, .todayAnswer),
  ]
  private static let memory: Bindings<Command> = entry + [Binding("b", .hush, .todayHush, hint: .keyComesBack)]
  private static let comingBack: Bindings<Command> = [
    Binding("Enter", Command.comeBack, .practicesAnswer, hint: .keyAnswer), Binding("w", .answer, .todayAnswer),
  ]
  private static let steady: Bindings<Command> = [
    Binding("Enter", Command.openSteady, .touchOpen, hint: .keyOpen),
    Binding("-", .sleep, .touchSleep, hint: .keyNotNow),
    Binding("z", .rest, .touchRest, hint: .keyRest), Binding("w", .answer, .todayAnswer),
  ]
  private static let answered: Bindings<Command> = [
    Binding("Enter", Command.openAnswer, .todayOpenAnswer, hint: .keyEdit),
    Binding("d", .trashAnswer, .todayTrashAnswer, hint: .keyTrash), Binding("w", .answer, .todayAnswer),
  ]
  private static let draft: Bindings<Command> = [Binding("r", Command.takeUpDraft, .todayTakeUpDraft, hint: .keyGoOn)]
  private static let everywhere: Bindings<Command> =
    [
      Binding("p", Command.another, .todayAnother, hint: .keyAnother),
      Binding("x", .never, .todayNever, hint: .keyNever, isLate: true),
    ] + elsewhere
  private static let elsewhere: Bindings<Command> = [
    Binding("Up k", Command.up, .listUp), Binding("Down j", .down, .listDown), Binding("y", .accept, .asideAccept),
    Binding("l", .putOff, .asidePutOff), Binding("L", .endOffer, .asideEnd), Binding("e", .turnLow, .asideTurnLow),
    Binding("a", .wholeDay, .calendarWholeDay),
    Binding("o", .onThisDay, .houseOnThisDay, hint: .keyOnThisDay, isLate: true),
  ]

  package func status(in context: Context) -> Line? {
    guard context.size.columns >= 60 else { return nil }
    return context.backupStatus(hasEarlierDays: page?.recent.isEmpty == false)
  }

  // MARK: Update

  package mutating func update(_ message: Message<Command>, in context: Context) -> [Effect] {
    switch message {
    case .command(let command): carryOut(command, in: context)
    case .event(let event): hear(event, in: context)
    case .input: []
    }
  }

  private mutating func carryOut(_ command: Command, in context: Context) -> [Effect] {
    switch command {
    case .answer:
      isToAnswer = page == nil
      return isToAnswer ? [] : answer()
    case .another, .never: return otherQuestion(dismissing: command == .never, in: context)
    case .askAgain: return askAgain(in: context)
    case .up: move(by: -1, in: context)
    case .down: move(by: 1, in: context)
    case .read: return marked.map { [.open(.read($0, in: EntryFilter()))] } ?? []
    case .hush: return marked.map { [.open(.hushed($0))] } ?? []
    case .comeBack: return followUps.shown.first { $0.id == followUp }.map { [.open(.followUp($0))] } ?? []
    case .takeUpDraft: return takeUpDraft()
    case .openSteady: return markedRhythm.map { [.open(.touchpoint($0))] } ?? []
    case .sleep: return markedRhythm?.answered(.sleep, in: context) ?? []
    case .rest: return markedRhythm?.answered(.rest, in: context) ?? []
    case .openAnswer: return openAnswer()
    case .trashAnswer: return trashAnswer(in: context)
    case .accept, .putOff, .endOffer: return respond(command, in: context)
    case .turnLow: return turnLow(in: context)
    case .wholeDay: return [.open(.day(day))]
    case .onThisDay: return [.open(.memories(day))]
    }
    return []
  }

  private var marked: EntryHead? { heads.first { $0.id == selected } }

  private var markedRhythm: Rhythm? { rhythms.first { $0.touchpoint.id == selected } }

  private var markedCheckIn: CheckIn? { answers?.checkIns.first { $0.id == selected } }
  private var markedMoment: Moment? { answers?.moments.first { $0.id == selected } }

  private func openAnswer() -> [Effect] {
    if let checkIn = markedCheckIn { return [.open(.checkIn(checkIn))] }
    return markedMoment.map { [.open(.moment($0))] } ?? []
  }

  private mutating func trashAnswer(in context: Context) -> [Effect] {
    putAside = nil
    let wish = markedCheckIn.map { AnswerWish.trashCheckIn($0.id) } ?? markedMoment.map { .trashMoment($0.id) }
    return wish.map { [.wish(.answers($0)), .say(Notice(context.words[.noticeTrashed]))] } ?? []
  }

  private func answer() -> [Effect] { [.open(.compose(.blank(answering: page?.question)))] }

  private mutating func takeUpDraft() -> [Effect] {
    toWrite = page?.drafts.first?.entry
    return toWrite.map { [.wish(.openPage($0))] } ?? []
  }

  private mutating func otherQuestion(dismissing: Bool, in context: Context) -> [Effect] {
    guard let question = page?.question else { return [] }
    putAside = dismissing ? question : nil
    let wish = Wish.anotherQuestion(day, context.settings, current: question.id, dismissing: dismissing)
    return [.wish(wish)] + (dismissing ? [.say(Notice(context.words[.noticeQuestionRests]))] : [])
  }

  private mutating func askAgain(in context: Context) -> [Effect] {
    guard let question = putAside else { return [] }
    page?.question = question
    putAside = nil
    return [.wish(.questions(.takeUp(question.id, shownOn: day))), .say(Notice(context.words[.noticeQuestionAgain]))]
  }

  /// What one can go to, as it stands on the page.
  enum Stop: Equatable {
    case question
    case followUp(FollowUp.ID)
    case entry(UUID)
  }

  /// As the rows are drawn; what has no room is not gone to.
  private func stops(in context: Context) -> [Stop] {
    var sight = Frame(size: context.size)
    return paint(on: &sight, in: Chrome.body(of: context.size), context)
  }

  private mutating func move(by step: Int, in context: Context) {
    let stops = stops(in: context)
    guard !stops.isEmpty else { return }
    let here = followUp.map(Stop.followUp) ?? selected.map(Stop.entry) ?? .question
    let place = stops.firstIndex(of: here) ?? (step > 0 ? -1 : stops.count)
    (selected, followUp) = (nil, nil)
    switch stops[min(max(place + step, 0), stops.count - 1)] {
    case .followUp(let id): followUp = id
    case .entry(let id): selected = id
    case .question: break
    }
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .todayLoaded(let loaded):
      follow(in: context) { $0.page = loaded }
      if isToAnswer {
        isToAnswer = false
        return answer()
      }
    case .followUpsLoaded(let open):
      followUps = FollowUpLines(open, in: context)
      if !followUps.shown.contains(where: { $0.id == followUp }) { followUp = nil }
    case .followUpSettled, .runKept: return [.wish(.practices(.followUps))]
    case .answersLoaded(let loaded) where loaded.day == day:
      follow(in: context) { $0.answers = loaded }
    case .checkInSaved, .momentSaved, .answersChanged:
      putAside = nil
      return [.wish(.answers(.load(day))), loadAsides(in: context)]
    case .aside(.loaded(let loaded)): asides = loaded
    case .aside(.settled): return [loadAsides(in: context)]
    case .check(.loaded):
      guarded = context.today
      asides?.offer = nil
    case .questionShown(nil): return [.say(Notice(context.words[.noticeNoMoreQuestions]))]
    case .questionShown(let question): page?.question = question
    case .pageFound(let id, let found) where id == toWrite:
      toWrite = nil
      return [.open(.compose(found))]
    case .refused: (toWrite, isToAnswer) = (nil, false)
    case .opened, .shown, .made, .takenBack, .notesTaken(1...), .saved, .draftForgotten, .changed, .hushedLoaded,
      .people(.touchpointKept), .people(.touchpointGone):
      day = context.today
      putAside = nil
      return [.wish(.loadToday(day, context.settings)), .wish(.answers(.load(day))), .wish(.practices(.followUps))]
        + [loadAsides(in: context)]
    default: break
    }
    return []
  }

  private func loadAsides(in context: Context) -> Effect {
    let isSeen = context.room == .today && AsideLines.haveRoom(in: Chrome.body(of: context.size))
    return .wish(.aside(.load(day, context.settings, offers: isSeen && guarded != day)))
  }

  /// Where what is marked goes, the mark goes to what stood right below it, else above; to the question where nothing did.
  private mutating func follow(in context: Context, _ change: (inout TodayScreen) -> Void) {
    let before = selected.map { _ in stops(in: context) } ?? []
    change(&self)
    guard let gone = selected, !isThere(gone) else { return }
    let ids = before.map { stop in if case .entry(let id) = stop { id } else { UUID?.none } }
    let place = ids.firstIndex(of: gone) ?? ids.endIndex
    let near = Array(ids[place...].prefix { $0 != nil }) + ids[..<place].reversed().prefix { $0 != nil }
    selected = near.compactMap(\.self).first { isThere($0) }
  }

  private func isThere(_ id: UUID) -> Bool {
    heads.contains { $0.id == id } || rhythms.contains { $0.touchpoint.id == id }
      || answers?.checkIns.contains { $0.id == id } == true || answers?.moments.contains { $0.id == id } == true
  }
}

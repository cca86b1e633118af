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
  private var followUps = FollowUpLines()
  /// How it was answered to be, and the moments; nil until they are here.
  private var answers: DayAnswers?
  private var followUp: FollowUp.ID?
  /// The page that is opened as soon as it is here.
  private var toWrite: UUID?
  /// The question was answered before it was here.
  private var isToAnswer = false

  init(day: Day) { self.day = day }

  /// What was written on this day at other times.
  private var memories: [Memory] { page?.memories ?? [] }

  /// What it has been a while with.
  private var rhythms: [Rhythm] { page?.rhythms ?? [] }

  /// What one can move through, as it stands on the page.
  var heads: [EntryHead] { (page?.written ?? []) + (page?.recent ?? []) + memories.map(\.head) }

  package var awaits: Bool { toWrite != nil || isToAnswer }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case answer, another, never, up, down, read, takeUpDraft, hush, comeBack
    case openSteady, sleep, rest, openAnswer, trashAnswer
  }

  /// What the keys are about.
  private enum Focus { case question, entry, memory, followUp, steady, answer }

  private var focus: Focus {
    if followUp != nil { return .followUp }
    guard let selected else { return .question }
    if markedRhythm != nil { return .steady }
    if markedCheckIn != nil || markedMoment != nil { return .answer }
    return memories.contains { $0.head.id == selected } ? .memory : .entry
  }

  package var bindings: Bindings<Command> {
    let hasDraft = page?.drafts.isEmpty == false
    return switch focus {
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

  private static let question: Bindings<Command> = [
    Binding("Enter w", Command.answer, .todayAnswer, hint: .keyAnswer)
  ]
  private static let entry: Bindings<Command> = [
    Binding("Enter", Command.read, .todayRead, hint: .keyRead), Binding("w", .answer, .todayAnswer),
  ]
  private static let memory: Bindings<Command> = entry + [Binding("b", .hush, .todayHush, hint: .keyComesBack)]
  private static let comingBack: Bindings<Command> = [
    Binding("Enter", Command.comeBack, .practicesAnswer, hint: .keyAnswer), Binding("w", .answer, .todayAnswer),
  ]
  private static let steady: Bindings<Command> = [
    Binding("Enter", Command.openSteady, .touchOpen, hint: .keyPlan),
    Binding("-", .sleep, .touchSleep, hint: .keyNotNow),
    Binding("z", .rest, .touchRest, hint: .keyRest), Binding("w", .answer, .todayAnswer),
  ]
  private static let answered: Bindings<Command> = [
    Binding("Enter", Command.openAnswer, .todayOpenAnswer, hint: .keyEdit),
    Binding("d", .trashAnswer, .todayTrashAnswer, hint: .keyTrash), Binding("w", .answer, .todayAnswer),
  ]
  private static let draft: Bindings<Command> = [Binding("r", Command.takeUpDraft, .todayTakeUpDraft, hint: .keyGoOn)]
  private static let everywhere: Bindings<Command> = [
    Binding("p", Command.another, .todayAnother, hint: .keyAnother),
    Binding("x", .never, .todayNever, hint: .keyNever), Binding("Up k", .up, .listUp),
    Binding("Down j", .down, .listDown),
  ]

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
    case .trashAnswer: return trashAnswer()
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

  private func trashAnswer() -> [Effect] {
    if let checkIn = markedCheckIn { return [.wish(.trashCheckIn(checkIn.id))] }
    return markedMoment.map { [.wish(.trashMoment($0.id))] } ?? []
  }

  private func answer() -> [Effect] { [.open(.compose(.blank(answering: page?.question)))] }

  private mutating func takeUpDraft() -> [Effect] {
    toWrite = page?.drafts.first?.entry
    return toWrite.map { [.wish(.openPage($0))] } ?? []
  }

  private func otherQuestion(dismissing: Bool, in context: Context) -> [Effect] {
    guard let question = page?.question else { return [] }
    let wish = Wish.anotherQuestion(day, context.settings, current: question.id, dismissing: dismissing)
    return [.wish(wish)] + (dismissing ? [.say(Notice(context.words[.noticeQuestionRests]))] : [])
  }

  /// What one can go to, as it stands on the page.
  private enum Stop: Equatable {
    case followUp(FollowUp.ID)
    case entry(UUID)
  }

  /// The question stands before the first entry: going up from there comes back to it. What has no room is not gone to.
  private mutating func move(by step: Int, in context: Context) {
    var sight = Frame(size: context.size)
    let stops = paint(on: &sight, in: Chrome.body(of: context.size), context)
    let here = followUp.map(Stop.followUp) ?? selected.map(Stop.entry)
    let place = here.flatMap(stops.firstIndex(of:)) ?? -1
    let next = min(max(place + step, -1), stops.count - 1)
    (selected, followUp) = (nil, nil)
    switch next < 0 ? nil : stops[next] {
    case .followUp(let id): followUp = id
    case .entry(let id): selected = id
    case nil: break
    }
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .todayLoaded(let loaded):
      page = loaded
      dropMark()
      if isToAnswer {
        isToAnswer = false
        return answer()
      }
    case .followUpsLoaded(let open):
      followUps = FollowUpLines(open, in: context)
      if !followUps.shown.contains(where: { $0.id == followUp }) { followUp = nil }
    case .followUpSettled, .runKept: return [.wish(.loadFollowUps)]
    case .answersLoaded(let loaded) where loaded.day == day:
      answers = loaded
      dropMark()
    case .checkInSaved, .momentSaved, .answersChanged: return [.wish(.loadAnswers(day))]
    case .questionShown(nil): return [.say(Notice(context.words[.noticeNoMoreQuestions]))]
    case .questionShown(let question): page?.question = question
    case .pageFound(let id, let found) where id == toWrite:
      toWrite = nil
      return [.open(.compose(found))]
    case .refused: (toWrite, isToAnswer) = (nil, false)
    case .opened, .shown, .made, .takenBack, .notesTaken, .draftForgotten, .changed, .hushedLoaded,
      .people(.touchpointKept), .people(.touchpointGone):
      day = context.today
      return [.wish(.loadToday(day, context.settings)), .wish(.loadAnswers(day)), .wish(.loadFollowUps)]
    default: break
    }
    return []
  }

  /// What is not there any more is not marked.
  private mutating func dropMark() {
    let isThere = heads.contains { $0.id == selected } || markedRhythm != nil || markedCheckIn != nil
    if !isThere, markedMoment == nil { selected = nil }
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    _ = paint(on: &frame, in: body, context)
  }

  /// - Returns: what one can go to and is in sight, from top to bottom.
  private func paint(on frame: inout Frame, in body: Rect, _ context: Context) -> [Stop] {
    var flow = Flow(body)
    if body.rows >= 14 { flow.gap() }
    flow.line(context.words.weekdayAndDate(day), .heading, on: &frame)
    if context.isMadeUp {
      flow.paragraph(context.words[.todayMadeUp], .dim, on: &frame)
    } else {
      flow.line(context.words.kindLine(for: day), .dim, on: &frame)
    }
    if body.rows >= 12 { drawRhythm(with: &flow, on: &frame, context) }
    drawDraft(with: &flow, on: &frame, context)
    let early = body.rows >= 16 ? drawAnswers(with: &flow, on: &frame, context) : []
    drawQuestion(with: &flow, on: &frame, context)
    let left = followUps.draw(with: &flow, marked: followUp, on: &frame, context).map(Stop.followUp)
    guard let page else { return early + left }
    let late = body.rows < 16 ? drawAnswers(with: &flow, on: &frame, context) : []
    let written = drawHeads(page.written, under: .todayWritten, with: &flow, on: &frame, context)
    let steady = SteadyThings(rhythms: rhythms, selected: selected).draw(with: &flow, on: &frame, context)
    let recent = drawHeads(page.recent, under: .todayLately, with: &flow, on: &frame, context)
    if page.isEmpty, !flow.isFull {
      flow.gap()
      flow.paragraph(context.words[.todayEmpty], .dim, on: &frame)
    }
    return early + left + late
      + (written + steady + recent + drawMemories(with: &flow, on: &frame, context)).map(Stop.entry)
  }

  private func drawAnswers(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [Stop] {
    guard let answers, page != nil else { return [] }
    return DayLines(answers: answers, marked: selected).draw(with: &flow, on: &frame, context).map(Stop.entry)
  }

  /// Hidden below two: one day is no rhythm, and none is not mentioned.
  private func drawRhythm(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    guard let days = page?.daysWritten, days >= 2 else { return }
    flow.line(context.words[.todayDaysWritten, ["n": context.words.number(days)]], .dim, on: &frame)
  }

  private func drawDraft(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    guard let draft = page?.drafts.first else { return }
    flow.gap()
    flow.line(
      context.words[
        .todayDraft, ["when": context.words.dayAndClock(Stamp(draft.keptAt, in: context.zone), today: context.today)]],
      .accent, on: &frame)
    flow.line(Title.of(draft.text), .text, indent: 2, on: &frame)
    let more = (page?.drafts.count ?? 1) - 1
    if more > 0 { flow.line(context.words.count(more, .todayDraftMore, .todayDraftsMore), .dim, indent: 2, on: &frame) }
  }

  private func drawQuestion(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    guard let question = page?.question else { return }
    flow.gap()
    flow.line(context.words[.todayQuestion], .dim, on: &frame)
    if focus == .question, !flow.isFull {
      frame.put("▌", at: Point(column: flow.rest.column, row: flow.rest.row), style: .accent)
      frame.cursor = Point(column: flow.rest.column, row: flow.rest.row)
    }
    flow.paragraph(question.text, focus == .question ? .question.with(.bold) : .question, indent: 2, on: &frame)
  }

  private func drawHeads(
    _ heads: [EntryHead], under heading: Word, with flow: inout Flow, on frame: inout Frame, _ context: Context
  ) -> [UUID] {
    guard !heads.isEmpty, flow.rest.rows >= 3 else { return [] }
    flow.gap()
    flow.line(context.words[heading], .dim, on: &frame)
    let shown = heads.prefix(flow.rest.rows)
    for head in shown {
      mark(head, at: flow.rest.origin, on: &frame)
      EntryLine(head, isMarked: head.id == selected, when: heading == .todayLately ? .day : .clock)
        .draw(on: &frame, in: flow.rest.top(1).dropLeft(2), context)
      flow.gap()
    }
    return shown.map(\.id)
  }

  /// What goes first where there is no room: how they begin, then the last of them.
  private func drawMemories(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    let rows = flow.rest.rows
    let showsExcerpts = memories.reduce(0) { $0 + ($1.head.excerpt.isEmpty ? 3 : 4) } <= rows
    let shown = memories.prefix(rows / 3)
    for memory in shown {
      let head = memory.head
      flow.gap()
      flow.line(context.words.distance(memory.distance), .dim, on: &frame)
      mark(head, at: flow.rest.origin, on: &frame)
      flow.line(
        head.title.isEmpty ? context.words[.entryUntitled] : head.title,
        head.id == selected ? .text.with(.bold) : .text, indent: 2, on: &frame)
      if showsExcerpts, !head.excerpt.isEmpty { flow.line(head.excerpt, .dim, indent: 2, on: &frame) }
    }
    return shown.map(\.head.id)
  }

  private func mark(_ head: EntryHead, at point: Point, on frame: inout Frame) {
    guard head.id == selected else { return }
    frame.put("▌", at: point, style: .accent)
    frame.cursor = point
  }
}

extension Words {
  /// The heading above what was written so long ago.
  fileprivate func distance(_ distance: Memory.Distance) -> String {
    switch distance {
    case .week: self[.memoryWeek]
    case .month: self[.memoryMonth]
    case .sixMonths: self[.memorySixMonths]
    case .years(let years): count(years, .memoryYear, .memoryYears)
    }
  }
}

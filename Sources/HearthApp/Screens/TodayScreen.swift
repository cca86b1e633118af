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
  /// The page that is opened as soon as it is here.
  private var toWrite: UUID?
  /// The question was answered before it was here.
  private var isToAnswer = false

  init(day: Day) { self.day = day }

  /// What one can move through, as it stands on the page.
  var heads: [EntryHead] { (page?.written ?? []) + (page?.recent ?? []) }

  package var awaits: Bool { toWrite != nil || isToAnswer }

  // MARK: Commands

  package enum Command: Hashable, Sendable {
    case answer, another, never, up, down, read, takeUpDraft
  }

  package var bindings: [Binding<Command>] {
    var rows: [Binding<Command>] = []
    if selected == nil {
      rows.append(Binding("Enter w", .answer, .todayAnswer, hint: .keyAnswer))
    } else {
      rows.append(Binding("Enter", .read, .todayRead, hint: .keyRead))
      rows.append(Binding("w", .answer, .todayAnswer))
    }
    if page?.drafts.isEmpty == false { rows.append(Binding("r", .takeUpDraft, .todayTakeUpDraft, hint: .keyGoOn)) }
    rows += [
      Binding("p", .another, .todayAnother, hint: .keyAnother),
      Binding("x", .never, .todayNever, hint: .keyNever),
      Binding("Up k", .up, .listUp),
      Binding("Down j", .down, .listDown),
    ]
    return rows
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
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .read: return heads.first { $0.id == selected }.map { [.open(.read($0, in: EntryFilter()))] } ?? []
    case .takeUpDraft: return takeUpDraft()
    }
    return []
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

  /// The question stands before the first entry: going up from there comes back to it.
  private mutating func move(by step: Int) {
    let ids = heads.map(\.id)
    let place = selected.flatMap(ids.firstIndex(of:)) ?? -1
    let next = min(max(place + step, -1), ids.count - 1)
    selected = next < 0 ? nil : ids[next]
  }

  private mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    switch event {
    case .todayLoaded(let loaded):
      page = loaded
      if !heads.contains(where: { $0.id == selected }) { selected = nil }
      if isToAnswer {
        isToAnswer = false
        return answer()
      }
    case .questionShown(nil): return [.say(Notice(context.words[.noticeNoMoreQuestions]))]
    case .questionShown(let question): page?.question = question
    case .pageFound(let id, let found) where id == toWrite:
      toWrite = nil
      return [.open(.compose(found))]
    case .refused: (toWrite, isToAnswer) = (nil, false)
    case .opened, .shown, .trashed, .restored, .starred, .notesTaken, .draftForgotten, .changed:
      day = context.today
      return [.wish(.loadToday(day, context.settings))]
    default: break
    }
    return []
  }

  // MARK: Draw

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    var flow = Flow(body)
    if body.rows >= 14 { flow.gap() }
    flow.line(context.words.weekdayAndDate(day), .heading, on: &frame)
    flow.line(context.words.kindLine(for: day), .dim, on: &frame)
    drawDraft(with: &flow, on: &frame, context)
    drawQuestion(with: &flow, on: &frame, context)
    guard let page else { return }
    drawHeads(page.written, under: .todayWritten, with: &flow, on: &frame, context)
    drawHeads(page.recent, under: .todayLately, with: &flow, on: &frame, context)
    if page.isEmpty, !flow.isFull {
      flow.gap()
      flow.paragraph(context.words[.todayEmpty], .dim, on: &frame)
    }
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
    if selected == nil, !flow.isFull {
      frame.put("▌", at: Point(column: flow.rest.column, row: flow.rest.row), style: .accent)
      frame.cursor = Point(column: flow.rest.column, row: flow.rest.row)
    }
    flow.paragraph(question.text, selected == nil ? .question.with(.bold) : .question, indent: 2, on: &frame)
  }

  private func drawHeads(
    _ heads: [EntryHead], under heading: Word, with flow: inout Flow, on frame: inout Frame, _ context: Context
  ) {
    guard !heads.isEmpty, flow.rest.rows >= 3 else { return }
    flow.gap()
    flow.line(context.words[heading], .dim, on: &frame)
    for head in heads where !flow.isFull {
      let isMarked = head.id == selected
      if isMarked {
        frame.put("▌", at: flow.rest.origin, style: .accent)
        frame.cursor = flow.rest.origin
      }
      EntryLine(head, isMarked: isMarked, when: heading == .todayLately ? .day : .clock)
        .draw(on: &frame, in: flow.rest.top(1).dropLeft(2), context)
      flow.gap()
    }
  }
}

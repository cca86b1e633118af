import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

extension TodayScreen {
  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    _ = paint(on: &frame, in: body, context)
  }

  /// - Returns: what one can go to and is in sight, from top to bottom.
  func paint(on frame: inout Frame, in body: Rect, _ context: Context) -> [Stop] {
    var flow = Flow(body, airyFrom: 14)
    flow.line(context.words.weekdayAndDate(day), .heading, on: &frame)
    // In a small window what is offered, or enough, stands in place of the kind line.
    let offer = isLow(in: context) ? nil : asides?.offer
    let isSmall = body.rows < 12
    if !isSmall || offer == nil && !isLow(in: context) { drawKindLine(with: &flow, on: &frame, context) }
    if isLow(in: context) { return drawLow(isSmall: isSmall, with: &flow, on: &frame, context) }
    let brief = isSmall && offer == nil ? drawBriefly(with: &flow, on: &frame, context) : []
    if !isSmall { drawRhythm(with: &flow, on: &frame, context) }
    // What is offered counts as offered: it stands before all that may not fit any more.
    if let offer { AsideLines(offer: offer, isSmall: isSmall).draw(with: &flow, on: &frame, context) }
    drawDraft(with: &flow, on: &frame, context)
    let early = body.rows >= 16 ? drawAnswers(with: &flow, on: &frame, context) : []
    let question = drawQuestion(isNamed: !isSmall, with: &flow, on: &frame, context)
    let left = followUps.draw(with: &flow, marked: followUp, on: &frame, context).map(Stop.followUp)
    guard let page else { return brief + early + question + left }
    let late = body.rows < 16 ? drawAnswers(isSmall: isSmall, with: &flow, on: &frame, context) : []
    let written = drawHeads(page.written, under: .todayWritten, with: &flow, on: &frame, context)
    let steady = SteadyThings(rhythms: rhythms, selected: selected).draw(with: &flow, on: &frame, context)
    WeekLines(week: asides?.week ?? []).draw(with: &flow, on: &frame, context)
    // What the day brings back is nowhere else; what was written lately begins the Journal.
    let forMemory = memories.isEmpty ? 0 : Self.leastForMemory
    let recent = drawHeads(page.recent, under: .todayLately, leaving: forMemory, with: &flow, on: &frame, context)
    if page.isEmpty, !flow.isFull {
      flow.gap()
      flow.paragraph(context.words[.todayEmpty], .dim, on: &frame)
    }
    return brief + early + question + left + late
      + (written + steady + recent + drawMemories(with: &flow, on: &frame, context)).map(Stop.entry)
  }

  /// A few words, another line each day; after a while away the first of them are for that.
  private func drawKindLine(with flow: inout Flow, on frame: inout Frame, _ context: Context) {
    let words = context.words
    if context.isMadeUp {
      return flow.paragraph(words[page == nil ? .todayMakingUp : .todayMadeUp], .dim, on: &frame)
    }
    guard asides?.isBack == true else {
      return flow.line(words.kindLine(for: day, plainly: context.settings.speaksPlainly), .dim, on: &frame)
    }
    flow.line(words[.todayBack], .accent, on: &frame)
    let ways = words[.todayBackWays].wrapped(to: max(1, flow.rest.columns))
    if ways.count + 6 <= flow.rest.rows { flow.paragraph(words[.todayBackWays], .dim, on: &frame) }
  }

  func isLow(in context: Context) -> Bool { context.settings.lowEnergy.isOn(day) }

  /// A line, a question, a check-in of one key: any of them is enough.
  private func drawLow(
    isSmall: Bool, with flow: inout Flow, on frame: inout Frame, _ context: Context
  ) -> [Stop] {
    let words = context.words
    drawDraft(with: &flow, on: &frame, context)
    let hasToday = answers.map { !$0.checkIns.isEmpty || !$0.moments.isEmpty } ?? false
    let isDone = hasToday || page?.written.isEmpty == false
    flow.gap(isSmall ? 0 : 1)
    flow.paragraph(words[isDone ? .lowDone : .lowAny], isDone ? .accent : .text, on: &frame)
    flow.gap(isSmall ? 0 : 1)
    let lines = isSmall ? [Word.lowCheckIn, .lowAll] : [.lowCheckIn, .lowMoment, .lowAll]
    for line in lines { flow.line(words[line], .dim, indent: 2, on: &frame) }
    return drawQuestion(isNamed: !isSmall, with: &flow, on: &frame, context)
  }

  /// - Parameter isSmall: how it is stands further up already.
  private func drawAnswers(
    isSmall: Bool = false, with flow: inout Flow, on frame: inout Frame, _ context: Context
  ) -> [Stop] {
    guard let answers, page != nil else { return [] }
    let lines = DayLines(answers: answers, marked: selected)
    let shown =
      isSmall
      ? lines.drawMoments(with: &flow, on: &frame, context) : lines.draw(with: &flow, on: &frame, context)
    return shown.map(Stop.entry)
  }

  /// How it is takes one line in a small window, and none beside a page that was begun.
  private func drawBriefly(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [Stop] {
    guard let answers, let page, page.drafts.isEmpty else { return [] }
    return DayLines(answers: answers, marked: selected).drawBriefly(with: &flow, on: &frame, context).map(Stop.entry)
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
        .todayDraft, ["when": context.when(Stamp(draft.keptAt, in: context.zone))]],
      .accent, on: &frame)
    flow.line(Title.of(draft.text), .text, indent: 2, on: &frame)
    let more = (page?.drafts.count ?? 1) - 1
    if more > 0 { flow.line(context.words.count(more, .todayDraftMore, .todayDraftsMore), .dim, indent: 2, on: &frame) }
  }

  /// - Parameter isNamed: whether it stands below a heading.
  private func drawQuestion(
    isNamed: Bool = true, with flow: inout Flow, on frame: inout Frame, _ context: Context
  ) -> [Stop] {
    guard let question = page?.question else { return [] }
    flow.gap()
    if isNamed { flow.line(context.words[.todayQuestion], .dim, on: &frame) }
    // A question that can weigh says so before it is read.
    if let note = question.note { flow.paragraph(note, .dim, indent: 2, on: &frame) }
    if focus == .question, !flow.isFull {
      frame.put("▌", at: Point(column: flow.rest.column, row: flow.rest.row), style: .accent)
      frame.cursor = Point(column: flow.rest.column, row: flow.rest.row)
    }
    let stops: [Stop] = flow.isFull ? [] : [.question]
    flow.paragraph(question.text, focus == .question ? .question.with(.bold) : .question, indent: 2, on: &frame)
    return stops
  }

  /// - Parameter rows: for what comes after them.
  private func drawHeads(
    _ heads: [EntryHead], under heading: Word, leaving rows: Int = 0, with flow: inout Flow, on frame: inout Frame,
    _ context: Context
  ) -> [UUID] {
    guard !heads.isEmpty, flow.rest.rows >= 3 + rows else { return [] }
    flow.gap()
    flow.line(context.words[heading], .dim, on: &frame)
    let shown = heads.prefix(flow.rest.rows - rows)
    for head in shown {
      mark(head, at: flow.rest.origin, on: &frame)
      EntryLine(head, isMarked: head.id == selected, when: heading == .todayLately ? .day : .clock)
        .draw(on: &frame, in: flow.rest.top(1).dropLeft(2), context)
      flow.gap()
    }
    return shown.map(\.id)
  }

  /// A blank row, when it was, and its title.
  private static let leastForMemory = 3

  /// What goes first where there is no room: how they begin, then the last of them.
  private func drawMemories(with flow: inout Flow, on frame: inout Frame, _ context: Context) -> [UUID] {
    let rows = flow.rest.rows
    let showsExcerpts = memories.reduce(0) { $0 + ($1.head.excerpt.isEmpty ? 3 : 4) } <= rows
    let shown = memories.prefix(rows / Self.leastForMemory)
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

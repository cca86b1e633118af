import Canvas
import HearthContent
import HearthCore

/// How a step looks: what is asked above, and below it what it is answered with.
extension PracticeScreen {
  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    if isTurnedAway {
      var flow = Flow(place(in: body))
      flow.paragraph(context.words[.noticeNotAboutThem], .question.with(.bold), on: &frame)
      frame.cursor = flow.rest.origin
    } else if let ending {
      ending.draw(on: &frame, in: body, context)
    } else if let page = cardPage(in: body, context) {
      var text = card
      text.lines = page.lines
      text.fit(page.place.size)
      text.draw(on: &frame, in: page.place)
    } else if let passage, let step = passage.step {
      draw(step, of: passage, on: &frame, in: body, context)
    }
    about.draw(on: &frame, in: body, context.words)
    leaving?.draw(on: &frame, in: body)
  }

  /// Where one is asked, or reads.
  private func place(in body: Rect) -> Rect {
    Flow(body, airyFrom: 8).rest.dropBottom(about.rows(in: body))
  }

  /// What there is only to read, and where; nil where something is answered.
  func cardPage(in body: Rect, _ context: Context) -> (lines: [Line], place: Rect)? {
    guard ending == nil, !isTurnedAway, let passage, let step = passage.step, passage.form == .card else { return nil }
    let text = passage.said(step.text).split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
    let hint = passage.hint(of: step).map { [Line(), Line($0, .dim)] } ?? []
    return (text + hint, place(in: body))
  }

  // MARK: Layout

  /// What is asked keeps its first line, and gives way where the answer needs the room.
  func places(in body: Rect, _ context: Context) -> (question: [Line], asked: Rect, form: Rect) {
    let rest = place(in: body)
    guard let passage, let step = passage.step else { return ([], rest.top(0), rest) }
    let columns = max(1, rest.columns)
    var lines = question(of: step, in: passage, context).flatMap { $0.wrapped(to: columns) }
    let room = max(1, rest.rows - passage.form.leastRows(columns: columns, step))
    lines = Array(lines.prefix(room))
    let gap = rest.rows - lines.count > passage.form.leastRows(columns: columns, step) ? 1 : 0
    return (lines, rest.top(lines.count), rest.dropTop(lines.count + gap))
  }

  /// While a timer runs the program stays open: what the person has written is not shown then.
  private func question(of step: Step, in passage: PracticeSession, _ context: Context) -> [Line] {
    if case .due(let choice) = passage.form { return waiting(step, in: passage, until: choice, context) }
    let isShown = passage.form.isRunning ? !step.text.contains("{") : true
    let text = isShown ? Line(passage.said(step.text), .question.with(.bold)) : Line()
    let hint = passage.form.isRunning ? nil : passage.hint(of: step).map { Line($0, .dim) }
    return [text] + [hint].compactMap(\.self)
  }

  /// A question that comes back later is not asked now: what is asked is when.
  private func waiting(
    _ step: Step, in passage: PracticeSession, until choice: DueChoice, _ context: Context
  ) -> [Line] {
    let (words, text) = (context.words, passage.said(step.text))
    let hint = passage.hint(of: step).map { Line($0, .dim) }
    guard case .followUp(let later) = step.kind else {
      return [Line(text, .question.with(.bold))] + [hint].compactMap(\.self)
    }
    let asked = later.options.isEmpty ? text : words[.practiceAsksThen, ["question": text]]
    let head = words[.practiceComeBack, ["when": choice.said(in: context)]]
    return [Line(head, .question.with(.bold)), Line(asked, .dim)] + [hint].compactMap(\.self)
  }

  private func draw(_ step: Step, of passage: PracticeSession, on frame: inout Frame, in body: Rect, _ context: Context)
  {
    let places = places(in: body, context)
    places.question.draw(on: &frame, in: places.asked)
    passage.form.draw(step, of: passage, on: &frame, in: places.form, context)
  }
}

extension StepForm {
  var isRunning: Bool { if case .timer(let timer) = self { timer.ends != nil } else { false } }

  /// How many rows it needs to be of use.
  func leastRows(columns: Int, _ step: Step) -> Int {
    switch self {
    case .card: 0
    case .scale, .person, .due, .compose: 1
    case .grades(let choice, _), .choice(let choice): min(5, choice.height(columns: columns, label: step.label))
    case .ticks(let ticks): min(5, ticks.height(columns: columns, label: step.label))
    case .items(let items): min(6, items.items.count)
    case .text: 3
    case .timer: 2
    }
  }

  func draw(_ step: Step, of passage: PracticeSession, on frame: inout Frame, in rect: Rect, _ context: Context) {
    switch self {
    case .card: break
    case .scale(let scale): scale.draw(on: &frame, in: rect)
    case .grades(let choice, _), .choice(let choice): choice.draw(on: &frame, in: rect, label: step.label)
    case .ticks(let ticks): ticks.draw(on: &frame, in: rect, label: step.label)
    case .items(let items): items.draw(on: &frame, in: rect)
    case .text(let area): area.draw(on: &frame, in: rect)
    case .person(let field, let completion):
      field.draw(on: &frame, in: rect.top(1))
      completion?.draw(on: &frame, in: rect, near: frame.cursor)
    case .timer(let timer): TimerPage(timer: timer, passage: passage).draw(on: &frame, in: rect, context)
    case .due(let choice):
      frame.put("▌", in: rect, style: .accent)
      frame.put(choice.said(in: context), in: rect.dropLeft(2), style: .text.with(.bold))
      frame.cursor = rect.origin
    case .compose(let entry):
      let word: Word = entry == nil ? .practicePageEmpty : .practicePageWritten
      frame.put(context.words[word].truncated(to: rect.columns), in: rect, style: .dim)
    }
  }
}

/// How a timer looks: until when, and what to do meanwhile. No number counts down.
private struct TimerPage {
  let timer: StepTimer
  let passage: PracticeSession

  func draw(on frame: inout Frame, in rect: Rect, _ context: Context) {
    guard !rect.isEmpty else { return }
    var rest = rect
    Line(said(context), .strong).draw(on: &frame, at: rest.dropLeft(2).origin, limit: rest.columns - 2)
    rest = rest.dropTop(1)
    if timer.isWaiting || timer.isPaused {
      drawLength(on: &frame, in: rest, context)
      rest = rest.dropTop(1)
    }
    rest = rest.dropTop(rest.rows > 3 ? 1 : 0)
    if timer.ends != nil { rest = rest.dropTop(drawBreath(on: &frame, in: rest, context)) }
    let prompts =
      timer.ends == nil ? timer.timer.prompts.map(passage.said) : timer.timer.prompts.filter { !$0.contains("{") }
    let lines = prompts.flatMap { "· \($0)".wrapped(to: max(1, rest.columns - 2)) }
    for (row, line) in lines.prefix(rest.rows).enumerated() {
      frame.put(line, at: rest.dropTop(row).dropLeft(2).origin, style: .text, limit: rest.columns - 2)
    }
  }

  private func said(_ context: Context) -> String {
    let clock = ["clock": context.words.clock(timer.end(in: context))]
    return switch timer.phase {
    case .waiting: context.words[.practiceTimerWaits, clock]
    case .running: context.words[.practiceTimerRuns, clock]
    case .paused: context.words[.practiceTimerRests, clock]
    case .over: context.words[.practiceTimerOver]
    }
  }

  /// `20 ━━━━━━━━─────── 60 min`
  private func drawLength(on frame: inout Frame, in rect: Rect, _ context: Context) {
    let bounds = timer.timer.minutes
    guard bounds.count > 1, !rect.isEmpty else { return }
    let columns = min(36, rect.columns - 24)
    var line = Line("\(context.words.count(timer.minutes, .practiceMinute, .practiceMinutes))   ")
    if columns >= 8 {
      let filled = (timer.minutes - bounds.lowerBound) * columns / max(1, bounds.upperBound - bounds.lowerBound)
      line.append("\(bounds.lowerBound) ", .dim)
      line.append(String(repeating: "━", count: filled), .accent)
      line.append(String(repeating: "─", count: columns - filled) + " \(bounds.upperBound)", .dim)
    }
    line.draw(on: &frame, at: rect.dropLeft(2).origin, limit: rect.columns - 2)
  }

  /// A word, and a bead for each of its seconds where movement is welcome.
  /// - Returns: the rows it took.
  private func drawBreath(on frame: inout Frame, in rect: Rect, _ context: Context) -> Int {
    guard !rect.isEmpty, let (phase, elapsed) = timer.timer.phase(after: timer.elapsed(at: context.uptime)) else {
      return 0
    }
    var line = Line(phase.text, .accent.with(.bold))
    if !context.settings.reducesMotion {
      line.append("  " + String(repeating: "●", count: elapsed + 1), .accent)
      line.append(String(repeating: "○", count: max(0, phase.seconds - elapsed - 1)), .dim)
    }
    line.draw(on: &frame, at: rect.dropLeft(2).origin, limit: rect.columns - 2)
    return 2
  }
}

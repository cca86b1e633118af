import Canvas
import HearthContent
import HearthCore

/// The page about patterns, and the choice of questions.
extension ChartsScreen {
  /// - Returns: nil for what means the same as on any chart.
  mutating func carryOutOnPatterns(_ command: Command, in context: Context) -> [Effect]? {
    page.fit(patternRect(Chrome.body(of: context.size)).size)
    switch command {
    case .choose: choosing = 0
    case .leaveOut: return leaveOut(in: context)
    case .move(let way): page.scroll(way)
    default: return nil
    }
    return []
  }

  private func leaveOut(in context: Context) -> [Effect] {
    guard let board, board.bodyDays > 0 || board.leavesOutBodyDays else {
      return [.say(Notice(context.words[.patternNoBodyDays]))]
    }
    let wish = ChartWish.leaveOutBodyDays(!board.leavesOutBodyDays, on: context.today)
    return [.wish(.charts(wish)), .say(Notice(context.words[.patternBegunAnew]))]
  }

  mutating func choose(_ command: Command, at place: Int, in context: Context) -> [Effect] {
    switch command {
    case .move(.up): choosing = max(0, place - 1)
    case .move(.down): choosing = min(PatternQuestion.offered.count - 1, place + 1)
    case .toggle: return toggle(PatternQuestion.offered[place], in: context)
    default: choosing = nil
    }
    return []
  }

  private mutating func toggle(_ question: PatternQuestion, in context: Context) -> [Effect] {
    var asked = questions
    if let place = asked.firstIndex(of: question) {
      asked.remove(at: place)
    } else if asked.count < PatternQuestion.most {
      asked.append(question)
    } else {
      return [.say(Notice(context.words[.patternFull]))]
    }
    // At once, so that the next key finds it so; what is found comes later.
    questions = asked
    return [.wish(.charts(.ask(asked, on: context.today)))]
  }

  /// Writes the page anew from what was found.
  mutating func showBoard(in context: Context) {
    let voice = voice(context)
    guard let board else { return }
    let findings = board.findings.flatMap { finding in
      [Line(voice.name(of: finding.question), .strong)] + voice.sentences(finding).map { Line($0) }
        + intervals(finding, context) + [Line()]
    }
    let left = voice.bodyDays(board).map { [Line($0, .dim), Line()] } ?? []
    let foot = left + [Line(voice.rule(chart), .dim), Line(), Line(context.words[.patternWrong], .dim)]
    page.lines = findings.isEmpty ? [Line(context.words[.patternIntro], .dim), Line()] + foot : findings + foot
  }

  /// All three directions on one scale, where there is enough to compare.
  private func intervals(_ finding: PatternBoard.Finding, _ context: Context) -> [Line] {
    let all = [finding.sameDay, finding.forth, finding.back]
    guard all.contains(where: { $0.level > .thin }) else { return [] }
    let voice = voice(context)
    let labels = [context.words[.patternRowSameDay], voice.next(finding.question.y), voice.next(finding.question.x)]
    let rows = zip(labels, all).map { IntervalBars.Row($0, $1.found.rho, $1.found.interval) }
    var frame = Frame(columns: min(72, max(20, context.size.columns - 6)), rows: rows.count)
    IntervalBars(rows).draw(on: &frame, in: frame.bounds, context.ink)
    return frame.text().split(separator: "\n").map { Line(String($0), .accent) }
  }

  func patternRect(_ body: Rect) -> Rect { Flow(body.dropTop(body.rows >= 8 ? 2 : 1)).rest }

  func drawPatterns(on frame: inout Frame, in body: Rect, _ context: Context) {
    var head = Flow(body)
    let chosen = [
      "found": context.words.number(questions.count), "total": context.words.number(PatternQuestion.most),
    ]
    head.line(
      context.words[.chartPatternsTitle], .heading, right: choosing == nil ? "" : context.words[.searchOf, chosen],
      on: &frame)
    let rect = patternRect(body)
    guard let choosing else { return page.draw(on: &frame, in: rect) }
    let voice = voice(context)
    let first = max(0, min(choosing - rect.rows / 2, PatternQuestion.offered.count - rect.rows))
    for (row, question) in PatternQuestion.offered.dropFirst(first).prefix(rect.rows).enumerated() {
      let (isMarked, isAsked) = (row + first == choosing, questions.contains(question))
      let at = Point(column: rect.column, row: rect.row + row)
      frame.put(isMarked ? "▌" : " ", at: at, style: .accent)
      var line = Line(isAsked ? "[✓] " : "[ ] ", isAsked ? .accent : .dim)
      line.append(voice.name(of: question), isMarked ? .text.with(.bold) : .text)
      line.truncated(to: max(0, rect.columns - 2)).draw(on: &frame, at: Point(column: at.column + 2, row: at.row))
      if isMarked { frame.cursor = at }
    }
  }
}

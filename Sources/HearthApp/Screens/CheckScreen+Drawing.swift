import Canvas
import HearthContent
import HearthCore

/// How a screen of a check looks. No answer has a colour of its own.
extension CheckScreen {
  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard sitting != nil else { return }
    switch step?.kind {
    case .items: drawItems(on: &frame, in: body, context)
    case .choice: drawChoice(on: &frame, in: body)
    case .text: drawAlias(on: &frame, in: body, context)
    default: drawPage(on: &frame, in: body, context)
    }
  }

  /// Where what is read stands, and below it what can be chosen, which is always in sight.
  func pagePlaces(in body: Rect, _ words: Words) -> (text: Rect, choices: Rect) {
    let rest = Flow(body, airyFrom: 10).rest.dropBottom(saidPlace(in: body).rows)
    if let naming = end.naming {
      let rows = min(naming.height(columns: rest.columns, words), rest.rows)
      return (rest.dropBottom(rows), rest.top(0))
    }
    guard isAtEnd, !end.isComparing else { return (rest, rest.top(0)) }
    let rows = min(end.list(columns: rest.columns, words).lineCount, max(1, rest.rows / (rest.rows < 12 ? 3 : 2)))
    let gap = rest.rows >= 8 ? 1 : 0
    let text = page.height(columns: rest.columns)
    let shown = max(0, min(text, rest.rows - rows - gap))
    return (rest.top(shown), rest.dropTop(shown + gap).top(rows))
  }

  /// What was just done stands below everything else.
  private func saidPlace(in body: Rect) -> Rect {
    let rest = Flow(body).rest
    let rows = said.map { "✓ \($0)".wrapped(to: max(1, rest.columns)).count } ?? 0
    return rest.bottom(min(rows, max(0, rest.rows - 3)))
  }

  private func drawSaid(on frame: inout Frame, in body: Rect) {
    let place = saidPlace(in: body)
    draw("✓ \(said ?? "")".wrapped(to: max(1, place.columns)).map { Line($0, .strong) }, on: &frame, in: place)
  }

  private func drawPage(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = pagePlaces(in: body, context.words)
    drawSaid(on: &frame, in: body)
    page.draw(on: &frame, in: places.text)
    let rest = Flow(body).rest
    end.naming?.draw(on: &frame, in: rest.bottom(rest.endRow - places.text.endRow), context.words)
    guard !places.choices.isEmpty else { return }
    end.list(columns: places.choices.columns, context.words).draw(on: &frame, in: places.choices) {
      index, isMarked, frame, place in
      let said = end.choices[index].said(context.words).wrapped(to: max(1, place.columns))
      for (row, text) in said.enumerated() {
        frame.put(text, at: place.dropTop(row).origin, style: isMarked ? .text.with(.bold) : .text)
      }
    }
  }

  private func drawAlias(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard let step, let sitting else { return }
    var flow = Flow(body, airyFrom: 10)
    flow.paragraph(step.text, .question.with(.bold), most: max(1, body.rows - 2), on: &frame)
    if let hint = step.hint, flow.rest.rows > 2 { flow.paragraph(hint, .dim, most: flow.rest.rows - 1, on: &frame) }
    if body.rows >= 10 { flow.gap() }
    guard !flow.isFull else { return }
    frame.put("›", at: flow.rest.origin, style: .accent)
    // What is typed last is in sight.
    let room = max(0, flow.rest.columns - 3)
    var shown = sitting.alias[...]
    while TextWidth.columns(of: shown) > room { shown = shown.dropFirst() }
    let used = frame.put(shown, at: flow.rest.dropLeft(2).origin, limit: room)
    frame.cursor = flow.rest.dropLeft(2 + used).origin
    frame.cursorVisible = true
  }

  // MARK: A question with an answer in words

  /// The answers below the question; what is given has the bar.
  var choice: Choice {
    Choice((step?.options ?? []).map(\.id), chosen: sitting?.answer(at: marked).flatMap { step?.options[safe: $0]?.id })
  }

  func choicePlaces(in body: Rect) -> (question: Rect, answers: Rect) {
    let rest = Flow(body, airyFrom: 14).rest
    let question = questionRows(in: body).count
    return (rest.top(question), rest.dropTop(question + (rest.rows >= 8 ? 1 : 0)))
  }

  private func drawChoice(on frame: inout Frame, in body: Rect) {
    guard let step else { return }
    let places = choicePlaces(in: body)
    draw(questionRows(in: body), on: &frame, in: places.question)
    // Why Enter did not lead on stands clear of what it asks for.
    let said = said?.wrapped(to: max(1, places.answers.columns)).map { Line($0, .strong) } ?? []
    let answers = places.answers.dropBottom(said.count)
    choice.draw(on: &frame, in: answers) { step.options[$0].text }
    draw(said, on: &frame, in: places.answers.dropTop(min(step.options.count + 1, answers.rows)))
  }

  private func questionRows(in body: Rect) -> [Line] {
    let rows = (step?.text ?? "").wrapped(to: max(1, Flow(body).rest.columns))
    return rows.prefix(max(1, body.rows - 3)).map { Line($0, .question.with(.bold)) }
  }

  // MARK: A list of items

  /// Where the question, the answers to choose from and the items stand; where there is no room the items stay.
  func itemPlaces(in body: Rect, _ context: Context) -> (question: Rect, answers: Rect, list: Rect) {
    let rest = Flow(body, airyFrom: 14).rest
    guard let step else { return (rest.top(0), rest.top(0), rest) }
    let question = min(step.text.wrapped(to: max(1, rest.columns)).count, rest.rows >= 12 ? 3 : rest.rows / 4)
    // All of them are in sight together, wherever there is room: none weighs more than another.
    let answers = rest.rows >= 6 ? min(answerRows(columns: rest.columns).count, rest.rows / 2) : 0
    let list = rest.dropTop(question + answers)
    return (rest.top(question), rest.dropTop(question).top(answers), list.dropTop(list.rows >= 8 ? 1 : 0))
  }

  /// Words of the answer stand beside the item where there is room for both.
  private func answersStandBeside(_ columns: Int) -> Bool { columns >= 60 }
  private static let answerColumns = 19

  /// The rows by the places of their slots. Where some take more than one row and there is room, a free row stands
  /// between them.
  func itemList(in rect: Rect) -> ListView<Int> {
    let rows = slots.map { ListView<Int>.Row($0, height: self.rows(of: $0, columns: rect.columns - 2).count) }
    let lines = rows.reduce(0) { $0 + $1.height }
    let isRoomy = lines > rows.count && lines + rows.count - 1 <= rect.rows
    let spaced = rows.enumerated().flatMap { place, row in
      isRoomy && place > 0 ? [ListView<Int>.Row(nil), row] : [row]
    }
    var list = ListView(spaced)
    list.select(marked)
    return list
  }

  private func rows(of slot: Int, columns: Int) -> [Line] {
    guard let sitting else { return [] }
    let text = sitting.slots[slot].item?.text ?? ""
    let answer = sitting.answer(at: slot).map { sitting.slots[slot].step.options[$0].text }
    let style: Style = slot == marked ? .text.with(.bold) : .text
    var line = Line(text, style)
    line.hang = 2
    if answersStandBeside(columns) { return line.wrapped(to: columns - Self.answerColumns) }
    // The last column is for the arrows.
    let given = answer.map { [Line("  \($0)".truncated(to: columns - 1), .accent)] }
    return line.wrapped(to: max(1, columns - 1)) + (given ?? [])
  }

  private func drawItems(on frame: inout Frame, in body: Rect, _ context: Context) {
    guard let step, let sitting else { return }
    let places = itemPlaces(in: body, context)
    for (row, text) in step.text.wrapped(to: max(1, places.question.columns)).prefix(places.question.rows).enumerated()
    {
      frame.put(text, at: places.question.dropTop(row).origin, style: .question.with(.bold))
    }
    draw(answerRows(columns: places.answers.columns), on: &frame, in: places.answers)
    let list = itemList(in: places.list)
    list.draw(on: &frame, in: places.list) { index, _, frame, place in
      guard let slot = list.rows[index].id else { return }
      rows(of: slot, columns: place.columns).draw(on: &frame, in: place)
      guard answersStandBeside(place.columns) else { return }
      let answer = sitting.answer(at: slot).map { step.options[$0].text }
      let end = place.right(Self.answerColumns - 1).dropRight(1)
      frame.put(answer ?? "–", at: end.origin, style: answer == nil ? .dim : .accent, limit: end.columns)
    }
    list.drawArrows(on: &frame, in: places.list)
  }

  /// `1 mostly   2 sometimes   …` in as many rows as it takes; the one that is given stands out.
  private func answerRows(columns: Int) -> [Line] {
    guard let step, let sitting else { return [] }
    let given = sitting.answer(at: marked)
    var rows = [Line()]
    for (place, option) in step.options.enumerated() {
      var part = Line("\(place + 1) ", .dim)
      part.append(option.text, place == given ? .accent.with(.bold) : .dim)
      let isFirst = rows[rows.count - 1].isEmpty
      if !isFirst, rows[rows.count - 1].columns + 3 + part.columns > columns {
        rows.append(part)
      } else {
        if !isFirst { rows[rows.count - 1].append("   ") }
        rows[rows.count - 1].append(part)
      }
    }
    return rows
  }

  private func draw(_ lines: [Line], on frame: inout Frame, in rect: Rect) {
    lines.draw(on: &frame, in: rect)
  }
}

import Canvas
import HearthContent
import HearthCore

extension ChartsScreen {
  struct Places {
    let head, question, chart, reading, facts: Rect
  }

  /// From the top: name and days, the question, the chart, what stands at the place one is on, what can be said. What has
  /// no room goes from below, then the question.
  func places(in whole: Rect, _ context: Context) -> Places {
    let body = whole.dropBottom(foot(whole, context))
    let margin = body.columns >= 44 ? 2 : 0
    let all = body.inset(columns: margin)
    let head = all.top(1)
    let question = all.dropTop(1).top(all.rows >= 14 ? 1 : 0)
    let rest = all.dropTop(1 + question.rows + (all.rows >= 16 ? 1 : 0))
    let most = max(4, rest.rows - Self.least)
    let factRows = rest.rows >= 14 ? min(most, factLines(rest.columns, most: most, context).count) : 0
    let facts = rest.bottom(factRows)
    let reading = rest.dropBottom(factRows + (factRows > 0 ? 1 : 0)).bottom(
      rest.rows >= (cursor == nil ? 9 : 5) ? 1 : 0)
    let chart = rest.dropBottom(facts.rows + (factRows > 0 ? 1 : 0) + reading.rows)
    return Places(
      head: head, question: question, chart: chart.top(Self.tallest), reading: reading, facts: facts)
  }

  /// The rows of what is asked for below.
  private func foot(_ body: Rect, _ context: Context) -> Int {
    spanning?.height(columns: Flow(body).rest.columns, context.words) ?? 0
  }

  /// So many rows a chart keeps before more than a few sentences stand below it.
  private static let least = 13
  /// Taller ones are no clearer.
  private static let tallest = 24

  func voice(_ context: Context) -> ChartVoice {
    ChartVoice(context.words, measures: shelf?.measures ?? [], askedBy: shelf?.askedBy ?? [:])
  }

  func picture(_ context: Context) -> ChartPicture? {
    guard let sheet = shown, !sheet.isEmpty else { return nil }
    return ChartPicture(
      sheet, voice(context), today: context.today, cursor: cursor, weekStart: context.config.weekStart)
  }

  private func factLines(_ columns: Int, most: Int, _ context: Context) -> [Line] {
    guard let sheet = shown, !sheet.isEmpty else { return [] }
    let voice = voice(context)
    let wide = min(76, columns)
    let rule = [Line(voice.rule(sheet.chart), .dim)].wrapped(to: wide)
    let sentences = voice.sentences(sheet).map { Line($0) }.wrapped(to: wide)
    // How values came about is always told; what they amount to as far as there is room.
    let room = max(1, most - rule.count)
    var shown = Array(sentences.prefix(room))
    if sentences.count > room { shown[room - 1].append(" …", .dim) }
    return shown + rule
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    switch mode {
    case .list(let list): drawList(list, on: &frame, in: body, context)
    case .patterns, .choosing: drawPatterns(on: &frame, in: body, context)
    case .words(let said): said.draw(on: &frame, in: Flow(body).rest)
    case .picture, .span: drawChart(on: &frame, in: body, context)
    }
  }

  private func drawChart(on frame: inout Frame, in body: Rect, _ context: Context) {
    let places = places(in: body, context)
    drawHead(on: &frame, places, context)
    drawSheet(on: &frame, places, context)
    // Last: the cursor is where one types.
    spanning?.draw(on: &frame, in: Flow(body).rest.bottom(foot(body, context)), context.words)
  }

  private func drawSheet(on frame: inout Frame, _ places: Places, _ context: Context) {
    guard let sheet = shown else { return }
    guard let picture = picture(context) else {
      return drawEmpty(sheet, on: &frame, places, context)
    }
    picture.draw(on: &frame, in: places.chart, context.ink)
    let reading = reading(sheet, context)
    frame.put(reading.truncated(to: places.reading.columns), in: places.reading, style: .strong)
    let facts = factLines(places.facts.columns, most: places.facts.rows, context)
    facts.draw(on: &frame, in: places.facts)
  }

  private func reading(_ sheet: ChartSheet, _ context: Context) -> String {
    guard let cursor, sheet.points.indices.contains(cursor) else { return "" }
    return voice(context).reading(sheet.points[cursor], today: context.today, isShort: context.size.columns < 60)
  }

  /// `Wanted and had · Mood        ‹ 4 weeks ›        26 of 28 days`
  private func drawHead(on frame: inout Frame, _ places: Places, _ context: Context) {
    let voice = voice(context)
    let head = places.head
    guard !head.isEmpty else { return }
    var title = Line(voice.title(chart), .heading)
    if let variant = shown?.variant { title.append(" · \(voice.name(of: variant))", .dim) }
    let right = shown.map { head.columns >= 60 ? voice.coverage($0) : voice.shortCoverage($0) } ?? ""
    let span = chart.isTimeless ? "" : "‹ \(voice.span(span)) ›"
    let used = title.truncated(to: head.columns).draw(on: &frame, at: head.origin, limit: head.columns)
    let wide = TextWidth.columns(of: right)
    // In a small window what squares mean comes before how many days have one.
    if let legend = picture(context)?.legendLeftOut(in: places.chart, context.ink),
      used + 2 + legend.columns <= head.columns
    {
      legend.draw(on: &frame, at: head.right(legend.columns).origin)
      return
    }
    if used + 2 + wide <= head.columns, !chart.isTimeless { frame.put(right, at: head.right(wide).origin, style: .dim) }
    let middle = TextWidth.columns(of: span)
    let start = max(used + 2, (head.columns - middle) / 2)
    if start + middle + 2 + wide <= head.columns {
      frame.put(span, at: head.dropLeft(start).origin, style: .accent)
    }
    frame.put(voice.question(chart).truncated(to: places.question.columns), in: places.question, style: .dim)
  }

  private func drawEmpty(_ sheet: ChartSheet, on frame: inout Frame, _ places: Places, _ context: Context) {
    // A first check-in is what an empty room asks for, but only below a chart that a check-in fills.
    let isFirst = shelf?.first == nil && sheet.chart.comesOfCheckIns
    let said = isFirst ? context.words[.chartEmptyRoom] : voice(context).empty(sheet.chart)
    for (row, line) in said.wrapped(to: min(76, places.chart.columns)).prefix(places.chart.rows).enumerated() {
      frame.put(line, at: places.chart.dropTop(row).origin, style: .dim, limit: places.chart.columns)
    }
  }
}

import Canvas
import HearthContent
import HearthCore

/// Things to answer, one a row: scales, choices in words, ticks. A digit answers and goes on to the next.
struct AnswerRows: Equatable {
  enum Row: Equatable {
    case heading(String)
    case scale(Measure)
    case choice(Measure)
    case tick(Measure)

    var measure: Measure? {
      switch self {
      case .heading: nil
      case .scale(let measure), .choice(let measure), .tick(let measure): measure
      }
    }
  }

  private(set) var rows: [Row] = []
  /// By the id of the measure; a tick is 1.
  var answers: [Measure.ID: Double]
  private var list = ListView<Measure.ID>()

  init(_ rows: [Row] = [], answers: [Measure.ID: Double] = [:]) {
    self.answers = answers
    show(rows)
  }

  /// Other rows; what is marked stays where it is among them.
  mutating func show(_ rows: [Row]) {
    self.rows = rows
    list.show(rows.map { .init($0.measure?.id) })
  }

  /// What has the mark.
  var marked: Row? { list.selectedIndex.map { rows[$0] } }

  /// How what is marked is answered.
  var answering: Answering? {
    switch marked {
    case .scale(let measure): scale(measure).answering
    case .choice(let measure): .one(of: measure.range.count)
    case .tick: .one(of: 1)
    case .heading, nil: nil
    }
  }

  // MARK: Taking in

  mutating func move(_ way: RowMove, in rect: Rect) {
    list.fit(rows: rect.rows)
    list.move(way)
  }

  mutating func handle(_ input: Input, in rect: Rect) {
    list.fit(rows: rect.rows)
    if case .mouse(let event) = input { return point(event, in: rect) }
    guard case .key(let key) = input, let row = marked else { return }
    switch row {
    case .heading: break
    case .scale(let measure): answer(measure, with: input)
    case .choice(let measure): choose(measure, with: key)
    case .tick(let measure): tick(measure, with: key)
    }
  }

  /// A click marks, and where an answer stands it is given; one on a tick that is marked ticks it.
  private mutating func point(_ event: MouseEvent, in rect: Rect) {
    let wasMarked = list.opens(with: event, in: rect)
    guard event.button == 1, list.selectedIndex == list.index(at: event.at, in: rect) else { return }
    let place = Rect(column: rect.column, row: event.at.row, columns: rect.columns, rows: 1).dropLeft(2)
    switch marked {
    case .tick(let measure): if wasMarked { toggle(measure) }
    case .scale(let measure): answer(measure, at: event, in: parts(of: place).answer)
    case .choice(let measure): choose(measure, at: event, in: parts(of: place).answer)
    case .heading, nil: break
    }
  }

  private mutating func answer(_ measure: Measure, at event: MouseEvent, in rect: Rect) {
    var scale = scale(measure, columns: rect.columns)
    if scale.handle(.mouse(event), in: rect) { answers[measure.id] = scale.value.map(Double.init) }
  }

  /// By its word; where only the chosen one is shown, by the signs beside it, which lead to the one before and after it.
  private mutating func choose(_ measure: Measure, at event: MouseEvent, in rect: Rect) {
    guard event.action == .press, rect.contains(event.at) else { return }
    let column = event.at.column - rect.column
    let options = options(of: measure)
    if options.columns <= rect.columns {
      if let value = value(of: measure, at: column) { answers[measure.id] = Double(value) }
    } else if column < 2 {
      choose(measure, with: KeyPress(.left))
    } else if (0..<2).contains(column - chosen(of: measure).columns + 2) {
      choose(measure, with: KeyPress(.right))
    }
  }

  /// The answer whose word stands in a column.
  private func value(of measure: Measure, at column: Int) -> Int? {
    var start = 0
    for (value, word) in zip(measure.range, measure.words) {
      let end = start + TextWidth.columns(of: word)
      if (start..<end).contains(column) { return value }
      start = end + TextWidth.columns(of: Self.between)
    }
    return nil
  }

  private mutating func answer(_ measure: Measure, with input: Input) {
    var scale = scale(measure)
    guard scale.handle(input) else { return }
    answers[measure.id] = scale.value.map(Double.init)
    if case .key(let key) = input, key.isPlainCharacter, !"+-".contains(key.notation) { list.down() }
  }

  private mutating func choose(_ measure: Measure, with key: KeyPress) {
    let low = measure.range.lowerBound
    let now = answers[measure.id].map { Int($0) }
    switch key.key {
    case .left: answers[measure.id] = Double(max(low, (now ?? low + 1) - 1))
    case .right: answers[measure.id] = Double(min(measure.range.upperBound, (now ?? low - 1) + 1))
    case .backspace, .delete: answers[measure.id] = nil
    case .character:
      guard let number = key.digit, measure.range.contains(low + number - 1) else { return }
      answers[measure.id] = Double(low + number - 1)
      list.down()
    default: break
    }
  }

  private mutating func tick(_ measure: Measure, with key: KeyPress) {
    switch key.key {
    case .character(" "), .character("1"): toggle(measure)
    case .backspace, .delete, .character("0"): answers[measure.id] = nil
    default: break
    }
  }

  private mutating func toggle(_ measure: Measure) {
    answers[measure.id] = answers[measure.id] == nil ? 1 : nil
  }

  private func scale(_ measure: Measure) -> Scale {
    Scale(
      range: measure.range, value: answers[measure.id].map { Int($0) }, low: measure.low ?? "",
      high: measure.high ?? "")
  }

  /// The same as it stands among the others in so many columns.
  private func scale(_ measure: Measure, columns: Int) -> Scale {
    var scale = scale(measure)
    scale.lowColumns = lowColumns(in: columns)
    return scale
  }

  // MARK: Drawing

  /// Stands between the words of a choice.
  private static let between = " · "

  func draw(on frame: inout Frame, in rect: Rect, _ words: Words) {
    list.draw(on: &frame, in: rect) { index, isMarked, frame, place in
      draw(rows[index], isMarked: isMarked, on: &frame, in: place, words)
    }
  }

  private func draw(_ row: Row, isMarked: Bool, on frame: inout Frame, in place: Rect, _ words: Words) {
    let style: Style = isMarked ? .text.with(.bold) : .text
    switch row {
    case .heading(let title):
      frame.putHeading(title, in: place.top(1))
    case .tick(let measure):
      let isTicked = answers[measure.id] != nil
      frame.put(isTicked ? "[✓]" : "[ ]", in: place, style: isTicked ? .accent : .dim)
      frame.put(measure.title.truncated(to: place.columns - 4), in: place.dropLeft(4), style: style)
    case .scale(let measure):
      let parts = parts(of: place)
      frame.put(title(of: measure, in: parts.title), at: parts.title.origin, style: style)
      let cursor = frame.cursor
      scale(measure, columns: parts.answer.columns).draw(on: &frame, in: parts.answer, isFocused: isMarked)
      frame.cursor = cursor
    case .choice(let measure):
      let parts = parts(of: place)
      frame.put(title(of: measure, in: parts.title), at: parts.title.origin, style: style)
      let options = options(of: measure)
      let shown = options.columns <= parts.answer.columns ? options : chosen(of: measure)
      shown.draw(on: &frame, at: parts.answer.origin, limit: parts.answer.columns)
    }
  }

  /// The question where there is room for it, else what it is called.
  private func title(of measure: Measure, in rect: Rect) -> String {
    let asks = TextWidth.columns(of: measure.question) <= rect.columns - 1
    return (asks ? measure.question : measure.title).truncated(to: max(0, rect.columns - 1))
  }

  /// Of the longest lower word that has room.
  private func lowColumns(in columns: Int) -> Int {
    let scales = rows.compactMap { row in if case .scale(let measure) = row { scale(measure) } else { nil } }
    return scales.filter { $0.showsEnds(columns) }.map { TextWidth.columns(of: $0.low) }.max() ?? 0
  }

  private func parts(of place: Rect) -> (title: Rect, answer: Rect) {
    let columns = min(40, place.columns / 2)
    return (place.left(columns), place.dropLeft(columns))
  }

  /// Where there is no room for all of them: the one that is chosen, and how many there are.
  private func chosen(of measure: Measure) -> Line {
    let word = answers[measure.id].flatMap { measure.word(for: Int($0)) }
    var line = Line("‹ ", .dim)
    line.append(word ?? "–", word == nil ? .dim : .accent.with(.bold))
    line.append(" ›", .dim)
    return line
  }

  private func options(of measure: Measure) -> Line {
    var line = Line()
    for (value, word) in zip(measure.range, measure.words) {
      if !line.isEmpty { line.append(Self.between, .dim) }
      let isChosen = answers[measure.id] == Double(value)
      line.append(word, isChosen ? .accent.with(.bold) : .dim)
    }
    return line
  }
}

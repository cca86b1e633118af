import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// What charts ask for. Runs on the journal's thread.
extension JournalService {
  func answer(_ wish: ChartWish) -> Event {
    event {
      switch wish {
      case .list: .charts(.listed(try vault.chartShelf(from: shelf)))
      case .draw(let request): .charts(.drawn(request, try vault.sheet(request, from: shelf)))
      case .look(let day): try vault.look(on: day, from: shelf)
      case .ask(let questions, let day):
        try vault.ask(questions, on: day, from: shelf)
      case .leaveOutBodyDays(let isOn, let day):
        try vault.leaveOutBodyDays(isOn, on: day, from: shelf)
      }
    }
  }
}

extension Vault {
  /// What there is to be drawn.
  func chartShelf(from shelf: Shelf) throws(Problem) -> ChartShelf {
    ChartShelf(
      known: shelf.charted, answered: try answeredMeasures(), askedBy: shelf.askedBy, first: try firstChartedDay())
  }

  func sheet(_ request: ChartRequest, from shelf: Shelf) throws(Problem) -> ChartSheet {
    let first = request.span == .all ? try firstChartedDay() : nil
    let measures = shelf.charted
    let small = request.chart == .builtIn(.glance) ? try answeredMeasures().filter { isScale($0, measures) } : []
    let notes = try chartNotes(
      request.chart.parts(variant: request.variant, measures: small),
      in: request.span.days(upTo: request.last, since: first), measures: measures, weekStart: request.weekStart,
      titles: request.chart == .builtIn(.skills) ? shelf.practiceTitles : [:])
    return ChartSheet(request.chart, of: notes, variant: request.variant)
  }

  /// Ticks and choices are not shown small: a height says nothing of them.
  private func isScale(_ id: Measure.ID, _ measures: [Measure]) -> Bool {
    !Measure.isTick(id) && measures.first { $0.id == id }?.words.isEmpty != false
  }

  /// What may be said of the chosen questions. The look is remembered.
  fileprivate func look(on day: Day, from shelf: Shelf) throws(Problem) -> Event {
    let questions = try patternQuestions
    return .charts(.looked(questions, try board(questions, on: day, from: shelf)))
  }

  fileprivate func ask(_ questions: [PatternQuestion], on day: Day, from shelf: Shelf) throws(Problem) -> Event {
    let text = questions.prefix(PatternQuestion.most).map(\.description).joined(separator: ",")
    try set(.patternQuestions, to: text.isEmpty ? nil : text)
    return try look(on: day, from: shelf)
  }

  fileprivate func leaveOutBodyDays(_ isOn: Bool, on day: Day, from shelf: Shelf) throws(Problem) -> Event {
    try leaveOutBodyDays(isOn)
    return try look(on: day, from: shelf)
  }

  /// Resets the pattern history, so toggling cannot be used to test twice.
  func leaveOutBodyDays(_ isOn: Bool) throws(Problem) {
    guard try leavesOutBodyDays != isOn else { return }
    try set(.patternsLeaveOutBodyDays, to: isOn ? "yes" : nil)
    try set(.patternMemory, to: nil)
  }

  private var leavesOutBodyDays: Bool {
    get throws(Problem) { try setting(.patternsLeaveOutBodyDays) == "yes" }
  }

  var patternQuestions: [PatternQuestion] {
    get throws(Problem) {
      (try setting(.patternQuestions) ?? "").split(separator: ",").compactMap { PatternQuestion(String($0)) }
    }
  }

  func board(_ questions: [PatternQuestion], on day: Day, from shelf: Shelf) throws(Problem) -> PatternBoard {
    let measures = Set(questions.flatMap { [$0.x, $0.y] }).sorted() + PatternQuestion.bodyDay
    let parts = measures.map(PatternQuestion.part)
    let notes = try chartNotes(
      parts, in: PatternBoard.days(upTo: day), measures: shelf.charted, weekStart: 1, titles: [:])
    var memory = [String: PatternMemory](text: try setting(.patternMemory) ?? "")
    let board = PatternBoard(
      questions, of: notes, on: day, leavingOutBodyDays: try leavesOutBodyDays, remembering: &memory)
    try set(.patternMemory, to: memory.isEmpty ? nil : memory.text)
    return board
  }
}

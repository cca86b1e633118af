import Canvas
import HearthContent
import HearthCore

/// Questions one below the other, each with its answer; one of them has the focus.
struct Form: Equatable {
  /// What is asked, by a name of its own.
  struct Question: Equatable {
    let id: String
    let label: String
    /// What the answers of a choice or of ticks are called, in their order.
    var options: [String] = []
    var answer: Answer
    /// Names are offered while one is typed.
    var isName = false
  }

  enum Answer: Equatable {
    case line(Field)
    case choice(Choice)
    case ticks(Ticks)
    case scale(Scale)
  }

  private(set) var questions: [Question]
  private(set) var focus = 0
  /// What is offered for the name that is being typed.
  private(set) var names: Completion?
  /// Why what stands in the focus cannot be used.
  private(set) var trouble: String?
  /// The first question in sight, where the wheel has moved what is seen; nil while that follows the focus.
  private var top: Int?

  init(_ questions: [Question]) { self.questions = questions }

  // MARK: Asking

  static func line(_ id: String, _ label: String, _ text: String, hint: String = "") -> Question {
    Question(id: id, label: label, answer: .line(Field(text, placeholder: hint)))
  }

  /// A line for a number; the first digit that is typed takes the place of the one that stands there.
  static func number(_ id: String, _ label: String, _ number: Int?) -> Question {
    Question(id: id, label: label, answer: .line(.selecting(number.map(String.init) ?? "")))
  }

  /// A line for somebody's name.
  static func name(_ id: String, _ label: String, _ text: String) -> Question {
    Question(id: id, label: label, answer: .line(Field(text)), isName: true)
  }

  /// - Parameter name: what an answer is called.
  static func choice<Value: RawRepresentable & CaseIterable>(
    _ id: String, _ label: String, _ chosen: Value?, name: (Value) -> String
  ) -> Question where Value.RawValue == String {
    let all = Array(Value.allCases)
    return Question(
      id: id, label: label, options: all.map(name),
      answer: .choice(Choice(all.map(\.rawValue), chosen: chosen?.rawValue)))
  }

  static func ticks<Value: RawRepresentable & CaseIterable>(
    _ id: String, _ label: String, _ ticked: Set<Value>, name: (Value) -> String
  ) -> Question where Value.RawValue == String {
    let all = Array(Value.allCases)
    return Question(
      id: id, label: label, options: all.map(name),
      answer: .ticks(Ticks(all.map(\.rawValue), ticked: ticked.map(\.rawValue))))
  }

  // MARK: Answers

  private func answer(_ id: String) -> Answer? { questions.first { $0.id == id }?.answer }

  /// Without blanks around it; empty where it was not asked.
  func text(_ id: String) -> String { if case .line(let field)? = answer(id) { field.text.trimmed } else { "" } }

  func chosen(_ id: String) -> String? { if case .choice(let choice)? = answer(id) { choice.chosen } else { nil } }

  func ticked(_ id: String) -> [String] { if case .ticks(let ticks)? = answer(id) { ticks.ticked } else { [] } }

  func value(_ id: String) -> Int? { if case .scale(let scale)? = answer(id) { scale.value } else { nil } }

  /// The lines that read otherwise than in another form of the same questions, each under what was asked.
  func lines(beyond other: Form) -> String {
    questions.compactMap { question in
      let text = text(question.id)
      return text.isEmpty || text == other.text(question.id) ? nil : "\(question.label)\n\(text)"
    }.joined(separator: "\n\n")
  }

  // MARK: Taking in

  /// What the answer in focus takes.
  var takes: Takes { if case .line? = questions[safe: focus]?.answer { .text } else { .digits } }

  /// How the answer in focus is given; nil of a line.
  var answering: Answering? {
    switch questions[safe: focus]?.answer {
    case .line, nil: nil
    case .choice(let choice): .one(of: choice.ids.count)
    case .ticks(let ticks): .one(of: ticks.ids.count)
    case .scale(let scale): scale.answering
    }
  }

  /// Puts other words into a line.
  /// - Parameter selecting: the next letter takes their place.
  mutating func replace(_ id: String, with text: String, selecting: Bool = false) {
    guard let index = questions.firstIndex(where: { $0.id == id }), case .line = questions[index].answer else { return }
    questions[index].answer = .line(selecting ? .selecting(text) : Field(text))
  }

  var isAtEnd: Bool { focus >= questions.count - 1 }

  /// The question one is at.
  var focused: String? { questions[safe: focus]?.id }

  mutating func move(by step: Int) { go(to: min(max(0, focus + step), max(0, questions.count - 1))) }

  /// Says what is wrong with an answer, there where it stands.
  mutating func refuse(_ id: String, because trouble: String) {
    go(to: questions.firstIndex { $0.id == id } ?? focus)
    self.trouble = trouble
  }

  private mutating func go(to place: Int) {
    focus = place
    (names, trouble, top) = (nil, nil, nil)
  }

  /// The wheel moves what is seen, by a question; the focus stays.
  mutating func turn(_ event: MouseEvent, in rect: Rect) {
    guard names == nil, [.wheelUp, .wheelDown].contains(event.action) else { return }
    let next = first(in: rect) + (event.action == .wheelUp ? -1 : 1)
    top = max(0, min(next, lastTop(in: rect)))
  }

  mutating func take(_ input: Input) {
    top = nil
    guard questions.indices.contains(focus), names?.handle(input) != true else { return }
    switch questions[focus].answer {
    case .line(var field):
      guard field.handle(input) else { return }
      (names, trouble) = (nil, nil)
      questions[focus].answer = .line(field)
    case .choice(var choice):
      choice.handle(input)
      questions[focus].answer = .choice(choice)
    case .ticks(var ticks):
      ticks.handle(input)
      questions[focus].answer = .ticks(ticks)
    case .scale(var scale):
      scale.handle(input)
      questions[focus].answer = .scale(scale)
    }
  }

  // MARK: Names

  /// The beginning of a name that is being typed.
  var begunName: String? {
    guard let question = questions[safe: focus], question.isName, names == nil else { return nil }
    return text(question.id).isEmpty ? nil : text(question.id)
  }

  /// Offers names; those that come late, for other letters, are dropped, as is the one that stands there already.
  mutating func offer(_ found: [String], for prefix: String) {
    guard begunName == prefix else { return }
    names = found.isEmpty || found == [prefix] ? nil : Completion(found)
  }

  /// Takes the name that is offered.
  mutating func takeName() {
    guard let name = names?.selected, let id = focused else { return }
    replace(id, with: name)
    names = nil
  }

  mutating func putNamesAway() { names = nil }

  // MARK: Drawing

  /// Goes on from the first question from which the one in focus is still in sight, or from where the wheel has led.
  func draw(on frame: inout Frame, in rect: Rect) {
    let first = first(in: rect)
    var rest = rect
    for index in first..<questions.count where !rest.isEmpty {
      draw(index, on: &frame, in: rest)
      rest = rest.dropTop(height(of: index, columns: rect.columns))
    }
    // The free row below the last question hides nothing.
    let rows = (first..<questions.count).reduce(-1) { $0 + height(of: $1, columns: rect.columns) }
    frame.putArrows(in: rect, above: first > 0, below: rows > rect.rows)
    names?.draw(on: &frame, in: rect, near: frame.cursor)
  }

  private func first(in rect: Rect) -> Int {
    if let top { return min(top, lastTop(in: rect)) }
    var room = rect.rows - height(of: focus, columns: rect.columns)
    var first = focus
    while first > 0, height(of: first - 1, columns: rect.columns) <= room {
      first -= 1
      room -= height(of: first, columns: rect.columns)
    }
    return first
  }

  /// The first question from which all that follow are in sight.
  private func lastTop(in rect: Rect) -> Int {
    // The free row below the last question needs no room.
    var room = rect.rows + 1
    return questions.indices.last { index in
      room -= height(of: index, columns: rect.columns)
      return room < 0
    }.map { min($0 + 1, questions.count - 1) } ?? 0
  }

  private func draw(_ index: Int, on frame: inout Frame, in rect: Rect) {
    let isFocused = index == focus
    let question = questions[index]
    if isFocused { frame.put("▌", at: rect.origin, style: .accent) }
    let rows = question.label.wrapped(to: max(1, rect.columns - Self.indent))
    for (row, text) in rows.enumerated() where row < rect.rows {
      frame.put(
        text, at: rect.dropTop(row).dropLeft(Self.indent).origin, style: isFocused ? .strong : .dim,
        limit: rect.columns - Self.indent)
    }
    let place = rect.dropTop(rows.count).dropLeft(Self.indent)
    let height = min(place.rows, answerHeight(of: index, columns: rect.columns))
    draw(question, on: &frame, in: place.top(height), isFocused: isFocused)
    troubleLines(at: index, columns: rect.columns).draw(on: &frame, in: place.dropTop(height))
  }

  private func troubleLines(at index: Int, columns: Int) -> [Line] {
    guard index == focus, let trouble else { return [] }
    return [Line(trouble, .error)].wrapped(to: max(1, columns - Self.indent))
  }

  private func draw(_ question: Question, on frame: inout Frame, in rect: Rect, isFocused: Bool) {
    if rect.isEmpty { return }
    let label = { (index: Int) in question.options[safe: index] ?? "" }
    switch question.answer {
    case .line(let field): field.draw(on: &frame, in: rect, isFocused: isFocused)
    case .choice(let choice) where isFocused: choice.draw(on: &frame, in: rect, label: label)
    case .ticks(let ticks) where isFocused: ticks.draw(on: &frame, in: rect, label: label)
    case .choice, .ticks:
      frame.put(told(question).truncated(to: rect.columns - 2), at: rect.origin, style: .text)
    case .scale(let scale): scale.draw(on: &frame, in: rect, isFocused: isFocused)
    }
  }

  /// What was answered, on one line.
  private func told(_ question: Question) -> String {
    let (ids, chosen): ([String], [String]) =
      switch question.answer {
      case .choice(let choice): (choice.ids, choice.chosen.map { [$0] } ?? [])
      case .ticks(let ticks): (ticks.ids, ticks.ticked)
      case .line, .scale: ([], [])
      }
    let names = zip(ids, question.options).filter { chosen.contains($0.0) }.map(\.1)
    return names.isEmpty ? "–" : names.joined(separator: " · ")
  }

  private static let indent = 2

  /// With a free row below.
  private func height(of index: Int, columns: Int) -> Int {
    guard let question = questions[safe: index] else { return 0 }
    return question.label.wrapped(to: max(1, columns - Self.indent)).count + answerHeight(of: index, columns: columns)
      + troubleLines(at: index, columns: columns).count + 1
  }

  /// Answers to choose from are unfolded where the focus is.
  private func answerHeight(of index: Int, columns: Int) -> Int {
    guard index == focus, let question = questions[safe: index] else { return 1 }
    let label = { (index: Int) in question.options[safe: index] ?? "" }
    switch question.answer {
    case .choice(let choice): return choice.height(columns: columns - Self.indent, label: label)
    case .ticks(let ticks): return ticks.height(columns: columns - Self.indent, label: label)
    case .line, .scale: return 1
    }
  }
}

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
  }

  enum Answer: Equatable {
    case line(Field)
    case choice(Choice)
    case ticks(Ticks)
    case scale(Scale)
  }

  private(set) var questions: [Question]
  private(set) var focus = 0

  init(_ questions: [Question]) { self.questions = questions }

  // MARK: Asking

  static func line(_ id: String, _ label: String, _ text: String, hint: String = "") -> Question {
    Question(id: id, label: label, answer: .line(Field(text, placeholder: hint)))
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

  // MARK: Taking in

  /// What the answer in focus takes.
  var takes: Takes { if case .line? = questions[safe: focus]?.answer { .text } else { .digits } }

  /// Puts other words into a line.
  mutating func replace(_ id: String, with text: String) {
    guard let index = questions.firstIndex(where: { $0.id == id }), case .line = questions[index].answer else { return }
    questions[index].answer = .line(Field(text))
  }

  var isAtEnd: Bool { focus >= questions.count - 1 }

  mutating func move(by step: Int) { focus = min(max(0, focus + step), max(0, questions.count - 1)) }

  mutating func take(_ input: Input) {
    guard questions.indices.contains(focus) else { return }
    switch questions[focus].answer {
    case .line(var field):
      field.handle(input)
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

  // MARK: Drawing

  /// Goes on from the first question from which the one in focus is still in sight.
  func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    for index in first(in: rect)..<questions.count where !rest.isEmpty {
      draw(index, on: &frame, in: rest)
      rest = rest.dropTop(height(of: index, columns: rect.columns))
    }
  }

  private func first(in rect: Rect) -> Int {
    var room = rect.rows - height(of: focus, columns: rect.columns)
    var first = focus
    while first > 0, height(of: first - 1, columns: rect.columns) <= room {
      first -= 1
      room -= height(of: first, columns: rect.columns)
    }
    return first
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
    let inner = place.top(min(place.rows, answerHeight(of: index, columns: rect.columns)))
    draw(question, on: &frame, in: inner, isFocused: isFocused)
  }

  private func draw(_ question: Question, on frame: inout Frame, in rect: Rect, isFocused: Bool) {
    if rect.isEmpty { return }
    let label = { (index: Int) in question.options[safe: index] ?? "" }
    switch question.answer {
    case .line(let field): field.draw(on: &frame, in: rect, isFocused: isFocused)
    case .choice(let choice) where isFocused: choice.draw(on: &frame, in: rect, label: label)
    case .ticks(let ticks) where isFocused: ticks.draw(on: &frame, in: rect, label: label)
    case .choice, .ticks: frame.put(told(question), at: rect.origin, style: .text, limit: rect.columns)
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
    return names.isEmpty ? "·" : names.joined(separator: " · ")
  }

  private static let indent = 2

  /// With a free row below.
  private func height(of index: Int, columns: Int) -> Int {
    guard let question = questions[safe: index] else { return 0 }
    return question.label.wrapped(to: max(1, columns - Self.indent)).count + answerHeight(of: index, columns: columns)
      + 1
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

extension Array {
  /// Nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

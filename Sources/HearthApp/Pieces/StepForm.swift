import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What one answers a step with: the widget of its kind, and what was answered with it.
enum StepForm: Equatable {
  /// Something to read.
  case card
  case scale(Scale)
  /// A number whose every value has a word: by its place from 0.
  case grades(Choice, Measure)
  case choice(Choice)
  case ticks(Ticks)
  case items(ItemAnswers)
  case text(TextArea)
  case person(Field, Completion?)
  case timer(StepTimer)
  case due(DueChoice)
  /// The entry that was written, once it was.
  case compose(UUID?)

  /// - Parameters:
  ///   - answer: what was answered before.
  ///   - proposed: when something could come back, for a step that asks for it.
  init(_ step: Step, _ answer: Answer?, proposing proposed: Due?, in context: Context) {
    let fitting = answer.flatMap { $0.fits(step) ? $0 : nil }
    switch step.kind {
    case .card: self = .card
    case .scale(let measure): self = Self.scale(measure, fitting)
    case .choice(let options): self = .choice(Choice(options.map(\.id), chosen: fitting?.optionID))
    case .ticks(let options): self = .ticks(Ticks(options.map(\.id), ticked: fitting?.optionIDs ?? []))
    case .items(let items, let answers):
      self = .items(ItemAnswers(items, answers: answers, given: fitting?.itemIDs ?? [:]))
    case .text: self = .text(Self.area(fitting?.typedText ?? ""))
    case .person: self = .person(Field(fitting?.typedText ?? "", placeholder: context.words[.practiceName]), nil)
    case .timer(let timer): self = Self.timer(timer, fitting, in: context)
    case .date, .followUp: self = .due(DueChoice(fitting?.due ?? proposed ?? .on(context.today.adding(days: 1))))
    case .compose: self = .compose(fitting?.entryID)
    }
  }

  private static func scale(_ measure: Measure, _ answer: Answer?) -> StepForm {
    guard measure.words.count == measure.range.count else {
      return .scale(
        Scale(range: measure.range, value: answer?.number, low: measure.low ?? "", high: measure.high ?? ""))
    }
    return .grades(Choice(measure.range.map(String.init), chosen: answer?.number.map(String.init)), measure)
  }

  private static func area(_ text: String) -> TextArea {
    var area = TextArea(text, hasTitle: false)
    area.moveToEnd()
    return area
  }

  private static func timer(_ timer: Step.Timer, _ answer: Answer?, in context: Context) -> StepForm {
    guard case .timer(let minutes, let startedAt) = answer else { return .timer(StepTimer(timer)) }
    return .timer(StepTimer(timer, minutes: minutes, startedAt: startedAt, in: context))
  }

  /// The answer in the form; nil if there is none. A date counts only once it is accepted: see `taken`.
  var answer: Answer? {
    switch self {
    case .card, .due: nil
    case .scale(let scale): scale.value.map(Answer.number)
    case .grades(let choice, _): choice.chosen.flatMap { Int($0) }.map(Answer.number)
    case .choice(let choice): choice.chosen.map(Answer.option)
    case .ticks(let ticks): ticks.ticked.isEmpty ? nil : .options(ticks.ticked)
    case .items(let items): items.given.isEmpty ? nil : .items(items.given)
    case .text(let area): area.isBlank ? nil : .text(area.text)
    case .person(let field, _): field.text.trimmed.isEmpty ? nil : .person(field.text.trimmed)
    case .timer(let timer): timer.answer
    case .compose(let entry): entry.map(Answer.entry)
    }
  }

  /// The answer when the person goes on: a date that is shown then counts as accepted.
  var taken: Answer? {
    if case .due(let choice) = self { .due(choice.due) } else { answer }
  }

  /// Whether a form without an answer removes this earlier one, as when words were erased or a tick taken back.
  func replaces(_ answer: Answer) -> Bool {
    switch (self, answer) {
    case (_, .skipped), (_, .unsaid), (.card, _), (.due, _), (.compose, _): false
    // A paused timer cancels its reminder.
    case (.timer(let timer), _): timer.isPaused
    default: true
    }
  }

  /// What typing goes to while it has the focus.
  var takes: Takes {
    switch self {
    case .text, .person: .text
    case .scale, .grades, .choice, .ticks, .items: .digits
    case .card, .timer, .due, .compose: .nothing
    }
  }

  /// How it is answered with a digit; nil where none answers it.
  var answering: Answering? {
    switch self {
    case .scale(let scale): scale.answering
    case .grades(let choice, _), .choice(let choice): .one(of: choice.ids.count)
    case .ticks(let ticks): .one(of: ticks.ids.count)
    case .items(let items): .one(of: items.answers.count)
    case .card, .text, .person, .timer, .due, .compose: nil
    }
  }

  // MARK: Taking in

  /// - Parameter step: whose form it is.
  mutating func handle(_ input: Input, of step: Step, in rect: Rect, _ context: Context) {
    let label = { (index: Int) in step.label(index) }
    switch self {
    case .scale(var scale):
      scale.handle(input, in: rect)
      self = .scale(scale)
    case .grades(var choice, let measure):
      choice.handle(input, in: rect, label: label)
      self = .grades(choice, measure)
    case .choice(var choice):
      choice.handle(input, in: rect, label: label)
      self = .choice(choice)
    case .ticks(var ticks):
      ticks.handle(input, in: rect, label: label)
      self = .ticks(ticks)
    case .items(var items):
      items.handle(input, in: rect)
      self = .items(items)
    case .text(var area):
      area.handle(input, in: rect, at: context.uptime)
      self = .text(area)
    case .person(var field, let completion): type(input, &field, completion)
    case .card, .timer, .due, .compose: break
    }
  }

  /// Up and down choose among the names that are offered; typing asks for others.
  private mutating func type(_ input: Input, _ field: inout Field, _ completion: Completion?) {
    if var completion, completion.handle(input) {
      self = .person(field, completion)
    } else if field.handle(input) {
      self = .person(field, nil)
    }
  }

  mutating func perform(_ editing: Editing) {
    switch self {
    case .text(var area):
      area.perform(editing)
      self = .text(area)
    case .person(var field, _):
      field.perform(editing)
      self = .person(field, nil)
    default: break
    }
  }

  /// What is to come back comes earlier or later.
  mutating func move(by step: Int, in context: Context) {
    guard case .due(var choice) = self else { return }
    choice.change(by: step, in: context)
    self = .due(choice)
  }

  /// The beginning of a name that others could be offered for; nil where none is being typed.
  var begunName: String? {
    guard case .person(let field, _) = self, !field.text.trimmed.isEmpty else { return nil }
    return field.text.trimmed
  }

  /// Offers names; those that come late, for other letters, are dropped.
  mutating func offer(_ names: [String], for prefix: String) {
    guard case .person(let field, _) = self, begunName == prefix else { return }
    self = .person(field, names.isEmpty || names == [prefix] ? nil : Completion(names))
  }

  /// Takes the name that is offered. False where none is.
  mutating func takeName() -> Bool {
    guard case .person(var field, let completion?) = self, let name = completion.selected else { return false }
    field = Field(name, placeholder: field.placeholder)
    field.perform(.move(.lineEnd))
    self = .person(field, nil)
    return true
  }
}

extension Step {
  /// The words of an answer at a place.
  func label(_ index: Int) -> String {
    if case .scale(let measure) = kind { return measure.words[safe: index] ?? "" }
    return options[safe: index]?.text ?? ""
  }
}

extension Answer {
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var due: Due? { if case .due(let due) = self { due } else { nil } }
  fileprivate var optionID: String? { if case .option(let id) = self { id } else { nil } }
  fileprivate var optionIDs: [String]? { if case .options(let ids) = self { ids } else { nil } }
  fileprivate var itemIDs: [String: String]? { if case .items(let items) = self { items } else { nil } }
  fileprivate var entryID: UUID? { if case .entry(let id) = self { id } else { nil } }
}

/// What a run has answered to a practice, as far as it counts: steps that are asked, with answers that fit them.
struct Answered {
  /// Those that are asked, in their order.
  private(set) var steps: [Step] = []
  private var answers: [String: Answer] = [:]
  private let practice: Practice

  init(_ run: Run, _ practice: Practice) {
    self.practice = practice
    let given = Dictionary(run.asked.map { ($0.step, $0.answer) }, uniquingKeysWith: { first, _ in first })
    // One pass is enough: a condition speaks only of steps before its own.
    for step in practice.steps where holds(step.when) && hasDay(for: step) {
      steps.append(step)
      if let answer = given[step.id], answer.fits(step), answer.saysSomething { answers[step.id] = answer }
    }
  }

  /// Nil where the step is not asked, was skipped or is still open.
  subscript(id: String) -> Answer? { answers[id] }

  func holds(_ condition: Practice.Condition?) -> Bool {
    switch condition {
    case nil: true
    case .is(let name, let wanted): said(to: name).contains(where: wanted.contains)
    case .atLeast(let name, let least): number(name).map { $0 >= least } ?? false
    case .atMost(let name, let most): number(name).map { $0 <= most } ?? false
    case .count(let tiers, let wanted, let least): count(tiers, wanted) >= least
    case .all(let parts): parts.allSatisfy(holds)
    case .any(let parts): parts.contains(where: holds)
    case .not(let part): !holds(part)
    }
  }

  private func hasDay(for step: Step) -> Bool {
    if case .dayOf(let earlier) = step.wait { answers[earlier] != nil } else { true }
  }

  private func number(_ name: String) -> Int? {
    if case .number(let number) = answers[name] { number } else { nil }
  }

  private func count(_ tiers: [String], _ wanted: [String]) -> Int {
    practice.steps.filter { step in step.tier.map(tiers.contains) ?? false }.flatMap(\.items)
      .count { item in said(to: item.id).contains(where: wanted.contains) }
  }

  /// The names a condition has for what was answered to a step or an item.
  private func said(to name: String) -> [String] {
    if let answer = answers[name] { return answer.names }
    for case .items(let items) in answers.values {
      if let answer = items[name] { return [answer] }
    }
    let list = practice.steps.first { step in step.items.contains { $0.id == name } }
    if let list, answers[list.id] == .unsaid { return [Answer.unsaidName] }
    return [Answer.noAnswer]
  }
}

extension Answer {
  /// What a condition can call it.
  fileprivate var names: [String] {
    switch self {
    case .number(let number): [String(number)]
    case .option(let id): [id]
    case .options(let ids): ids
    case .unsaid: [Answer.unsaidName]
    case .skipped: [Answer.noAnswer]
    case .items, .text, .person, .timer, .due, .entry: []
    }
  }
}

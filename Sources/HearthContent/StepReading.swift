import HearthCore

/// One step of a practice's file, read after those before it.
struct StepReading {
  let row: Stanza
  /// From 1.
  let place: Int
  let earlier: [Step]
  let measures: [Measure]

  private enum Name: String, CaseIterable {
    case card, scale, choice, ticks, text, person, timer, date, compose, followUp

    /// The fields that this kind has beside `id`, `hint` and `when`.
    var fields: Set<String> {
      switch self {
      case .card, .text, .person, .compose: []
      case .scale: ["measure", "range", "low", "high", "words"]
      case .choice: ["options", "items", "tier", "measure"]
      case .ticks: ["options", "measure"]
      case .timer: ["minutes", "least", "most", "prompts", "phases", "reminder"]
      case .date: ["after"]
      case .followUp: ["after", "options", "offers", "measure"]
      }
    }
  }

  /// Every kind, with the fields of its own.
  static let kinds = Name.allCases.map { (kind: $0.rawValue, fields: $0.fields.sorted()) }

  /// - Throws: what keeps it from being one.
  func step() throws(ContentProblem) -> Step {
    guard let name else { throw kindless }
    let id = try row.name("id") ?? "step-\(place)"
    let step = Step(
      id: id, try kind(name), try row.neededText(name.rawValue), literal: try row.text("literal"),
      hint: try row.text("hint"),
      when: try Practice.Condition.reading("when", of: row, after: earlier), measure: try row.name("measure"),
      tier: try row.name("tier"))
    try refuseSameNames(step)
    for field in [name.rawValue, "literal", "hint"] { try row.refuseOddGaps(in: field, try row.text(field), earlier) }
    return step
  }

  /// Fields that it does not have.
  var oddities: [ContentProblem] {
    name.map { row.unknownFields(besides: $0.fields.union([$0.rawValue, "id", "literal", "hint", "when"])) } ?? []
  }

  /// The kind is the field that a step begins with.
  private var name: Name? { row.names.first.flatMap(Name.init) }

  private var kindless: ContentProblem {
    ContentProblem(
      file: row.file, line: row.line, what: .noKind, field: row.names.first,
      choices: Name.allCases.map(\.rawValue))
  }

  private func kind(_ name: Name) throws(ContentProblem) -> Step.Kind {
    switch name {
    case .card: .card
    case .scale: .scale(try scale())
    case .choice: try choice()
    case .ticks: .ticks(try row.options("options"))
    case .text: .text
    case .person: .person
    case .timer: .timer(try timer())
    case .date: .date(try wait() ?? .days(1))
    case .compose: .compose
    case .followUp: .followUp(try later())
    }
  }

  private func scale() throws(ContentProblem) -> Measure {
    guard let name = try row.name("measure") else { return try Measure.reading(row, id: row.name("id") ?? "") }
    guard let measure = measures.first(where: { $0.id == name }) else { throw row.unknownName(name, "measure") }
    return measure
  }

  private func choice() throws(ContentProblem) -> Step.Kind {
    let options = try row.options("options")
    guard row.names.contains("items") else { return .choice(options) }
    return .items(try row.options("items"), answers: options)
  }

  private func timer() throws(ContentProblem) -> Step.Timer {
    guard let usual = try row.number("minutes", in: Step.Timer.range) else { throw row.problem(.missing, "minutes") }
    let least = try row.number("least", in: 1...usual) ?? usual
    let most = try row.number("most", in: usual...Step.Timer.range.upperBound) ?? usual
    var phases: [Step.Timer.Phase] = []
    for round in try row.stanzas("phases") {
      for name in round.names {
        phases.append(Step.Timer.Phase(name, seconds: try round.neededNumber(name, in: 1...60)))
      }
    }
    let prompts = try row.texts("prompts")
    let reminder = try row.text("reminder")
    for text in prompts { try row.refuseOddGaps(in: "prompts", text, earlier) }
    try row.refuseOddGaps(in: "reminder", reminder, earlier)
    return Step.Timer(minutes: least...most, usual: usual, prompts: prompts, phases: phases, reminder: reminder)
  }

  private func later() throws(ContentProblem) -> Step.Later {
    guard let wait = try wait() else { throw row.problem(.missing, "after") }
    let options = row.names.contains("options") ? try row.options("options") : []
    return Step.Later(wait: wait, options: options, offers: try offers(by: options))
  }

  private func offers(by options: [Step.Option]) throws(ContentProblem) -> [String: [String]] {
    guard let map = try row.map("offers") else { return [:] }
    var offers: [String: [String]] = [:]
    for name in map.names {
      guard options.contains(where: { $0.id == name }) else { throw map.unknownName(name, name) }
      offers[name] = try map.texts(name)
    }
    return offers
  }

  /// `20 minutes`, `2 hours`, `3 days`, `1 week`, or a step that was a date.
  private func wait() throws(ContentProblem) -> Step.Wait? {
    guard let text = try row.text("after") else { return nil }
    let parts = text.split(separator: " ")
    if parts.count == 1, let step = earlier.first(where: { $0.id == text }), case .date = step.kind {
      return .dayOf(text)
    }
    guard parts.count == 2, let count = Int(parts[0]), let wait = Step.Wait(count, of: parts[1]) else {
      throw row.problem(.oddValue, "after")
    }
    return wait
  }

  private func refuseSameNames(_ step: Step) throws(ContentProblem) {
    var names = Set(earlier.flatMap { [$0.id] + $0.items.map(\.id) })
    for name in [step.id] + step.items.map(\.id) where !names.insert(name).inserted {
      throw ContentProblem(
        file: row.file, line: row.line(of: name == step.id ? "id" : "items"), what: .sameID, field: name)
    }
  }
}

extension Step.Wait {
  fileprivate init?(_ count: Int, of unit: Substring) {
    switch (unit.hasSuffix("s") ? unit.dropLast() : unit, count) {
    case ("minute", 1...1440): self = .minutes(count)
    case ("hour", 1...24): self = .minutes(count * 60)
    case ("day", 1...730): self = .days(count)
    case ("week", 1...104): self = .days(count * 7)
    default: return nil
    }
  }
}

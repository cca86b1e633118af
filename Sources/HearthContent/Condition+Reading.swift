import HearthCore

extension Practice.Condition {
  /// Reads what has to be so; nil where the field is not there. Several in one map have all to be so.
  /// - Parameter steps: the only ones it may speak of.
  static func reading(
    _ field: String, of row: Stanza, after steps: [Step]
  ) throws(ContentProblem) -> Practice.Condition? {
    try row.map(field).map { map throws(ContentProblem) in try reading(map, field, after: steps) }
  }

  private static func reading(
    _ map: Stanza, _ field: String, after steps: [Step]
  ) throws(ContentProblem) -> Practice.Condition {
    var parts: [Practice.Condition] = []
    for name in map.names { parts += try part(name, of: map, after: steps) }
    guard let first = parts.first else { throw map.problem(.oddValue, field) }
    return parts.count == 1 ? first : .all(parts)
  }

  private static func part(
    _ name: String, of map: Stanza, after steps: [Step]
  ) throws(ContentProblem) -> [Practice.Condition] {
    switch name {
    case "all": return [.all(try list(name, of: map, after: steps))]
    case "any": return [.any(try list(name, of: map, after: steps))]
    case "not": return [.not(try reading(name, of: map, after: steps) ?? .all([]))]
    case "count": return [try count(try map.neededMap(name), after: steps)]
    default: return try tests(of: name, in: map, after: steps)
    }
  }

  private static func list(
    _ name: String, of map: Stanza, after steps: [Step]
  ) throws(ContentProblem) -> [Practice.Condition] {
    var parts: [Practice.Condition] = []
    for row in try map.neededStanzas(name) { parts.append(try reading(row, name, after: steps)) }
    return parts
  }

  private static func count(_ map: Stanza, after steps: [Step]) throws(ContentProblem) -> Practice.Condition {
    if let odd = map.unknownFields(besides: ["tier", "answer", "atLeast"]).first { throw odd }
    let (tiers, answers) = (try map.neededTexts("tier"), try map.neededTexts("answer"))
    let counted = tiers.map { tier in steps.filter { $0.tier == tier } }
    if let index = counted.firstIndex(where: \.isEmpty) { throw map.unknownName(tiers[index], "tier") }
    let known = Set(counted.joined().flatMap(\.options).map(\.id)).union([Answer.noAnswer, Answer.unsaidName])
    if let odd = answers.first(where: { !known.contains($0) }) { throw map.unknownName(odd, "answer") }
    return .count(tiers: tiers, answers: answers, atLeast: try map.neededNumber("atLeast", in: 1...999))
  }

  private static func tests(
    of name: String, in map: Stanza, after steps: [Step]
  ) throws(ContentProblem) -> [Practice.Condition] {
    guard let step = steps.first(where: { $0.id == name || $0.items.contains { $0.id == name } }) else {
      throw map.unknownName(name, name)
    }
    let row = try map.neededMap(name)
    var tests: [Practice.Condition] = []
    for test in row.names {
      switch (test, step.kind) {
      case ("is", _): tests.append(.is(name, try answers(to: step, in: row)))
      case ("atLeast", .scale(let measure)): tests.append(.atLeast(name, try row.neededNumber(test, in: measure.range)))
      case ("atMost", .scale(let measure)): tests.append(.atMost(name, try row.neededNumber(test, in: measure.range)))
      default: throw row.problem(.oddValue, test)
      }
    }
    guard !tests.isEmpty else { throw map.problem(.oddValue, name) }
    return tests
  }

  private static func answers(to step: Step, in row: Stanza) throws(ContentProblem) -> [String] {
    let answers = try row.neededTexts("is")
    var known = step.options.map(\.id) + [Answer.noAnswer, Answer.unsaidName]
    if case .scale(let measure) = step.kind { known += measure.range.map(String.init) }
    if case .followUp = step.kind { known = [Answer.noAnswer] }
    if let odd = answers.first(where: { !known.contains($0) }) { throw row.unknownName(odd, "is") }
    return answers
  }
}

import HearthCore

extension Measure {
  /// Those that a practice's file declares, in its order.
  static func declared(in practice: Stanza) throws(ContentProblem) -> [Measure] {
    guard let map = try practice.map("measures") else { return [] }
    var measures: [Measure] = []
    for id in map.names {
      let row = try map.neededMap(id)
      if let odd = row.unknownFields(besides: ["title", "range", "low", "high", "words", "perDay"]).first { throw odd }
      measures.append(try reading(row, id: id))
    }
    return measures
  }

  /// A scale as it is written in a step or below `measures`; 0 to 10 where nothing else is said.
  static func reading(_ row: Stanza, id: String) throws(ContentProblem) -> Measure {
    let ends = try row.numbers("range", in: -1000...1000)
    guard ends.isEmpty || (ends.count == 2 && ends[0] < ends[1]) else { throw row.problem(.oddValue, "range") }
    let range = ends.isEmpty ? 0...10 : ends[0]...ends[1]
    let words = try row.texts("words")
    guard words.isEmpty || words.count == range.count else { throw row.problem(.oddValue, "words") }
    return Measure(
      id: id, title: try row.text("title") ?? id.replacing("-", with: " "), range: range, low: try row.text("low"),
      high: try row.text("high"), words: words, perDay: try row.choice("perDay") ?? .mean)
  }

  /// Every measure that steps can yield a reading of: of a scale its own, of options their places, of ticks one each.
  static func kept(by steps: [Step], _ declared: [Measure]) -> [Measure] {
    steps.flatMap { step -> [Measure] in
      guard let id = step.measure else { return [] }
      if case .scale(let measure) = step.kind { return [measure] }
      let known = declared.first { $0.id == id }
      if case .ticks(let options) = step.kind {
        return options.map { Measure(id: "\(id)/\($0.id)", title: $0.text, range: 0...1, perDay: .sum) }
      }
      return [
        Measure(
          id: id, title: known?.title ?? step.text, range: 0...max(1, step.options.count - 1),
          words: step.options.count > 1 ? step.options.map(\.text) : [], perDay: known?.perDay ?? .last)
      ]
    }.uniqued()
  }
}

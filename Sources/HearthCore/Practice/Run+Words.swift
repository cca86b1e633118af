extension Run {
  /// A text of the practice with its gaps filled by what was answered: `{need}` is the words, the name, the number or
  /// the option that was given to the step `need`; `…` where nothing was. Of a list of items it is those whose answer is
  /// not the first one there is, or is one of those named: `{effects: sometimes, often}`.
  package func said(_ text: String, in practice: Practice) -> String {
    guard text.contains("{") else { return text }
    let answered = Answered(self, practice)
    var (result, rest) = ("", text[...])
    // In one pass: what somebody wrote is not looked through for gaps.
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let gap = PracticeGap(rest[open..<close].dropFirst())
      let step = practice.step(gap.step)
      result += rest[..<open]
      result += step.map { answered[$0.id]?.gap(in: $0, counting: gap.answers) ?? "…" } ?? String(rest[open...close])
      rest = rest[close...].dropFirst()
    }
    return result + rest
  }

  /// What stands below the question of a step, gaps filled: of several with ` · ` between them those that were answered,
  /// and nothing where none of them was.
  package func hint(of step: Step, in practice: Practice) -> String? {
    guard var hint = step.hint, hint.contains("{") else { return step.hint }
    let answered = Answered(self, practice)
    let gaps = practice.steps.filter { hint.contains("{\($0.id)}") }
    let open = gaps.filter { answered[$0.id]?.gap(in: $0) == nil }
    if open.count == gaps.count, !gaps.isEmpty { return nil }
    for gap in open {
      for part in ["{\(gap.id)} · ", " · {\(gap.id)}"] { hint = hint.replacing(part, with: "") }
    }
    return said(hint, in: practice)
  }
}

/// What stands between braces in a text of a practice: the name of a step, and which answers count.
package struct PracticeGap: Hashable, Sendable {
  package let step: String
  /// By their ids; none where all do.
  package let answers: [String]

  /// - Parameter text: as `effects` or `effects: sometimes, often`.
  package init(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1)
    step = parts.first.map { String($0).trimmed } ?? ""
    answers = parts.dropFirst().first?.split(separator: ",").map { String($0).trimmed } ?? []
  }
}

extension Answer {
  /// Itself in the words of the step's options or measure; empty where it has none of these.
  func words(in step: Step) -> [String] {
    switch (self, step.kind) {
    case (.number(let number), .scale(let measure)): [measure.word(for: number)].compactMap(\.self)
    case (.option(let id), _): [step.word(id)].compactMap(\.self)
    case (.options(let ids), _): step.options.filter { ids.contains($0.id) }.map(\.text)
    case (.items(let items), _):
      step.items.compactMap { item in items[item.id].flatMap(step.word).map { "\(item.text): \($0)" } }
    default: []
    }
  }

  /// - Parameter answers: of a list of items, which count; none means all but the first there is.
  fileprivate func gap(in step: Step, counting answers: [String] = []) -> String? {
    switch self {
    case .text(let text), .person(let text): text.trimmed
    case .number(let number): words(in: step).first ?? String(number)
    case .timer(let minutes, _): String(minutes)
    case .items(let items): items.isEmpty ? nil : step.marked(items, counting: answers)
    case .option, .options: words(in: step).joined(separator: ", ")
    case .due, .entry, .skipped, .unsaid: nil
    }
  }
}

extension Step {
  fileprivate func word(_ option: String) -> String? { options.first { $0.id == option }?.text }

  /// The items whose answer counts, each on a line of its own.
  fileprivate func marked(_ answers: [String: String], counting named: [String]) -> String {
    let more = options.dropFirst().map(\.id).filter { $0 != Answer.unsaidName }
    let counted = Set(named.isEmpty ? more : named)
    return items.filter { answers[$0.id].map(counted.contains) ?? false }.map { "· " + $0.text }
      .joined(separator: "\n")
  }
}

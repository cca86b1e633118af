import HearthCore

extension Stanza {
  /// A text that other things speak of: letters, digits, hyphens, slashes; nil where the field is not there.
  func name(_ field: String) throws(ContentProblem) -> String? {
    guard let name = try text(field) else { return nil }
    guard Self.isName(name) else { throw problem(.oddValue, field) }
    return name
  }

  func neededName(_ field: String) throws(ContentProblem) -> String {
    guard let name = try name(field) else { throw problem(.missing, field) }
    return name
  }

  func neededMap(_ field: String) throws(ContentProblem) -> Stanza {
    guard let map = try map(field) else { throw problem(.missing, field) }
    return map
  }

  func neededStanzas(_ field: String) throws(ContentProblem) -> [Stanza] {
    let stanzas = try stanzas(field)
    guard !stanzas.isEmpty else { throw problem(.missing, field) }
    return stanzas
  }

  func neededTexts(_ field: String) throws(ContentProblem) -> [String] {
    let texts = try texts(field)
    guard !texts.isEmpty else { throw problem(.missing, field) }
    return texts
  }

  func neededNumber(_ field: String, in range: ClosedRange<Int>) throws(ContentProblem) -> Int {
    guard let number = try number(field, in: range) else { throw problem(.missing, field) }
    return number
  }

  /// A list of whole numbers; empty where the field is not there.
  func numbers(_ field: String, in range: ClosedRange<Int>) throws(ContentProblem) -> [Int] {
    let texts = try texts(field)
    let numbers = texts.compactMap { Int($0) }.filter(range.contains)
    guard numbers.count == texts.count else { throw problem(.oddValue, field) }
    return numbers
  }

  /// A map of names and words.
  func options(_ field: String) throws(ContentProblem) -> [Step.Option] {
    let map = try neededMap(field)
    var options: [Step.Option] = []
    for name in map.names {
      guard Self.isName(name) else { throw map.problem(.oddValue, name) }
      options.append(Step.Option(name, try map.neededText(name)))
    }
    guard !options.isEmpty else { throw problem(.missing, field) }
    return options
  }

  /// Every `{gap}` of a text is the name of a step that was asked before and has an answer in words, or a place for support
  /// lines. The answers it names are among those of the step.
  func refuseOddGaps(in field: String, _ text: String?, _ steps: [Step]) throws(ContentProblem) {
    guard let text else { return }
    let names = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != "}" } }
    for name in names where !Practice.supportGaps.contains(String(name)) {
      let gap = PracticeGap(name)
      let step = steps.first { $0.fillsGap && $0.id == gap.step }
      let answers = Set(step?.options.map(\.id) ?? [])
      guard step != nil, answers.isSuperset(of: gap.answers) else { throw unknownName("{\(name)}", field) }
    }
  }

  /// A field speaks of something that is not there.
  func unknownName(_ name: String, _ field: String) -> ContentProblem {
    ContentProblem(file: file, line: line(of: field), what: .unknownName, field: field, value: name)
  }

  private static func isName(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "/") }
  }
}

extension Step {
  /// Whether its answer can stand in the words of a later step.
  fileprivate var fillsGap: Bool {
    switch kind {
    case .scale, .choice, .ticks, .items, .text, .person, .timer: true
    case .card, .date, .compose, .followUp: false
    }
  }
}

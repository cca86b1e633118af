extension Query {
  /// The arguments of a command as one search. A shell has taken the quotes of `from:"last week"`: they come back.
  ///
  /// - Parameter isName: whether somebody is called so.
  package static func joining(
    _ arguments: [String], dates: DateLanguage, moods: MoodScale, isName: (String) -> Bool = { _ in false }
  ) -> String {
    arguments.map { argument in
      let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[1].contains(where: \.isWhitespace), let key = Key(rawValue: parts[0].lowercased()),
        key.holds(parts[1], dates, moods) || (key == .with && isName(parts[1]))
      else { return argument }
      return key.term(quoting: parts[1])
    }.joined(separator: " ")
  }
}

extension Query.Key {
  /// Whether a value of several words is plainly one of its values.
  func holds(_ value: String, _ dates: DateLanguage, _ moods: MoodScale) -> Bool {
    switch self {
    case .mood: moods.mood(value) != nil
    case .from, .to, .on: (try? dates.span(value)) != nil
    case .tag, .with, .prompt, .starred: false
    }
  }

  /// `on:2026-03`, and in quotes what would not be one term without them.
  package func term(_ value: String) -> String {
    let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    return isPlain ? "\(rawValue):\(value)" : term(quoting: value)
  }

  /// `from:"last week"`; in other marks where the value holds that one.
  package func term(quoting value: String) -> String {
    let marks: [(open: Character, close: Character)] = [("\"", "\""), ("«", "»"), ("»", "«")]
    let (open, close) = marks.first { !value.contains($0.close) } ?? marks[0]
    return "\(rawValue):\(open)\(value)\(close)"
  }
}

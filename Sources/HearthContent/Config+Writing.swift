extension Config {
  /// The text of a config with another country in it, and nothing else changed: comments, order, blank lines and line
  /// ends stay.
  ///
  /// Nil where that cannot be done with certainty, as in a text that cannot be read; then the person has to write
  /// `country: GB` themselves.
  package static func setting(country: String, in text: String) -> String? {
    let before = reading(text, named: "")
    let changed = lineOfCountry(in: text).map { replacing(country, at: $0, in: text) } ?? adding(country, to: text)
    let after = reading(changed, named: "")
    var wanted = before.config
    wanted.country = country
    let problems = before.problems.filter { $0.field != "country" }
    return after.config == wanted && after.problems.map(\.field) == problems.map(\.field) ? changed : nil
  }

  /// The line, without its end, on which the setting stands.
  private static func lineOfCountry(in text: String) -> Range<String.Index>? {
    text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
      .first { line in
        ["country", "\"country\"", "'country'"].contains { key in
          line.hasPrefix(key) && line.dropFirst(key.count).drop { $0 == " " }.first == ":"
        }
      }
      .map { $0.startIndex..<$0.endIndex }
  }

  /// A comment after the value stays.
  private static func replacing(_ country: String, at line: Range<String.Index>, in text: String) -> String {
    let comment = text[line].firstRange(of: " #").map { text[$0.lowerBound..<line.upperBound] } ?? ""
    return text[..<line.lowerBound] + "country: \(country)\(comment)" + text[line.upperBound...]
  }

  private static func adding(_ country: String, to text: String) -> String {
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    let isOpen = text.last.map { !$0.isNewline } ?? false
    return text + (isOpen ? end : "") + "country: \(country)" + end
  }
}

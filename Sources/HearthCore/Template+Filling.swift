extension Template {
  /// The text with its gaps filled: `{{date}}`, `{{time}}`, `{{weekday}}`, `{{day}}` (ISO 8601) and `{{question}}`, in
  /// any case, with or without blanks inside the braces. Other gaps stay as they are; what is filled in is not looked at
  /// again.
  ///
  /// - Parameters:
  ///   - question: the day's; where there is none its gap is closed.
  ///   - weekday: the name of `day`'s weekday.
  ///   - date: `day` in words.
  ///   - time: what the clock shows, as the person writes it.
  package func filled(day: Day, question: String?, weekday: String, date: String, time: String) -> String {
    let fillings = [
      "date": date, "time": time, "weekday": weekday, "day": day.description, "question": question ?? "",
    ]
    var filled = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      rest = rest[brace...]
      if let gap = Gap(rest), let filling = fillings[gap.name] {
        filled += filling
        rest = rest.dropFirst(gap.length)
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled + rest
  }

  /// `{{ name }}`
  private struct Gap {
    /// In lower case.
    let name: String
    /// Characters, with the braces.
    let length: Int

    /// Nil where the text does not begin with one.
    init?(_ text: Substring) {
      guard text.hasPrefix("{{") else { return nil }
      let inner = text.dropFirst(2).drop { $0 == " " }
      let letters = inner.prefix(while: \.isLetter)
      let end = inner[letters.endIndex...].drop { $0 == " " }
      guard end.hasPrefix("}}") else { return nil }
      name = letters.lowercased()
      length = text.count - end.count + 2
    }
  }
}

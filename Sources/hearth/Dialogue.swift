import HearthContent
import HearthCore

/// Plain questions on standard error, each answered by one line of standard input.
struct Dialogue {
  let words: Words

  /// Asks until the answer can be used.
  /// - Returns: nil for an empty line, or where nobody answers any more.
  func ask<Answer>(_ question: String, _ read: (String) -> Answer?) throws -> Answer? {
    while true {
      Output.ask(question + " ")
      guard let line = try StandardInput.line(), let typed = line.nilWhenBlank else { return nil }
      if let answer = read(typed) { return answer }
      Output.say(words[.shellNotAnAnswer])
    }
  }

  /// One of a few, by its number or its name.
  func choose<Choice>(_ question: String, _ choices: [(name: String, title: String, choice: Choice)]) throws -> Choice?
  {
    Output.say(question)
    for (number, choice) in choices.enumerated() { Output.say("  \(number + 1)  \(choice.title)") }
    return try ask(">") { typed in
      if let choice = Int(typed).flatMap(choices.at(place:)) { return choice.choice }
      return choices.first { $0.name == typed.lowercased() }?.choice
    }
  }
}

extension String {
  fileprivate var nilWhenBlank: String? {
    let bare = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return bare.isEmpty ? nil : bare
  }
}

import HearthContent
import HearthCore

/// Plain questions on standard error, each answered by one line of standard input.
struct Dialogue {
  let words: Words

  /// Asks until the answer can be used.
  /// - Returns: nil for an empty line, or where nobody answers any more.
  func ask<Answer>(_ question: String, _ read: (String) -> Answer?) -> Answer? {
    while true {
      Output.ask(question + " ")
      guard let line = readLine(), let typed = line.nilWhenBlank else { return nil }
      if let answer = read(typed) { return answer }
      Output.say(words[.shellNotAnAnswer])
    }
  }

  /// One of a few, by its number or its name.
  func choose<Choice>(_ question: String, _ choices: [(name: String, title: String, choice: Choice)]) -> Choice? {
    Output.say(question)
    for (number, choice) in choices.enumerated() { Output.say("  \(number + 1)  \(choice.title)") }
    return ask(">") { typed in
      if let number = Int(typed), let choice = choices[safe: number - 1] { return choice.choice }
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

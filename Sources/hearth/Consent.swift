import ArgumentParser
import Foundation
import HearthContent

/// Whether something larger may be done: said with --yes, or asked for at the terminal.
struct Consent: ParsableArguments {
  @Flag(help: "Do not ask.")
  var yes = false

  /// - Parameters:
  ///   - question: what would be done, with its `n`.
  ///   - refusal: the same for someone who cannot be asked.
  /// - Throws: `UsageError` where there is no terminal to ask at; `GivenUp` where the answer is no.
  func need(_ question: Word, orSay refusal: Word, n: Int, _ shell: Shell) throws {
    try need(question, orSay: refusal, gaps: ["n": shell.words.number(n)], shell)
  }

  func need(_ question: Word, orSay refusal: Word, gaps: [String: String] = [:], _ shell: Shell) throws {
    if yes { return }
    guard StandardInput.isTerminal else { throw UsageError(sentence: shell.words[refusal, gaps]) }
    if !Consent.isGiven(shell.words[question, gaps]) { throw GivenUp() }
  }

  /// Asks somebody who is there.
  static func isGiven(_ question: String) -> Bool {
    Output.ask(question)
    return ["y", "yes"].contains((try? StandardInput.line())?.lowercased())
  }
}

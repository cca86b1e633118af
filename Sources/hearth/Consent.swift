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
  /// - Throws: `Refusal` where there is no terminal to ask at; ExitCode 1 where the answer is no.
  func need(_ question: Word, orSay refusal: Word, n: Int, _ shell: Shell) throws {
    if yes { return }
    let gap = ["n": shell.words.number(n)]
    guard StandardInput.isTerminal else { throw Refusal(sentence: shell.words[refusal, gap]) }
    Output.ask(shell.words[question, gap])
    guard ["y", "yes"].contains(readLine()?.lowercased()) else {
      shell.say(.shellNotDone)
      throw ExitCode(1)
    }
  }
}

import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// A second way into the journal, to be kept on paper.
struct PassphraseRecovery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Make a recovery code, in case you forget the passphrase.",
    discussion: """
        hearth passphrase recovery
        hearth passphrase recovery --remove

      The code is shown once, in seven groups; you are asked for two of them before it counts. It opens the journal \
      wherever the passphrase does, even after you change the passphrase. A new code replaces the earlier one.
      """)

  @OptionGroup var journal: JournalOptions
  @OptionGroup var consent: Consent

  @Flag(help: "Remove the code.")
  var remove = false

  func run() throws {
    let shell = try journal.shell()
    if !remove && !QuietTerminal.isThere { throw UsageError(sentence: shell.words[.shellPassphraseCodeUnasked]) }
    try shell.withJournal { vault, shell in
      guard vault.isSealed else { throw UsageError(sentence: shell.words[.shellPassphraseNone]) }
      if remove && !vault.hasRecovery { throw UsageError(sentence: shell.words[.shellPassphraseNoCode]) }
      if remove { try consent.need(.shellPassphraseCodeRemove, orSay: .shellPassphraseCodeRemoveUnasked, shell) }
      try vault.setRecovery(remove ? nil : written(replacing: vault.hasRecovery, shell))
      shell.say(remove ? .shellPassphraseCodeRemoved : .shellPassphraseCodeKept)
    }
  }

  /// A new code, once it was written down. Whoever stops before that may have it on paper all the same.
  ///
  /// - Parameter hasOther: there is one that opens the journal until this one counts.
  private func written(replacing hasOther: Bool, _ shell: Shell) throws -> RecoveryCode {
    let code = RecoveryCode.random()
    let dropped = shell.words[hasOther ? .recoveryDroppedAnother : .recoveryDropped]
    do { try ask(back: code, orSay: dropped, shell) } catch let end as GivenUp {
      Output.say(dropped)
      throw end
    }
    return code
  }

  /// - Parameter dropped: what a signal leaves on the terminal.
  private func ask(back code: RecoveryCode, orSay dropped: String, _ shell: Shell) throws {
    try QuietTerminal.listening(aside: true, ifBroken: dropped) { terminal in
      terminal.say(shell.words[.shellPassphraseCode, ["code": code.groups.joined(separator: "  ")]])
      guard terminal.openLine(after: shell.words[.shellPassphraseCodeWritten]) != nil else { throw GivenUp() }
      terminal.turnPage()
      for place in code.groups.indices.shuffled().prefix(2).sorted() { try expect(place, of: code, terminal, shell) }
    }
  }

  private func expect(_ place: Int, of code: RecoveryCode, _ terminal: QuietTerminal, _ shell: Shell) throws {
    let prompt = shell.words[.shellPassphraseCodeGroup, ["n": String(place + 1)]]
    for _ in 1...3 {
      guard let typed = terminal.openLine(after: prompt), !typed.isEmpty else { throw GivenUp() }
      if code.matches(typed, group: place) { return }
      terminal.say(shell.words[.shellPassphraseCodeDiffers])
    }
    throw GivenUp()
  }
}

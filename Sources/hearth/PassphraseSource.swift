import Foundation
import HearthContent
import HearthCore

/// Where a passphrase comes from. Never an argument and never a variable: others could read both.
enum PassphraseSource: Equatable, Sendable {
  /// The first line of an open file: `--passphrase-fd`.
  case file(CInt)
  case command(PassphraseCommand)
  /// Whoever sits at the terminal.
  case terminal

  /// The first of them that there is; nil where nobody can be asked either.
  init?(file: CInt?) {
    if let file {
      self = .file(file)
    } else if let command = PassphraseCommand() {
      self = .command(command)
    } else if QuietTerminal.isThere {
      self = .terminal
    } else {
      return nil
    }
  }
}

/// A passphrase that nobody typed is another one.
struct HandedKeyWrong: Error {
  let sentence: String
}

extension Shell {
  /// Gets a passphrase and opens something with it, at the terminal with a second and a third try.
  ///
  /// - Parameters:
  ///   - prompt: what the terminal asks.
  ///   - attempt: throws `passphraseWrong` where it is another one.
  /// - Throws: `HandedKeyWrong`; `journalSealed`, or `fileSealed` of another file, where nobody can be asked.
  func opening<Result>(_ prompt: Word, _ attempt: (TypedKey) throws -> Result) throws -> Result {
    switch passphrases {
    case nil: throw prompt == .shellPassphraseAsk ? Problem.journalSealed : .fileSealed
    case .file(let file):
      let wrong = words[.shellPassphraseFileWrong, ["number": String(file)]]
      return try opening(saying: .shellPassphraseFromFile, wrong) { try attempt(key(from: file)) }
    case .command(let command):
      let wrong = words[.shellPassphraseCommandWrong]
      return try opening(saying: .shellPassphraseFromCommand, wrong) { try attempt(command.ask()) }
    case .terminal: return try QuietTerminal.listening { try askedOpening(prompt, at: $0, attempt) }
    }
  }

  /// To be called before standard input is read for anything else: the passphrase would be taken for a text or an
  /// answer, and might be shown again.
  ///
  /// - Throws: a `UsageError` where the passphrase was to come from there.
  func expectInputIsFree() throws(UsageError) {
    if passphrases == .file(STDIN_FILENO) { throw UsageError(sentence: words[.shellPassphraseInputTaken]) }
  }

  /// The first line of a file that was open when Hearth began.
  ///
  /// - Throws: a `UsageError` where there is none.
  func key(from file: CInt) throws -> TypedKey {
    let key = try TypedKey(from: file)
    if key.isEmpty { throw UsageError(sentence: words[.shellPassphraseFileEmpty, ["number": String(file)]]) }
    return key
  }

  /// - Parameters:
  ///   - word: printed only when standard error is a terminal.
  ///   - wrong: what is said of another passphrase: whoever was not asked does not know where it came from.
  private func opening<Result>(saying word: Word, _ wrong: String, _ work: () throws -> Result) throws -> Result {
    let result: Result
    do {
      result = try work()
    } catch Problem.passphraseWrong {
      throw HandedKeyWrong(sentence: wrong)
    }
    if isatty(STDERR_FILENO) == 1 { say(word) }
    return result
  }

  /// Waits a little after each mistake, three seconds in all.
  private func askedOpening<Result>(
    _ prompt: Word, at terminal: QuietTerminal, _ attempt: (TypedKey) throws -> Result
  ) throws -> Result {
    for pause in [1, 2] as [UInt32] {
      do {
        return try attempt(answer(to: prompt, at: terminal))
      } catch Problem.passphraseWrong {
        sleep(pause)
        terminal.say(words[.shellPassphraseTryAgain])
      }
    }
    return try attempt(answer(to: prompt, at: terminal))
  }

  /// - Throws: `GivenUp` for an empty line.
  func answer(to prompt: Word, at terminal: QuietTerminal) throws -> TypedKey {
    var line = try terminal.line(after: words[prompt]) ?? []
    let key = TypedKey(wiping: &line)
    if key.isEmpty { throw GivenUp() }
    return key
  }
}

import ArgumentParser
import HearthContent
import HearthCore

/// The last words of a verb that did not get through, and the status it ends with.
enum Ending {
  /// 0 where help was asked for or nobody reads any more, 1 could not, 2 wrong in what was asked or not there.
  static func say(_ error: any Error) -> Int32 {
    if let refused = error as? ReadingRefused { return say(refused.reason, onlyReads: true) }
    return say(error, onlyReads: false)
  }

  private static func say(_ error: any Error, onlyReads: Bool) -> Int32 {
    let words = Words()
    let tell = { (sentence: String) in Output.say(onlyReads ? words.reading(sentence) : sentence) }
    switch error {
    case let problem as Problem where problem == Output.nobodyReads: return 0
    case let problem as Problem where problem == Output.noRoom:
      tell(words[.shellOutputFull])
      return 1
    case let problem as Problem:
      tell(words.sentence(problem))
      if case .nameTaken(let name) = problem { tell(words[.shellPeopleTaken, ["name": name]]) }
      return problem.isInWhatWasAsked ? 2 : 1
    case let refusal as UsageError:
      tell(refusal.sentence)
      return 2
    case let wrong as HandedKeyWrong:
      tell(wrong.sentence)
      return 1
    case is GivenUp:
      tell(words[onlyReads ? .shellNotOpened : .shellNotDone])
      return 1
    case let status as ExitCode: return status.rawValue
    default: return saidByParser(error)
    }
  }

  private static func saidByParser(_ error: any Error) -> Int32 {
    let message = Hearth.fullMessage(for: error)
    guard Hearth.exitCode(for: error).isSuccess else {
      Output.say(message)
      if let count = unknownCount(in: message) { Output.say(Words()[.shellMeansCount, ["n": count]]) }
      return 2
    }
    do {
      try Output.write(message + "\n")
      return 0
    } catch {
      return say(error)
    }
  }

  /// The number of `-5`, by which other programs mean so many.
  private static func unknownCount(in message: String) -> String? {
    guard let option = message.split(separator: "Unknown option '-").dropFirst().first?.prefix(while: { $0 != "'" }),
      !option.isEmpty, option.allSatisfy(\.isNumber)
    else { return nil }
    return String(option)
  }
}

/// Something wrong in what was asked that only the command line knows.
struct UsageError: Error {
  let sentence: String
}

/// Someone who was asked wants nothing of it any more.
struct GivenUp: Error {}

extension Problem {
  /// Whether an id was named that is that of no entry, or not of one alone.
  var namesNoEntry: Bool {
    switch self {
    case .idTooShort, .noSuchEntry, .ambiguousEntry: true
    default: false
    }
  }

  /// Whether asking otherwise would help; else the world refused.
  fileprivate var isInWhatWasAsked: Bool {
    switch self {
    case .textNotUTF8, .textHasNUL, .textEmpty, .idTooShort, .fileMissing, .fileForeign, .fileExists, .placeMissing,
      .dateUnknown, .dateNonexistent, .dateAmbiguous, .importBroken, .countryUnknown, .notATerminal, .terminalUnknown,
      .noSuchPerson, .nameTaken, .nameHasComma, .passphraseUnfit, .noSuchEntry, .ambiguousEntry, .folderMissing,
      .folderOwn:
      true
    case .folderUnwritable, .folderForeign, .placeTaken, .fileUnwritable, .fileLinked, .noJournal, .journalLost,
      .newerJournal, .journalDamaged, .journalPartDamaged, .keysDamaged, .backupDamaged, .linkRefused, .journalSealed,
      .fileSealed, .keysUncertain, .halfErased, .passphraseWrong, .passphraseCommandFailed, .interrupted, .memoryShort,
      .journalHeld, .journalClosed, .diskFull, .folderFull, .systemRefused, .configBroken, .configUnsafe:
      false
    }
  }
}

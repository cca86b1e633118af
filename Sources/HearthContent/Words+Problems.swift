import HearthCore

extension Words {
  /// What happened, whether the words are safe, what to do next.
  package func sentence(_ problem: Problem) -> String {
    switch problem {
    case .folderMissing(let folder): self[.problemFolderMissing, ["folder": folder]]
    case .folderUnwritable(let folder): self[.problemFolderUnwritable, ["folder": folder]]
    case .folderForeign(let folder): self[.problemFolderForeign, ["folder": folder]]
    case .folderOwn(let folder): self[.problemFolderOwn, ["folder": folder]]
    case .noJournal(let folder): self[.problemNoJournal, ["folder": folder]]
    case .journalLost(let folder, let backups):
      self[.problemJournalLost, ["folder": folder, "n": number(backups)]]
    case .newerJournal(let folder): self[.problemNewerJournal, ["folder": folder]]
    case .journalDamaged(let folder): self[.problemJournalDamaged, ["folder": folder]]
    case .journalPartDamaged(let folder): self[.problemJournalPartDamaged, ["folder": folder]]
    case .keysDamaged(let folder): self[.problemKeysDamaged, ["folder": folder]]
    case .backupDamaged(let file): self[.problemBackupDamaged, ["file": file]]
    case .linkRefused(let place): self[.problemLinkRefused, ["place": place]]
    case .placeTaken(let place): self[.problemPlaceTaken, ["place": place]]
    case .fileUnwritable(let file): self[.problemFileUnwritable, ["file": file]]
    case .fileLinked(let file): self[.problemFileLinked, ["file": file]]
    case .passphraseUnfit: self[.problemPassphraseUnfit]
    case .journalSealed: self[.problemJournalSealed]
    case .fileSealed: self[.problemFileSealed]
    case .noSuchPerson(let name): self[.problemNoSuchPerson, ["name": name]]
    case .nameTaken(let name): self[.problemNameTaken, ["name": name]]
    case .nameHasComma(let name): self[.problemNameHasComma, ["name": name]]
    case .passphraseWrong: self[.problemPassphraseWrong]
    case .passphraseCommandFailed(let status): self[.problemPassphraseCommand, ["status": String(status)]]
    case .interrupted: self[.problemInterrupted]
    case .keysUncertain: self[.problemKeysUncertain]
    case .halfErased(let folder): self[.problemHalfErased, ["folder": folder]]
    case .memoryShort: self[.problemMemoryShort]
    case .journalHeld(let process?): self[.problemJournalHeldProcess, ["pid": String(process)]]
    case .journalHeld(nil): self[.problemJournalHeld]
    case .journalClosed: self[.problemJournalClosed]
    case .diskFull: self[.problemDiskFull]
    case .folderFull(let folder): self[.problemFolderFull, ["folder": folder]]
    case .systemRefused(let place, let code):
      self[.problemSystemRefused, ["place": place, "code": String(code)]]
    case .noSuchEntry(let id): self[.problemNoSuchEntry, ["id": id]]
    case .ambiguousEntry(let id, let matches): self[.problemAmbiguousEntry, ["id": id, "n": number(matches)]]
    case .textNotUTF8(let byte): self[.problemTextNotUTF8, ["byte": number(byte)]]
    case .textHasNUL(let byte): self[.problemTextHasNUL, ["byte": number(byte)]]
    case .idTooShort(let id): self[.problemIdTooShort, ["id": id]]
    case .fileMissing(let file): self[.problemFileMissing, ["file": file]]
    case .fileForeign(let file): self[.problemFileForeign, ["file": file]]
    case .fileExists(let file): self[.problemFileExists, ["file": file]]
    case .placeMissing(let file): self[.problemPlaceMissing, ["file": file]]
    case .textEmpty: self[.problemTextEmpty]
    case .dateUnknown(let date): self[.problemDateUnknown, ["date": date]]
    case .dateNonexistent(let date): self[.problemDateNonexistent, ["date": date]]
    case .dateAmbiguous(let date, let first, let second):
      self[.problemDateAmbiguous, ["date": date, "first": first, "second": second]]
    case .configBroken(let file, let line?, let what):
      self[.problemConfigBrokenLine, ["file": file, "line": String(line), "what": what]]
    case .configBroken(let file, nil, let what): self[.problemConfigBroken, ["file": file, "what": what]]
    case .configUnsafe(let file, let country): self[.problemConfigUnsafe, ["file": file, "country": country]]
    case .importBroken(let file, let place, let what):
      self[.problemImportBroken, ["file": file, "where": said(place), "what": said(what)]]
    case .countryUnknown(let country): self[.problemCountryUnknown, ["country": country]]
    case .notATerminal: self[.problemNotATerminal]
    case .terminalUnknown(""): self[.problemTerminalUnnamed]
    case .terminalUnknown(let name): self[.problemTerminalUnknown, ["terminal": name]]
    }
  }

  /// The same where words are at stake that are only on the page.
  package func sentence(unsaved problem: Problem) -> String {
    problem == .diskFull ? self[.problemDiskFullWords] : sentence(problem)
  }

  /// A sentence as a verb says it that only reads: that nothing was changed goes without saying there.
  package func reading(_ sentence: String) -> String {
    sentence.replacing(" " + self[.shellNotDone], with: "")
  }

  /// The same where a day was only asked for: nothing could have been changed.
  package func sentence(asked problem: Problem) -> String {
    switch problem {
    case .dateUnknown(let date): self[.mistakeOddDate, ["date": date]]
    case .dateNonexistent(let date): self[.mistakeNoSuchDate, ["date": date]]
    case .dateAmbiguous(let date, let first, let second):
      self[.mistakeAmbiguousDate, ["date": date, "first": first, "second": second]]
    default: sentence(problem)
    }
  }

  /// What is wrong in a file of the person's own, with file and line.
  package func sentence(_ problem: ContentProblem) -> String { sentence(problem, in: problem.file) }

  /// - Parameter file: what it is called here.
  private func sentence(_ problem: ContentProblem, in file: String) -> String {
    let place = ["file": file, "line": String(problem.line ?? 0), "what": what(problem)]
    return self[problem.line == nil ? .contentPlaceFile : .contentPlace, place]
  }

  /// The same of one or several, short enough for a glance: files without the folders of this computer. Nil where there are none.
  package func sentence(_ problems: [ContentProblem]) -> String? {
    guard let first = problems.first else { return nil }
    let name = { (problem: ContentProblem) in
      problem.file.hasPrefix("/") ? problem.file.split(separator: "/").last.map(String.init) ?? "" : problem.file
    }
    guard problems.count > 1 else { return sentence(first, in: name(first)) }
    let all = problems.map { problem in
      let place = ["file": name(problem), "line": String(problem.line ?? 0), "what": problem.field ?? ""]
      return self[problem.line == nil || problem.field == nil ? .contentGlanceFile : .contentGlance, place]
    }
    return self[.contentSeveral, ["n": number(problems.count), "all": all.joined(separator: ", ")]]
  }

  private func said(_ place: ImportFault.Place) -> String {
    switch place {
    case .line(let line): self[.importLine, ["n": String(line)]]
    case .entry(let number): self[.importEntry, ["n": String(number)]]
    case .member(let name): name
    }
  }

  private func said(_ fault: ImportFault) -> String {
    switch fault {
    case .nameTwice(let name), .missing(let name), .outOfRange(let name), .unknown(let name), .odd(let name, _):
      self[fault.word, ["name": name]]
    case .signMissing(let sign), .oddBackslash(let sign): self[fault.word, ["sign": String(sign)]]
    case .schemaLater(let number), .idTaken(let number): self[fault.word, ["n": String(number)]]
    default: self[fault.word]
    }
  }

  private func what(_ problem: ContentProblem) -> String {
    let field = problem.field ?? ""
    let choices = listed(problem.choices)
    let gaps = [
      "field": field, "id": field, "value": problem.value ?? "", "choices": choices,
      "one": problem.choices.first ?? "", "other": problem.choices.last ?? "",
    ]
    switch problem.what {
    case .oddSetting:
      let found = self[problem.value == nil ? .contentOddSetting : .contentOddSettingValue, gaps]
      let hint: Word? = choices.isEmpty ? Self.hints[field] : .contentTakes
      return hint.map { found + " " + self[$0, gaps] } ?? found
    case .unknownField where !choices.isEmpty: return self[.contentUnknownSetting, gaps]
    case let what: return self[what.word, gaps]
    }
  }

  private static let hints: [String: Word] = [
    "country": .contentTakesCountry, "journal": .contentTakesJournal, "keys": .contentTakesKeys,
  ]

  /// `on, off or both`
  private func listed(_ choices: [String]) -> String {
    guard let last = choices.last, choices.count > 1 else { return choices.first ?? "" }
    return self[.contentOr, ["most": choices.dropLast().joined(separator: ", "), "last": last]]
  }
}

import HearthCore

extension Words {
  /// What happened, whether the words are safe, what to do next.
  package func sentence(_ problem: Problem) -> String {
    switch problem {
    case .folderMissing(let folder): self[.problemFolderMissing, ["folder": folder]]
    case .folderUnwritable(let folder): self[.problemFolderUnwritable, ["folder": folder]]
    case .folderForeign(let folder): self[.problemFolderForeign, ["folder": folder]]
    case .newerJournal(let folder): self[.problemNewerJournal, ["folder": folder]]
    case .journalDamaged(let folder): self[.problemJournalDamaged, ["folder": folder]]
    case .journalHeld(let process?): self[.problemJournalHeldProcess, ["pid": String(process)]]
    case .journalHeld(nil): self[.problemJournalHeld]
    case .diskFull: self[.problemDiskFull]
    case .systemRefused(let place, let code):
      self[.problemSystemRefused, ["place": place, "code": String(code)]]
    case .noSuchEntry(let id): self[.problemNoSuchEntry, ["id": id]]
    case .ambiguousEntry(let id, let matches): self[.problemAmbiguousEntry, ["id": id, "n": number(matches)]]
    case .textNotUTF8(let byte): self[.problemTextNotUTF8, ["byte": number(byte)]]
    case .textHasNUL(let byte): self[.problemTextHasNUL, ["byte": number(byte)]]
    case .idTooShort(let id): self[.problemIdTooShort, ["id": id]]
    case .fileMissing(let file): self[.problemFileMissing, ["file": file]]
    case .fileExists(let file): self[.problemFileExists, ["file": file]]
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
      self[.problemImportBroken, ["file": file, "where": place, "what": what]]
    case .countryUnknown(let country): self[.problemCountryUnknown, ["country": country]]
    case .notATerminal: self[.problemNotATerminal]
    case .terminalUnknown(""): self[.problemTerminalUnnamed]
    case .terminalUnknown(let name): self[.problemTerminalUnknown, ["terminal": name]]
    }
  }

  /// What is wrong in a file of the person's own, with file and line.
  package func sentence(_ problem: ContentProblem) -> String {
    let what = self[problem.what.word, ["field": problem.field ?? "", "id": problem.field ?? ""]]
    let place = ["file": problem.file, "line": String(problem.line ?? 0), "what": what]
    return self[problem.line == nil ? .contentPlaceFile : .contentPlace, place]
  }
}

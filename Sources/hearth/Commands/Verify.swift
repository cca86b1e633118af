import ArgumentParser
import Glibc
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Looks the whole journal over.
struct Verify: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that the journal is whole.",
    discussion: """
        hearth verify
        hearth verify --format json

      It reads every page, the search, notes that wait and backups, and changes none of your words; like every \
      command it may tidy what is around them: the log of the last changes, the second copy of the key, the form of an \
      earlier Hearth, files that stood open to others. It also checks whether this machine keeps to \
      itself what is in memory while the journal is open. If something is wrong it says what to do next, and the exit \
      status is 1.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: "How to show it.")
  var format = OutputFormat.text

  func run() throws {
    let shell = try journal.shell()
    let look = try look(shell)
    let (findings, backups) = (look.findings, look.backups)
    try tell(findings, shell.words)
    let broken = findings.filter { !$0.isFine && $0.subject == .backups }.flatMap {
      $0.detail.text.split(separator: " ")
    }
    let whole = backups.filter { !broken.contains($0.name[...]) }
    let steps = nextSteps(findings, hasBackup: whole.contains { !$0.isSetAside })
    // Of a damaged journal no backup can be made.
    let notes = findings.filter {
      $0.state == .note && !(steps.contains(.checkNextDatabaseAlone) && $0.subject == .backups)
    }
    for word in notes.compactMap(\.explanation) { shell.say(word) }
    sayNewest(of: whole, shell)
    if let (word, folder) = look.missed { shell.say(word, ["folder": folder]) }
    let aside = backups.filter(\.isSetAside).map(\.name)
    if !aside.isEmpty { shell.say(.shellBackupSetAsideAll, ["names": aside.joined(separator: " ")]) }
    for step in steps { shell.say(step, ["folder": shell.folder.path]) }
    if !findings.allSatisfy(\.isFine) { throw ExitCode(1) }
  }

  private struct Look {
    let findings: [HealthFinding]
    /// Beside the journal.
    let backups: [Backup]
    /// Why nothing was checked in the second folder; nil where one is there, or none is named.
    var missed: (word: Word, folder: String)?
  }

  /// A journal that is too damaged to open is looked at all the same, as far as that goes.
  private func look(_ shell: Shell) throws -> Look {
    do {
      return try shell.withClosedJournal { closed, key in
        do {
          return try look(into: closed.open(key))
        } catch Problem.journalDamaged {
          return Look(findings: try closed.verify(key) + HealthFinding.ofThisMachine(), backups: shell.backupsBeside)
        }
      }
    } catch Problem.keysDamaged(let folder) {
      try tell([.keysDamaged], shell.words)
      sayNewest(of: shell.backupsBeside, shell)
      throw Problem.keysDamaged(folder)
    }
  }

  private func look(into vault: Vault) throws -> Look {
    defer { vault.close() }
    let findings = try vault.whileInterruptible { goingOn in
      try vault.verify(goingOn: goingOn) + [try vault.verifySecondFolder()].compactMap(\.self)
    }
    // Of the machine while the journal is open and its key is in memory.
    return Look(
      findings: findings + HealthFinding.ofThisMachine(), backups: (try? vault.backups()) ?? [],
      missed: try vault.secondFolderTrouble)
  }

  private func sayNewest(of backups: [Backup], _ shell: Shell) {
    guard let day = backups.first(where: { !$0.isSetAside })?.day else { return }
    shell.say(.checkNewestBackup, ["day": shell.words.dayInWords(day, today: shell.today(dayEnd: .midnight))])
  }

  private func tell(_ findings: [HealthFinding], _ words: Words) throws {
    try Output.write(format == .json ? json(findings) : table(findings, words))
  }

  /// What to do where there is trouble, each once.
  private func nextSteps(_ findings: [HealthFinding], hasBackup: Bool) -> [Word] {
    let steps = Set(findings.compactMap(\.nextStep)).sorted { $0.rawValue < $1.rawValue }
    return hasBackup ? steps : steps.map { $0 == .checkNextDatabase ? .checkNextDatabaseAlone : $0 }
  }

  /// `the search knows every entry (1,204)  fine`
  private func table(_ findings: [HealthFinding], _ words: Words) -> String {
    TextTable(
      findings.map { finding in
        let what = words[finding.subject.word(of: finding.count), ["n": words.number(finding.count)]]
        return [what, words[finding.state.word], words.told(finding.detail)]
      }
    ).text
  }

  private func json(_ findings: [HealthFinding]) -> String {
    JSONText.document([
      (
        "findings",
        JSONText.objects(
          findings.map { finding in
            [
              ("what", JSONText.quoted(finding.subject.rawValue)), ("fine", .truth(finding.isFine)),
              ("state", JSONText.quoted(finding.state.rawValue)), ("count", .number(finding.count)),
              ("detail", JSONText.quoted(finding.detail.text)),
            ]
          })
      )
    ])
  }
}

extension Words {
  /// For the line of a table: which journal is damaged is known there.
  fileprivate func told(_ detail: HealthFinding.Detail) -> String {
    switch detail {
    case .text(let text): text
    case .unreadable(let pages):
      self[.checkPagesUnreadable, ["pages": pages.map(String.init).joined(separator: " ")]]
    case .refused(.journalDamaged): self[.checkUnreadable]
    case .refused(let problem): reading(sentence(problem))
    }
  }
}

extension HealthFinding.State {
  fileprivate var word: Word {
    switch self {
    case .fine: .checkFine
    case .note: .checkNote
    case .trouble: .checkTrouble
    }
  }
}

extension HealthFinding {
  /// Of what is worth knowing and no fault.
  fileprivate var explanation: Word? {
    subject == .backups && detail != .text("") ? .checkNoteBackups : subject.explanation
  }

  /// What to do where there is trouble; nil where the line itself says so.
  fileprivate var nextStep: Word? {
    if isFine { return nil }
    switch detail {
    case .refused(.journalDamaged), .text, .unreadable: return subject.nextStep
    case .refused: return nil
    }
  }
}

extension HealthFinding.Subject {
  fileprivate func word(of count: Int) -> Word {
    switch self {
    case .files: .checkFiles
    case .header: .checkHeader
    case .log: count == 1 ? .checkLogOne : .checkLogMany
    case .schema: .checkSchema
    case .database: .checkDatabase
    case .links: .checkLinks
    case .index: count == 1 ? .checkIndexOne : .checkIndexMany
    case .counts: .checkCounts
    case .notes: .checkNotes
    case .backups: .checkBackups
    case .memory: .checkMemory
    case .core: .checkCore
    case .swap: .checkSwap
    }
  }

  /// Of what is worth knowing and no fault.
  fileprivate var explanation: Word? {
    switch self {
    case .files: .checkNoteFiles
    case .header: .checkNoteHeader
    case .log: .checkNoteLog
    case .backups: .shellBackupNone
    case .swap: .checkNoteSwap
    case .schema, .database, .links, .index, .counts, .notes, .memory, .core: nil
    }
  }

  /// What to do where there is trouble.
  fileprivate var nextStep: Word {
    switch self {
    case .files: .checkNextFiles
    case .header: .checkNextHeader
    case .log, .schema, .database, .links, .index, .counts: .checkNextDatabase
    case .notes: .checkNextNotes
    case .backups: .checkNextBackups
    case .memory: .checkNextMemory
    case .core, .swap: .checkNextCore
    }
  }
}

extension Shell {
  fileprivate var backupsBeside: [Backup] { (try? backupFolder()?.backups()) ?? [] }
}

extension Vault {
  /// Why nothing was checked in the second folder; nil where one is there, or none is named.
  fileprivate var secondFolderTrouble: (word: Word, folder: String)? {
    get throws(Problem) {
      guard let path = try secondFolderPath else { return nil }
      do throws(Problem) { _ = try secondPlace(at: path) } catch {
        if case .folderMissing = error { return (.checkSecondFolder, path) }
        return (.checkSecondFolderOdd, path)
      }
      return access(path, W_OK) == 0 ? nil : (.checkSecondFolderOdd, path)
    }
  }

  /// How it is with what lies in the second folder; nil where none is named, none is there today, or nothing is in it.
  fileprivate func verifySecondFolder() throws(Problem) -> HealthFinding? {
    guard let (place, path) = try secondFolder, try !backups(in: place).isEmpty else { return nil }
    return try verifyBackups(in: place, at: path)
  }
}

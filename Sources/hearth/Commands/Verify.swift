import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// Looks the whole journal over.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that the journal is whole.",
    discussion: """
      Reads all of it and changes nothing. The exit status is 1 when something is not as it was written.
      """)

  @OptionGroup var journal: JournalOptions

  func run() throws {
    let shell = try journal.shell()
    let findings = try shell.withJournal { try $0.verify() }
    for finding in findings { try Output.write(shell.words.line(finding) + "\n") }
    if findings.contains(where: { !$0.isFine }) { throw ExitCode(1) }
  }
}

extension Words {
  /// `fine      the search index (1,204)`
  fileprivate func line(_ finding: Finding) -> String {
    let what = self[finding.subject.word, ["n": number(finding.count)]]
    return self[finding.isFine ? .checkFine : .checkTrouble, ["what": what, "detail": finding.detail]]
  }
}

extension Finding.Subject {
  fileprivate var word: Word {
    switch self {
    case .files: .checkFiles
    case .schema: .checkSchema
    case .database: .checkDatabase
    case .links: .checkLinks
    case .index: .checkIndex
    case .counts: .checkCounts
    case .notes: .checkNotes
    }
  }
}

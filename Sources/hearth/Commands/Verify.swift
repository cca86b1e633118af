import ArgumentParser
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// Looks the whole journal over.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that the journal is whole.",
    discussion: """
        hearth verify
        hearth verify --format json

      Reads all of it and changes nothing. The exit status is 1 when something is not as it was written.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var journal: JournalOptions

  @Option(help: "In which form.")
  var format = Form.text

  func run() throws {
    let shell = try journal.shell()
    let findings = try shell.withJournal { try $0.verify() }
    try Output.write(format == .json ? json(findings) : table(findings, shell.words))
    if findings.contains(where: { !$0.isFine }) { throw ExitCode(1) }
  }

  /// `the search knows every entry (1,204)  fine`
  private func table(_ findings: [Finding], _ words: Words) -> String {
    TextTable(
      findings.map { finding in
        let what = words[finding.subject.word, ["n": words.number(finding.count)]]
        return [what, words[finding.isFine ? .checkFine : .checkTrouble], finding.detail]
      }
    ).text
  }

  private func json(_ findings: [Finding]) -> String {
    JSONText.document([
      (
        "findings",
        JSONText.objects(
          findings.map { finding in
            [
              ("what", JSONText.quoted(finding.subject.rawValue)), ("fine", "\(finding.isFine)"),
              ("count", "\(finding.count)"), ("detail", JSONText.quoted(finding.detail)),
            ]
          })
      )
    ])
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

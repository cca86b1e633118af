import ArgumentParser
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// What may be said of the chosen questions, in the shell.
struct PatternsVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Say what tends to go together in your days, and how sure that is.",
    discussion: """
        hearth patterns
        hearth patterns --format json      every number behind every sentence
        hearth patterns --body-days leave-out

      You choose the questions in the full screen: room 5, Patterns. A pattern is named only after three weekly looks \
      in a row agree; running this is a look.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: "How to show it.")
  var format = OutputFormat.text

  enum BodyDays: String, CaseIterable, ExpressibleByArgument {
    case count
    case leaveOut = "leave-out"
  }

  @Option(help: "From now on, count days marked as ill, in pain or hormonal, or leave them out.")
  var bodyDays: BodyDays?

  var onlyReads: Bool { bodyDays == nil }

  func run() throws {
    let shell = try journal.shell()
    let content = shell.shelf
    try shell.withJournal { vault, shell in
      let today = shell.today(dayEnd: try vault.dayEnd)
      if let bodyDays { try vault.leaveOutBodyDays(bodyDays == .leaveOut) }
      let board = try vault.board(try vault.patternQuestions, on: today, from: content)
      let voice = ChartVoice(shell.words, measures: content.charted, askedBy: content.askedBy)
      switch format {
      case .text: try Output.write(Legible.text(Self.text(board, voice)))
      case .json: try Output.write(Self.json(board, voice))
      }
    }
  }

  private static func text(_ board: PatternBoard, _ voice: ChartVoice) -> String {
    let chart = Chart.builtIn(.patterns)
    let findings = board.findings.flatMap {
      [voice.name(of: $0.question)] + voice.sentences($0).map { "  \($0)" } + [""]
    }
    let body = findings.isEmpty ? [voice.words[.shellPatternIntro], ""] : findings
    let left = voice.bodyDays(board).map { [$0] } ?? []
    return (body + left + [voice.rule(chart), voice.words[.patternWrong]]).joined(separator: "\n") + "\n"
  }

  private static func json(_ board: PatternBoard, _ voice: ChartVoice) -> String {
    let rows = board.findings.flatMap { finding in
      [("same day", finding.sameDay), ("x then y", finding.forth), ("y then x", finding.back)].map {
        direction, statement in
        [
          ("x", JSONText.quoted(finding.question.x)), ("y", JSONText.quoted(finding.question.y)),
          ("direction", JSONText.quoted(direction)), ("level", JSONText.quoted(String(describing: statement.level))),
        ] + numbers(statement)
      }
    }
    return JSONText.document([
      ("from", JSONText.quoted(board.days.lowerBound.description)),
      ("to", JSONText.quoted(board.days.upperBound.description)), ("bodyDays", .number(board.bodyDays)),
      ("leavesOutBodyDays", .truth(board.leavesOutBodyDays)), ("patterns", JSONText.objects(rows)),
    ])
  }

  private static func numbers(_ statement: PatternBoard.Statement) -> JSONText.Members {
    let found = statement.found
    return [
      ("days", .number(found.days)), ("pairs", .number(found.pairs)), ("coverage", .number(statement.coverage)),
      ("rho", number(found.rho)), ("low", number(found.interval?.lowerBound)),
      ("high", number(found.interval?.upperBound)), ("effectivePairs", .number(found.effectivePairs)),
      ("p", number(found.p)), ("shiftP", number(found.shiftP)), ("shifts", .number(found.shifts)),
      ("sameInBothHalves", .truth(found.isSteady)), ("varied", .truth(found.isVaried)),
    ]
  }

  private static func number(_ value: Double?) -> JSONText { value.map(JSONText.number) ?? .null }
}

import ArgumentParser
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// A question to write about, in the shell.
struct PromptVerb: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "Show a question to write about.",
    discussion: """
        hearth prompt                         the question of the day, as on Today
        hearth prompt --about grief           the one about it you saw longest ago
        hearth prompt --list                  all of them, with their ids
        echo 'On the stairs.' | hearth add --prompt ID

      A question chosen with --about becomes the question of the day.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: "What it is about, such as friendship, solitude or grief.")
  var about: NameArgument?

  @Flag(help: "List them all, or all about one thing.")
  var list = false

  @Option(help: "How to show it.")
  var format = OutputFormat.text

  func run() throws {
    let shell = try journal.shell()
    let shelf = shell.shelf
    let known = shelf.prompts.flatMap(\.categories).uniqued().sorted()
    let about = about?.text
    if let about, !known.contains(about) {
      throw ValidationError("--about \(about): use one of \(known.joined(separator: ", ")).")
    }
    try shell.withJournalOrNone { vault, shell in
      var shelf = shelf
      shelf.speaksPlainly = try vault.speaksPlainly
      let asked = try vault.asked(shelf.prompts).filter { one in about.map(one.prompt.categories.contains) ?? true }
      if list { return try write(asked.map(\.prompt), shell) }
      let day = shell.today(dayEnd: try vault.dayEnd)
      guard let prompt = try question(for: day, among: asked, in: vault, shelf) else {
        shell.say(.noticeNoMoreQuestions)
        throw ExitCode(1)
      }
      if format == .text, let note = prompt.note { Output.say(note) }
      try write([prompt], shell)
      if format == .text { shell.say(.shellPromptAnswer, ["id": prompt.id]) }
    }
  }

  private func question(
    for day: Day, among asked: [AskedQuestion], in vault: Vault, _ shelf: Shelf
  ) throws -> Prompt? {
    guard about != nil else {
      let settings = vault.settingsOrUsual { UInt64.random(in: .min ... .max) }
      return try vault.question(for: day, settings, from: shelf)
    }
    let prompt = asked.filter { !$0.isPutAside }.longestUnseenFirst.first?.prompt
    if let prompt { try vault.noteQuestion(prompt.id, shownOn: day) }
    return prompt
  }

  private func write(_ prompts: [Prompt], _ shell: Shell) throws {
    switch format {
    case .json: try Output.write(JSONText.document([("prompts", JSONText.objects(prompts.map(\.members)))]))
    case .text where list: try Output.write(prompts.map { "\($0.id)\t\($0.text)\n" }.joined())
    case .text: try Output.write(prompts.map { $0.text + "\n" }.joined())
    }
  }
}

extension Prompt {
  /// As JSON: the members of an object.
  fileprivate var members: JSONText.Members {
    [
      ("id", JSONText.quoted(id)), ("text", JSONText.quoted(text)), ("about", JSONText.list(categories)),
      ("depth", .number(depth)), ("minutes", .number(minutes)), ("note", note.map(JSONText.quoted) ?? .null),
    ]
  }
}

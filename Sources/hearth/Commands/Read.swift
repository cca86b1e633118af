import ArgumentParser
import HearthApp
import HearthContent
import HearthCore
import HearthExchange

/// The Library in the shell. It opens no journal and leaves no trace.
struct Read: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a card of the Library.",
    discussion: """
        hearth read                       what there is, by topic
        hearth read solitude              a card by name, or those with that word
        hearth read --format json         all of them, in full

      The exit status is 0 when something was found, 1 when nothing was.
      """)

  @OptionGroup var journal: JournalOptions

  @Argument(help: "The name of a card, or words to look for.")
  var topic: [NameArgument] = []

  @Option(help: "How to show it.")
  var format = OutputFormat.text

  func run() throws {
    let shell = try journal.shellWithoutJournal()
    let library = shell.shelf.library
    let typed = topic.map(\.text).joined(separator: " ")
    let found = library.card(called: typed).map { [$0] } ?? library.search(typed)
    let asksForHelp = shell.words[.findSupport].sharesWord(with: typed) && library.card(called: typed) == nil
    if format == .json { try Output.write(JSONText.document([("cards", JSONText.objects(found.map(\.members)))])) }
    guard !found.isEmpty || asksForHelp else {
      shell.say(.shellNothingFound)
      throw ExitCode(1)
    }
    switch format {
    case .json: break
    case .text where found.count == 1 && !typed.isEmpty && !asksForHelp:
      let page = CardPage(found[0], in: library, words: shell.words)
      try Output.write(page.text(columns: min(Output.columns, 76), saying: \.inShell))
    case .text: try Output.write((asksForHelp ? support(shell.words) : "") + list(found, shell.words))
    }
  }

  /// Who looks for help is shown it before what there is to read.
  private func support(_ words: Words) -> String {
    words[.supportTitle] + "\n  hearth support\t\(words[.signsOfferSupport])\n\n"
  }

  private func list(_ cards: [Card], _ words: Words) -> String {
    let shelves = Card.Topic.allCases.compactMap { topic -> String? in
      let rows = cards.filter { $0.topic == topic }.map { card in
        let evidence = card.evidence.map { "  (\(words[$0.name]))" } ?? ""
        return "  \(card.id)\t\(card.title)\(evidence)\n"
      }
      return rows.isEmpty ? nil : words[topic.name] + "\n" + rows.joined()
    }
    return shelves.joined(separator: "\n")
  }
}

extension Card {
  /// As JSON: the members of an object.
  fileprivate var members: JSONText.Members {
    [
      ("id", JSONText.quoted(id)), ("title", JSONText.quoted(title)), ("topic", JSONText.quoted(topic.rawValue)),
      ("evidence", evidence.map { JSONText.quoted($0.rawValue) } ?? .null),
      ("concepts", .list(concepts.map(JSONText.number))),
      ("links", JSONText.list(links.map(\.text))), ("sources", JSONText.list(sources)),
      ("text", JSONText.quoted(text)),
    ]
  }
}

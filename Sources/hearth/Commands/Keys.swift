import ArgumentParser
import Canvas
import HearthApp
import HearthContent

/// `hearth keys`: the keys of every screen, from the table the screens themselves use.
struct Keys: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Show the keys of every screen.",
    discussion: """
      Each screen shows its keys in its bottom line, and all of them behind ?. This also says what Hearth could not \
      use in config.yaml and in content of your own.

        hearth keys                      with the changes in config.yaml
        hearth keys --format markdown    as in the project's docs/keys.md
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, markdown }

  @Option(help: "How to show them.")
  var format = Form.text

  func run() throws {
    switch format {
    case .text: try tell()
    case .markdown: try Output.write(markdown(KeyBook()))
    }
  }

  /// The keys of the config file, and all that cannot be used of it and of the content beside it.
  ///
  /// - Throws: a `UsageError` where one of them is no key, or would mean two things at once; the keys are the usual ones
  ///   then.
  private func tell() throws {
    let file = ConfigFile(folder: JournalLocation.ofContent.config)
    let (config, problems) = file.read()
    for problem in told(problems, of: file) + (file.hasOwnContent ? file.shelf().problems : []) {
      Output.say(Legible.line(problem.sentence(Words())))
    }
    let keymap: Keymap
    do throws(Keymap.Faults) {
      keymap = try Keymap(config.keys)
    } catch {
      try Output.write(text(KeyBook()))
      let said = error.problems(in: config).map { Legible.line($0.sentence(Words())) }
      throw UsageError(sentence: said.joined(separator: "\n"))
    }
    try Output.write(text(KeyBook(keymap: keymap)))
  }

  /// Where the file speaks of the journal and cannot be read, no other is opened: it does not stay as usual.
  private func told(_ problems: [ContentProblem], of file: ConfigFile) -> [ContentProblem] {
    do throws(ContentProblem) { _ = try file.journal(home: Environment.home) } catch {
      if error.what == .oddJournal { return problems.map { $0.field == "journal" ? error : $0 } }
    }
    return problems
  }

  private func text(_ book: KeyBook) -> String {
    book.pages.map { page in
      let width = page.rows.map { TextWidth.columns(of: $0.keys) }.max() ?? 0
      let labels = page.rows.map { TextWidth.columns(of: $0.label) }.max() ?? 0
      return page.title + "\n"
        + page.rows.map { "  \($0.keys.padded(to: width))  \($0.label.padded(to: labels))  \($0.name)\n" }.joined()
    }.joined(separator: "\n")
  }

  private func markdown(_ book: KeyBook) -> String {
    let pages = book.pages.map { page in
      "## \(page.title)\n\n| key | does | name |\n|---|---|---|\n"
        + page.rows.map { "| `\($0.keys.replacing("|", with: "\\|"))` | \($0.label) | `\($0.name)` |\n" }.joined()
    }
    return "# Keys\n\n<!-- Written by `make keys` from the bindings of the screens. -->\n\n"
      + "\(Words()[.helpAnswering])\n\n\(Words()[.keysInCheck])\n\n"
      + pages.joined(separator: "\n")
  }
}

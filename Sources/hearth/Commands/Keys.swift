import ArgumentParser
import Canvas
import HearthApp
import HearthContent

/// `hearth keys`: the keys of every screen, from the table the screens themselves use.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "The keys of every screen.",
    discussion: """
      The same keys are shown where they work: in the line at the bottom of each screen, and behind ? for all of them.

        hearth keys                      read them here
        hearth keys --format markdown    as the project's docs/keys.md has them
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown }

  @Option(help: "text or markdown.")
  var format = Format.text

  func run() throws {
    let book = KeyBook()
    try Output.write(format == .text ? text(book) : markdown(book))
  }

  private func text(_ book: KeyBook) -> String {
    book.pages.map { page in
      let width = page.rows.map { TextWidth.columns(of: $0.keys) }.max() ?? 0
      return page.title + "\n" + page.rows.map { "  \($0.keys.padded(to: width))  \($0.label)\n" }.joined()
    }.joined(separator: "\n")
  }

  private func markdown(_ book: KeyBook) -> String {
    let pages = book.pages.map { page in
      "## \(page.title)\n\n| key | does |\n|---|---|\n"
        + page.rows.map { "| `\($0.keys.replacing("|", with: "\\|"))` | \($0.label) |\n" }.joined()
    }
    return "# Keys\n\n<!-- Written by `make keys` from the bindings of the screens. -->\n\n"
      + pages.joined(separator: "\n")
  }
}

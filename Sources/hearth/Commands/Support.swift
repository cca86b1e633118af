import ArgumentParser
import HearthApp
import HearthContent
import HearthCore

/// People to call or write to. It opens no journal and leaves no trace.
struct Support: ReadingVerb {
  static let configuration = CommandConfiguration(
    commandName: "support",
    abstract: "Show people to call or write to.",
    discussion: """
        hearth support --country GB
        hearth support

      Without a country it shows the one you chose in Hearth. If you chose none, it lists the countries it has lines \
      for, and directories for all others.
      """)

  @OptionGroup var journal: JournalOptions

  @Option(help: ArgumentHelp("The two letters of a country, such as GB.", valueName: "code"))
  var country: NameArgument?

  func run() throws {
    let shell = try journal.shellWithoutJournal()
    let directory = shell.shelf.support
    let asked = country.map { $0.text.lowercased() == Config.elsewhere ? Config.elsewhere : $0.text.uppercased() }
    if let asked, asked != Config.elsewhere, !directory.offers(asked) { throw Problem.countryUnknown(asked) }
    let chosen = asked ?? shell.config.country
    let offered = chosen.flatMap { directory.offers($0) ? $0 : nil }
    let page = SupportPage(directory, country: offered, columns: min(Output.columns, 100), words: shell.words)
    let named = chosen == Config.elsewhere ? chosen : offered
    try Output.write(intro(named, directory, shell.words) + "\n" + page.text)
  }

  private func intro(_ country: String?, _ directory: SupportDirectory, _ words: Words) -> String {
    if let country { return "\(words.country(country))\n\(words[.supportIntro])\n" }
    let known = words.countries(of: directory).map { "  \($0.code)  \($0.name)\n" }
    return words[.shellSupportCountries] + "\n" + known.joined()
  }
}

import ArgumentParser
import HearthApp
import HearthContent
import HearthCore
import HearthExchange
import HearthStorage

/// People and groups in the shell.
struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "People and groups: who they are, and when you were last in touch.",
    discussion: """
        hearth people                         everybody you added or named
        hearth people show Ana
        hearth people add 'Aunt Mia' --kind family --circle close --also Mia
        hearth people rename Jon Jonathan     both names find your entries

      Your shell may keep these names in its history; Hearth keeps them sealed.
      """,
    subcommands: [
      List.self, ShowPerson.self, AddPerson.self, Rename.self, Merge.self, Rest.self, Remember.self, Met.self,
      Remove.self,
    ],
    defaultSubcommand: List.self)

  struct List: ReadingVerb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List everybody, from A to Z.")

    @OptionGroup var journal: JournalOptions

    @Option(help: "How to show it.")
    var format = OutputFormat.text

    func run() throws {
      let shell = try journal.shell()
      try shell.withJournal { vault, shell in
        let people = try vault.people()
        if format == .json { return try Output.write(JSONText.people(people)) }
        if people.isEmpty { return shell.say(.shellPeopleNone) }
        let today = shell.today(dayEnd: try vault.dayEnd)
        try Output.write(people.map { line($0, shell.words, today) }.joined())
      }
    }

    private func line(_ line: PersonLine, _ words: Words, _ today: Day) -> String {
      let person = line.person
      let marks = [
        person.circle.map { words[$0.name] }, person.isSteady ? words[.peopleSteady] : nil,
        person.isRemembered ? words[.peopleRemembered] : nil, person.isAtRest ? words[.personResting] : nil,
        words.lastContact(line.lastContact, today: today),
      ]
      return Legible.line(([person.name] + marks.compactMap(\.self)).joined(separator: " · ")) + "\n"
    }
  }

  struct ShowPerson: ReadingVerb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show somebody's page.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    @Option(help: "How to show it.")
    var format = OutputFormat.text

    func run() throws {
      let shell = try journal.shell()
      try shell.withJournal { vault, shell in
        let person = try vault.person(named: who.name)
        guard let page = try vault.page(ofPerson: person.id) else { throw Problem.noSuchPerson(who.name) }
        if format == .json {
          let line = PersonLine(page.person, lastContact: page.lastContact, mentions: page.mentions)
          return try Output.write(JSONText.people([line]))
        }
        try Output.write(Legible.text(page.text(shell.words, today: shell.today(dayEnd: try vault.dayEnd))))
      }
    }
  }
}

/// Who is meant.
struct Somebody: ParsableArguments {
  @Argument(help: ArgumentHelp("Their name, or another name of theirs.", valueName: "name"))
  var typed: NameArgument

  var name: String { typed.text }
}

extension JSONText {
  fileprivate static func people(_ people: [PersonLine]) -> String {
    let all = people.map { line in
      line.person.members() + [
        ("lastContact", line.lastContact.map { quoted($0.description) } ?? .null), ("mentions", .number(line.mentions)),
      ]
    }
    return document([("people", objects(all))])
  }
}

extension Person.Circle: ExpressibleByArgument {}
extension Person.Kind: ExpressibleByArgument {}

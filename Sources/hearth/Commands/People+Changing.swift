import ArgumentParser
import HearthContent
import HearthCore
import HearthStorage

/// What changes something about a person.
extension People {
  struct AddPerson: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add somebody, or change what is noted about them.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    @Option(help: "How close you are.")
    var circle: Person.Circle?

    @Option(help: "What they are to you.")
    var kind: Person.Kind?

    @Option(help: ArgumentHelp("Another name of theirs; can be repeated.", valueName: "name"))
    var also: [NameArgument] = []

    @Flag(help: "They are someone you can count on.")
    var steady = false

    func run() throws {
      let shell = try journal.shell()
      let also = try also.map { try PersonName.new($0.text) }
      try shell.withNewJournal { vault, shell in
        let person = try vault.addPerson(who.name, now: shell.clock.now) { person in
          person.circle = circle ?? person.circle
          person.kind = kind ?? person.kind
          person.aliases += also
          if steady { person.traits.insert(.steady) }
        }
        shell.say(.shellPeopleAdded, ["name": person.name])
      }
    }
  }

  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename", abstract: "Rename somebody; your entries keep the old name, and both find them.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    @Argument(help: "The new name.")
    var newName: NameArgument

    func run() throws {
      let shell = try journal.shell()
      try shell.withJournal { vault, shell in
        let (person, name) = (try vault.person(named: who.name), try PersonName.new(newName.text))
        try vault.rename(person.id, to: name, now: shell.clock.now)
        shell.say(.shellPeopleRenamed, ["old": person.name, "name": name])
      }
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Merge two people who turn out to be the same.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    @Argument(help: "The person they turn out to be; this name stays.")
    var into: NameArgument

    func run() throws {
      let shell = try journal.shell()
      try shell.withJournal { vault, shell in
        let (person, other) = (try vault.person(named: who.name), try vault.person(named: into.text))
        guard person.id != other.id else {
          throw UsageError(sentence: shell.words[.shellPeopleSame, ["name": person.name]])
        }
        let left = try vault.merge(person.id, into: other.id, now: shell.clock.now)
        shell.say(.shellPeopleMerged, ["old": person.name, "name": left.name])
      }
    }
  }

  struct Rest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rest", abstract: "Let somebody rest: nothing is suggested about them for now.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    @Flag(help: "Take that back.")
    var end = false

    func run() throws {
      try journal.change(who, saying: end ? .shellPeopleBack : .shellPeopleResting) { $0.isResting = !end }
    }
  }

  struct Remember: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remember", abstract: "Remember somebody who has died: their page stays, and nothing is suggested.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    @Flag(help: "Take that back.")
    var end = false

    func run() throws {
      try journal.change(who, saying: end ? .shellPeopleBack : .shellPeopleRemembered) { $0.isRemembered = !end }
    }
  }

  struct Met: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "met", abstract: "Note that you were in touch today.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody

    func run() throws {
      let shell = try journal.shell()
      try shell.withJournal { vault, shell in
        let person = try vault.person(named: who.name)
        try vault.meet(person.id, on: shell.today(dayEnd: try vault.dayEnd), now: shell.clock.now)
        shell.say(.shellPeopleMet, ["name": person.name])
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete", abstract: "Remove somebody's page; what you wrote stays.")

    @OptionGroup var journal: JournalOptions
    @OptionGroup var who: Somebody
    @OptionGroup var consent: Consent

    func run() throws {
      let shell = try journal.shell()
      try shell.withJournal { vault, shell in
        let person = try vault.person(named: who.name)
        let page = try vault.page(ofPerson: person.id)
        let gaps = [
          "name": person.name, "touchpoints": shell.words.number(page?.rhythms.count ?? 0),
          "answers": shell.words.number(page?.bond.count ?? 0),
        ]
        try consent.need(.shellPeopleDeleteAsk, orSay: .shellPeopleDeleteUnasked, gaps: gaps, shell)
        try vault.deletePerson(person.id, now: shell.clock.now)
        shell.say(.shellPeopleDeleted, ["name": person.name])
      }
    }
  }
}

extension JournalOptions {
  fileprivate func change(_ who: Somebody, saying said: Word, _ change: (inout Person) -> Void) throws {
    let shell = try shell()
    try shell.withJournal { vault, shell in
      var person = try vault.person(named: who.name)
      change(&person)
      try vault.keep(person, now: shell.clock.now)
      shell.say(said, ["name": person.name])
    }
  }
}

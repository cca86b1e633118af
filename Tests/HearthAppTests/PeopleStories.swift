import Canvas
import FoundationEssentials
import HearthContent
import HearthCore
import Testing

@testable import HearthApp

@Suite @MainActor struct PeopleStories {
  private static let today = Context.evening().today
  private static let mia = Person(
    id: Story.id(501), name: "Mia", circle: .close, kind: .family, traits: [.steady, .settling], needs: [.comfort],
    notes: "tea, never coffee")
  private static let jon = Person(id: Story.id(502), name: "Jon", circle: .regular, kind: .friend, needs: [.fun])
  private static let elsa = Person(id: Story.id(503), name: "Elsa", kind: .family, isRemembered: true)

  private static func call(_ number: Int = 601, with person: Person? = mia, daysAgo: Int = 42) -> Rhythm {
    let touchpoint = Touchpoint(
      id: Story.id(number), person: person?.id, title: "Call", kind: .call, hopedDays: 28,
      draft: "Are you up for a walk?", startedOn: today.adding(days: -daysAgo))
    return Rhythm(touchpoint, with: person)
  }

  /// With Mia, the older one first; one with Jon alone, and a distance that was kept from Mia.
  private static let moments = [
    moment(701, .conversation, ["Mia"], daysAgo: 20, minutes: 40, felt: 2, "She laughed about the kettle."),
    moment(702, .hello, ["Mia", "Jon"], daysAgo: 9, felt: 0), moment(703, .shared, ["Jon"], daysAgo: 3),
    moment(704, .distance, ["Mia"], daysAgo: 2, "Did not pick up."),
  ]

  private static func moment(
    _ number: Int, _ kind: Moment.Kind, _ with: [String], daysAgo: Int, minutes: Int? = nil, felt: Int? = nil,
    _ line: String = ""
  ) -> Moment {
    Moment(
      id: Story.id(number), stamp: Stamp(Story.evening.adding(seconds: -86_400 * daysAgo), in: Story.zone),
      day: today.adding(days: -daysAgo), kind: kind, with: with, minutes: minutes, felt: felt, line: line,
      createdAt: Story.evening)
  }

  static func journal() -> MemoryJournal {
    let journal = MemoryJournal(entries: Samples.entries)
    journal.prepare { state in
      state.people = [
        PersonPage(
          mia, lastContact: today.adding(days: -9), mentions: 3, moments: 2, felt: [2, 0], rhythms: [call()],
          bond: [BondAnswer(.trust, 4, on: today.adding(days: -2)), BondAnswer(.trust, 3, on: today.adding(days: -60))]
            .compactMap(\.self)),
        PersonPage(jon), PersonPage(elsa, mentions: 1),
      ]
      state.rhythms = [call()]
      state.moments = moments
    }
    return journal
  }

  private func story(columns: Int = 80, rows: Int = 24) -> Story {
    Story(Self.journal(), size: Size(columns: columns, rows: rows))
  }

  @Test func `a long question is not run together with its answer`() throws {
    let answer = try #require(BondAnswer(.apart, 3, on: Day(number: 20_000)))
    let page = PersonPage(Person(id: Story.id(9), name: "Jon"), bond: [answer])
    let lines = page.lines(Words(), today: Day(number: 20_001), columns: 80).map(\.text)
    #expect(lines.contains { $0.contains(Words()[.bondApart] + " ") })
  }

  @Test func `people stand by circle, with when one was last in touch, and nothing is counted`() {
    let lines = story().play("3").lines
    #expect(lines.contains { $0.contains("▌ Mia  steady") && $0.contains("9 days ago") })
    #expect(lines.contains { $0.contains("Remembered") })
    #expect(!lines.joined().contains("overdue"))
  }

  @Test func `an empty room teaches its first key, and a name is enough`() {
    let story = Story(MemoryJournal(), size: Size(columns: 80, rows: 24)).play("3")
    #expect(story.screen.contains("Press a"))
    #expect(story.play("aAunt Mia<Enter>").journal.kept.people.map(\.person.name) == ["Aunt Mia"])
    #expect(story.screen.contains("No contact is noted yet."))
  }

  @Test func `a page says what is known, and how it is only beside its own past`() {
    let screen = story(rows: 40).play("3<Enter>").screen
    #expect(screen.contains("helps me settle") && screen.contains("tea, never coffee"))
    #expect(screen.contains("Afterwards, newest first: settled, neither."))
    #expect(screen.contains("always · more than on"))
    #expect(screen.contains("It's been 6 weeks; you hoped for about 4 weeks."))
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)])
  func `the last moments with somebody are on their page, newest first, each with its line`(columns: Int, rows: Int) {
    let story = story(columns: columns, rows: rows).play("3<Enter>G")
    let told = story.lines.map(\.trimmed)
    #expect(story.screen.contains("A hello · Mia, Jon") && story.screen.contains("She laughed about the"))
    let days = ["Sun 22 Feb", "Wed 11 Feb"].map { day in told.firstIndex { $0.hasPrefix(day) } }
    #expect(days == days.compactMap(\.self).sorted() && days.count == 2, "\(days)")
    // With nobody else the name of the page is not said again.
    #expect(!story.screen.contains("conversation · Mia"))
    #expect(!story.screen.contains("Did not pick up") && !story.screen.contains("Sat 28 Feb"))
  }

  /// Who is at rest, remembered, flagged; and the way to the page.
  @Test(arguments: [(true, false, false, ""), (false, true, false, "<Down>"), (false, false, true, "")])
  func `of one who rests or is remembered no moments are listed`(
    isResting: Bool, isRemembered: Bool, isFlagged: Bool, way: String
  ) {
    let story = story(rows: 60)
    story.journal.prepare { state in
      var person = state.people[0].person
      (person.isResting, person.isRemembered, person.isFlagged) = (isResting, isRemembered, isFlagged)
      state.people[0] = state.people[0].with(person)
    }
    story.play("3\(way)<Enter>")
    #expect(story.screen.contains("2 moments together.") && !story.screen.contains("kettle"))
    #expect(!story.screen.contains("22 Feb"))
  }

  @Test func `a moment that is noted on the page, taken back or arrives from elsewhere is told there`() {
    let story = story(rows: 60).play("3<Enter>ma<Enter>4")
    #expect(story.runtime.app.top is PersonScreen && story.lines.contains { $0.trimmed.hasPrefix("today  ") })
    story.journal.prepare { $0.moments.removeLast() }
    story.hear(.takenBack(TakenBack(.moment, about: ["Mia"], on: Self.today)))
    #expect(!story.lines.contains { $0.trimmed.hasPrefix("today  ") })
    story.journal.prepare { $0.moments.append(Self.moment(705, .shared, ["Mia"], daysAgo: 0)) }
    story.hear(.answersChanged)
    #expect(story.lines.contains { $0.trimmed.hasPrefix("today  ") })
  }

  @Test func `one who rests is asked nothing and nothing is suggested`() {
    let story = story(rows: 40).play("3<Enter>z")
    #expect(story.journal.kept.people[0].person.isResting)
    #expect(!story.screen.contains("How it is with them") && !story.screen.contains("It's been "))
    #expect(story.play("b").runtime.app.open.count == 1)
  }

  @Test func `in touch today is one key`() {
    #expect(story().play("3<Enter>x").journal.kept.people[0].lastContact == Self.today)
  }

  @Test func `what is typed about somebody is kept as a draft until it is kept where it belongs`() {
    let story = story().play("3<Down><Enter>e<Tab><Tab>1<Tab>2<Tab>Jonny, J").wait(milliseconds: 2000)
    #expect(story.journal.drafts.map { $0.text.hasSuffix("Jonny, J") } == [true])
    story.play("<Esc>")
    #expect(story.journal.kept.people[1].person.aliases == ["Jonny", "J"])
    #expect(story.journal.drafts.isEmpty)
  }

  @Test func `what is typed after the journal could not take it is kept as a draft again`() {
    let story = story().play("3<Down><Enter>e<Tab*4>Jonny")
    story.journal.refuse(with: .diskFull)
    story.play("<Esc>")
    story.journal.refuse(with: nil)
    story.play(", J").wait(milliseconds: 2000)
    #expect(story.journal.drafts.map { $0.text.hasSuffix("Jonny, J") } == [true])
  }

  @Test func `another name that means somebody else is said where it stands, and Esc leaves without that name alone`() {
    let story = story().play("3<Down><Enter>e<Tab><Tab>1<Tab><Tab>Jonny, Mia<Tab>Sundays<Esc>")
    #expect(story.runtime.app.top is FormScreen && story.screen.contains("Mia already means somebody else."))
    #expect(story.screen.contains("Jonny, Mia"))
    let jon = story.play("<Esc>").journal.kept.people[1].person
    #expect(jon.aliases == ["Jonny"] && jon.contexts == "Sundays" && jon.traits == [.steady])
    #expect(story.runtime.app.top is PersonScreen && story.journal.drafts.isEmpty)
  }

  @Test func `such a name can be put right, and is known when it is typed again`() {
    let story = story().play("3<Down><Enter>e<Tab*4>Mia<Esc><Backspace>x<Tab><S-Tab><Backspace>a<Tab>")
    #expect(story.screen.contains("Mia already means somebody else."))
    story.play("<Backspace*3>Jonny<Esc>")
    #expect(story.journal.kept.people[1].person.aliases == ["Jonny"] && story.runtime.app.open.count == 1)
  }

  @Test(arguments: ["", "<Esc>"])
  func `whoever leaves at once over such a name has the rest kept where it belongs, and the names as a draft`(
    way: String
  ) {
    let story = story().play("3<Down><Enter>e<Tab><Tab>1<Tab><Tab>Jonny, Mia<Tab>Sundays" + way)
    story.runtime.keepUnkept()
    story.wait(milliseconds: 0)
    let jon = story.journal.kept.people[1].person
    #expect(jon.contexts == "Sundays" && jon.traits == [.steady] && jon.aliases.isEmpty)
    #expect(story.journal.drafts.map { $0.text.hasSuffix("Jonny, Mia") && !$0.text.contains("Sundays") } == [true])
    // Where the program could not go, the page is as it was.
    #expect(story.screen.contains("Jonny, Mia"))
    #expect(story.play("<Esc>").journal.kept.people[1].person.aliases == ["Jonny"])
    #expect(story.journal.drafts.isEmpty && story.runtime.app.top is PersonScreen)
  }

  @Test(arguments: ["3aSoraya", "3<Enter>r<C-a>Soraya ", "3<Enter>=Soraya"])
  func `a name that is typed is never only on the screen`(keys: String) {
    let lost = story().play(keys)
    lost.runtime.keepUnkept()
    let kept = story().play(keys).wait(milliseconds: 600)
    for story in [lost.wait(milliseconds: 0), kept] {
      #expect(story.journal.drafts.map { $0.text.contains("Soraya") } == [true])
      // Typed no longer, it is no draft either.
      #expect(story.play("<Esc>").journal.drafts.isEmpty && story.journal.kept.people.count == 3)
    }
  }

  @Test func `a name that waits in a room is kept while one is in another`() {
    let story = story().play("3aSoraya<C-p>the backups<Enter>").wait(milliseconds: 600)
    #expect(story.journal.drafts.map(\.text) == ["Soraya"])
  }

  @Test(arguments: [("3aSoraya", 4), ("3<Enter>rx", 3)]) func `a name that is kept is no draft any more`(
    keys: String, count: Int
  ) {
    let story = story().play(keys).wait(milliseconds: 600)
    #expect(story.journal.drafts.count == 1)
    #expect(story.play("<Enter>").journal.drafts.isEmpty && story.journal.kept.people.count == count)
  }

  @Test func `a form keeps what was answered when one leaves it`() {
    let story = story().play("3<Down><Enter>e<Tab><Tab>1<Tab>2<Tab>Jonny, J<Esc>")
    let jon = story.journal.kept.people[1].person
    #expect(jon.traits == [.steady] && jon.needs == [.fun, .comfort] && jon.aliases == ["Jonny", "J"])
    #expect(story.runtime.app.open.count == 1)
  }

  @Test func `a new name, one that is taken, and one that turns out to be somebody else`() {
    let story = story().play("3<Down><Enter>r<C-a>Mia<Enter>")
    #expect(story.screen.contains("already means somebody else"))
    #expect(story.play("<Esc>rathan<Enter>").journal.kept.people[1].person.name == "Jonathan")
    #expect(story.play("=Nobody<Enter>").screen.contains("Are Jonathan and Nobody one person?"))
    #expect(story.play("<Right><Enter>").screen.contains("Nobody"))
    #expect(story.play("<Esc>=Mia<Enter><Enter><Esc>").journal.kept.people.count == 3)
    #expect(story.play("=Mia<Enter><Right><Enter>").journal.kept.people.map(\.person.name) == ["Mia", "Elsa"])
    #expect(story.screen.contains("tea, never coffee"))
  }

  @Test func `a page goes only after what goes with it was told`() {
    let story = story().play("3<Enter>d")
    #expect(story.screen.contains("answers about how it was: 2"))
    #expect(story.play("<Enter>").journal.kept.people.count == 3)
    #expect(story.play("d<Right><Enter>").journal.kept.people.count == 2)
    #expect(story.runtime.app.open.isEmpty)
  }

  @Test(arguments: ["3<Enter>d<Right><Enter>", "3t<Enter>d<Right><Enter>"])
  func `what is put in the trash says how it comes back`(keys: String) {
    #expect(story().play(keys).screen.contains(Words()[.noticeTrashed]))
  }

  @Test func `what is typed while a form is being kept belongs to what comes after`() {
    let story = story().play("3<Enter>e<Tab*4>Mimi")
    story.playAhead("<C-s>x")
    #expect(story.journal.kept.people.first?.person.aliases == ["Mimi"])
    #expect(story.screen.contains(Words()[.noticeMet]))
  }

  @Test(arguments: ["3<Enter>d", "3<Enter>=Jon<Enter>", "3t<Enter>d"])
  func `Esc leads out of what is asked before something goes`(keys: String) {
    let story = story().play(keys)
    #expect(story.screen.contains("╭─ ") && story.lines.last?.contains("Esc") == true)
    #expect(!story.play("<Esc>").screen.contains("╭─ "))
    #expect(story.journal.kept.people.count == 3 && story.journal.kept.rhythms.count == 1)
  }

  @Test func `in a small window what goes is told whole, and beside it always what takes it back`() {
    let story = story(columns: 40, rows: 12).play("3<Enter>d")
    var told = ""
    for _ in 0..<3 {
      told += story.screen
      #expect(story.screen.contains("until the trash is") && story.screen.contains("▌ Keep it    Remove it"))
      story.play("<PgDn>")
    }
    #expect(told.contains("With it go steady things: 1") && told.contains("then on without the name: 2."))
  }

  @Test func `a comma, which stands between names, is in none`() {
    let story = story().play("3aMo, Anna<Enter>")
    #expect(story.journal.kept.people.count == 3 && story.screen.contains("stand between names"))
    #expect(story.play("<Esc><Enter>r<C-a>Mo, Anna<Enter>").journal.kept.people[0].person.name == "Mia")
    #expect(story.screen.contains("stand between names"))
  }

  @Test func `nor in whom something steady is with, and who leaves it so leaves it as it was`() {
    let story = story().play("3<Enter>tWalk<Tab><Tab><C-a>Mo, <Tab>")
    #expect(story.screen.contains("stand between names"))
    #expect(story.play("<Esc>").journal.kept.rhythms.last?.person?.name == "Mia")
  }

  @Test func `a name with nothing in it is said once, and who leaves it so leaves it as it was`() {
    let story = story().play("3<Enter>tWalk<Tab><Tab><C-a><Delete*3>@<Tab>")
    #expect(story.screen.contains(Words()[.peopleNoName]))
    #expect(story.play("<Esc>").runtime.app.top is PersonScreen)
    #expect(story.journal.kept.rhythms.last?.touchpoint.title == "Walk")
    #expect(story.journal.kept.rhythms.last?.person?.name == "Mia")
  }

  @Test func `with nobody is a way to be with`() {
    let story = story().play("3<Enter>tWalk<Tab><Tab><C-a><Delete*3> <Esc>")
    #expect(story.runtime.app.top is PersonScreen && story.journal.kept.rhythms.last?.person == nil)
  }

  @Test(arguments: [(80, 24), (40, 12)]) func `the wheel shows what a form has no room for`(columns: Int, rows: Int) {
    let story = story(columns: columns, rows: rows).play("3<Enter>e")
    let (first, last) = (Words()[.personAskCircle], String(Words()[.personAskValue].prefix(20)))
    #expect(story.screen.contains(first) && !story.screen.contains(last))
    let at = Point(column: 10, row: 5)
    for _ in 0..<20 { story.take(.mouse(MouseEvent(.wheelDown, at: at))) }
    #expect(!story.screen.contains(first) && story.screen.contains(last) && !story.screen.contains("↓"))
    story.take(.mouse(MouseEvent(.wheelUp, at: at)))
    for _ in 0..<20 { story.take(.mouse(MouseEvent(.wheelUp, at: at))) }
    #expect(story.screen.contains(first))
    // What is typed is meant for where one is, and is seen.
    for _ in 0..<20 { story.take(.mouse(MouseEvent(.wheelDown, at: at))) }
    #expect(story.play("1").screen.contains(first))
  }

  @Test func `where nobody wrote of somebody yet it is said so`() {
    let story = story().play("3<Down*2><Enter><Enter>")
    #expect(story.screen.contains("with:\"Elsa\"") && story.screen.contains("No entry fits this yet."))
  }

  @Test func `the entries that name them are a search away`() {
    let story = story().play("3<Down><Enter><Enter>")
    #expect(story.screen.contains("with:\"Jon\""))
    #expect(story.play("<Esc>").runtime.app.top is PersonScreen)
    #expect(story.play("<Enter>").screen.contains("with:\"Jon\""))
  }

  @Test func `how it is takes a digit a question, and what is skipped stays blank`() {
    let story = story().play("3<Down><Enter>b5<Tab><Tab>2<Esc>")
    let answers = story.journal.kept.people[1].bond
    #expect(answers.map(\.question) == [.trust, .belonging] && answers.map(\.value) == [4, 1])
  }

  @Test func `the maps show every line, blank ones too`() {
    let screen = story(rows: 40).play("3v").screen
    #expect(screen.contains("blank, and that is fine") && screen.contains("Mia"))
    #expect(!screen.contains("Elsa"))
  }

  // MARK: Steady things

  @Test func `something steady is thought of in a word and comes back with its own rhythm`() {
    let story = story().play("3<Down><Enter>tWalk<Tab>3<Esc>")
    let kept = story.journal.kept.rhythms.last?.touchpoint
    #expect(kept?.title == "Walk" && kept?.kind == .walk && kept?.hopedDays == 7 && kept?.person == Self.jon.id)
  }

  /// The keys of the kind, and what is typed into the days after all was cleared; nil where nothing is.
  @Test(arguments: [("2", "7", 7), ("5", "7", 7), ("2", nil, 30), ("5", nil, 365), ("2", "", 30), ("4", "12", 12)])
  func `days that were typed stay, whatever the kind`(_ kind: String, _ typed: String?, _ days: Int) {
    let story = story().play("3taWalk<Tab>\(kind)<Tab><Tab>")
    if let typed { story.play("<Backspace*3>\(typed)") }
    if typed != "" {
      #expect(story.screen.contains("\n    \(days)\n") || story.lines.contains { $0.trimmed == "\(days)" })
    }
    #expect(story.play("<Esc>").journal.kept.rhythms.last?.touchpoint.hopedDays == days)
  }

  @Test func `a page and a moment begun on a person's page are about them`() {
    let story = story().play("3<Down><Enter>")
    let name = story.runtime.app.open.compactMap { ($0 as? PersonScreen)?.personInMind }.first ?? ""
    let entries = story.journal.entries.count
    story.play("n<Esc>")
    #expect(!name.isEmpty && story.journal.entries.count == entries && story.runtime.app.top is PersonScreen)
    story.play("nTea.<Esc>")
    #expect(story.journal.entries.contains { $0.text == "@\(Marks.written(name)) Tea." && $0.people == [name] })
    story.play("ma<Enter>4")
    #expect(story.journal.kept.moments.last?.with == [name])
  }

  @Test func `a number that is typed takes the place of the usual one, and keeping it is said`() {
    let story = story().play("3taWalk<Tab><Tab><Tab>30<Esc>")
    #expect(story.journal.kept.rhythms.last?.touchpoint.hopedDays == 30)
    #expect(story.screen.contains(Words()[.noticeSaved]))
  }

  @Test func `another kind leaves the days of a steady thing that is there as they are`() {
    let story = Story(Self.journal(), size: Size(columns: 80, rows: 24))
    story.journal.prepare { state in
      let weekly = Touchpoint(id: Story.id(601), title: "Call", kind: .call, hopedDays: 7, startedOn: Self.today)
      state.rhythms = [Rhythm(weekly)]
    }
    let kept = story.play("3t<Enter>e<Tab>2<Esc>").journal.kept.rhythms.last?.touchpoint
    #expect(kept?.kind == .dinner && kept?.hopedDays == 7)
  }

  @Test func `a latest that comes before the hope is said there and then`() {
    let story = story().play("3taWalk<Tab>2<Tab><Tab><Tab>7<Esc>")
    #expect(story.screen.contains(Words()[.touchLatestRefused].prefix(40)) && story.journal.kept.rhythms.count == 1)
    #expect(story.play("<C-a>40<Esc>").journal.kept.rhythms.last?.touchpoint.latestDays == 40)
  }

  /// Days between, and how it is said.
  @Test(arguments: [
    (1, "about every day"), (7, "about every 7 days"), (365, "about once a year"), (700, "about every 23 months"),
  ])
  func `how often something is hoped for is said as one says it`(_ days: Int, _ said: String) {
    let touchpoint = Touchpoint(id: Story.id(601), title: "Call", kind: .call, hopedDays: days, startedOn: Self.today)
    #expect(Words().sentence(Rhythm(touchpoint), on: Self.today).hasSuffix("; \(said)."))
  }

  @Test func `on the day of a year it is today, and nothing has been a while`() {
    var ritual = Touchpoint(id: Story.id(601), title: "Grandma's day", kind: .ritual, startedOn: Self.today)
    ritual.yearly = Touchpoint.YearDay(month: Self.today.parts.month, day: Self.today.parts.day)
    let story = Story(Self.journal(), size: Size(columns: 80, rows: 24))
    story.journal.prepare { $0.rhythms = [Rhythm(ritual)] }
    let screen = story.play("21").screen
    #expect(screen.contains("Today is the day.") && !screen.contains(Words()[.todaySteady]))
  }

  @Test(arguments: ["0", "soon", "7.5", "3651", "-1"])
  func `a number of days that is none is said there and then, and leaves it as it was`(typed: String) {
    let story = story().play("3taWalk<Tab><Tab><Tab><C-a>\(typed)<Tab>")
    #expect(story.screen.contains("A whole number of days"))
    #expect(!story.play("<C-a>9").screen.contains("A whole number of days"))
    story.play("<C-a>\(typed)<Esc>")
    #expect(story.screen.contains("A whole number of days") && story.journal.kept.rhythms.count == 1)
    #expect(story.play("<Esc>").journal.kept.rhythms.last?.touchpoint.hopedDays == 7)
  }

  @Test func `names are offered while one says with whom it is`() {
    let story = story().play("3taWalk<Tab><Tab>E")
    #expect(story.screen.contains("Elsa"))
    #expect(story.play("<Tab>").screen.contains("Elsa") && story.runtime.app.top is FormScreen)
    #expect(story.play("<Esc>").journal.kept.rhythms.last?.person?.name == "Elsa")
    let own = self.story().play("3taWalk<Tab><Tab>El<Esc><Esc>")
    #expect(own.journal.kept.rhythms.last?.person?.name == "El")
  }

  @Test func `what u takes back of a steady thing is as before on its page and in the list`() {
    let story = story().play("3t<Enter>")
    let before = story.journal.kept.rhythms
    func takeBack() {
      story.journal.prepare { $0.rhythms = before }
      story.hear(.takenBack(TakenBack(.people)))
    }
    story.play("x")
    takeBack()
    story.play("z")
    #expect(story.journal.kept.rhythms.map(\.touchpoint.doneOn) == [nil])
    story.play("d<Right><Enter>")
    takeBack()
    #expect(story.runtime.app.top is TouchpointsScreen && story.screen.contains("Call with Mia"))
  }

  @Test(arguments: [
    ([], "of people is"), (["Mia"], "of Mia is"), (["Mia", "Elsa"], "of Mia and Elsa is"),
  ]) func `u says about whom it has taken something back`(people: [String], said: String) {
    let story = story()
    story.hear(.takenBack(TakenBack(.people, about: people)))
    #expect(story.screen.contains("Taken back: what is known \(said) as it was."))
  }

  @Test func `a page of a steady thing that is taken back as a whole closes`() {
    let story = story().play("3t<Enter>")
    story.journal.prepare { $0.rhythms = [] }
    story.hear(.takenBack(TakenBack(.people)))
    #expect(story.runtime.app.top is TouchpointsScreen)
  }

  @Test func `how long it has been is not held against the same hope`() {
    let sentence = Words().sentence(Self.call(daysAgo: 30), on: Self.today)
    #expect(sentence == "It's been 4 weeks, as you hoped.")
  }

  @Test func `after not now the mark goes on to what stands beside it`() {
    let journal = Self.journal()
    journal.prepare { $0.rhythms = (1...2).map { Self.call(700 + $0, with: $0 == 1 ? Self.mia : Self.jon) } }
    let story = Story(journal, size: Size(columns: 80, rows: 40)).play("<Down>")
    #expect(story.lines.last?.contains("Enter open") == true)
    #expect(story.play("-").lines.first { $0.contains("▌") }?.contains("Call with Jon") == true)
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `a form says that more of it lies below, and that an answer is longer than its line`(
    columns: Int, rows: Int
  ) {
    let story = story(columns: columns, rows: rows).play("3<Enter>e")
    #expect(story.lines.dropLast().contains { $0.contains("↓") })
    #expect(!story.play("<S-Tab*9><Tab*9>").lines.dropLast().contains { $0.contains("↓") })
  }

  @Test func `Today tells of three at most, in words`() {
    let journal = Self.journal()
    journal.prepare { $0.rhythms = (1...5).map { Self.call(700 + $0, with: nil, daysAgo: 30 + $0) } }
    let story = Story(journal, size: Size(columns: 80, rows: 40))
    #expect(story.lines.count { $0.contains("It's been ") } == 3)
  }

  @Test func `not now, let it rest, planned and done each take a key`() {
    let down = "<Down>"
    #expect(
      story(rows: 40).play(down + "-").journal.kept.rhythms[0].touchpoint.sleepsUntil == Self.today.adding(days: 14))
    #expect(story(rows: 40).play(down + "z").journal.kept.rhythms[0].touchpoint.isAtRest)
    let planned = story(rows: 40).play(down + "<Enter>p")
    #expect(planned.screen.contains("Planned for today.") && planned.screen.contains("Are you up for a walk?"))
    #expect(planned.play("x").journal.kept.rhythms[0].touchpoint.doneOn == Self.today)
    #expect(!planned.play("<Esc>").screen.contains("It has been a while"))
  }

  @Test func `a steady thing is written out where one says`() {
    let story = story(rows: 40).play("3t<Enter>w<Enter>")
    #expect(story.screen.contains("It is in ~/hearth.ics."))
  }

  @Test func `what was begun is kept when one leaves at once`() {
    guard case .people(.keepTouchpoint(let touchpoint, _))? = story().play("3taTea").runtime.app.unkept.first else {
      Issue.record("nothing is kept")
      return
    }
    #expect(touchpoint.title == "Tea")
  }

  @Test(arguments: GoldenStories.sizes)
  func `Golden people`(_ columns: Int, _ rows: Int) {
    let suffix = "\(columns)x\(rows)"
    let scenes = [
      ("people", "3"), ("people-name", "3aTom"), ("person", "3<Enter>"), ("person-moments", "3<Enter>G"),
      ("person-form", "3<Enter>e<Tab>"),
      ("person-delete", "3<Enter>d"), ("bond", "3<Down><Enter>b4"), ("people-maps", "3v"), ("touchpoints", "3t"),
      ("touchpoint", "3t<Enter>"), ("touchpoint-form", "3ta"), ("today-steady", "<Down>"),
    ]
    for (name, keys) in scenes {
      expectPicture("\(name)-\(suffix)", story(columns: columns, rows: rows).play(keys).wait(milliseconds: 6000).frame)
    }
    let empty = Story(MemoryJournal(), size: Size(columns: columns, rows: rows))
    expectPicture("people-empty-\(suffix)", empty.play("3").frame)
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5), (120, 40)])
  func `every page fits`(_ columns: Int, _ rows: Int) {
    for keys in ["3", "3a", "3<Enter>", "3<Enter>e<Tab><Tab>", "3<Enter>b", "3<Enter>d", "3t", "3t<Enter>", "3v"] {
      let lines = story(columns: columns, rows: rows).play(keys).lines
      #expect(lines.count <= rows && lines.allSatisfy { TextWidth.columns(of: $0) <= columns })
    }
  }
}

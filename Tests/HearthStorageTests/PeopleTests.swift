import Foundation
import HearthCore
import HearthStorage
import Testing

struct PeopleStoreTests {
  private let now = Instant(seconds: 1_000_000)
  private let today = Day(number: 20_000)

  private func vault(_ texts: String...) throws -> Vault {
    let vault = try Vault.inMemory()
    for (number, text) in texts.enumerated() {
      let entry = Entry(
        id: .number(number + 1), stamp: Stamp(now, in: .utc), day: today, createdAt: now, modifiedAt: now, text: text)
      _ = try vault.save(entry, now: now)
    }
    return vault
  }

  private func found(_ name: String, in vault: Vault) throws -> Int {
    try vault.count(EntryFilter(where: .person(name, isBegun: false)))
  }

  @Test func `who is named in a text is among the people, and so is who was added`() throws {
    let vault = try vault("Tea with @Jon", "@Jon again")
    let mia = try vault.addPerson(" @Aunt  Mia ")
    #expect(try vault.people().map(\.person.name) == ["Aunt Mia", "Jon"])
    #expect(try vault.people().map(\.mentions) == [0, 2])
    for name in ["AUNT MIA", "@ Aunt Mia", " @@Aunt Mia"] { #expect(try vault.addPerson(name).id == mia.id, "\(name)") }
    #expect(throws: Problem.textEmpty) { try vault.addPerson(" @ ") }
  }

  @Test func `a new name is one name, on one line and without control characters`() throws {
    let vault = try vault("@Jon")
    let jon = try vault.person(named: "Jon")
    #expect(throws: Problem.nameHasComma("Mo, Anna")) { try vault.addPerson("@Mo,\tAnna") }
    #expect(throws: Problem.nameHasComma("J, K")) { try vault.rename(jon.id, to: "J, K", now: now) }
    let walk = Touchpoint(id: .number(5), title: "Walk", kind: .walk, startedOn: today)
    #expect(throws: Problem.nameHasComma("Mo, Anna")) { try vault.keep(walk, with: "Mo, Anna", now: now) }
    #expect(try vault.people().map(\.person.name) == ["Jon"] && vault.rhythms().isEmpty)
    #expect(try vault.addPerson("A\u{1B}na\nB\0").name == "Ana B")
  }

  @Test func `one with a comma that came in from elsewhere goes by that name`() throws {
    let vault = try vault()
    let mia = Person(id: .number(1), name: "Berg, Mia")
    try vault.takeIn([], Preferences(people: [mia]), now: now)
    #expect(try vault.addPerson("berg, mia").id == mia.id)
    try vault.keep(
      Touchpoint(id: .number(5), title: "Walk", kind: .walk, startedOn: today), with: "Berg, Mia", now: now)
    #expect(try vault.rhythms().map(\.person?.id) == [mia.id])
  }

  @Test func `a distance that was kept is no contact and no moment together`() throws {
    let vault = try vault()
    func moment(_ kind: Moment.Kind, daysAgo: Int) -> Moment {
      Moment(
        id: UUID(), stamp: Stamp(now, in: .utc), day: today.adding(days: -daysAgo), kind: kind, with: ["Rolf"], felt: 1,
        createdAt: now)
    }
    try vault.save(moment(.distance, daysAgo: 0), now: now)
    let rolf = try vault.person(named: "Rolf")
    let first = try #require(try vault.page(ofPerson: rolf.id))
    #expect(first.moments == 0 && first.felt.isEmpty && first.lastContact == nil)
    try vault.save(moment(.hello, daysAgo: 3), now: now)
    let page = try #require(try vault.page(ofPerson: rolf.id))
    #expect(page.moments == 1 && page.felt == [1] && page.lastContact == today.adding(days: -3))
  }

  @Test func `the last moments with somebody come newest first, without the trash and without a distance`() throws {
    let vault = try vault()
    let moments = (0..<12).map { number in
      Moment(
        id: .number(number), stamp: Stamp(now, in: .utc), day: today.adding(days: -number),
        kind: number == 2 ? .distance : .hello, with: number == 3 ? ["Ana"] : ["Rolf", "Ana"], felt: 1,
        line: "line \(number)", createdAt: now)
    }
    for moment in moments.reversed() { try vault.save(moment, now: now) }
    try vault.trashMoment(moments[1].id, now: now)
    let page = try #require(try vault.page(ofPerson: vault.person(named: "Rolf").id))
    #expect(page.lastMoments == [0, 4, 5, 6, 7, 8, 9, 10].map { moments[$0] })
  }

  @Test func `everything that is said of a person comes back`() throws {
    let vault = try vault()
    var ana = try vault.addPerson("Ana")
    ana.aliases = ["A"]
    (ana.circle, ana.kind, ana.traits, ana.needs) = (.close, .group, [.steady, .safe], [.fun])
    (ana.contexts, ana.rubsOff, ana.notes, ana.role, ana.value) = ("a", "b", "c\0d", "e", "f")
    (ana.isRemembered, ana.isResting, ana.isFlagged) = (true, true, true)
    try vault.keep(ana, now: now)
    #expect(try vault.page(ofPerson: ana.id)?.person == ana)
  }

  @Test func `a new name finds what was written under the old one, which goes on to mean the same person`() throws {
    let vault = try vault("Tea with @Jon", "with @Jonathan")
    let jon = try vault.person(named: "jon")
    #expect(throws: Problem.nameTaken("Jonathan")) { try vault.rename(jon.id, to: "Jonathan", now: now) }
    try vault.rename(jon.id, to: "Jack", now: now)
    #expect(try vault.person(named: "Jon").name == "Jack")
    let entry = Entry(
      id: .number(9), stamp: Stamp(now, in: .utc), day: today, createdAt: now, modifiedAt: now, text: "@jon @Jack")
    _ = try vault.save(entry, now: now)
    #expect(try found("Jack", in: vault) == 2 && found("Jon", in: vault) == 2)
    #expect(try vault.page(ofPerson: jon.id)?.mentions == 2)
    #expect(try vault.entry(.number(1))?.text == "Tea with @Jon")
    #expect(try vault.people(startingWith: "jo", limit: 5) == ["Jonathan", "Jon"])
  }

  @Test func `two names that are one person are found as one, with all there was of both`() throws {
    let vault = try vault("@Jon", "@Jonathan", "@Jon and @Jonathan")
    let (jon, other) = (try vault.person(named: "Jon"), try vault.person(named: "Jonathan"))
    try vault.meet(jon.id, on: today, now: now)
    try vault.keep(Touchpoint(id: .number(5), person: jon.id, title: "Walk", kind: .walk, startedOn: today), now: now)
    try vault.keep([BondAnswer(.trust, 3, on: today)].compactMap(\.self), about: jon.id, now: now)
    #expect(try vault.merge(jon.id, into: other.id, now: now).aliases == ["Jon"])
    let page = try #require(try vault.page(ofPerson: other.id))
    #expect(page.mentions == 3 && page.lastContact == today && page.rhythms.count == 1 && page.bond.count == 1)
    #expect(try found("Jon", in: vault) == 3 && found("Jonathan", in: vault) == 3)
    #expect(try vault.people().count == 1)
  }

  @Test func `the last contact never moves back`() throws {
    let vault = try vault()
    let ana = try vault.addPerson("Ana")
    try vault.meet(ana.id, on: today, now: now)
    try vault.meet(ana.id, on: today.adding(days: -30), now: now)
    #expect(try vault.people().first?.lastContact == today)
    var touchpoint = Touchpoint(id: .number(5), title: "Call", kind: .call, startedOn: today)
    touchpoint.happen(on: today.adding(days: 2))
    try vault.keep(touchpoint, with: "ana", now: now)
    try vault.deleteTouchpoint(touchpoint.id, now: now)
    #expect(try vault.people().first?.lastContact == today.adding(days: 2))
  }

  @Test func `a touchpoint comes back whole, with whom it is with`() throws {
    let vault = try vault()
    let touchpoint = Touchpoint(
      id: .number(5), title: "Letter", kind: .ritual, hopedDays: 300, latestDays: 400, yearly: .init("12-06"),
      draft: "Dear", isTimeKept: true, companion: "Jon", sleepsUntil: today, plannedOn: today, isAtRest: true,
      startedOn: today, doneOn: today)
    try vault.keep(touchpoint, with: "Mia", now: now)
    let rhythm = try #require(try vault.rhythms().first)
    #expect(rhythm.person?.name == "Mia" && rhythm.lastContact == today)
    var expected = touchpoint
    expected.person = rhythm.person?.id
    #expect(rhythm.touchpoint == expected)
  }

  @Test func `a person who goes takes the page along, and what was written stays`() throws {
    let vault = try vault("Tea with @Jon")
    let jon = try vault.person(named: "Jon")
    try vault.keep(Touchpoint(id: .number(5), person: jon.id, title: "Walk", kind: .walk, startedOn: today), now: now)
    try vault.deletePerson(jon.id, now: now)
    #expect(try vault.page(ofPerson: jon.id) == nil && vault.people().isEmpty && vault.rhythms().isEmpty)
    #expect(try vault.entry(.number(1))?.text == "Tea with @Jon" && found("Jon", in: vault) == 1)
  }

  // MARK: Taking back

  /// Everything there is about people, to be compared.
  private func all(_ vault: Vault) throws -> [PersonPage] {
    try vault.people().compactMap { try vault.page(ofPerson: $0.person.id) }
  }

  /// What can be done to somebody, with somebody else beside them.
  enum Deed: CaseIterable, Sendable { case delete, merge, rename, meet, answer, forgetWalk, planCall, change }

  private func carryOut(_ deed: Deed, on jon: Person, beside other: Person, _ vault: Vault) throws {
    switch deed {
    case .delete: try vault.deletePerson(jon.id, now: now)
    case .merge: _ = try vault.merge(jon.id, into: other.id, now: now)
    case .rename: try vault.rename(jon.id, to: "Jack", now: now)
    case .meet: try vault.meet(jon.id, on: today.adding(days: 9), now: now)
    case .answer: try vault.keep([BondAnswer(.trust, 1, on: today)].compactMap(\.self), about: jon.id, now: now)
    case .forgetWalk: try vault.deleteTouchpoint(.number(5), now: now)
    case .planCall:
      let call = Touchpoint(id: .number(6), person: jon.id, title: "Call", kind: .call, startedOn: today)
      try vault.keep(call, now: now)
    case .change:
      var changed = jon
      (changed.notes, changed.aliases, changed.isResting) = ("other", ["J"], true)
      try vault.keep(changed, now: now)
    }
  }

  @Test(arguments: Deed.allCases) func `what was done to people can be taken back`(deed: Deed) throws {
    let vault = try vault("Tea with @Jon", "@Jonathan", "@Jon and @Jonathan")
    var jon = try vault.person(named: "Jon")
    (jon.notes, jon.aliases, jon.circle) = ("climbs\0", ["Jo"], .close)
    try vault.keep(jon, now: now)
    try vault.keep(Touchpoint(id: .number(5), person: jon.id, title: "Walk", kind: .walk, startedOn: today), now: now)
    try vault.keep([BondAnswer(.trust, 3, on: today)].compactMap(\.self), about: jon.id, now: now)
    let before = try all(vault)
    try carryOut(deed, on: jon, beside: try vault.person(named: "Jonathan"), vault)
    #expect(try all(vault) != before)
    #expect(try vault.takeBack(now: now)?.kind == .people)
    #expect(try all(vault) == before)
    #expect(try found("Jo", in: vault) == 2)
  }

  @Test func `what is taken back names whom it is about`() throws {
    let vault = try vault()
    let (jon, ana) = (try vault.addPerson("Jon"), try vault.addPerson("Ana"))
    let walk = { number in Touchpoint(id: .number(number), title: "Walk", kind: .walk, startedOn: self.today) }
    try vault.meet(jon.id, on: today, now: now)
    try vault.rename(jon.id, to: "Jonny", now: now)
    _ = try vault.merge(jon.id, into: ana.id, now: now)
    try vault.keep(walk(5), with: "Mia", now: now)
    try vault.keep(walk(6), now: now)
    try vault.deleteTouchpoint(.number(5), now: now)
    for people in [["Mia"], [], ["Mia"], ["Jonny", "Ana"], ["Jon"], ["Jon"]] {
      #expect(try vault.takeBack(now: now)?.people == people)
    }
  }

  @Test func `somebody who is written of again meanwhile is the same person again`() throws {
    let vault = try vault("Tea with @Jon")
    var jon = try vault.person(named: "Jon")
    jon.notes = "climbs"
    try vault.keep(jon, now: now)
    try vault.deletePerson(jon.id, now: now)
    let entry = Entry(
      id: .number(9), stamp: Stamp(now, in: .utc), day: today, createdAt: now, modifiedAt: now, text: "@jon again")
    _ = try vault.save(entry, now: now)
    #expect(try vault.takeBack(now: now)?.kind == .writing)
    #expect(try vault.takeBack(now: now)?.kind == .people)
    #expect(try vault.people().map(\.person) == [jon])
    #expect(try vault.page(ofPerson: jon.id)?.mentions == 2)
  }

  @Test func `what tells of somebody finds them in a journal where they have another id`() throws {
    let (old, new) = (try vault(), try vault())
    let (ana, here) = (try old.addPerson("Ana"), try new.addPerson("ana"))
    try old.keep(Touchpoint(id: .number(5), person: ana.id, title: "Walk", kind: .walk, startedOn: today), now: now)
    try old.keep([BondAnswer(.trust, 3, on: today)].compactMap(\.self), about: ana.id, now: now)
    try new.takeIn([], old.preferences().told(among: new.preferences()), now: now)
    let told = try new.preferences()
    #expect(told.people.map(\.id) == [here.id])
    #expect(told.touchpoints.map(\.person) == [here.id])
    #expect(told.bonds.map(\.person) == [here.id])
  }

  @Test func `taking back suggests nobody who is to be left alone`() throws {
    let vault = try vault()
    let jon = try vault.addPerson("Jon")
    try vault.meet(jon.id, on: today, now: now)
    _ = try vault.quieten("Jon")
    _ = try vault.takeBack(now: now)
    #expect(try vault.person(named: "Jon").isFlagged)
  }

  @Test func `what goes for good cannot be taken back`() throws {
    let vault = try vault("Tea with @Jon")
    try vault.deletePerson(try vault.person(named: "Jon").id, now: now)
    _ = try vault.emptyTrash()
    #expect(try vault.takeBack(now: now) == nil)
  }

  @Test func `what is erased under one name is erased under the others`() throws {
    let vault = try vault("Tea with @Jon", "@Ana")
    try vault.rename(try vault.person(named: "Jon").id, to: "Jack", now: now)
    #expect(try vault.entries(in: .person("JACK")) == [.number(1)])
    #expect(try vault.entries(in: .person("jon")) == [.number(1)])
  }

  @Test func `people and touchpoints come in once, and leave what is there as it is`() throws {
    let (from, to) = (try vault(), try vault("@Ana"))
    var ana = try from.addPerson("Ana")
    ana.notes = "climbs"
    try from.keep(ana, now: now)
    try from.keep(Touchpoint(id: .number(5), person: ana.id, title: "Walk", kind: .walk, startedOn: today), now: now)
    try from.keep([BondAnswer(.trust, 3, on: today)].compactMap(\.self), about: ana.id, now: now)
    for _ in 1...2 { try to.takeIn([], try from.preferences(), now: now) }
    #expect(try to.page(ofPerson: ana.id)?.bond.map(\.value) == [3])
    #expect(try to.people().map(\.person) == [ana])
    #expect(try to.rhythms().map(\.person?.id) == [ana.id])
  }

  @Test func `whom a moment names comes in with all that is said of them`() throws {
    let ana = Person(id: .number(1), name: "Ana", circle: .close, notes: "Tea")
    let moment = Moment(
      id: .number(2), stamp: Stamp(now, in: .utc), day: today, kind: .conversation, with: ["Ana"], createdAt: now)
    let vault = try vault()
    try vault.takeIn([], Preferences(people: [ana], moments: [moment]), now: now)
    #expect(try vault.person(named: "Ana") == ana)
    #expect(try vault.page(ofPerson: ana.id)?.moments == 1)
  }
}

import FoundationEssentials
import HearthCore
import Testing

private let today = Day(number: 20_000)

private func id(_ number: UInt8) -> UUID { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number)) }

private func call(_ number: UInt8 = 1, startedDaysAgo: Int = 100) -> Touchpoint {
  Touchpoint(id: id(number), title: "Call", kind: .call, startedOn: today.adding(days: -startedDaysAgo))
}

struct RhythmTests {
  private let ana = Person(id: id(9), name: "Ana")

  @Test func `the interval begins anew with the last real contact`() {
    #expect(Rhythm(call(), with: ana).isDue(on: today))
    #expect(!Rhythm(call(), with: ana, lastContact: today.adding(days: -6)).isDue(on: today))
    #expect(Rhythm(call(), with: ana, lastContact: today.adding(days: -7)).isDue(on: today))
  }

  @Test func `what took place counts like a contact, and never moves back`() {
    var touchpoint = call()
    touchpoint.happen(on: today)
    touchpoint.happen(on: today.adding(days: -40))
    #expect(touchpoint.doneOn == today)
    #expect(!Rhythm(touchpoint, lastContact: today.adding(days: -90)).isDue(on: today))
  }

  @Test(arguments: [\Person.isRemembered, \Person.isResting, \Person.isFlagged])
  func `nobody is reminded of one who is at rest`(_ mark: any WritableKeyPath<Person, Bool> & Sendable) {
    var person = ana
    person[keyPath: mark] = true
    #expect(!Rhythm(call(), with: person).isDue(on: today))
  }

  @Test func `not now is silent for two weeks, and let it rest for good`() {
    var touchpoint = call()
    touchpoint.sleep(from: today)
    #expect(!Rhythm(touchpoint).isDue(on: today.adding(days: 13)))
    #expect(Rhythm(touchpoint).isDue(on: today.adding(days: 14)))
    touchpoint.isAtRest = true
    #expect(!Rhythm(touchpoint).isDue(on: today.adding(days: 1000)))
  }

  @Test func `at most three are told of, what matters on time first, then what was hoped for earliest`() {
    var kept = call(5, startedDaysAgo: 8)
    kept.isTimeKept = true
    let all = (1...4).map { Rhythm(call(UInt8($0), startedDaysAgo: 10 * $0)) } + [Rhythm(kept)]
    #expect(all.due(on: today).map(\.touchpoint.id) == [id(5), id(4), id(3)])
  }

  @Test func `a calendar that has gone back makes nothing due`() {
    let rhythm = Rhythm(call(), with: ana, lastContact: today)
    #expect(!rhythm.isDue(on: today.adding(days: -4000)))
  }

  @Test func `a ritual of the year is told of two weeks before, and not again after it took place`() throws {
    var ritual = call()
    ritual.yearly = Touchpoint.YearDay("12-06")
    ritual.startedOn = try #require(Day("2025-01-01"))
    let day = try #require(Day("2025-12-06"))
    #expect(!Rhythm(ritual).isDue(on: day.adding(days: -15)))
    #expect(Rhythm(ritual).isDue(on: day.adding(days: -14)))
    ritual.happen(on: day.adding(days: -1))
    #expect(!Rhythm(ritual).isDue(on: day))
    #expect(Rhythm(ritual).next(on: day) == Day("2026-12-06"))
  }

  /// The day, whether it is told, and which day it is told of.
  @Test(
    arguments: [
      ("2026-11-07", false, "2026-11-22"), ("2026-11-08", true, "2026-11-22"), ("2026-11-22", true, "2026-11-22"),
      ("2026-11-23", false, "2027-11-22"), ("2026-12-10", false, "2027-11-22"), ("2027-03-01", false, "2027-11-22"),
      ("2027-11-22", true, "2027-11-22"), ("2027-12-01", false, "2028-11-22"),
    ])
  func `a day of the year that has passed unmarked is quiet until the next one nears`(
    _ today: String, _ isDue: Bool, _ next: String
  ) throws {
    var ritual = call()
    ritual.yearly = Touchpoint.YearDay("11-22")
    ritual.startedOn = try #require(Day("2026-11-01"))
    let (rhythm, today) = (Rhythm(ritual), try #require(Day(today)))
    #expect(rhythm.isDue(on: today) == isDue && rhythm.next(on: today).description == next)
  }

  @Test(arguments: [("02-29", "2026-02-28"), ("1-1", "2026-01-01"), ("12-31", "2025-12-31")])
  func `every year has the day of a ritual`(_ typed: String, _ expected: String) throws {
    let day = try #require(Touchpoint.YearDay(typed))
    #expect(day.next(from: try #require(Day("2025-06-01"))).description == expected)
  }

  @Test(arguments: ["", "13-01", "02-30", "1", "a-b", "1-1-1"])
  func `a day that no year has is none`(_ typed: String) { #expect(Touchpoint.YearDay(typed) == nil) }
}

struct PersonTests {
  @Test func `two names that are one person lose nothing`() {
    let jon = Person(id: id(1), name: "Jon", kind: .friend, traits: [.steady], notes: "climbs")
    let jonathan = Person(
      id: id(2), name: "Jonathan", aliases: ["J"], circle: .close, kind: .coworker, notes: "sings", isResting: true)
    let joined = jon.joined(with: jonathan)
    #expect(joined.id == jon.id && joined.name == "Jon" && joined.aliases == ["Jonathan", "J"])
    #expect(joined.circle == .close && joined.kind == .friend && joined.isSteady && joined.isResting)
    #expect(joined.notes == "climbs; sings")
  }

  @Test func `the maps have every line, blank ones too, and nobody who rests`() {
    let ana = Person(id: id(1), name: "Ana", kind: .friend, needs: [.fun, .heard])
    let choir = Person(id: id(2), name: "Choir", kind: .group, needs: [.belonging])
    let resting = Person(id: id(3), name: "Max", kind: .friend, needs: [.fun], isResting: true)
    let needs = NeedsMap([ana, choir, resting]).lines
    #expect(needs.map(\.need) == Need.allCases)
    #expect(needs.first { $0.need == .fun }?.names == ["Ana"])
    #expect(needs.first { $0.need == .help }?.names == [])
    let support = SupportMap([ana, choir, resting]).lines
    #expect(support.map(\.names) == [["Ana"], [], [], [], ["Choir"]])
  }

  @Test func `an answer stands beside the one before it, and nothing else`() throws {
    let answers = [(8, 30), (6, 10), (2, 0)].compactMap { BondAnswer(.closeness, $0, on: Day(number: $1)) }
    let states = BondState.all(answers)
    #expect(states.count == 1 && states[0].course == .higher && states[0].before?.value == 6)
    #expect(BondAnswer(.trust, 5, on: today) == nil)
  }
}

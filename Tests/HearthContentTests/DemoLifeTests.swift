import FoundationEssentials
import HearthCore
import Testing

@testable import HearthContent

struct DemoLifeTests {
  private static let nows = [
    "2026-01-01T21:30", "2026-03-28T07:40", "2026-06-21T12:00", "2026-11-21T20:30", "2028-02-29T23:50",
    "2031-03-30T09:15",
  ].map { Stamp(iso: $0 + ":00+00:00")?.instant ?? Instant(seconds: 0) }

  private func life(_ now: Instant) -> DemoLife {
    var ids = Dice(seed: 5)
    let entries = DemoJournal.entries(endingAt: now, in: .utc) { UUID(from: &ids) }
    return DemoLife(beside: entries, endingAt: now, in: .utc)
  }

  private func today(_ now: Instant) -> Day { Stamp(now, in: .utc).day(endingAt: .four) }

  @Test func `the same moment shows the same life`() {
    let (one, other) = (life(Self.nows[3]), life(Self.nows[3]))
    #expect(one.preferences == other.preferences)
    #expect(one.bonds == other.bonds)
  }

  @Test(arguments: nows)
  func `check-ins are as many as a person answers, and none is from tomorrow`(now: Instant) throws {
    let checkIns = life(now).preferences.checkIns
    let days = Set(checkIns.map(\.day))
    #expect((350...560).contains(days.count))
    #expect(checkIns.allSatisfy { $0.stamp.instant <= now && $0.day > today(now).adding(months: -24) })
    let ranges = Dictionary(uniqueKeysWithValues: Shelf().measures.map { ($0.id, $0.range) })
    for (id, value) in checkIns.flatMap(\.answers) {
      let range = try #require(ranges[id], "\(id)")
      #expect(range.contains(Int(value)) && value == value.rounded())
    }
  }

  @Test(arguments: nows)
  func `a check-in says of a day what the entries of the day say`(now: Instant) {
    let entries = DemoJournal.entries(endingAt: now, in: .utc) { UUID() }
    let written = Dictionary(grouping: entries.filter { $0.mood != nil }, by: \.day)
    let evenings = life(now).preferences.checkIns.filter { $0.stamp.minute > 1_200 }
    let both = evenings.compactMap { one in
      written[one.day].flatMap { of in of.count == 1 ? (of.first?.mood, one.mood) : nil }
    }
    #expect(both.count > 80)
    #expect(both.allSatisfy { $0.0 == $0.1 })
  }

  @Test(arguments: nows)
  func `the hard winter is harder than the spring before it`(now: Instant) throws {
    let checkIns = life(now).preferences.checkIns
    let calendar = DemoCalendar(today: today(now))
    func mean(_ id: String, _ from: String, _ to: String) throws -> Double {
      let ends = try [from, to].map { try #require(Day("000" + $0).flatMap(calendar.day(ofStory:))) }
      let values = checkIns.filter { $0.day >= ends[0] && $0.day <= ends[1] }.compactMap { $0.answers[id] }
      try #require(values.count >= 8, "\(id)")
      return values.reduce(0, +) / Double(values.count)
    }
    let winter = ("2-12-24", "3-02-01")
    let spring = ("2-05-10", "2-06-25")
    #expect(try mean("mood", winter.0, winter.1) + 0.4 < mean("mood", spring.0, spring.1))
    #expect(try mean("lonely", winter.0, winter.1) > mean("lonely", spring.0, spring.1) + 1)
    #expect(try mean("wanted", winter.0, winter.1) > mean("had", winter.0, winter.1) + 1.5)
  }

  @Test(arguments: nows)
  func `people come back, and those of the moments are those of the list`(now: Instant) {
    let life = life(now)
    let names = Set(life.preferences.people.map(\.name))
    #expect(Set(life.preferences.moments.flatMap(\.with)).isSubset(of: names))
    #expect(names.isSuperset(of: ["Ruth", "Karin", "Daniel", "Lin", "Priya", "Jo", "choir", "Mormor"]))
    #expect((350...650).contains(life.preferences.moments.count))
    #expect(life.preferences.moments.allSatisfy { $0.stamp.instant <= now })
    #expect(life.preferences.people.count(where: { $0.kind == .group }) == 2)
    #expect(life.preferences.people.allSatisfy { !$0.isFlagged })
    #expect(!life.bonds.isEmpty)
  }

  @Test(arguments: nows)
  func `of someone who has died there is no moment later`(now: Instant) throws {
    let died = try #require(Day("0002-07-03").flatMap(DemoCalendar(today: today(now)).day(ofStory:)))
    #expect(life(now).preferences.moments.allSatisfy { !$0.with.contains("Mormor") || $0.day < died })
  }

  @Test(arguments: nows)
  func `something waits to be answered, something waits to be gone on with, and much is done`(now: Instant) {
    let runs = life(now).preferences.runs
    let day = today(now)
    #expect((60...140).contains(runs.count))
    #expect(runs.count { $0.run.finishedAt == nil } == 1)
    let open = runs.flatMap(\.followUps).filter(\.isOpen)
    #expect((2...8).contains(open.count))
    #expect(open.contains { $0.followUp.isDue(at: now, on: day) })
    #expect(runs.flatMap(\.followUps).count { $0.answer != nil } > 10)
    #expect(runs.flatMap(\.readings).contains { $0.measure == "reaching-out" })
    #expect(runs.allSatisfy { $0.run.practice != "relationship" && $0.run.practice != "own-side" })
  }

  @Test(arguments: nows)
  func `every answer that is written for a practice is an answer to it`(now: Instant) {
    let practices = Dictionary(uniqueKeysWithValues: Shelf().practices.map { ($0.id, $0) })
    for run in DemoShelf.builtIn.runs { #expect(practices[run.practice] != nil, "\(run.practice)") }
    for kept in life(now).preferences.runs {
      let practice = practices[kept.run.practice]
      #expect(kept.run.asked.allSatisfy { asked in practice?.step(asked.step).map(asked.answer.fits) ?? false })
      for later in kept.followUps {
        #expect(later.answer.map { id in later.followUp.options.contains { $0.id == id } } ?? true)
      }
    }
  }

  @Test(arguments: nows)
  func `something has been a while, whenever one looks`(now: Instant) {
    let touchpoints = life(now).preferences.touchpoints
    #expect(touchpoints.count == 7)
    #expect(touchpoints.contains { Rhythm($0).isDue(on: today(now)) && $0.person == nil })
  }
}

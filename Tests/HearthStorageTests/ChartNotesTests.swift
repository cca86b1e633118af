import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct ChartNotesTests {
  private let today = Stamp(.start, in: .utc).calendarDay
  private let vault: Vault

  init() throws { vault = try Vault.inMemory() }

  private func checkIn(_ answers: [Measure.ID: Double], id: UUID = UUID(), daysAgo: Int = 0, hour: Int = 0) -> CheckIn {
    let stamp = Stamp(.start.adding(seconds: hour * 3600 - 86_400 * daysAgo), in: .utc)
    return CheckIn(id: id, stamp: stamp, day: today.adding(days: -daysAgo), answers: answers, createdAt: .start)
  }

  private func moment(
    _ kind: Moment.Kind, daysAgo: Int = 0, felt: Int? = nil, marks: [Moment.Mark] = [], with: [String] = []
  ) -> Moment {
    Moment(
      id: UUID(), stamp: Stamp(.start, in: .utc), day: today.adding(days: -daysAgo), kind: kind, with: with,
      medium: .call,
      minutes: 20, felt: felt, marks: marks, createdAt: .start)
  }

  private func notes(_ parts: ChartNotes.Part..., back days: Int = 27) throws -> ChartNotes {
    try vault.chartNotes(parts, in: today.adding(days: -days)...today, measures: [], weekStart: 1, titles: [:])
  }

  @Test func `answers of a day are summed up, with the last of them`() throws {
    try vault.save(checkIn(["mood": 2, "wanted": 7], hour: -9), now: .start)
    try vault.save(checkIn(["mood": 4], hour: -1), now: .start)
    try vault.save(checkIn(["mood": 4], hour: -2), now: .start)
    try vault.save(checkIn(["mood": 1], daysAgo: 40), now: .start)
    let notes = try notes(.totals("mood"), .choices("mood"), .hours("mood"))
    // What lies before the days that are shown tells what is usual.
    let before = ChartNotes.DayTotal(day: today.adding(days: -40), count: 1, sum: 1, last: 1)
    #expect(notes.totals["mood"] == [before, .init(day: today, count: 3, sum: 10, last: 4)])
    #expect(notes.choices["mood"] == [.init(day: today, value: 2, count: 1), .init(day: today, value: 4, count: 2)])
    #expect(
      notes.hours == [
        .init(hour: 12, count: 1, sum: 2), .init(hour: 16, count: 1, sum: 4), .init(hour: 20, count: 1, sum: 4),
      ])
    #expect(try vault.answeredMeasures() == ["mood", "wanted"])
    #expect(try vault.firstChartedDay() == today.adding(days: -40))
  }

  @Test func `moments are told apart by size, by ticks of quality, and by how hard they were`() throws {
    try vault.save(moment(.hello), now: .start)
    try vault.save(moment(.conversation, felt: 2, marks: [.presence], with: ["Jon"]), now: .start)
    try vault.save(moment(.conflict, felt: -1), now: .start)
    try vault.save(moment(.shared, daysAgo: 50), now: .start)
    let notes = try notes(.meetings, .felt)
    #expect(notes.meetings.count == 3)
    #expect(
      notes.meetings.contains(.init(day: today, count: 1, minutes: 20, isMicro: true, isQuality: false, isHard: false)))
    #expect(
      notes.meetings.contains(.init(day: today, count: 1, minutes: 20, isMicro: false, isQuality: true, isHard: false)))
    #expect(
      notes.meetings.contains(.init(day: today, count: 1, minutes: 20, isMicro: false, isQuality: false, isHard: true)))
    #expect(notes.felt.map(\.felt).sorted() == [-1, 2])
  }

  @Test func `a distance that was kept is in no chart of moments, and a moment without a medium is in one`() throws {
    var quick = moment(.conversation, felt: 1, with: ["Ana"])
    quick.medium = nil
    let call = Touchpoint(id: UUID(), title: "Call", kind: .call, startedOn: today)
    try vault.save(moment(.distance, felt: 2, with: ["Ana"]), now: .start)
    try vault.keep(call, with: "Ana", now: .start)
    #expect(try notes(.meetings, .felt).meetings.isEmpty && notes(.felt).felt.isEmpty)
    #expect(try notes(.touchpoints).threads.map(\.days) == [[]])
    try vault.save(quick, now: .start)
    #expect(try notes(.meetings).meetings.map(\.count) == [1])
    #expect(try notes(.felt).felt == [.init(.medium, "", felt: 1, count: 1)])
    #expect(try notes(.touchpoints).threads.map(\.days) == [[today]])
  }

  @Test func `what lies in the trash is in no chart, and comes back with one undo`() throws {
    let (answered, met) = (checkIn(["mood": 4]), moment(.conversation))
    try vault.save(answered, now: .start)
    try vault.save(met, now: .start)
    _ = try vault.save(Entry.sample(mood: .init(rawValue: 2)), now: .start)
    #expect(try notes(.totals("mood")).totals["mood"]?.map(\.count) == [2])
    try vault.trashMoment(met.id, now: .start)
    try vault.trashCheckIn(answered.id, now: .start)
    try vault.make(.trash([.number(1)]), now: .start)
    let gone = try notes(.totals("mood"), .meetings)
    #expect(gone.totals["mood"] == [] && gone.meetings.isEmpty)
    for _ in 0..<3 { _ = try vault.takeBack(now: .start) }
    let back = try notes(.totals("mood"), .meetings)
    #expect(back.totals["mood"]?.map(\.count) == [2] && back.meetings.count == 1)
  }

  @Test func `a mood goes with its entry to another day, and leaves nothing behind`() throws {
    _ = try vault.save(Entry.sample(mood: Mood(rawValue: 2)), touching: .all, now: .start)
    let earlier = Stamp(.start.adding(seconds: -5 * 86_400), in: .utc)
    _ = try vault.save(Entry.sample(at: earlier, mood: Mood(rawValue: 5)), touching: .all, now: .start)
    let totals = try notes(.totals("mood")).totals["mood"] ?? []
    #expect(totals.map(\.sum) == [5] && totals.first.map { $0.day < today.adding(days: -3) } == true)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `sums are those of what is there, whatever was done before`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let ids = (0..<12).map { UUID.number($0 + 100) }
    for _ in 0..<120 {
      guard let id = ids.randomElement(using: &dice) else { return }
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: try? vault.trashCheckIn(id, now: .start)
      case 1: _ = try vault.takeBack(now: .start)
      default:
        let answers = ["mood": Double.random(in: 1...5, using: &dice).rounded(), "own": 1]
        try vault.save(checkIn(answers, id: id, daysAgo: Int.random(in: 0..<4, using: &dice)), now: .start)
      }
    }
    let readings = try vault.readings(of: ["mood"], in: today.adding(days: -27)...today)
    let expected = Dictionary(grouping: readings, by: \.day).mapValues { day in day.reduce(0) { $0 + $1.value } }
    let totals = try notes(.totals("mood")).totals["mood"] ?? []
    #expect(Dictionary(uniqueKeysWithValues: totals.map { ($0.day, $0.sum) }) == expected)
    #expect(totals.reduce(0) { $0 + $1.count } == readings.count)
  }

  @Test func `minutes are those of good moments, or of all others`() throws {
    try vault.save(moment(.conversation, marks: [.presence]), now: .start)
    try vault.save(moment(.shared, marks: [.attention]), now: .start)
    try vault.save(moment(.hello, daysAgo: 1), now: .start)
    let notes = try notes(.minutes(ofQuality: true), .minutes(ofQuality: false))
    #expect(notes.totals[PatternQuestion.quality] == [.init(day: today, count: 2, sum: 40, last: 40)])
    #expect(notes.totals[PatternQuestion.otherTime]?.map(\.day) == [today.adding(days: -1)])
  }

  @Test func `people are there from the first moment or mention to the last, but for those who are flagged`() throws {
    try vault.save(moment(.conversation, daysAgo: 400, with: ["Jon"]), now: .start)
    try vault.save(moment(.conversation, with: ["Kim"]), now: .start)
    let gone = moment(.conversation, daysAgo: 2, with: ["Åsa"])
    try vault.save(gone, now: .start)
    try vault.trashMoment(gone.id, now: .start)
    _ = try vault.save(Entry.sample(1, "With @Jon."), now: .start)
    var kim = try #require(try vault.people().map(\.person).first { $0.name == "Kim" })
    kim.isFlagged = true
    try vault.keep(kim, now: .start)
    let found = try notes(.presences, back: 500).presences
    #expect(found.map(\.name) == ["Jon"])
    #expect(found.first?.stretches == [today.adding(days: -400), today].map { $0...$0 })
  }
}

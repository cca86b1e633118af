import Testing

@testable import HearthCore

/// What holds for any diary.
struct PatternTests {
  private static let start = Day(number: 20_000)

  /// Days of which each is a little like the one before, some not logged.
  private static func diary(_ seed: UInt64, days: Int = 90, blank: Int = 30) -> DaySeries {
    var dice = Dice(seed: seed)
    var level = 0.0
    return DaySeries(
      start: start,
      values: (0..<days).map { _ in
        level = 0.5 * level + dice.fraction() * 4 - 2
        let value = (level + 3).rounded()
        return dice.falls(blank) ? nil : max(1, min(5, value))
      })
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a link is the same from both sides, and a scale stretched evenly or not changes nothing`(seed: UInt64) {
    let (x, y) = (Self.diary(seed), Self.diary(seed + 100))
    let found = Association(x, y)
    let back = Association(y, x)
    #expect(abs((found.rho ?? 0) - (back.rho ?? 0)) < 1e-9)
    #expect(abs((found.p ?? 0) - (back.p ?? 0)) < 1e-9)
    let bent = Association(x.map { $0 * $0 * $0 + 7 }, y)
    #expect(abs((bent.rho ?? 0) - (found.rho ?? 0)) < 1e-9)
    #expect(bent.shiftP == found.shiftP)
    let turned = Association(x.map { -$0 }, y)
    #expect(abs((turned.rho ?? 0) + (found.rho ?? 0)) < 1e-9)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `every number is a number in its range`(seed: UInt64) {
    let (x, y) = (
      Self.diary(seed, days: Int(seed) * 7, blank: Int(seed) * 4), Self.diary(seed + 50, days: Int(seed) * 7)
    )
    for found in [Association(x, y), Association(x, toNext: y), Association(x, y, plain: true)] {
      if let rho = found.rho { #expect((-1...1).contains(rho)) }
      if let p = found.p { #expect((0...1).contains(p)) }
      if let p = found.shiftP { #expect(p > 0 && p <= 1) }
      if let interval = found.interval, let rho = found.rho { #expect(interval.contains(rho)) }
      #expect(found.effectivePairs.isFinite && found.effectivePairs <= Double(found.pairs))
    }
  }

  @Test(
    arguments: [
      ([], []), ([1], [1]), ([nil, nil, nil], [1, 2, 3]), ([3, 3, 3, 3], [1, 2, 3, 4]), ([1, nil, 3], [nil, 2, nil]),
    ] as [([Double?], [Double?])])
  func `where there is nothing to compare nothing is said`(x: [Double?], y: [Double?]) {
    let (x, y) = (DaySeries(start: Self.start, values: x), DaySeries(start: Self.start, values: y))
    let found = Association(x, y)
    #expect(found.rho == nil && found.p == nil && found.interval == nil && found.shiftP == nil)
    #expect(PatternLevel(found, sameDayPairs: found.pairs, isDiscovery: true) == .charts)
  }

  @Test func `two that share nothing but their weekends are not linked once weekdays are taken away`() throws {
    let weekend = DaySeries(
      start: Self.start, values: (0..<120).map { day in Day(number: 20_000 + day).weekday > 5 ? 1 : 0 })
    func lifted(_ seed: UInt64) -> DaySeries {
      let noise = Self.diary(seed, days: 120, blank: 0)
      return DaySeries(start: Self.start, values: zip(noise.values, weekend.values).map { ($0 ?? 0) + 4 * ($1 ?? 0) })
    }
    let (x, y) = (lifted(3), lifted(4))
    #expect(try #require(Association(x, y, plain: true).rho) > 0.4)
    #expect(abs(try #require(Association(x, y).rho)) < 0.25)
  }

  @Test func `a day that only resembles the one before is no link with the next`() throws {
    let mood = Self.diary(9, days: 200, blank: 0)
    let found = Association(mood.map { $0 * 2 }, toNext: mood)
    #expect(found.rho == nil || abs(found.rho ?? 1) < 1e-6)
  }

  // MARK: When something may be said

  @Test(arguments: [(13, PatternLevel.charts), (20, .early), (41, .early), (90, .steady)])
  func `the same plain link is said only when there are days enough`(days: Int, level: PatternLevel) {
    let x = Self.diary(5, days: days, blank: 0)
    let noise = Self.diary(6, days: days, blank: 0)
    let y = DaySeries(start: Self.start, values: zip(x.values, noise.values).map { ($0 ?? 0) * 3 + ($1 ?? 0) })
    let found = Association(x, y)
    #expect(PatternLevel(found, sameDayPairs: found.pairs, isDiscovery: true) == level)
    if level == .steady { #expect(PatternLevel(found, sameDayPairs: found.pairs, isDiscovery: false) == .unclear) }
  }

  @Test func `where most days are blank only that is said`() {
    let x = Self.diary(5, days: 200, blank: 60)
    let found = Association(x, x.map { $0 * 2 })
    #expect(PatternLevel(found, sameDayPairs: found.pairs, isDiscovery: true) == .thin)
  }

  @Test func `it is said after three weeks in a row, and unsaid after two without it`() {
    var memory = PatternMemory()
    func said(_ levels: [PatternLevel], from week: Int) -> [PatternLevel] {
      levels.enumerated().map { place, level in
        memory.look(level, on: Day(number: 20_000 + 7 * (week + place)))
        return memory.said
      }
    }
    #expect(said([.maybe, .maybe, .steady], from: 0) == [.unclear, .unclear, .maybe])
    #expect(said([.steady, .steady], from: 3) == [.maybe, .steady])
    #expect(said([.unclear, .steady, .unclear, .unclear], from: 5) == [.steady, .steady, .steady, .unclear])
    #expect(PatternMemory(text: memory.text) == memory)
    #expect(PatternMemory(text: "4 2900 9223372036854775807 0 0 0") == nil)
  }

  @Test func `looking again in the same week changes nothing`() {
    var memory = PatternMemory()
    for day in 0..<6 { memory.look(.steady, on: Day(number: 20_003 + day)) }
    #expect(memory.said == .unclear)
    memory.look(.unclear, on: Day(number: 10))
    #expect(memory.week == 2858)
  }

  @Test func `of values looked at together those without a p do not count`() {
    #expect(PatternLevel.discoveries([nil, 0.01, nil, 0.5]) == [false, true, false, false])
    #expect(PatternLevel.discoveries([]) == [])
    #expect(PatternLevel.discoveries([nil]) == [false])
  }

  @Test(arguments: 0...8) func `a few days have no smooth line, and that is all`(days: Int) {
    let series = DaySeries(start: Self.start, values: Array(repeating: 3, count: days))
    #expect(series.centredMean.known.count == max(0, days - 6))
    #expect(series.centredMean.count == days)
  }

  // MARK: What is usual

  @Test func `what is usual is the middle of the last sixty logged days`() {
    let short = DaySeries(start: Self.start, values: (0..<20).map { Double($0) })
    let long = DaySeries(start: Self.start, values: (0..<100).map { Double($0) })
    #expect(UsualRange(short) == nil)
    #expect(UsualRange(long)?.middle == 69.5)
    #expect(UsualRange(long)?.range == 51.8...87.2)
  }

  @Test func `a weekday that differs is noticed, and only with weeks enough`() {
    let days = (0..<70).map { Day(number: 20_000 + $0).weekday == 7 ? 5.0 : 2.0 }
    let found = WeekdayPattern(DaySeries(start: Self.start, values: days), seed: 1)
    #expect(found.p.map { $0 < 0.05 } == true)
    #expect(found.weekdays[6].mean == 5 && found.weekdays[6].count == 10)
    #expect(WeekdayPattern(DaySeries(start: Self.start, values: Array(days.prefix(20))), seed: 1).p == nil)
  }

  // MARK: Which days count

  private static func notes(_ totals: [Measure.ID: [Int: Double]]) -> ChartNotes {
    var notes = ChartNotes(days: start...start.adding(days: 99))
    notes.totals = totals.mapValues { days in
      days.sorted { $0.key < $1.key }.map {
        .init(day: start.adding(days: $0.key), count: 1, sum: $0.value, last: $0.value)
      }
    }
    return notes
  }

  @Test func `days of the body can be left out, and it is told how many they are`() throws {
    let days = Dictionary(uniqueKeysWithValues: (0..<60).map { ($0, Double($0 % 5)) })
    let notes = Self.notes(["sleep": days, "mood": days, "body/ill": [3: 1, 4: 1], "body/pain": [4: 1, 9: 1]])
    func board(_ leavesOut: Bool) -> PatternBoard {
      var memory: [String: PatternMemory] = [:]
      return PatternBoard(
        [PatternQuestion("sleep", "mood")], of: notes, on: Self.start.adding(days: 59), leavingOutBodyDays: leavesOut,
        remembering: &memory)
    }
    #expect(board(false).findings.map(\.sameDay.pairs) == [60])
    #expect(board(true).findings.map(\.sameDay.pairs) == [57])
    #expect(board(true).bodyDays == 3 && board(true).leavesOutBodyDays && !board(false).leavesOutBodyDays)
  }

  @Test func `good time and other time are asked about apart`() {
    let mood = Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, Double($0 % 5)) })
    let notes = Self.notes(["mood": mood, PatternQuestion.quality: [2: 30, 8: 60]])
    var memory: [String: PatternMemory] = [:]
    let asked = [PatternQuestion(PatternQuestion.quality, "mood"), PatternQuestion(PatternQuestion.otherTime, "mood")]
    let board = PatternBoard(asked, of: notes, on: Self.start.adding(days: 39), remembering: &memory)
    // From the first good time on a day without any is one of none.
    #expect(board.findings.map(\.sameDay.pairs) == [38, 0])
    #expect(Set(asked).isSubset(of: PatternQuestion.offered))
  }
}

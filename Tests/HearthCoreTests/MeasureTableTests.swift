import FoundationEssentials
import HearthCore
import Testing

struct MeasureTableTests {
  private let first = Day(number: 20_454)  // 1 January 2026

  private func reading(_ id: String, _ day: Int, _ value: Double, minute: Int = 0) -> Reading {
    let stamp = Stamp(Instant(seconds: first.adding(days: day).number * 86_400 + minute * 60), in: .utc)
    return Reading(source: .numbered(day), measure: id, value: value, stamp: stamp, day: first.adding(days: day))
  }

  private let measures = [
    Measure(id: "mood", title: "Mood", range: 1...5), Measure(id: "sleep", title: "Sleep", perDay: .last),
    Measure(id: "never", title: "Never"),
  ]

  @Test func `a mean is of three days and more, and says of how many`() {
    let readings = (0..<3).map { reading("mood", $0, Double($0 + 1)) } + (0..<2).map { reading("sleep", $0, 7) }
    let table = MeasureTable(readings, of: measures, in: [first...first.adding(days: 6)])
    #expect(table.measures.map(\.id) == ["mood", "sleep"])
    #expect(table.rows[0].cells.map(\.mean) == [2, nil])
    #expect(table.rows[0].cells.map(\.count) == [3, 2])
  }

  @Test func `a day counts once, as its measure says`() {
    let days = (0..<3).flatMap { [reading("mood", $0, 1), reading("mood", $0, 3)] }
    let nights = (0..<3).flatMap { [reading("sleep", $0, 2, minute: 60), reading("sleep", $0, 9, minute: 600)] }
    let table = MeasureTable(days + nights, of: measures, in: [first...first.adding(days: 6)])
    #expect(table.rows[0].cells.map(\.mean) == [2, 9])
    #expect(table.rows[0].cells.map(\.count) == [3, 3])
  }

  @Test func `weeks, and months where there are many`() {
    let weeks = (first...first.adding(days: 9)).stretches(weekStart: 1)
    #expect(weeks.map { "\($0.lowerBound) \($0.upperBound)" } == ["2026-01-01 2026-01-04", "2026-01-05 2026-01-10"])
    let months = (first.adding(days: 9)...first.adding(days: 100)).stretches(weekStart: 1)
    #expect(months.map(\.lowerBound.description) == ["2026-01-10", "2026-02-01", "2026-03-01", "2026-04-01"])
    #expect(months.last?.upperBound == first.adding(days: 100))
    #expect((first...first).stretches(weekStart: 7) == [first...first])
  }

  @Test func `a stretch at the end of the calendar ends with it`() {
    let last = Day.calendar.upperBound
    let months = (last.adding(days: -99)...last).stretches(weekStart: 1)
    #expect(months.map(\.upperBound.description) == ["9999-09-30", "9999-10-31", "9999-11-30", "9999-12-31"])
  }
}

extension UUID {
  fileprivate static func numbered(_ number: Int) -> UUID {
    UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number)))
  }
}

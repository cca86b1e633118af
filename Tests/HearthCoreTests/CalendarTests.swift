import HearthCore
import Testing

@Suite struct CalendarTests {
  private func grid(_ month: String, weekStart: Int) -> String {
    let month = Day(month) ?? Day(number: 0)
    return MonthGrid(month: month, weekStart: weekStart).weeks.map { week in
      week.map { $0.map { String($0.parts.day) } ?? "." }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  @Test func `a month stands in rows of seven`() {
    #expect(
      grid("2026-03-15", weekStart: 1) == """
        . . . . . . 1
        2 3 4 5 6 7 8
        9 10 11 12 13 14 15
        16 17 18 19 20 21 22
        23 24 25 26 27 28 29
        30 31 . . . . .
        """)
    #expect(
      grid("2026-03-01", weekStart: 7) == """
        1 2 3 4 5 6 7
        8 9 10 11 12 13 14
        15 16 17 18 19 20 21
        22 23 24 25 26 27 28
        29 30 31 . . . .
        """)
  }

  @Test(arguments: [
    ("2027-02-01", 1, 4), ("2026-02-01", 7, 4), ("2024-02-01", 4, 5), ("2026-08-01", 1, 6), ("2023-10-01", 1, 6),
    ("1900-02-01", 4, 4), ("0001-01-01", 1, 5), ("9999-12-01", 3, 5),
  ])
  func `it has as many weeks as it needs`(_ month: String, _ weekStart: Int, _ weeks: Int) {
    #expect(MonthGrid(month: Day(month) ?? Day(number: 0), weekStart: weekStart).weeks.count == weeks)
  }

  @Test(arguments: 1...7)
  func `every day of a month stands once, under its weekday`(_ weekStart: Int) {
    for month in 0..<120 {
      let first = Day(number: 18_262).adding(months: month)
      let grid = MonthGrid(month: first, weekStart: weekStart)
      let (year, number, _) = first.parts
      let days = (0..<Day.length(ofMonth: number, year: year)).map { first.adding(days: $0) }
      #expect(grid.weeks.flatMap { $0 }.compactMap { $0 } == days)
      for week in grid.weeks {
        #expect(week.count == 7 && week.contains { $0 != nil })
        for (column, day) in week.enumerated() {
          if let day { #expect(day.weekday == (weekStart - 1 + column) % 7 + 1) }
        }
      }
    }
  }

  // MARK: What comes back

  /// The first and the last day at each distance.
  private func back(_ today: String, since earliest: String?) -> [String] {
    let today = Day(today) ?? Day(number: 0)
    let found = Memory.days(before: today, earliest: earliest.flatMap { Day($0) })
    return found.map(\.distance).uniqued().map { distance in
      let days = found.filter { $0.distance == distance }.map { $0.day.description }
      return "\(distance) \(days.count == 1 ? days[0] : "\(days[0]) to \(days[days.count - 1])")"
    }
  }

  @Test(
    arguments: [
      (
        "2026-03-03", "2024-03-03",
        [
          "week 2026-02-24", "month 2026-02-03", "sixMonths 2025-09-03", "years(1) 2025-03-03", "years(2) 2024-03-03",
        ]
      ),
      ("2026-03-03", "2025-03-04", ["week 2026-02-24", "month 2026-02-03", "sixMonths 2025-09-03"]),
      ("2026-03-03", "2026-02-24", ["week 2026-02-24"]), ("2026-03-03", "2026-03-01", []), ("2026-03-03", nil, []),
      ("2026-03-31", "2026-01-01", ["week 2026-03-24"]),
      ("2026-02-28", "2026-01-01", ["week 2026-02-21", "month 2026-01-28 to 2026-01-31"]),
      ("2026-04-30", "2026-01-01", ["week 2026-04-23", "month 2026-03-30 to 2026-03-31"]),
      (
        "2025-02-28", "2024-02-01",
        [
          "week 2025-02-21", "month 2025-01-28 to 2025-01-31", "sixMonths 2024-08-28 to 2024-08-31",
          "years(1) 2024-02-28 to 2024-02-29",
        ]
      ),
      ("2028-02-29", "2027-09-01", ["week 2028-02-22", "month 2028-01-29 to 2028-01-31"]),
      ("0001-01-03", "0001-01-01", []),
    ] as [(String, String?, [String])])
  func `days come back at a distance one remembers in`(_ today: String, _ earliest: String?, _ expected: [String]) {
    #expect(back(today, since: earliest) == expected)
  }

  @Test func `every day comes back once at every distance`() {
    var seen: [Memory.Distance: [Day]] = [:]
    let start = Day(number: 18_262)
    for number in 0..<3000 {
      for (distance, day) in Memory.days(before: start.adding(days: number), earliest: start) {
        seen[distance, default: []].append(day)
      }
    }
    for (distance, days) in seen {
      #expect(days == (0..<days.count).map { start.adding(days: $0) }, "\(distance)")
    }
    #expect(seen.keys.sorted().prefix(5) == [.week, .month, .sixMonths, .years(1), .years(2)])
  }
}

import Pictures
import Testing

@testable import Canvas

struct CalendarTests {
  /// Days are counted from the first of January, which is day 1 and a Thursday, as in 2026.
  private static let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  private static let months = [
    ("January", 31), ("February", 28), ("March", 31), ("April", 30), ("May", 31), ("June", 30), ("July", 31),
    ("August", 31), ("September", 30), ("October", 31), ("November", 30), ("December", 31),
  ]

  private static let year: [CalendarMonth] = {
    var first = 1
    return months.map { name, length in
      let before = (first + 2) % 7
      let days = first..<first + length
      let weeks = stride(from: first - before, to: first + length, by: 7).map { week in
        (week..<week + 7).map { days.contains($0) ? $0 : nil }
      }
      first += length
      return CalendarMonth(title: name, weeks: weeks)
    }
  }()

  private let look = CalendarLook(
    weekdays: names, selected: 67, today: 76,
    marks: [61: DayMark("▪"), 67: DayMark("●", .good), 69: DayMark("◐", .middling), 76: DayMark("○", .low)])

  private var march: MonthView { MonthView(Self.year[2], look) }
  private var year: YearView { YearView(Self.year, look) }

  @Test func `a month shows what is known of its days`() {
    #expect(
      picture(40, 9) { march.draw(on: &$0, in: $1) } == """
                       March
           Mo   Tu   We   Th   Fr   Sa   Su
                                          1
          ▪ 2    3    4    5    6    7 ▌● 8
            9  ◐10   11   12   13   14   15
           16  ○17   18   19   20   21   22
           23   24   25   26   27   28   29
           30   31
        """)
  }

  @Test func `the selected day and today are seen without colour`() {
    var frame = Frame(columns: 28, rows: 8)
    march.draw(on: &frame, in: frame.bounds)
    #expect(
      frame.styled() == """
        │           March
                    hhhhh
        │  Mo  Tu  We  Th  Fr  Sa  Su
           dd  dd  dd  dd  dd  dd  dd
        │                           1
                                    d
        │ ▪ 2   3   4   5   6   7▌● 8
                d   d   d   d   dagzz
        │   9 ◐10  11  12  13  14  15
            d m    dd  dd  dd  dd  dd
        │  16 ○17  18  19  20  21  22
           dd l    dd  dd  dd  dd  dd
               __
        │  23  24  25  26  27  28  29
           dd  dd  dd  dd  dd  dd  dd
        │  30  31
           dd  dd
        cursor hidden at 27,3
        """)
  }

  @Test func `in a narrow place the days move together`() {
    #expect(
      picture(21, 8) { march.draw(on: &$0, in: $1) } == """
                March
         Mo Tu We Th Fr Sa Su
                            1
        ▪ 2  3  4  5  6  7● 8
          9◐10 11 12 13 14 15
         16○17 18 19 20 21 22
         23 24 25 26 27 28 29
         30 31
        """)
  }

  @Test func `in 20 columns all days are there, and in fewer they lose their marks`() {
    #expect(
      picture(20, 8) { march.draw(on: &$0, in: $1) } == """
               March
        Mo Tu We Th Fr Sa Su
                           1
         2  3  4  5  6  7● 8
         9◐10 11 12 13 14 15
        16○17 18 19 20 21 22
        23 24 25 26 27 28 29
        30 31
        """)
    #expect(
      picture(14, 8) { march.draw(on: &$0, in: $1) } == """
            March
        MoTuWeThFrSaSu
                     1
         2 3 4 5 6 7 8
         9101112131415
        16171819202122
        23242526272829
        3031
        """)
  }

  @Test func `where rows are missing the selected day stays`() {
    #expect(
      picture(28, 5) { march.draw(on: &$0, in: $1) } == """
                   March           ↓
          Mo  Tu  We  Th  Fr  Sa  Su
                                   1
         ▪ 2   3   4   5   6   7▌● 8
           9 ◐10  11  12  13  14  15
        """)
    #expect(picture(28, 4) { march.draw(on: &$0, in: $1) }.hasPrefix("  Mo  Tu  We  Th  Fr  Sa  Su\n"))
    #expect(picture(28, 3) { march.draw(on: &$0, in: $1) }.hasPrefix("                           1\n ▪ 2"))
    #expect(
      picture(28, 2) { march.draw(on: &$0, in: $1) } == """
                                   1
         ▪ 2   3   4   5   6   7▌● 8
        """)
    #expect(picture(28, 1) { march.draw(on: &$0, in: $1) } == " ▪ 2   3   4   5   6   7▌● 8")
  }

  @Test(
    arguments: [
      ("Left", .days(-1)), ("Right", .days(1)), ("Up", .days(-7)), ("Down", .days(7)), ("PgUp", .months(-1)),
      ("PgDn", .months(1)), ("Home", .monthStart), ("End", .monthEnd), ("C-Left", nil), ("x", nil), ("Enter", nil),
    ] as [(String, CalendarMove?)])
  func `keys lead from day to day`(_ key: String, _ expected: CalendarMove?) {
    let rect = Rect(column: 0, row: 0, columns: 28, rows: 8)
    #expect(march.move(for: .press(key), in: rect) == expected)
    #expect(year.move(for: .press(key), in: rect) == expected)
  }

  @Test(
    arguments: [
      (27, 2, .day(60)), (2, 3, .day(61)), (7, 4, .day(69)), (2, 2, nil), (2, 0, nil), (27, 7, nil), (28, 3, nil),
      (4, 7, .day(90)),
    ] as [(Int, Int, CalendarMove?)])
  func `a click leads to its day`(_ column: Int, _ row: Int, _ expected: CalendarMove?) {
    #expect(march.move(for: .click(column, row), in: Rect(column: 0, row: 0, columns: 30, rows: 9)) == expected)
  }

  @Test(arguments: [20, 14]) func `in a narrow place a click leads to its day too`(columns: Int) {
    let rect = Rect(column: 0, row: 0, columns: columns, rows: 8)
    #expect(march.move(for: .click(columns - 1, 3), in: rect) == .day(67))
    #expect(march.move(for: .click(0, 3), in: rect) == .day(61))
  }

  @Test func `every day that is drawn can be clicked`() {
    for (columns, rows) in [(28, 8), (21, 8), (40, 3), (23, 1), (20, 8), (14, 3)] {
      let rect = Rect(column: 3, row: 2, columns: columns, rows: rows)
      var frame = Frame(columns: 60, rows: 12)
      march.draw(on: &frame, in: rect)
      for row in 0..<12 {
        for column in 0..<60 {
          let day = march.day(at: Point(column: column, row: row), in: rect)
          #expect(day.map { march.month.days.contains($0) && rect.contains(Point(column: column, row: row)) } ?? true)
        }
      }
    }
  }

  // MARK: The year

  @Test func `two months stand side by side at 80 columns`() {
    #expect(
      picture(80, 17) { year.draw(on: &$0, in: $1) } == """
                      January                              February
           Mo   Tu   We   Th   Fr   Sa   Su      Mo   Tu   We   Th   Fr   Sa   Su
                           1    2    3    4                                     1
            5    6    7    8    9   10   11       2    3    4    5    6    7    8
           12   13   14   15   16   17   18       9   10   11   12   13   14   15
           19   20   21   22   23   24   25      16   17   18   19   20   21   22
           26   27   28   29   30   31           23   24   25   26   27   28


                       March                                 April
           Mo   Tu   We   Th   Fr   Sa   Su      Mo   Tu   We   Th   Fr   Sa   Su
                                          1                 1    2    3    4    5
          ▪ 2    3    4    5    6    7 ▌● 8       6    7    8    9   10   11   12
            9  ◐10   11   12   13   14   15      13   14   15   16   17   18   19
           16  ○17   18   19   20   21   22      20   21   22   23   24   25   26
           23   24   25   26   27   28   29      27   28   29   30
           30   31                                                                     ↓
        """)
  }

  @Test(arguments: [(40, 12, 1), (50, 12, 1), (80, 24, 2), (120, 40, 4), (200, 60, 4)])
  func `as many months stand in a row as there is room for`(_ columns: Int, _ rows: Int, _ expected: Int) {
    let top = picture(columns, rows) { year.draw(on: &$0, in: $1) }.prefix { $0 != "\n" }
    #expect(Self.months.count { top.contains($0.0) } == expected)
  }

  @Test(arguments: Array(stride(from: 1, through: 365, by: 14)))
  func `the selected day is in sight at any size`(_ day: Int) {
    let look = CalendarLook(weekdays: Self.names, selected: day, today: nil, marks: [:])
    for (columns, rows) in [(80, 20), (40, 9), (120, 36), (21, 3), (28, 1)] {
      let picture = picture(columns, rows) { YearView(Self.year, look).draw(on: &$0, in: $1) }
      #expect(picture.count { $0 == "▌" } == 1)
    }
  }

  @Test func `arrows at the edge say that there are more months`() {
    #expect(picture(40, 9) { year.draw(on: &$0, in: $1) }.split(separator: "\n").first?.last == "↑")
    #expect(picture(40, 9) { year.draw(on: &$0, in: $1) }.contains("↓"))
    #expect(!picture(120, 36) { year.draw(on: &$0, in: $1) }.contains { "↑↓".contains($0) })
  }

  @Test func `a click in the year leads to its day`() {
    let rect = Rect(column: 0, row: 0, columns: 80, rows: 17)
    #expect(year.move(for: .click(68, 2), in: rect) == .day(32))
    #expect(year.move(for: .click(36, 2), in: rect) == nil)
    #expect(year.move(for: .wheel(.wheelDown), in: rect) == .months(1))
  }

  @Test func `at no size does it fail`() {
    for columns in stride(from: 0, to: 90, by: 7) {
      for rows in [0, 1, 2, 3, 7, 8, 9, 17, 29] {
        let rect = Rect(column: 0, row: 0, columns: columns, rows: rows)
        var frame = Frame(columns: 90, rows: 30)
        march.draw(on: &frame, in: rect)
        year.draw(on: &frame, in: rect)
      }
    }
    #expect(
      YearView([], look).day(at: Point(column: 0, row: 0), in: Rect(column: 0, row: 0, columns: 9, rows: 9)) == nil)
  }
}

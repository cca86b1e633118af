import Testing

@testable import HearthCore

struct ChartTests {
  private static let today = Day(number: 20_515)

  private func notes(_ count: Int = 28, endingOn last: Day = today) -> ChartNotes {
    ChartNotes(days: last.adding(days: 1 - count)...last, measures: Self.measures)
  }

  private static let measures = [
    Measure(id: "mood", title: "Mood", range: 1...5), Measure(id: "wanted", title: "Wanted"),
    Measure(id: "had", title: "Had"), Measure(id: "people-hours", title: "Hours", range: 0...24, perDay: .sum),
    Measure(id: "alone", title: "Alone", range: 0...2, words: ["pushed", "mixed", "chosen"], perDay: .last),
  ]

  private func total(_ day: Day, _ value: Double) -> ChartNotes.DayTotal {
    .init(day: day, count: 1, sum: value, last: value)
  }

  // MARK: Any diary

  /// What may stand in a journal, from nothing to nonsense.
  private static let diaries: [(name: String, days: ClosedRange<Day>, answered: [(Int, Double)])] = {
    func days(_ first: String, _ last: String) -> ClosedRange<Day> { (Day(first) ?? today)...(Day(last) ?? today) }
    let month = today.adding(days: -27)...today
    return [
      ("nothing", month, []), ("one day", month, [(3, 4)]), ("two days", month, [(3, 4), (9, 1)]),
      ("all alike", month, (0..<28).map { ($0, 3) }), ("a single day shown", today...today, [(0, 2)]),
      ("a leap day", days("2024-02-20", "2024-03-05"), [(8, 2), (9, 3), (10, 4)]),
      ("clocks put on and back", days("2025-03-20", "2025-11-05"), (0..<231).map { ($0, Double($0 % 5)) }),
      ("forty years", days("1986-01-01", "2025-12-31"), (0..<14_610).map { ($0, Double($0 % 7)) }),
      ("beyond every scale", month, [(1, 1e300), (2, -1e300), (5, .infinity), (6, .nan), (7, -0.0), (8, 1e-300)]),
      ("far away", days("0001-01-01", "0001-01-28"), [(0, 1), (27, 5)]),
    ]
  }()

  @Test(arguments: Chart.Kind.allCases, diaries.indices)
  func `every chart can be made of anything`(_ kind: Chart.Kind, _ place: Int) {
    let diary = Self.diaries[place]
    var notes = ChartNotes(days: diary.days, measures: Self.measures)
    for (offset, value) in diary.answered {
      let day = diary.days.lowerBound.adding(days: offset)
      for id in ["mood", "wanted", "had", "closeness", "contact", "energy", "sleep", "people-hours"] {
        notes.totals[id, default: []].append(total(day, value))
      }
      let option = value.isFinite && abs(value) < 1000 ? Int(value) : 7
      for id in ["alone", "reaching-out", "promise", "mended-after", "boundary-outcome"] {
        notes.choices[id, default: []].append(.init(day: day, value: option, count: 1))
      }
      notes.meetings.append(
        .init(
          day: day, count: 1, minutes: 30, isMicro: offset % 2 == 0, isQuality: offset % 3 == 0, isHard: offset % 5 == 0
        ))
      notes.felt.append(.init(.medium, "call", felt: offset % 5 - 2, count: 1))
    }
    notes.threads = [.init("a", diary.answered.map { diary.days.lowerBound.adding(days: $0.0) })]
    for variant in 0..<5 {
      let sheet = ChartSheet(.builtIn(kind), of: notes, variant: variant)
      #expect(sheet.days == diary.days)
      #expect(sheet.logged <= max(sheet.days.length, diary.answered.count))
      let values = sheet.points.flatMap(\.values).compactMap(\.value)
      #expect(values.allSatisfy { !$0.isNaN }, "\(diary.name)")
      #expect(sheet.points.count <= 14_610)
    }
  }

  // MARK: What is drawn

  @Test func `a day without an answer is a gap, and nothing is drawn through it`() throws {
    var notes = notes(5)
    let first = notes.days.lowerBound
    notes.totals["wanted"] = [0, 1, 3, 4].map { total(first.adding(days: $0), 8) }
    notes.totals["had"] = [0, 1, 3].map { total(first.adding(days: $0), 3) }
    let sheet = ChartSheet(.builtIn(.wantedAndHad), of: notes)
    guard case .lines(let series, _, let shades) = sheet.shape else { throw Odd() }
    #expect(shades)
    #expect(series.map(\.values) == [[8, 8, nil, 8, 8], [3, 3, nil, 3, nil]])
    #expect(sheet.facts == [.wantedMore(days: 3, of: 3, median: nil)])
    #expect(sheet.logged == 4)
  }

  @Test func `several answers of a day become one by the measure's own rule`() throws {
    var notes = notes(2)
    let day = notes.days.upperBound
    notes.totals["mood"] = [.init(day: day, count: 3, sum: 9, last: 5)]
    notes.totals["people-hours"] = [.init(day: day, count: 3, sum: 9, last: 5)]
    notes.totals["alone"] = [.init(day: day, count: 3, sum: 9, last: 5)]
    let values = ["mood", "people-hours", "alone"].map {
      ChartSheet(.measure($0), of: notes).points.last?.values.first?.value
    }
    #expect(values == [3, 9, 5])
  }

  @Test func `no mean is of fewer than three`() throws {
    var notes = notes()
    notes.felt = [.init(.medium, "call", felt: 2, count: 2), .init(.medium, "text", felt: 1, count: 3)]
    let sheet = ChartSheet(.builtIn(.feltAfter), of: notes)
    #expect(
      sheet.points.map(\.values) == [[.init(.medium("call"), nil, count: 2)], [.init(.medium("text"), 1, count: 3)]])
  }

  @Test func `the middle of a scale belongs to neither side`() {
    var notes = notes()
    let days = [(5.0, 5.0), (5, 9), (9, 5), (9, 9), (1, 1)].enumerated().map {
      (notes.days.lowerBound.adding(days: $0), $1)
    }
    notes.totals["contact"] = days.map { total($0, $1.0) }
    notes.totals["closeness"] = days.map { total($0, $1.1) }
    #expect(ChartSheet(.builtIn(.companyAndCloseness), of: notes).facts == [.quarters(1, 0, 0, 1, between: 3)])
  }

  @Test func `moments without a way of being in touch stand in a row of their own, below the others`() {
    var notes = notes()
    notes.felt = [
      .init(.medium, "", felt: 1, count: 2), .init(.medium, "text", felt: 1, count: 1),
      .init(.circle, "friend", felt: 1, count: 1),
    ]
    let sheet = ChartSheet(.builtIn(.feltAfter), of: notes)
    #expect(sheet.points.flatMap(\.values).map(\.label) == [.medium("text"), .medium(""), .circle("friend")])
    #expect(sheet.logged == 3)
  }

  @Test func `a moment that stands by how it was and by whom it was with is one moment`() {
    var notes = notes()
    notes.felt = [.init(.medium, "call", felt: 2, count: 3), .init(.circle, "close", felt: 2, count: 2)]
    #expect(ChartSheet(.builtIn(.feltAfter), of: notes).logged == 3)
  }

  @Test func `weeks of a stack begin where the person's week begins, and one with nothing stays empty`() throws {
    var notes = notes(21)
    notes.weekStart = notes.days.lowerBound.weekday
    notes.choices["alone"] = [
      .init(day: notes.days.lowerBound, value: 2, count: 2), .init(day: notes.days.upperBound, value: 0, count: 1),
    ]
    guard case .columns(let labels, let bars, let top) = ChartSheet(.builtIn(.aloneTime), of: notes).shape else {
      throw Odd()
    }
    #expect(labels == [.choice("alone", 2), .choice("alone", 1), .choice("alone", 0)])
    #expect(bars == [[2, 0, 0], nil, [0, 0, 1]])
    #expect(top == 2)
  }

  @Test(arguments: [(28, 28), (91, 91), (365, 365), (400, 400), (1000, 144), (14_610, 481)])
  func `the more days there are, the more of them stand together`(_ days: Int, _ most: Int) {
    let sheet = ChartSheet(.measure("mood"), of: notes(days))
    #expect(sheet.points.count <= most + 1)
    #expect(sheet.points.first?.days?.lowerBound == sheet.days.lowerBound)
    #expect(sheet.points.last?.days?.upperBound == sheet.days.upperBound)
  }

  @Test func `what is usual is said from twenty-one days on, and where the last days lie beside it`() {
    var notes = notes()
    let first = notes.days.lowerBound
    notes.totals["mood"] = (0..<20).map { total(first.adding(days: $0), 3) }
    #expect(ChartSheet(.measure("mood"), of: notes).facts == [.noUsual(.measure("mood"), days: 20)])
    notes.totals["mood"] = (0..<28).map { total(first.adding(days: $0), $0 < 24 ? 2 : 5) }
    #expect(ChartSheet(.measure("mood"), of: notes).facts.last == .lately(.measure("mood"), 1))
  }

  @Test func `a day without a moment counts as none only from the first moment on`() throws {
    var notes = notes(10)
    let first = notes.days.lowerBound
    notes.totals["energy"] = (0..<10).map { total(first.adding(days: $0), Double($0)) }
    notes.meetings = [
      .init(day: first.adding(days: 6), count: 1, minutes: 90, isMicro: false, isQuality: true, isHard: false)
    ]
    let sheet = ChartSheet(.builtIn(.socialBattery), of: notes)
    guard case .dots(let groups, _) = sheet.shape else { throw Odd() }
    #expect(groups.filter { $0.label == .word(.lightToday) }.flatMap(\.values).allSatisfy { $0 > 6 })
  }

  @Test func `sleep belongs to the night before`() throws {
    var notes = notes(10)
    let first = notes.days.lowerBound
    notes.totals["sleep"] = (0..<10).map { total(first.adding(days: $0), Double($0)) }
    notes.meetings = [
      .init(day: first.adding(days: 3), count: 1, minutes: 5, isMicro: false, isQuality: false, isHard: true)
    ]
    guard case .dots(let groups, _) = ChartSheet(.builtIn(.sleepAfter), of: notes).shape else { throw Odd() }
    #expect(groups.first?.values == [4])
  }

  // MARK: Which, and how long

  @Test func `what a person wants to understand comes first, and every chart stands once`() {
    let all = Chart.all(for: [.solitude, .lonely], measures: ["tea"])
    #expect(all.prefix(3) == [.builtIn(.aloneTime), .builtIn(.socialBattery), .builtIn(.wantedAndHad)])
    #expect(all.last == .measure("tea"))
    #expect(Set(all).count == all.count && all.count == Chart.Kind.allCases.count + 1)
  }

  @Test(
    arguments: [
      ("90d", .days(90)), ("12w", .days(84)), ("2y", .days(730)), ("all", .all), ("0d", nil), ("-3d", nil), ("d", nil),
      ("", nil), ("90", nil), ("99999999999999999999d", nil), ("9999y", nil),
    ] as [(String, ChartSpan?)])
  func `a span is typed as a number and its unit`(_ text: String, _ expected: ChartSpan?) {
    #expect(ChartSpan(text) == expected)
  }

  @Test func `no chart shows more than a hundred years`() throws {
    let first = try #require(Day(year: 1, month: 1, day: 1))
    #expect(ChartSpan.all.days(upTo: Self.today, since: first).length == ChartSpan.most)
    #expect(ChartSpan.all.days(upTo: Self.today, since: nil).length == 28)
  }

  private struct Odd: Error {}
}

import FoundationEssentials
import Testing

@testable import HearthCore

/// What Today says by itself is decided here.
@Suite struct MarkerTests {
  @Test(
    arguments: [
      ("2-5", 2, 5), ("2 to 5", 2, 5), (" 2 – 5 ", 2, 5), ("3", 3, 3), ("0..9", 0, 9), ("2 5", 2, 5), ("99", 99, 99),
    ])
  func `a range is typed in a few ways`(typed: String, least: Int, most: Int) {
    #expect(MarkerRange(typed: typed) == MarkerRange(least, most))
  }

  @Test(arguments: ["", "few", "5-2", "-3", "2-5-9", "100", "2 and 5", "999999999999999999999", "2.5x"])
  func `what is no range is none`(typed: String) { #expect(MarkerRange(typed: typed) == nil) }

  @Test func `ranges come back as they were kept, and nonsense was never set`() {
    var ranges = MarkerRanges()
    ranges[.small] = MarkerRange(3, 9)
    ranges[.contacts] = MarkerRange(2, 6)
    #expect(ranges.text == "contacts=2-6 small=3-9")
    #expect(MarkerRanges(text: ranges.text) == ranges)
    #expect(MarkerRanges(text: "moon=1-2 small alone=9-1 talks=x") == MarkerRanges())
  }

  private static func moment(_ kind: Moment.Kind, _ marks: Moment.Mark...) -> Moment {
    Moment(
      id: UUID(), stamp: Stamp(Instant(seconds: 0), in: .utc), day: Day(number: 0), kind: kind, marks: marks,
      createdAt: Instant(seconds: 0))
  }

  private static let moments = [
    moment(.hello), moment(.smile), moment(.conversation), moment(.conversation, .attention), moment(.distance),
    moment(.shared, .understood), moment(.online, .attention),
  ]

  @Test(
    arguments: [
      (Marker.contacts, 6, WeekMarker.Place.above), (.small, 2, .within), (.talks, 2, .within),
      (.guided, 1, .below), (.alone, 4, .above),
    ])
  func `a week is counted, each in its own range`(marker: Marker, count: Int, place: WeekMarker.Place) {
    var ranges = MarkerRanges()
    ranges[marker] = MarkerRange(2, 3)
    let told = WeekMarker.told(ranges, moments: Self.moments, chosenAlone: 4, guided: 1)
    #expect(told.map(\.count) == [count] && told.map(\.place) == [place])
    #expect(told.first?.isFull == (marker == .contacts))
  }

  @Test func `nothing is told of what has no range, and nothing of what did not happen`() {
    #expect(WeekMarker.told(MarkerRanges(), moments: Self.moments, chosenAlone: 4, guided: 1).isEmpty)
    var ranges = MarkerRanges()
    for marker in Marker.allCases { ranges[marker] = MarkerRange(2, 5) }
    #expect(WeekMarker.told(ranges, moments: [], chosenAlone: 0, guided: 0).isEmpty)
  }
}

@Suite struct NextStepTests {
  private static let day = Day(number: 20_515)

  @Test(
    arguments: [
      ([:], nil), (["mood": 1], nil), (["wanted": 5, "had": 4], nil), (["wanted": 6, "had": 4], .wanted),
      (["wanted": 6], nil), (["had": 8, "wanted": 5], .full), (["energy": 2, "wanted": 9, "had": 0], .drained),
      (["lonely": 7, "energy": 1], .lonely), (["tension": 8], .tense), (["alone": 0], .pushed), (["alone": 2], nil),
    ] as [([Measure.ID: Double], NextStep.Reason?)])
  func `a check-in gives reason for a step, or for none`(answers: [Measure.ID: Double], reason: NextStep.Reason?) {
    #expect(NextStep.reason(for: answers, isFull: false) == reason)
  }

  @Test func `above the upper edge rest is suggested and no more company`() {
    #expect(NextStep.reason(for: ["wanted": 9, "had": 2], isFull: true) == .beyond)
    #expect(NextStep.reason(for: ["wanted": 5, "had": 4], isFull: true) == nil)
  }

  @Test func `it is the same all day, and not the same every day`() {
    func step(_ day: Day, seed: UInt64 = 7) -> NextStep? {
      NextStep.chosen(for: .wanted, on: day, seed: seed, by: Leaning())
    }
    #expect(step(Self.day) == step(Self.day))
    #expect(Set((0..<30).map { step(Self.day.adding(days: $0)) }).count > 3)
  }

  /// Every step that can come in two hundred days.
  private static func steps(_ reason: NextStep.Reason, _ leaning: Leaning) -> Set<String> {
    Set(
      (0..<200).compactMap { NextStep.chosen(for: reason, on: day.adding(days: $0), seed: 1, by: leaning) }
        .map { $0.option?.id ?? $0.practice })
  }

  @Test func `the pace says how large a step may be`() {
    #expect(!Self.steps(.wanted, Leaning()).contains("one-safe-person"))
    #expect(Self.steps(.wanted, Leaning(pace: .person)).contains("one-safe-person"))
    #expect(!Self.steps(.wanted, Leaning(pace: .person)).contains("something-to-do"))
    #expect(Self.steps(.wanted, Leaning(pace: .more)).contains("something-to-do"))
  }

  @Test func `what drains is not suggested, and what suits comes first`() {
    let quiet = Leaning(drains: [.talk, .strangers])
    #expect(Self.steps(.wanted, quiet) == ["kind", "window"])
    #expect(Self.steps(.wanted, Leaning(surroundings: [.writing])) == ["kind"])
    #expect(Self.steps(.drained, Leaning(drains: [.noise, .way])) == ["warm", "moments", "sleep"])
    #expect(Self.steps(.wanted, Leaning(drains: Set(Drain.allCases))).isEmpty)
  }

  @Test func `lonely is answered with all three sizes, never with an errand`() {
    #expect(Self.steps(.lonely, Leaning(pace: .more)) == ["smallest-step"])
  }
}

@Suite struct ReturningTests {
  private static let day = Day(number: 20_515)

  @Test(arguments: [(1, false), (7, false), (8, true), (400, true)])
  func `after more than a week away one is greeted, for the day`(days: Int, isBack: Bool) {
    var presence = Presence()
    presence.noticing(Self.day)
    #expect(!presence.isBack(on: Self.day))
    let later = Self.day.adding(days: days)
    presence.noticing(later)
    presence.noticing(later)
    #expect(presence.isBack(on: later) == isBack)
    #expect(Presence(text: presence.text) == presence)
    presence.noticing(later.adding(days: 1))
    #expect(!presence.isBack(on: later.adding(days: 1)))
  }

  @Test func `a clock that was set back greets nobody`() {
    var presence = Presence()
    presence.noticing(Self.day)
    presence.noticing(Self.day.adding(days: -40))
    presence.noticing(Self.day)
    #expect(!presence.isBack(on: Self.day))
    #expect(Presence(text: "soon later") == Presence())
  }

  @Test func `an invitation stops after three that were passed over, until something is kept`() {
    var invitations = Invitations()
    let first = (0..<5).map { invitations.comes(on: Self.day.adding(days: $0), isAnswered: false) }
    #expect(first == [true, true, true, false, false])
    #expect(Invitations(text: invitations.text) == invitations)
    let later = [(30, false), (31, true), (31, false)].map {
      invitations.comes(on: Self.day.adding(days: $0), isAnswered: $1)
    }
    #expect(later == [false, true, true])
  }

  @Test func `an invitation that is answered counts nobody's silence`() {
    var invitations = Invitations()
    for day in 0..<40 {
      let comes = invitations.comes(on: Self.day.adding(days: day), isAnswered: day % 3 == 0)
      #expect(comes)
    }
    #expect(Invitations(text: "x") == Invitations())
  }

  @Test func `little energy is for a day, or for every day but one`() {
    var low = LowEnergy()
    low.turn(on: Self.day)
    #expect(low.isOn(Self.day) && !low.isOn(Self.day.adding(days: 1)))
    #expect(LowEnergy(text: low.text ?? "") == low)
    low.turn(on: Self.day)
    #expect(low.text == nil)
    var always = LowEnergy(isEveryDay: true)
    always.turn(on: Self.day)
    #expect(!always.isOn(Self.day) && always.isOn(Self.day.adding(days: 1)))
    #expect(LowEnergy(text: always.text ?? "") == always)
  }

  // MARK: The question of the month

  @Test func `the question of the month comes after two weeks, for one day, and then a month later`() {
    var question = MonthlyQuestion()
    let days = (0...80).filter { question.comes(on: Self.day($0), answered: nil) }
    #expect(days == [14, 44, 74])
    let staysForTheDay = question.comes(on: Self.day(74), answered: nil)
    #expect(staysForTheDay)
    #expect(MonthlyQuestion(text: question.text) == question)
  }

  @Test func `it comes no later than the calendar goes, and what is kept of it can come back in`() {
    let last = Day.calendar.upperBound
    for answered in [nil, last] {
      var question = MonthlyQuestion()
      for number in -40...0 {
        _ = question.comes(on: last.adding(days: number), answered: number == 0 ? answered : nil)
      }
      #expect(Setting.monthlyQuestion.allows(question.text), "\(question.text)")
    }
  }

  @Test func `where it was answered elsewhere it waits a month`() {
    var question = MonthlyQuestion()
    let days = (0...60).filter { question.comes(on: Self.day($0), answered: $0 >= 10 ? Self.day(10) : nil) }
    #expect(days == [40])
  }

  private static func day(_ number: Int) -> Day { Day(number: 20_000 + number) }
}

import Testing

@testable import HearthCore

struct QuietNoteTests {
  private static let today = Day(number: 20_000)
  private static let blank = [Double?](repeating: nil, count: 60)

  /// The newest day last.
  private static func days(
    mood: [Double?] = [], lonely: [Double?] = [], wanted: [Double?] = [], had: [Double?] = [],
    calm: [Double?] = [], alone: [Double?] = []
  ) -> RecentDays {
    func series(_ last: [Double?]) -> DaySeries {
      DaySeries(start: today.adding(days: -59), values: blank.dropLast(last.count) + last)
    }
    return RecentDays(
      mood: series(mood), lonely: series(lonely), wanted: series(wanted), had: series(had), calmAlone: series(calm),
      alone: series(alone))
  }

  private static func times(_ count: Int, _ value: Double?, every: Int = 1) -> [Double?] {
    (0..<count).flatMap { _ in [Double?](repeating: nil, count: every - 1) + [value] }
  }

  @Test(
    arguments: [
      ("nothing", days(), []),
      ("nine lonely days are too few", days(lonely: times(9, 8)), []),
      ("ten are enough", days(lonely: times(10, 7)), [.heavy]),
      ("blank days count neither way", days(lonely: times(14, 7, every: 2)), [.heavy]),
      ("four good days among fourteen", days(lonely: times(10, 8) + times(4, 1)), [.heavy]),
      ("five good days among fourteen", days(lonely: times(9, 8) + times(5, 1)), []),
      ("wanted far above had", days(wanted: times(12, 8), had: times(12, 3)), [.heavy]),
      ("low moods", days(mood: times(10, 1)), [.heavy]),
      ("middling moods", days(mood: times(14, 2)), []),
      (
        "wanted above had, and the mood is fine", days(mood: times(12, 4), wanted: times(12, 6), had: times(12, 2)),
        [.wideGap]
      ),
      (
        "wanted far above had, and the mood is good", days(mood: times(12, 5), wanted: times(12, 9), had: times(12, 3)),
        [.wideGap]
      ),
      (
        "the same, and lonely", days(mood: times(12, 5), lonely: times(12, 8), wanted: times(12, 9), had: times(12, 3)),
        [.heavy, .wideGap]
      ),
      (
        "the same, and the mood is so-so", days(mood: times(12, 3), wanted: times(12, 9), had: times(12, 3)), [.heavy]
      ),
      ("what lies six weeks back is left alone", days(lonely: times(14, 9) + times(43, nil)), []),
      ("pushed and numb three times", days(calm: [-2, 1, -1, -3], alone: [0, 2, 0, 0]), [.pushedAlone]),
      ("chosen and numb", days(calm: times(10, -2), alone: times(10, 2)), []),
    ] as [(String, RecentDays, [QuietNote])])
  func `what the last days give reason for`(_ what: String, days: RecentDays, notes: [QuietNote]) {
    #expect(QuietNote.called(for: days) == notes, "\(what)")
  }

  @Test func `the same note comes at most once in thirty days, and stays for its day`() {
    var history = QuietNoteHistory()
    let called = [QuietNote.heavy, .wideGap]
    #expect(history.note(of: called, on: Self.today) == .heavy)
    history.saying(.heavy, on: Self.today)
    #expect(history.note(of: called, on: Self.today) == .heavy)
    #expect(history.note(of: [.heavy], on: Self.today.adding(days: 29)) == nil)
    #expect(history.note(of: [.heavy], on: Self.today.adding(days: 30)) == .heavy)
    #expect(history.note(of: [.heavy], on: Self.today.adding(days: -100)) == nil)
  }

  @Test func `later is thirty days, and never is never`() {
    var history = QuietNoteHistory()
    history.put(off: .heavy, on: Self.today)
    #expect(history.note(of: [.heavy], on: Self.today) == nil)
    #expect(history.note(of: [.heavy], on: Self.today.adding(days: 31)) == .heavy)
    history.silence(.heavy, on: Self.today.adding(days: 31))
    #expect(history.note(of: [.heavy], on: Self.today.adding(days: 400)) == nil)
    #expect(QuietNoteHistory(text: history.text) == history)
  }

  @Test(arguments: [false, true])
  func `after one was answered no other comes in its place that day, also after a restart`(isSilenced: Bool) {
    let called = [QuietNote.heavy, .wideGap]
    var history = QuietNoteHistory()
    history.saying(.heavy, on: Self.today)
    if isSilenced { history.silence(.heavy, on: Self.today) } else { history.put(off: .heavy, on: Self.today) }
    for known in [history, QuietNoteHistory(text: history.text)] {
      #expect(known.note(of: called, on: Self.today) == nil)
      #expect(known.note(of: called, on: Self.today.adding(days: 1)) == .wideGap)
      #expect(known.note(of: [.heavy], on: Self.today.adding(days: 1)) == nil)
    }
  }

  @Test func `what was said is remembered, and nonsense is nothing`() {
    var history = QuietNoteHistory()
    history.saying(.wideGap, on: Self.today)
    #expect(QuietNoteHistory(text: history.text) == history)
    #expect(QuietNoteHistory(text: "moon=3 heavy heavy=soon") == QuietNoteHistory())
  }
}

import FoundationEssentials
import HearthApp
import HearthContent
import HearthCore
import Testing

/// What a report says of what a journal holds.
struct ReportMakingTests {
  private static let day = Day(number: 20_454)  // 1 January 2026
  private static let words = Words()

  private func stamp(_ day: Int) -> Stamp {
    Stamp(Instant(seconds: (20_454 + day) * 86_400 + 72_000), in: .utc)
  }

  private func report(_ notes: ReportNotes, _ request: ReportRequest) -> Report {
    Report(notes, request, fields: Shelf().checkInFields, words: Self.words, today: Self.day.adding(days: 30))
  }

  private func titles(_ report: Report) -> [String] { report.sections.map(\.title) }

  private var notes: ReportNotes {
    let days = Self.day...Self.day.adding(days: 30)
    let ruth = Person(id: .numbered(1), name: "Ruth", circle: .close, kind: .friend)
    let checkIns = (0..<5).flatMap { day in
      CheckIn(
        id: .numbered(day + 10), stamp: stamp(day), day: Self.day.adding(days: day),
        answers: ["mood": 4, "alone": Double(day % 2), "feeling/calm": 1], createdAt: stamp(day).instant
      ).readings
    }
    var notes = ReportNotes(days: days, readings: checkIns, people: [ruth])
    notes.moments = [
      Moment(
        id: .numbered(30), stamp: stamp(1), day: days.lowerBound, kind: .conflict, with: ["Ruth"], felt: -2,
        line: "Ruth said no", createdAt: stamp(1).instant)
    ]
    notes.entries = [
      Entry(
        id: .numbered(40), stamp: stamp(2), day: Self.day.adding(days: 2), createdAt: stamp(2).instant,
        modifiedAt: stamp(2).instant, text: "Tea with @Ruth", mood: Mood(rawValue: 4))
    ]
    return notes
  }

  @Test func `a distance that was kept is no moment with others`() {
    var notes = notes
    notes.moments = notes.moments.map { moment in
      var moment = moment
      moment.kind = .distance
      return moment
    }
    #expect(!titles(report(notes, ReportRequest(days: notes.days))).contains(Self.words[.reportMoments]))
  }

  @Test func `means have their numbers beside them, words are counted, ticks too`() throws {
    let made = report(notes, ReportRequest(days: notes.days))
    let answers = try #require(made.sections.first { $0.title == Self.words[.reportAnswers] })
    guard case .table(let head, let rows)? = answers.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(head == ["When", "Mood (1–5)"])
    #expect(rows == [["1 Jan 2026 – 4 Jan 2026", "4.0 (n 4)"], ["5 Jan 2026 – 11 Jan 2026", "– (n 1)"]])
    guard case .list(let counted)? = answers.blocks.last else {
      Issue.record("no list")
      return
    }
    #expect(counted.contains("Time alone: pushed on me 3, mixed 2"))
    #expect(counted.contains("Feelings: pleasant, little energy: Calm 5"))
  }

  @Test func `nobody stands beside a number`() {
    let made = report(notes, ReportRequest(days: notes.days, parts: Set(Report.Part.allCases)))
    let people = made.sections.first { $0.title == Self.words[.reportPeople] }
    #expect(people?.blocks == [.list(["R. · friend · close"])])
    #expect(!"\(made)".contains("Ruth"))
  }

  @Test func `what was not asked for is not in it`() {
    let only = report(notes, ReportRequest(days: notes.days, names: .none, parts: []))
    #expect(only.sections.isEmpty)
    let entries = report(notes, ReportRequest(days: notes.days, names: .none, parts: [.entries]))
    #expect(titles(entries) == [Self.words[.reportEntries]])
  }

  @Test func `a practice is told in the words in which it was asked, with nothing that was left open`() throws {
    let practice = try #require(Shelf().practices.first { $0.id == "promises" })
    var run = Run(of: practice, id: .numbered(50), startedAt: stamp(0), day: Self.day)
    while let step = run.step(in: practice) {
      switch step.id {
      case "promise": run.answer(.text("Ring Ruth"), in: practice)
      case "who": run.answer(.person("Ruth"), in: practice)
      default: break
      }
      if run.answer(to: step.id) == nil { run.skip(in: practice) } else { run.next(in: practice) }
    }
    run.finish(at: stamp(0), in: practice)
    var notes = notes
    notes.runs = [KeptRun(run)]
    let made = report(notes, ReportRequest(days: notes.days, parts: [.practices]))
    guard case .page(let page)? = made.sections.last?.blocks.first else {
      Issue.record("no page")
      return
    }
    #expect(page.title == "A small promise")
    #expect(page.answers == [.init("What is it?", "Ring R."), .init("Who is it for?", "R.")])
  }
}

extension UUID {
  fileprivate static func numbered(_ number: Int) -> UUID {
    UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number)))
  }
}

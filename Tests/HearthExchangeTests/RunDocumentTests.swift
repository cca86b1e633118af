import FoundationEssentials
import HearthCore
import HearthExchange
import Testing

struct RunDocumentTests {
  private static let stamp = Stamp(instant: Instant(seconds: 1_772_571_600), offset: 3600, zone: "Europe/Paris")
  private static let id = UUID(uuid: (1, 2, 3, 4, 5, 6, 0x47, 8, 0x89, 10, 11, 12, 13, 14, 15, 16))

  private static var run: KeptRun {
    let answers: [Answer] = [
      .number(-3), .option("a"), .options([]), .items(["x": "often"]), .text("two\n\"lines\""), .person("Åsa"),
      .timer(minutes: 10, startedAt: stamp.instant), .due(.at(stamp.instant)), .due(.on(stamp.calendarDay)),
      .entry(id), .skipped, .unsaid,
    ]
    let asked = answers.enumerated().map { Asked(step: "s\($0)", question: "Why?", answer: $1, words: ["a word"]) }
    let run = Run(
      id: id, practice: "bids", version: 2, title: "Small reaching out", startedAt: stamp, day: stamp.calendarDay,
      finishedAt: stamp, asked: asked, place: nil)
    let question = FollowUp(
      run: id, practice: "bids", step: "later", question: "Kept?",
      options: [Step.Option("yes", "Yes"), Step.Option("no", "No")], offers: ["no": ["mend"]], measure: "kept",
      due: .on(stamp.calendarDay))
    let reminder = FollowUp(run: id, practice: "bids", step: "talk", question: "Talk", due: .at(stamp.instant))
    return KeptRun(
      run,
      followUps: [
        KeptFollowUp(question, title: run.title, answer: "no", answeredAt: stamp.instant),
        KeptFollowUp(reminder, title: run.title, dismissedAt: stamp.instant),
      ], readings: [Reading(source: id, measure: "kept", value: 1.5, stamp: stamp, day: stamp.calendarDay)])
  }

  private func document(_ preferences: Preferences) -> String {
    let writer = JournalJSON.Writer(exportedAt: Self.stamp, preferences: preferences)
    return writer.opening + writer.closing
  }

  @Test func `a run goes out and comes back with its answers, follow-ups and readings`() throws {
    let preferences = Preferences(runs: [Self.run])
    let read = try JournalJSON.Document(Array(document(preferences).utf8), file: "a")
    #expect(read.preferences == preferences)
    #expect(read.preferences.beyond(preferences) == Preferences())
  }

  @Test(arguments: [("1", true), ("240", true), ("241", false), ("0", false), ("9223372036854775807", false)])
  func `a timer runs as long as one can be set`(_ minutes: String, _ isTaken: Bool) throws {
    let document = document(Preferences(runs: [Self.run]))
    let member = String(try #require(document.firstMatch(of: /"runs": \[(?s:.*?)\n  \]/)).output)
    #expect(member.contains("\"minutes\": 10"))
    expect(member.replacing("\"minutes\": 10", with: "\"minutes\": \(minutes)"), isTaken: isTaken, as: "runs")
  }

  @Test(arguments: [("1.5", true), ("1e308", false)])
  func `a number that a practice yielded is one that can be drawn`(_ value: String, _ isTaken: Bool) throws {
    let document = document(Preferences(runs: [Self.run]))
    let member = String(try #require(document.firstMatch(of: /"runs": \[(?s:.*?)\n  \]/)).output)
    expect(member.replacing("\"value\": 1.5", with: "\"value\": \(value)"), isTaken: isTaken, as: "runs")
  }

  @Test func `a run that was kept with a NUL in its words comes back with the words`() throws {
    let kept = document(Preferences(runs: [Self.run])).replacing("\"two\\n", with: "\"two\\u0000\\n")
    #expect(kept.contains("u0000"))
    let read = try JournalJSON.Document(Array(kept.utf8), file: "a")
    #expect(read.preferences.runs == [Self.run])
  }

  @Test(
    arguments: [
      ("kept", 1.0, nil), ("kept", 1.5, .outOfRange("kept")), ("kept", 3, .outOfRange("kept")),
      ("kept", -1, .outOfRange("kept")), ("strange", 1, .unknown("strange")),
    ] as [(String, Double, ImportFault?)])
  func `where the scales of a run are known its readings stand on them`(
    _ measure: String, _ value: Double, _ fault: ImportFault?
  ) throws {
    let reading = Reading(
      source: Self.id, measure: measure, value: value, stamp: Self.stamp, day: Self.stamp.calendarDay)
    let bytes = Array(document(Preferences(runs: [KeptRun(Self.run.run, readings: [reading])])).utf8)
    let read = { try JournalJSON.Document(bytes, file: "a") { $0.practice == "bids" ? ["kept": 0...2] : nil } }
    guard let fault else { return #expect(try read().preferences.runs.count == 1) }
    #expect(throws: Problem.importBroken(file: "a", where: .member("runs"), what: fault)) { try read() }
  }

  @Test(arguments: ["", " ", "two\\nlines"]) func `a reading has a name`(_ name: String) throws {
    let document = document(Preferences(runs: [Self.run]))
    let member = String(try #require(document.firstMatch(of: /"runs": \[(?s:.*?)\n  \]/)).output)
    let broken = member.replacing("\"measure\": \"kept\", \"value\"", with: "\"measure\": \"\(name)\", \"value\"")
    expect(broken, isTaken: false, as: "runs")
  }

  @Test func `one that is broken is named and holds nothing of what it says`() {
    let broken = document(Preferences(runs: [Self.run])).replacing("\"version\": 2", with: "\"version\": \"two\"")
    #expect(throws: Problem.importBroken(file: "a", where: .member("runs"), what: .oddRun)) {
      try JournalJSON.Document(Array(broken.utf8), file: "a")
    }
  }
}

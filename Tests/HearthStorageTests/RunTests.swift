import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct RunTests {
  static let practice = Practice(
    id: "promise", title: "A promise",
    measures: [Measure(id: "trust", title: "Trust")],
    steps: [
      Step(id: "who", .person, "Who with?"),
      Step(id: "trust", .scale(Measure(id: "trust", title: "Trust")), "How sure?", measure: "trust"),
      Step(id: "what", .text, "What was it?"),
      Step(
        id: "kept",
        .followUp(
          Step.Later(
            wait: .days(3), options: [Step.Option("kept", "Kept"), Step.Option("missed", "Missed")],
            offers: ["missed": ["mend"]])), "Was it kept?", measure: "promise-kept"),
    ])

  private static let stamp = Stamp(instant: .start, offset: 3600, zone: "Europe/Paris")
  private static let day = stamp.calendarDay

  /// One that stands on its last question.
  private func run(_ number: Int = 1) -> Run {
    var run = Run(of: Self.practice, id: .number(number), startedAt: Self.stamp, day: Self.day)
    for answer in [Answer.person("Ána"), .number(7), .text("To ring\non Sunday.\u{0} \"so\" 🌙")] {
      run.answer(answer, in: Self.practice)
      run.next(in: Self.practice)
    }
    return run
  }

  private func finished(_ number: Int = 1) -> Run {
    var run = run(number)
    run.answer(.due(.on(Self.day.adding(days: 3))), in: Self.practice)
    run.next(in: Self.practice)
    run.finish(at: Self.stamp, in: Self.practice)
    return run
  }

  private func keep(_ run: Run, in vault: Vault) throws {
    try vault.keep(
      run, readings: run.finishedAt == nil ? [] : run.readings(in: Self.practice),
      followUps: run.followUps(in: Self.practice))
  }

  @Test func `a run comes back as it was, with every kind of answer`() throws {
    let answers: [Answer] = [
      .number(-3), .option("a"), .options([]), .options(["a", "b"]), .items(["x": "often"]),
      .text("  two\nlines \u{0}"),
      .person("Åsa"), .timer(minutes: 10, startedAt: .start), .due(.at(.start)), .due(.on(Self.day)),
      .entry(.number(9)), .skipped, .unsaid,
    ]
    let asked = answers.enumerated().map { Asked(step: "s\($0)", question: "Why \($0)?", answer: $1, words: ["w"]) }
    for (finishedAt, place) in [(nil, "s3"), (Self.stamp, nil)] {
      let run = Run(
        id: .number(1), practice: "gone", version: 4, title: "Long ago", startedAt: Self.stamp, day: Self.day,
        finishedAt: finishedAt, asked: asked, place: place)
      let folder = try TestFolder()
      let vault = try folder.open()
      try vault.keep(run)
      vault.close()
      #expect(try folder.open().run(.number(1))?.run == run)
    }
  }

  @Test func `what is kept after every step is one run, and what is left for later follows it`() throws {
    let vault = try Vault.inMemory()
    try keep(run(), in: vault)
    #expect(try vault.runs(finished: false, limit: 9).map(\.place) == ["kept"])
    #expect(try vault.openFollowUps(limit: 9).isEmpty)
    try keep(finished(), in: vault)
    #expect(try vault.runs(finished: false, limit: 9).isEmpty)
    #expect(try vault.runs(finished: true, limit: 9) == [finished()])
    let left = try vault.openFollowUps(limit: 9)
    #expect(left.map(\.followUp) == finished().followUps(in: Self.practice) && left.map(\.title) == ["A promise"])
    #expect(try readings(vault) == ["trust": 7])
  }

  @Test func `an answer to a follow-up is a reading beside those of the run, and stays when the run is kept again`()
    throws
  {
    let vault = try Vault.inMemory()
    try keep(finished(), in: vault)
    let id = FollowUp.ID(run: .number(1), step: "kept")
    try vault.answer(id, "missed", at: Self.stamp, on: Self.day)
    try keep(finished(), in: vault)
    #expect(try vault.openFollowUps(limit: 9).isEmpty)
    #expect(try readings(vault) == ["trust": 7, "promise-kept": 1])
    let kept = try #require(try vault.run(.number(1))?.followUps.first)
    #expect(kept.answer == "missed" && kept.answeredAt == .start && kept.followUp.offers["missed"] == ["mend"])
  }

  @Test func `a follow-up that is let go is asked no more`() throws {
    let vault = try Vault.inMemory()
    try keep(finished(), in: vault)
    try vault.letGo(FollowUp.ID(run: .number(1), step: "kept"), now: .start)
    #expect(try vault.openFollowUps(limit: 9).isEmpty)
    #expect(try vault.run(.number(1))?.followUps.first?.dismissedAt == .start)
  }

  @Test func `a run that is let go takes all of it along, and u brings all of it back`() throws {
    let vault = try Vault.inMemory()
    try keep(finished(), in: vault)
    try vault.make(.letGoOfRun(.number(1)), now: .start)
    #expect(try vault.run(.number(1)) == nil && vault.openFollowUps(limit: 9).isEmpty && readings(vault).isEmpty)
    #expect(try vault.takeBack(now: .start) == TakenBack(.run, named: "A promise"))
    #expect(try vault.run(.number(1))?.run == finished())
    #expect(try vault.openFollowUps(limit: 9).count == 1)
    #expect(try readings(vault) == ["trust": 7])
  }

  @Test func `about those of whom nothing is suggested nothing is asked by itself, and all of it stays`() throws {
    for quiet in [\Person.isFlagged, \.isResting, \.isRemembered] {
      let vault = try Vault.inMemory()
      try keep(finished(), in: vault)
      var ana = try vault.addPerson("Ána Maria")
      ana.aliases = ["ána"]
      try vault.keep(ana, now: .start)
      #expect(try vault.openFollowUps(limit: 1).count == 1)
      if quiet == \.isFlagged {
        _ = try vault.quieten("Ána")
        #expect(try vault.flagged()("ÁNA") && !vault.flagged()("Jon"))
      } else {
        ana[keyPath: quiet] = true
        try vault.keep(ana, now: .start)
      }
      #expect(try vault.openFollowUps(limit: 1).isEmpty)
      #expect(try vault.run(.number(1))?.followUps.count == 1)
      #expect(try vault.runs(finished: true, limit: 9).count == 1)
    }
  }

  @Test func `with the trash a run is gone for good`() throws {
    let vault = try Vault.inMemory()
    try keep(finished(), in: vault)
    try vault.make(.letGoOfRun(.number(1)), now: .start)
    _ = try vault.emptyTrash()
    #expect(try vault.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM run") } == 0)
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `who is erased goes from runs as well, by any of their names`() throws {
    let vault = try Vault.inMemory()
    try keep(finished(), in: vault)
    try vault.queue.write { db in try RunRecord.erase(Naming("ÁNA", db), db) }
    #expect(try vault.runs(finished: true, limit: 9).isEmpty && vault.openFollowUps(limit: 9).isEmpty)
    #expect(try readings(vault).isEmpty)
  }

  @Test func `not today is remembered for today, never again until it is woken`() throws {
    let vault = try Vault.inMemory()
    try vault.rest("bids", until: Self.day.adding(days: 1))
    try vault.rest("mend", until: nil)
    #expect(try vault.restingPractices(on: Self.day) == ["bids", "mend"])
    #expect(try vault.restingPractices(on: Self.day.adding(days: 1)) == ["mend"])
    try vault.wake("mend")
    #expect(try vault.restingPractices(on: Self.day) == ["bids"])
  }

  private func readings(_ vault: Vault) throws -> [String: Double] {
    let readings = try vault.readings(in: Self.day.adding(days: -1)...Self.day.adding(days: 1))
    return Dictionary(uniqueKeysWithValues: readings.map { ($0.measure, $0.value) })
  }
}

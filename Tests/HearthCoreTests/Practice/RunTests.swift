import FoundationEssentials
import HearthCore
import Testing

struct RunTests {
  private let practice = Practice.whole

  @Test func `one goes from step to step and sees how far it is`() {
    var run = Run.begun(practice)
    #expect(run.step(in: practice)?.id == "hello" && !run.canGoBack(in: practice))
    #expect(run.progress(in: practice).map { [$0.step, $0.of] } == [1, 8])
    run.next(in: practice)
    run.answer(.option("chosen"), in: practice)
    #expect(run.progress(in: practice).map { [$0.step, $0.of] } == [2, 9], "what is good about it is asked now")
    run.back(in: practice)
    #expect(run.step(in: practice)?.id == "hello")
  }

  @Test func `a step that is not asked is gone past, in both ways`() {
    var run = Run.begun(practice)
    run.go(to: "calm", in: practice)
    run.next(in: practice)
    #expect(run.place == "line")
    run.back(in: practice)
    #expect(run.place == "calm")
  }

  @Test func `from the end one can go back`() {
    var run = Run.begun(practice)
    run.walk(practice, [:])
    #expect(run.place == nil && run.step(in: practice) == nil && run.progress(in: practice) == nil)
    run.back(in: practice)
    #expect(run.place == "page")
  }

  @Test(
    arguments: [
      ([:], nil), (["a": "one"], "You wrote: one"), (["b": "two"], "You wrote: two"),
      (["c": "three"], "You wrote: three"),
      (["a": "one", "c": "three"], "You wrote: one · three"),
      (["a": "one", "b": "two", "c": "three"], "You wrote: one · two · three"),
    ] as [([String: String], String?)])
  func `a hint says what was answered, and nothing where nothing was`(_ answers: [String: String], _ said: String?) {
    let steps = ["a", "b", "c"].map { Step(id: $0, .text, "?") }
    let last = Step(id: "d", .text, "All?", hint: "You wrote: {a} · {b} · {c}")
    let practice = Practice(id: "hints", title: "Hints", steps: steps + [last])
    var run = Run.begun(practice)
    run.walk(practice, answers.mapValues(Answer.text))
    #expect(run.hint(of: last, in: practice) == said)
  }

  @Test func `an answer that does not fit changes nothing`() {
    var run = Run.begun(practice)
    run.go(to: "calm", in: practice)
    for answer in [Answer.number(11), .option("chosen"), .text("calm")] { run.answer(answer, in: practice) }
    #expect(run.asked.isEmpty)
    run.answer(.number(10), in: practice)
    #expect(run.asked == [Asked(step: "calm", question: "How calm?", answer: .number(10), words: ["calm"])])
  }

  @Test func `a skip takes an answer back, but never words that were written`() {
    var run = Run.begun(practice)
    run.walk(practice, ["calm": .number(4), "line": .text("The heron")])
    for step in ["calm", "line"] {
      run.go(to: step, in: practice)
      run.skip(in: practice)
    }
    #expect(run.answer(to: "calm") == .skipped)
    #expect(run.answer(to: "line") == .text("The heron"))
  }

  @Test func `what was asked stands in the order of the practice, however one went`() {
    var run = Run.begun(practice)
    for (step, answer) in [("line", Answer.text("x")), ("chosen", .option("pushed")), ("calm", .number(1))] {
      run.go(to: step, in: practice)
      run.answer(answer, in: practice)
    }
    #expect(run.asked.map(\.step) == ["chosen", "calm", "line"])
  }

  @Test func `an answer whose step fell away does not count, and goes at the end unless it was written`() {
    var run = Run.begun(practice)
    run.walk(practice, ["chosen": .option("chosen"), "good": .options(["rest"])])
    #expect(run.readings(in: practice).map(\.measure) == ["chosen", "good/rest"])
    run.go(to: "chosen", in: practice)
    run.answer(.option("pushed"), in: practice)
    #expect(run.readings(in: practice).map(\.measure) == ["chosen"])
    run.finish(at: Run.evening, in: practice)
    #expect(run.asked.map(\.step) == ["chosen"])
  }

  // MARK: Words

  @Test func `gaps hold what was answered, and dots where nothing was`() {
    var run = Run.begun(practice)
    #expect(run.said("{line}, {calm}, {chosen}, {good}, {nobody}", in: practice) == "…, …, …, …, {nobody}")
    run.walk(
      practice,
      [
        "line": .text(" The {calm} heron \n"), "calm": .number(0), "chosen": .option("chosen"),
        "good": .options(["work", "rest"]),
      ])
    #expect(run.said("{calm}, {chosen}, {good}", in: practice) == "not calm, I chose it, rest, work")
    #expect(run.said("{line}", in: practice) == "The {calm} heron", "what was written is not looked through")
  }

  @Test func `the questions stay as they were asked`() {
    var run = Run.begun(practice)
    run.walk(practice, ["line": .text("The heron"), "day": .due(.on(Day(number: 20_000)))])
    run.go(to: "later", in: practice)
    run.answer(.due(.on(Day(number: 20_000))), in: practice)
    #expect(run.asked.last?.question == "You wrote “The heron”. And?")
  }

  // MARK: The end

  @Test(arguments: [
    ("pushed", 2, "That was 2.", ["support"]), ("pushed", 4, "Enough, Åsa.", []), ("chosen", 2, "Enough, Åsa.", []),
  ])
  func `the first ending that holds is the one`(chosen: String, calm: Int, page: String, offers: [String]) {
    var run = Run.begun(practice)
    run.walk(practice, ["chosen": .option(chosen), "calm": .number(calm), "who": .person("Åsa")])
    #expect(run.page(in: practice) == page && run.ending(in: practice)?.offers == offers)
  }

  @Test(arguments: [
    (["dread": "often", "sleep": "often"], [:], "e"),
    (["dread": "often", "sleep": "once"], [:], "open"),
    (["dread": "often", "sleep": "no"], ["throat": "often"], "throat"),
    (["dread": "no", "sleep": "no"], ["throat": "no", "weapon": "once"], "a"),
    (["dread": "no", "sleep": "no"], ["throat": "no", "weapon": "no"], "none"),
    (["dread": "unsaid", "sleep": "no"], ["throat": "unsaid", "weapon": "no"], "open"),
  ])
  func `items are counted by their tier`(effects: [String: String], safety: [String: String], page: String) {
    var run = Run.begun(.counting)
    run.walk(.counting, ["effects": .items(effects), "safety": .items(safety)])
    #expect(run.ending(in: .counting)?.page == page)
  }

  @Test func `the items that were marked can be told again`() {
    var run = Run.begun(.counting)
    run.walk(.counting, ["effects": .items(["dread": "often", "sleep": "unsaid"])])
    #expect(run.said("{effects}", in: .counting) == "· I dread")
  }

  // MARK: What it leaves

  @Test func `numbers, places and ticks become readings of its day`() {
    var run = Run.begun(practice)
    run.walk(
      practice,
      ["chosen": .option("chosen"), "calm": .number(7), "good": .options(["rest", "work"]), "line": .text("x")])
    let readings = run.readings(in: practice)
    #expect(readings.map(\.measure) == ["chosen", "calm", "good/rest", "good/work"])
    #expect(readings.map(\.value) == [1, 7, 1, 1])
    #expect(readings.allSatisfy { $0.source == run.id && $0.day == run.day && $0.stamp == run.startedAt })
  }

  @Test func `a follow-up comes on the day that was named, and what it is answered with offers something`() throws {
    var run = Run.begun(practice)
    let day = Day(number: 20_000)
    run.walk(practice, ["line": .text("I call"), "day": .due(.on(day)), "later": .due(.on(day))])
    let followUp = try #require(run.followUps(in: practice).first)
    #expect(followUp.question == "You wrote “I call”. And?" && followUp.offers["missed"] == ["mend"])
    #expect(!followUp.isDue(at: Run.evening.instant, on: day.adding(days: -1)) && !followUp.isReminder)
    #expect(followUp.isDue(at: Run.evening.instant, on: day.adding(days: 5)))
    #expect(followUp.reading("missed", at: Run.evening, on: day)?.value == 1)
    #expect(followUp.reading("moon", at: Run.evening, on: day) == nil)
  }

  @Test func `it is proposed for the day named before, and not asked where none was`() throws {
    var run = Run.begun(practice)
    let later = try #require(practice.step("later"))
    #expect(!run.steps(in: practice).contains(later))
    let day = Day(number: 20_000)
    run.walk(practice, ["day": .due(.on(day))])
    #expect(run.steps(in: practice).contains(later))
    #expect(run.due(of: later, from: Run.evening.instant, on: run.day) == .on(day))
    let date = try #require(practice.step("day"))
    #expect(run.due(of: date, from: Run.evening.instant, on: run.day) == .on(run.day.adding(days: 3)))
  }

  @Test func `a pause that was begun says when it is over`() {
    var run = Run.begun(practice)
    let start = Instant(seconds: 1000)
    run.walk(practice, ["who": .person("Jon"), "pause": .timer(minutes: 25, startedAt: start)])
    let reminder = run.followUps(in: practice).first
    #expect(reminder?.question == "Back to Jon." && reminder?.isReminder == true)
    #expect(reminder?.due == .at(Instant(seconds: 2500)))
  }

  @Test func `a practice that keeps nothing leaves nothing`() {
    let never = practice.keeping(.never)
    var run = Run.begun(never)
    let day = Due.on(Day(number: 20_000))
    run.walk(never, ["calm": .number(3), "day": .due(day), "later": .due(day), "chosen": .option("chosen")])
    #expect(run.readings(in: never).isEmpty && run.followUps(in: never).isEmpty)
  }

  @Test(arguments: [(0, "in", 0), (3, "in", 3), (4, "out", 0), (9, "out", 5), (10, "in", 0), (25, "out", 1)])
  func `breath goes round`(seconds: Int, phase: String, elapsed: Int) {
    let timer = Step.Timer(minutes: 1...3, phases: [.init("in", seconds: 4), .init("out", seconds: 6)])
    #expect(timer.phase(after: seconds).map { [$0.phase.text, String($0.elapsed)] } == [phase, String(elapsed)])
  }

  // MARK: A practice that has changed

  @Test func `a run goes on in a practice that has changed, at the first question without an answer`() {
    var run = Run.begun(practice)
    run.walk(practice, ["chosen": .option("chosen"), "calm": .number(9)])
    run.go(to: "line", in: practice)
    let changed = practice.without("line").keeping(.always, version: 2)
    #expect(run.isOutdated(by: changed) && !run.isOutdated(by: practice))
    run.takeUp(in: changed)
    #expect(run.place == "good" && run.asked.count == 2)
  }

  @Test func `an option that is there no more is read as it was and counts no more`() {
    var run = Run.begun(practice)
    run.walk(practice, ["chosen": .option("pushed"), "calm": .number(1)])
    let steps = practice.steps.map { step in
      step.id == "chosen" ? Step(id: "chosen", .choice([.init("chosen", "I chose it")]), "Chosen?") : step
    }
    let changed = Practice(id: practice.id, version: 2, title: "", steps: steps, endings: practice.endings)
    #expect(run.ending(in: changed)?.page == "enough")
    run.finish(at: Run.evening, in: changed)
    #expect(run.asked.first?.words == ["I was pushed"])
  }
}

extension Practice {
  fileprivate func keeping(_ keep: Keep, version: Int = 1) -> Practice {
    Practice(
      id: id, version: version, title: title, keep: keep, measures: measures, steps: steps, endings: endings,
      pages: pages)
  }

  fileprivate func without(_ step: String) -> Practice {
    Practice(id: id, title: title, steps: steps.filter { $0.id != step }, endings: endings, pages: pages)
  }
}

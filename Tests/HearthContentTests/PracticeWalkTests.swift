import FoundationEssentials
import HearthCore
import Testing

@testable import HearthContent

/// Every practice of the program, gone through to its end by every way there is.
struct PracticeWalkTests {
  private static let practices = Shelf().practices
  /// What an offer can lead to beside practices.
  private static let places = Set(Practice.Place.allCases.map(\.rawValue))

  @Test func `the first nine are there`() {
    let first: Set = [
      "talk-10-10-10", "bids", "promises", "boundary", "mend", "conflict", "solitude-check", "paced-breath",
      "weekly-review",
    ]
    #expect(first.isSubset(of: Self.practices.map(\.id)))
    #expect(first.contains(Marker.guidedTalk))
  }

  @Test func `together they use every kind of answer`() {
    let kinds = Set(Self.practices.flatMap(\.steps).map(\.kind.name))
    #expect(kinds.isSuperset(of: ["card", "scale", "choice", "ticks", "text", "person", "timer", "date", "followUp"]))
  }

  @Test(arguments: practices)
  func `every way ends, every step is met, and every ending`(practice: Practice) {
    var walk = Walk(practice)
    walk.go(Run(of: practice, id: UUID(), startedAt: .start, day: Day(number: 0)))
    #expect(Set(practice.steps.map(\.id)).subtracting(walk.met).sorted() == [])
    #expect(Set(practice.endings.map(\.page)).subtracting(walk.pages).sorted() == [])
    #expect(walk.texts.filter { $0.contains("{") || $0.contains("}") }.sorted() == [])
    #expect(walk.emptyPromises.sorted() == [], "a question is told of that will not come")
    #expect(walk.oddReadings.sorted() == [], "an import would refuse what was kept")
  }

  /// What was answered, all else skipped, and the page that says what is so.
  @Test(
    arguments: [
      ("mend", ["whose": .option("mine")], "open"),
      ("mend", ["explain": .text("a"), "sorry": .text("b"), "change": .text("c")], "mended"),
      ("what-repeats", [:], "open"), ("what-repeats", ["repeats": .text("a")], "seen"), ("step-ladder", [:], "open"),
      ("step-ladder", ["two": .text("a")], "built"), ("three-strands", [:], "open"), ("ask-for-help", [:], "open"),
      ("expectation-and-outcome", ["fear": .text("a")], "open"),
      ("boundary", [:], "open"), ("boundary", ["safe": .option("yes")], "open"),
      ("boundary", ["safe": .option("unsure")], "unsure-open"), ("boundary", ["safe": .option("no")], "unsafe"),
      ("boundary", ["safe": .option("unsure"), "limit": .text("a")], "unsure"),
      ("boundary", ["limit": .text("a")], "begun"), ("boundary", ["resentment": .number(0)], "open"),
      ("boundary", ["safe": .option("yes"), "mine": .text("a")], "whole"),
    ] as [(String, [String: Answer], String)])
  func `what was skipped is not said to be there`(_ id: String, _ answers: [String: Answer], _ page: String) throws {
    let practice = try #require(Self.practices.first { $0.id == id })
    var run = Run(of: practice, id: UUID(), startedAt: .start, day: Day(number: 0))
    while let step = run.step(in: practice) {
      guard let answer = answers[step.id] else {
        run.skip(in: practice)
        continue
      }
      run.answer(answer, in: practice)
      run.next(in: practice)
    }
    #expect(run.ending(in: practice)?.page == page)
  }

  @Test func `what was feared is asked about once`() throws {
    let asked = Self.practices.flatMap(\.steps).filter { $0.text.contains("feared come about") }
    #expect(asked.map(\.measure) == ["fear-came"])
  }

  @Test(arguments: practices.map(\.plainly).filter { !practices.contains($0) })
  func `without figures of speech nothing else is another`(practice: Practice) {
    var walk = Walk(practice)
    walk.go(Run(of: practice, id: UUID(), startedAt: .start, day: Day(number: 0)))
    #expect(walk.texts.filter { $0.contains("{") || $0.contains("}") }.sorted() == [])
    for step in practice.steps { #expect(step.text.count <= (step.kind == .card ? 300 : 240), "\(step.id)") }
  }

  @Test(arguments: practices)
  func `no page is without a result, and every offer leads somewhere`(practice: Practice) {
    #expect(Set(practice.pages.keys) == Set(practice.endings.map(\.page)))
    let offers = practice.endings.flatMap(\.offers) + practice.steps.flatMap(\.offers)
    let known = Self.places.union(Self.practices.map(\.id))
    #expect(Set(offers).subtracting(known).sorted() == [])
  }

  @Test(arguments: practices)
  func `what is asked fits a screen and is a thing one can leave`(practice: Practice) {
    #expect(!practice.concepts.isEmpty && !practice.needs.isEmpty && practice.steps.count <= 20)
    for step in practice.steps {
      #expect(step.text.count <= (step.kind == .card ? 300 : 240), "\(step.id)")
      #expect(step.options.count <= 9, "\(step.id): one digit each")
    }
  }

  @Test(arguments: practices.filter(\.isHiddenForFlagged))
  func `what could be turned against somebody has a way to support`(practice: Practice) {
    guard ["boundary", "mend", "conflict"].contains(practice.id) else { return }
    #expect(practice.endings.contains { $0.offers.first == "support" && $0.when != nil })
  }

  @Test func `two of one measure are of one range`() {
    let measures = Self.practices.flatMap(\.measures)
    for measure in measures {
      #expect(measures.filter { $0.id == measure.id }.allSatisfy { $0.range == measure.range }, "\(measure.id)")
    }
  }
}

/// All ways through a practice: at a step that a condition asks about every answer is tried, at another one.
private struct Walk {
  let practice: Practice
  private(set) var met: Set<String> = []
  private(set) var pages: Set<String> = []
  private(set) var texts: Set<String> = []
  /// What was answered and is on no scale of the practice.
  private(set) var oddReadings: Set<String> = []
  /// Pages that tell of a question to come where none will.
  private(set) var emptyPromises: Set<String> = []
  private let decisive: Set<String>
  /// Each number that a condition speaks of, and its neighbours.
  private let limits: Set<Int>
  /// Where one was with the same answers to what is asked about.
  private var seen: Set<[String]> = []

  init(_ practice: Practice) {
    self.practice = practice
    let conditions = practice.steps.compactMap(\.when) + practice.endings.compactMap(\.when)
    let tiers = Set(conditions.flatMap(\.tiers))
    let counted = practice.steps.filter { $0.tier.map(tiers.contains) ?? false }.map(\.id)
    limits = Set(conditions.flatMap(\.limits).flatMap { [$0 - 1, $0, $0 + 1] }).union([1])
    decisive = Set(conditions.flatMap(\.names)).union(counted)
  }

  mutating func go(_ run: Run) {
    guard let step = run.step(in: practice) else { return end(run) }
    guard seen.insert(state(run)).inserted else { return }
    met.insert(step.id)
    texts.formUnion([step.text, step.hint].compactMap(\.self).map { run.said($0, in: practice) })
    for answer in answers(to: step) {
      var next = run
      if let answer { next.answer(answer, in: practice) } else { next.skip(in: practice) }
      if answer != nil { next.next(in: practice) }
      go(next)
    }
  }

  private mutating func end(_ run: Run) {
    var run = run
    guard let ending = run.ending(in: practice) else { return }
    pages.insert(ending.page)
    texts.insert(run.page(in: practice) ?? "{}")
    let later = run.followUps(in: practice).map(\.question)
    texts.formUnion(later)
    if later.isEmpty, run.page(in: practice)?.contains("asks once") == true { emptyPromises.insert(ending.page) }
    run.finish(at: .start, in: practice)
    let scales = Shelf.builtInScales(of: run) ?? [:]
    oddReadings.formUnion(
      run.readings(in: practice).filter { scales[$0.measure]?.contains(Int($0.value)) != true }.map(\.measure))
  }

  private func state(_ run: Run) -> [String] {
    [run.place ?? ""] + run.asked.filter { decides($0.step) }.map { "\($0.step) \($0.answer)" }
  }

  private func decides(_ id: String) -> Bool {
    decisive.contains(id) || practice.step(id)?.wait != nil
      || practice.step(id)?.items.contains { decisive.contains($0.id) } == true
      || practice.steps.contains { $0.wait == .dayOf(id) }
  }

  /// Nil is a skip.
  private func answers(to step: Step) -> [Answer?] {
    let all = step.answers(around: limits)
    return decides(step.id) ? all + [nil] : Array(all.prefix(1))
  }
}

extension Stamp {
  fileprivate static let start = Stamp(instant: Instant(seconds: 0), offset: 0, zone: "UTC")
}

extension Step {
  /// Answers enough to meet every condition there can be.
  /// - Parameter limits: the numbers that conditions speak of.
  fileprivate func answers(around limits: Set<Int>) -> [Answer] {
    switch kind {
    case .card: [.skipped]
    case .scale(let measure): measure.range.filter { limits.contains($0) }.map { .number($0) }
    case .choice(let options): options.map { .option($0.id) }
    case .ticks(let options): options.map { .options([$0.id]) } + [.options([])]
    case .items(let items, let answers):
      answers.map { answer in .items(Dictionary(uniqueKeysWithValues: items.map { ($0.id, answer.id) })) }
    case .text: [.text("a line")]
    case .person: [.person("Ana")]
    case .timer(let timer): [.timer(minutes: timer.usual, startedAt: Instant(seconds: 0))]
    case .date, .followUp: [.due(.on(Day(number: 9)))]
    case .compose: [.entry(UUID())]
    }
  }

  fileprivate var offers: [String] {
    if case .followUp(let later) = kind { later.offers.values.flatMap(\.self) } else { [] }
  }
}

extension Step.Kind {
  fileprivate var name: String {
    switch self {
    case .card: "card"
    case .scale: "scale"
    case .choice: "choice"
    case .ticks: "ticks"
    case .items: "items"
    case .text: "text"
    case .person: "person"
    case .timer: "timer"
    case .date: "date"
    case .compose: "compose"
    case .followUp: "followUp"
    }
  }
}

extension Practice.Condition {
  fileprivate var limits: [Int] {
    switch self {
    case .atLeast(_, let limit), .atMost(_, let limit): [limit]
    case .is, .count: []
    case .all(let parts), .any(let parts): parts.flatMap(\.limits)
    case .not(let part): part.limits
    }
  }
}

import Foundation
import HearthCore
import Testing

@testable import HearthContent

/// Which page follows from which answers: the rules of `checks/*.yaml`, tier by tier.
struct CheckRulesTests {
  private static let check = Shelf().checks.first { $0.id == "relationship" } ?? Practice(id: "", title: "", steps: [])
  private static let ownSide = Shelf().checks.first { $0.id == "own-side" } ?? Practice(id: "", title: "", steps: [])
  /// From the mildest to what comes first.
  private static let pages = ["nothing", "some", "weighs", "control", "danger", "danger-throat"]

  /// A passage in which `answers` were given, by the ids of items; `see` goes on to the last part.
  private static func run(_ answers: [String: String], of check: Practice = check, sees: Bool = true) -> Run {
    let asked = check.steps.compactMap { step -> Asked? in
      if step.id == "notice" { return sees ? Asked(step: step.id, question: "", answer: .option("see")) : nil }
      let own = answers.filter { answer in step.items.contains { $0.id == answer.key } }
      return own.isEmpty ? nil : Asked(step: step.id, question: "", answer: .items(own))
    }
    return Run(
      id: UUID(), practice: check.id, version: 1, title: "",
      startedAt: Stamp(instant: Instant(seconds: 0), offset: 0, zone: "UTC"), day: Day(number: 0), asked: asked,
      place: nil)
  }

  private static func page(_ answers: [String: String], sees: Bool = true) -> String {
    run(answers, sees: sees).ending(in: check)?.page ?? "none"
  }

  private static func items(_ tier: String) -> [String] {
    check.steps.filter { $0.tier == tier }.flatMap(\.items).map(\.id)
  }

  @Test func `both lists are there, are kept by nobody, and have no mistakes`() {
    #expect(Shelf().checks.map(\.id).sorted() == ["own-side", "relationship"])
    #expect(Shelf().checks.allSatisfy { $0.keep == .never && $0.measures.isEmpty })
    #expect(Shelf().problems == [])
    #expect(["0", "E", "C", "B", "A"].map { Self.items($0).count } == [6, 6, 11, 13, 11])
  }

  @Test func `neither is among the practices`() {
    #expect(Set(Shelf().practices.map(\.id)).isDisjoint(with: ["relationship", "own-side"]))
  }

  // MARK: Tier by tier

  @Test(arguments: items("A")) func `any one of what is dangerous leads to support first`(item: String) {
    #expect(Self.page([item: "marked"]) == (item == "throat" ? "danger-throat" : "danger"))
    #expect(Self.page([item: "not"]) == "nothing")
    #expect(Self.page([item: "unsaid"]) == "nothing")
  }

  @Test(arguments: items("B"), ["once", "sometimes", "often"])
  func `any one of control and fear, even once`(item: String, answer: String) {
    #expect(Self.page([item: answer]) == "control")
    #expect(Self.page([item: answer, "hit": "marked"]) == "danger")
    #expect(Self.page([item: answer, "throat": "marked"]) == "danger-throat")
  }

  @Test func `two effects that come back, or two signs that come often, weigh`() {
    #expect(Self.page(["dread": "sometimes", "sleep": "often"]) == "weighs")
    #expect(Self.page(["dread": "sometimes", "sleep": "once"]) == "some")
    #expect(Self.page(["blame": "often", "silence": "often"]) == "weighs")
    #expect(Self.page(["blame": "often", "silence": "sometimes"]) == "some")
    #expect(Self.page(["dread": "sometimes", "blame": "often"]) == "some")
  }

  @Test(arguments: items("E") + items("C"), ["once", "sometimes", "often"])
  func `any effect or sign by itself is some`(item: String, answer: String) {
    #expect(Self.page([item: answer]) == "some")
  }

  @Test func `strengths that are rarely there count too`() {
    #expect(Self.page(["say-no": "rarely"]) == "some")
    #expect(Self.page(["say-no": "sometimes"]) == "nothing")
    #expect(Self.page(["say-no": "sometimes", "apart": "sometimes"]) == "some")
    #expect(Self.page(["say-no": "mostly", "apart": "mostly"]) == "nothing")
  }

  @Test func `the last part counts only where one went on to it`() {
    #expect(Self.page(["hit": "marked"], sees: false) == "nothing")
  }

  @Test func `what was left open in the last parts adds one sentence, and only where nothing was marked there`() {
    func adds(_ answers: [String: String]) -> Bool {
      Self.run(answers).steps(in: Self.check).contains { $0.id == "left-open" }
    }
    let not = Dictionary(uniqueKeysWithValues: (Self.items("A")).map { ($0, "not") })
    let none = Dictionary(uniqueKeysWithValues: (Self.items("B")).map { ($0, "none") })
    let all = not.merging(none) { first, _ in first }
    #expect(!adds(all))
    #expect(adds(not))
    #expect(adds(none))
    #expect(!adds(not.merging(["money": "once"]) { $1 }))
    var halfUnsaid = all
    for item in Self.items("B").prefix(7) { halfUnsaid[item] = "unsaid" }
    #expect(adds(halfUnsaid))
  }

  @Test func `where much was left open nobody is led to their own side`() {
    let answered = Dictionary(
      uniqueKeysWithValues: Self.items("A").map { ($0, "not") } + Self.items("B").map { ($0, "none") })
    for marked in [["dread": "often", "sleep": "often"], ["dread": "once"], [:]] {
      let (open, closed) = (Self.run(marked), Self.run(marked.merging(answered) { first, _ in first }))
      #expect(open.ending(in: Self.check)?.page == closed.ending(in: Self.check)?.page)
      #expect(open.ending(in: Self.check)?.offers.contains("own-side") == false)
      #expect(closed.ending(in: Self.check)?.offers.contains("own-side") == true)
    }
  }

  // MARK: Any answers at all

  /// 100,000 of them in `make crash`; a part of them each time.
  private static let patterns = ProcessInfo.processInfo.environment["HEARTH_CRASH"] == "long" ? 100_000 : 4_000

  @Test
  func `whatever is answered has one page, adding a mark never makes it milder, and nothing forbidden is offered`() {
    var dice = Dice(seed: 20_260_303)
    let steps = Self.check.steps.filter { !$0.items.isEmpty }
    let all = steps.flatMap { step in step.items.map { (item: $0.id, step: step) } }
    for _ in 0..<Self.patterns {
      let density = Int.random(in: 0...100, using: &dice)
      var answers: [String: String] = [:]
      for (item, step) in all where Int.random(in: 0..<100, using: &dice) < density {
        answers[item] = step.options.randomElement(using: &dice)?.id
      }
      let run = Self.run(answers)
      guard let ending = run.ending(in: Self.check), let rank = Self.pages.firstIndex(of: ending.page) else {
        Issue.record("no page for \(answers)")
        return
      }
      let isMarked = answers.contains { item, answer in Self.isMark(answer, of: item) }
      if ending.page == "nothing", isMarked { Issue.record("\(answers)") }
      let danger = run.marksDanger(in: Self.check)
      #expect(danger == (rank >= 3))
      if danger {
        #expect(Set(ending.offers).isSubset(of: ["support", "paced-breath"]) && ending.offers[0] == "support")
      }
      guard let (item, step) = all.randomElement(using: &dice), let last = step.worst else { continue }
      if last.id != answers[item] {
        answers[item] = last.id
        let next = Self.pages.firstIndex(of: Self.page(answers)) ?? -1
        if next < rank { Issue.record("\(item) makes it milder: \(answers)") }
      }
    }
  }

  private static func isMark(_ answer: String, of item: String) -> Bool {
    let tier = check.steps.first { $0.items.contains { $0.id == item } }?.tier
    return tier == "0" ? answer == "rarely" : ["once", "sometimes", "often", "marked"].contains(answer)
  }

  @Test func `every offer leads somewhere, and no page of a marked one says talk, mend or limits`() {
    let known = Set(Shelf().practices.map(\.id)).union(["support", "own-side"])
    for check in Shelf().checks { #expect(Set(check.endings.flatMap(\.offers)).isSubset(of: known)) }
    for page in ["danger", "danger-throat", "control"] {
      let text = Self.check.pages[page] ?? ""
      for word in ["mending", "Repair", "boundary", "apolog"] { #expect(!text.contains(word), "\(page): \(word)") }
      #expect(text.contains("{lines/abuse}") && text.contains("{emergency}"))
    }
  }

  @Test func `nobody who marked what another does is led to apologise`() {
    for ending in Self.check.endings { #expect(!ending.offers.contains("mend"), "\(ending.page)") }
    #expect(Self.check.pages.values.allSatisfy { !$0.contains("mending") && !$0.contains("paper") })
    #expect(Self.ownSide.endings.contains { $0.offers.contains("mend") })
  }

  @Test func `what frightens leads to services, what is ordinary to mending`() {
    func page(_ answers: [String: String]) -> String {
      Self.run(answers, of: Self.ownSide).ending(in: Self.ownSide)?.page ?? ""
    }
    #expect(page([:]) == "nothing")
    #expect(page(["blamed": "once"]) == "ordinary")
    #expect(page(["blamed": "often", "checked": "once"]) == "frightening")
    let offers = Self.ownSide.endings.first?.offers ?? []
    #expect(offers == ["support", "paced-breath"])
    #expect(
      Self.check.endings.filter { ["danger", "danger-throat", "control"].contains($0.page) }
        .allSatisfy { !$0.offers.contains("own-side") })
  }
}

extension Step {
  /// The answer that says most.
  fileprivate var worst: Step.Option? { options.last { $0.id != Answer.unsaidName } }
}

import HearthCore
import Testing

@testable import HearthContent

/// The grammar of a practice's file, and how its mistakes are told.
struct PracticeFileTests {
  private func read(_ text: String) -> (practice: Practice?, problems: [ContentProblem]) {
    let shelf = Shelf(own: [("practices/mine.yaml", text)])
    return (shelf.practices.first { $0.isOwn }, shelf.problems)
  }

  @Test func `every kind of step is read with what it has`() throws {
    let (practice, problems) = read(
      """
      id: mine
      version: 3
      title: Mine
      need: [alone, calm]
      concepts: [1, 244]
      keep: ask
      hiddenFor: flagged
      measures:
        inside: { title: Inside, range: [-3, 3], low: numb, high: calmer, perDay: last }
        way: { title: Which way }
      steps:
        - card: Hello.
        - scale: How?
          id: how
          hint: Any number.
          measure: inside
        - scale: Words?
          id: words
          range: [1, 3]
          words: [few, some, many]
        - choice: Which?
          id: which
          measure: way
          options: { yes: "yes", no: "no" }
        - choice: Lately
          id: lately
          tier: E
          options: { no: "no", often: often }
          items: { dread: I dread it }
        - ticks: What?
          id: what
          measure: what
          options: { rest: rest }
        - text: A line, after {how}.
          id: line
        - person: Who?
          id: who
        - timer: Wait.
          id: time
          minutes: 20
          least: 10
          most: 60
          prompts: [Look, "{who} too"]
          phases: [{ in: 4 }, { hold: 2 }, { out: 6 }, { hold: 2 }]
          reminder: Back.
        - date: When?
          id: day
          after: 2 weeks
        - compose: Write.
          id: page
        - followUp: And?
          id: and
          after: day
          measure: and
          options: { kept: kept, not: not }
          offers: { not: [mend, support] }
        - followUp: Now.
          after: 2 hours
      results:
        - when: { how: { atMost: 0, atLeast: -2 }, which: { is: [yes, skipped] } }
          page: low
          offers: support
        - when: { any: [{ not: { dread: { is: often } } }, { count: { tier: E, answer: often, atLeast: 1 } }] }
          page: other
        - page: other
      pages:
        low: Low, {lately}.
        other: Other.
      """)
    #expect(problems.map { $0.sentence(Words()) } == [])
    let mine = try #require(practice)
    #expect(mine.version == 3 && mine.needs == ["alone", "calm"] && mine.concepts == [1, 244] && mine.keep == .ask)
    #expect(mine.isHiddenForFlagged && mine.steps.count == 13)
    let inside = Measure(id: "inside", title: "Inside", range: -3...3, low: "numb", high: "calmer", perDay: .last)
    #expect(mine.step("how") == Step(id: "how", .scale(inside), "How?", hint: "Any number.", measure: "inside"))
    #expect(mine.step("which")?.options == [.init("yes", "yes"), .init("no", "no")])
    #expect(
      mine.step("lately")?.kind
        == .items([.init("dread", "I dread it")], answers: [.init("no", "no"), .init("often", "often")]))
    let phases = [("in", 4), ("hold", 2), ("out", 6), ("hold", 2)].map { Step.Timer.Phase($0.0, seconds: $0.1) }
    let timer = Step.Timer(
      minutes: 10...60, usual: 20, prompts: ["Look", "{who} too"], phases: phases, reminder: "Back.")
    #expect(mine.step("time")?.kind == .timer(timer))
    #expect(mine.step("day")?.wait == .days(14) && mine.step("and")?.wait == .dayOf("day"))
    #expect(mine.step("step-13")?.wait == .minutes(120))
    #expect(mine.measures.map(\.id) == ["inside", "way", "what/rest", "and"])
    #expect(mine.measures[1].words == ["yes", "no"] && mine.measures[1].range == 0...1)
    #expect(mine.endings.map(\.page) == ["low", "other", "other"])
    let both = Practice.Condition.all([.atMost("how", 0), .atLeast("how", -2), .is("which", ["yes", "skipped"])])
    #expect(mine.endings[0].when == both && mine.endings[0].offers == ["support"])
    #expect(
      mine.endings[1].when
        == .any([.not(.is("dread", ["often"])), .count(tiers: ["E"], answers: ["often"], atLeast: 1)]))
  }

  private static let top = "id: mine\ntitle: Mine\nresults: [{ page: end }]\npages: { end: The end. }\nsteps:\n"

  /// What stands after `top`, which is five lines long.
  @Test(arguments: [
    ("  - card: ", 6, ContentProblem.What.missing, "card"),
    ("  - card: Hi\n    colour: red", 7, .unknownField, "colour"),
    ("  - song: Hi", 6, .noKind, "song"),
    ("  - id: a\n    card: Hi", 6, .noKind, "id"),
    ("  - scale: Hi\n    measure: moon", 7, .unknownName, "measure"),
    ("  - scale: Hi\n    range: [5, 1]", 7, .oddValue, "range"),
    ("  - scale: Hi\n    range: [0, 2]\n    words: [a, b]", 8, .oddValue, "words"),
    ("  - choice: Hi", 6, .missing, "options"),
    ("  - choice: Hi\n    options: [a, b]", 7, .oddValue, "options"),
    ("  - choice: Hi\n    options: { a b: c }", 7, .oddValue, "a b"),
    ("  - timer: Hi", 6, .missing, "minutes"),
    ("  - timer: Hi\n    minutes: 5\n    least: 6", 8, .oddValue, "least"),
    ("  - timer: Hi\n    minutes: 5\n    phases: [{ in: 0 }]", 8, .oddValue, "in"),
    ("  - followUp: Hi", 6, .missing, "after"),
    ("  - followUp: Hi\n    after: soon", 7, .oddValue, "after"),
    ("  - followUp: Hi\n    after: 9000 days", 7, .oddValue, "after"),
    ("  - followUp: Hi\n    after: 1 day\n    options: { a: b }\n    offers: { c: [mend] }", 9, .unknownName, "c"),
    ("  - text: Hi\n    id: a\n  - text: Ho\n    id: a", 9, .sameID, "a"),
    ("  - text: Hi\n    id: a b", 7, .oddValue, "id"),
    ("  - text: After {b}.\n    id: a\n  - text: B\n    id: b", 6, .unknownName, "text"),
    ("  - text: Hi\n    literal: After {b}.", 7, .unknownName, "literal"),
    ("  - text: Hi\n    when: { b: { is: c } }", 7, .unknownName, "b"),
    ("  - text: Hi\n    id: a\n  - text: Ho\n    when: { a: { atLeast: 3 } }", 9, .oddValue, "atLeast"),
    (
      "  - ticks: Hi\n    id: a\n    options: { x: y }\n  - text: Ho\n    when: { a: { is: z } }", 10, .unknownName,
      "is"
    ),
    ("  - text: Hi\n    when: { count: { tier: E, answer: a, atLeast: 1 } }", 7, .unknownName, "tier"),
    ("  - text: Hi\n    when: {}", 7, .oddValue, "when"),
    ("  just words", 5, .oddValue, "steps"),
  ])
  func `a mistake in a step is told with its line`(text: String, line: Int, what: ContentProblem.What, field: String) {
    let (practice, problems) = read(Self.top + text)
    #expect(problems.map(\.line) == [line] && problems.map(\.what) == [what] && problems.map(\.field) == [field])
    #expect((practice == nil) == (what != .unknownField), "one that is only not known costs nothing")
  }

  @Test(arguments: [
    ("- id: a", 1, ContentProblem.What.notAMap),
    ("id: [a", 1, .unreadable),
    ("id: mine\ntitle: A\nsteps:\n  - card: Hi", 1, .missing),
    ("id: mine\ntitle: A\nsteps:\n  - card: Hi\nresults:\n  - page: no\npages: { end: x }", 6, .unknownName),
    (
      "id: mine\ntitle: A\nsteps:\n  - text: Hi\n    id: a\nresults:\n  - when: { a: { is: skipped } }\n    page: e\npages: { e: x }",
      7, .openEnding
    ),
    ("id: mine\ntitle: A\nsteps:\n  - card: Hi\nresults:\n  - page: e\npages: { e: \"{who}\" }", 7, .unknownName),
    ("id: mine\ntitle: A\nkeep: perhaps\nsteps:\n  - card: Hi\nresults:\n  - page: e\npages: { e: x }", 3, .oddValue),
    ("id: mine\ntitle: A\nconcepts: [245]\nsteps:\n  - card: Hi\nresults:\n  - page: e\npages: { e: x }", 3, .oddValue),
    ("id: bids\ntitle: A\nsteps:\n  - card: Hi\nresults:\n  - page: e\npages: { e: x }", 1, .sameID),
  ])
  func `a mistake around the steps is told with its line`(text: String, line: Int, what: ContentProblem.What) {
    let (practice, problems) = read(text)
    #expect(practice == nil && problems.map(\.line) == [line] && problems.map(\.what) == [what])
  }

  @Test func `all mistakes are told at once, and none that only follows from another`() {
    let text =
      Self.top
      + "  - scale: One\n    id: a\n    range: [1]\n  - text: Two\n    when: { a: { atLeast: 1 } }\n  - timer: Three"
    let told = read(text).problems.map { $0.sentence(Words()) }
    #expect(
      told == [
        "practices/mine.yaml, line 8: range is not something Hearth can use, so this one was left out.",
        "practices/mine.yaml, line 11: minutes is missing, so this one was left out.",
      ])
  }

  @Test func `a name that is not there is told with it`() {
    let told = read(Self.top + "  - text: Hi\n    when: { b: { is: c } }").problems.map { $0.sentence(Words()) }
    #expect(
      told == [
        "practices/mine.yaml, line 7: b speaks of b, which is not there, or only further down. This one was left out."
      ])
  }

  @Test func `one broken file leaves the others`() {
    let good = Self.top + "  - card: Hi"
    let shelf = Shelf(own: [("practices/a.yaml", "id: [a"), ("practices/mine.yaml", good)])
    #expect(shelf.practices.contains { $0.id == "mine" && $0.isOwn } && shelf.problems.count == 1)
  }
}

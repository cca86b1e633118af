import FoundationEssentials
import HearthCore
import Testing

@testable import HearthContent

/// What the practices about fear, fights and boundaries may say to whom.
struct CareInPracticesTests {
  private static func practice(_ id: String) -> Practice {
    Shelf().practices.first { $0.id == id } ?? Practice(id: "", title: "", steps: [])
  }

  /// A way through with these answers; all else is passed over.
  private static func run(_ practice: Practice, _ answers: [String: Answer]) -> Run {
    var run = Run(
      of: practice, id: UUID(), startedAt: Stamp(instant: Instant(seconds: 0), offset: 0, zone: "UTC"),
      day: Day(number: 0))
    while let step = run.step(in: practice) {
      if let answer = answers[step.id] {
        run.answer(answer, in: practice)
        run.next(in: practice)
      } else {
        run.skip(in: practice)
      }
    }
    return run
  }

  private static func page(_ id: String, _ answers: [String: Answer]) -> String? {
    run(practice(id), answers).ending(in: practice(id))?.page
  }

  @Test(
    arguments: [
      (10, 5, "calm", "feeling-high"), (9, 5, "calm", "feeling-high"), (10, 6, "calm", "feeling-high"),
      (10, 7, "calm", "both"), (8, 5, "calm", "both"), (7, 7, "calm", "both"), (6, 9, "calm", "both"),
      (5, 9, "calm", "feeling-low"), (6, 10, "calm", "feeling-low"), (4, 5, "calm", "feeling-low"),
      (10, 4, "calm", "facts-low"), (10, 5, "none", "facts-low"), (nil, nil, "none", "facts-low"),
      (nil, nil, nil, "left-open"), (10, nil, "calm", "left-open"), (nil, 5, nil, "left-open"),
    ] as [(Int?, Int?, String?, String)])
  func `feeling and facts are called near only where they are`(felt: Int?, facts: Int?, seen: String?, page: String) {
    var answers: [String: Answer] = [:]
    answers["felt"] = felt.map(Answer.number)
    answers["facts-safe"] = facts.map(Answer.number)
    answers["facts"] = seen.map { .options([$0]) }
    #expect(Self.page("safe-and-facts", answers) == page)
  }

  @Test(arguments: ["yes", "unsure", "no", nil])
  func `a fear is asked about, and examples are given, only where it is safe to say it`(safe: String?) {
    let practice = Self.practice("boundary")
    var answers: [String: Answer] = [
      "kind": .option("conduct"), "mine": .text("I go."), "fear": .options(["conflict"]),
    ]
    answers["safe"] = safe.map(Answer.option)
    let run = Self.run(practice, answers)
    let steps = run.steps(in: practice)
    let isSafe = safe == "yes"
    #expect(steps.contains { $0.id == "fear" } == isSafe && steps.contains { $0.id == "reply" } == isSafe)
    #expect(steps.contains { $0.text.contains("When there is shouting") } == isSafe)
    #expect((run.ending(in: practice)?.page == "whole") == isSafe)
  }

  @Test(arguments: [("no", 1), (nil, 1), ("unsure", 0), ("yes", 0)] as [(String?, Int)])
  func `after a fight nothing calls back whoever may be afraid`(afraid: String?, reminders: Int) {
    let practice = Self.practice("conflict")
    let timer = Answer.timer(minutes: 20, startedAt: Instant(seconds: 0))
    var answers: [String: Answer] = ["pause": timer, "pause-apart": timer]
    answers["afraid"] = afraid.map(Answer.option)
    let run = Self.run(practice, answers)
    #expect(run.followUps(in: practice).count { $0.question.contains("pause") } == reminders)
    let prompts = run.steps(in: practice).flatMap { step -> [String] in
      if case .timer(let timer) = step.kind { timer.prompts } else { [] }
    }
    #expect(prompts.contains { $0.hasPrefix("At the end of it you can go back") } == (reminders == 1))
  }

  @Test func `a voice is asked for nothing, and an animal settles too`() {
    func steps(_ how: String) -> [String] {
      let practice = Self.practice("co-regulation")
      return Self.run(practice, ["how": .option(how)]).steps(in: practice).map(\.id)
    }
    #expect(steps("someone").contains("ask") && !steps("voice").contains("ask"))
    #expect(steps("animal").contains("alone"))
  }
}

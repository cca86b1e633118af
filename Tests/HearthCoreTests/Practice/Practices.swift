import FoundationEssentials
import HearthCore

/// Practices and runs as tests have them.
extension Practice {
  /// One of every kind of step.
  static let whole = Practice(
    id: "whole", title: "All of it", measures: [Measure(id: "calm", title: "Calm")],
    steps: [
      Step(id: "hello", .card, "Good evening."),
      Step(
        id: "chosen", .choice([.init("pushed", "I was pushed"), .init("chosen", "I chose it")]), "Was it chosen?",
        measure: "chosen"),
      Step(
        id: "calm", .scale(Measure(id: "calm", title: "Calm", low: "not calm", high: "calm")), "How calm?",
        measure: "calm"),
      Step(
        id: "good", .ticks([.init("rest", "rest"), .init("work", "work")]), "Good for what?",
        when: .is("chosen", ["chosen"]), measure: "good"),
      Step(id: "line", .text, "A line about it."),
      Step(id: "who", .person, "With whom?"),
      Step(id: "pause", .timer(Step.Timer(minutes: 20...60, reminder: "Back to {who}.")), "A pause."),
      Step(id: "day", .date(.days(3)), "When?"),
      Step(id: "page", .compose, "Write about it."),
      Step(
        id: "later",
        .followUp(
          Step.Later(
            wait: .dayOf("day"), options: [.init("kept", "I kept it"), .init("missed", "it did not happen")],
            offers: ["missed": ["mend"]])), "You wrote “{line}”. And?", measure: "kept"),
    ],
    endings: [
      Ending(when: .all([.is("chosen", ["pushed"]), .atMost("calm", 3)]), page: "hard", offers: ["support"]),
      Ending(page: "enough"),
    ],
    pages: ["hard": "That was {calm}.", "enough": "Enough, {who}."])

  /// Three lists that are counted.
  static let counting = Practice(
    id: "counting", title: "How is it?", keep: .never,
    steps: [
      Step(id: "effects", list(["dread", "sleep"]), "Lately", tier: "E"),
      Step(id: "more", list(["eggs"]), "And", tier: "E"),
      Step(id: "safety", list(["throat", "weapon"]), "Ever", tier: "A"),
    ],
    endings: [
      Ending(when: .all([.is("throat", ["often"])]), page: "throat"),
      Ending(when: .count(tiers: ["A"], answers: ["once", "often"], atLeast: 1), page: "a"),
      Ending(when: .count(tiers: ["E"], answers: ["often"], atLeast: 2), page: "e"),
      Ending(
        when: .count(tiers: ["A", "E"], answers: [Answer.noAnswer, Answer.unsaidName], atLeast: 3), page: "open"),
      Ending(page: "none"),
    ],
    pages: ["throat": "", "a": "", "e": "{effects}", "open": "", "none": ""])

  private static func list(_ items: [String]) -> Step.Kind {
    .items(
      items.map { .init($0, "I \($0)") },
      answers: [.init("no", "no"), .init("once", "once"), .init("often", "often"), .init("unsaid", "rather not say")])
  }
}

extension Run {
  static let evening = Stamp(instant: Instant(seconds: 1_700_000_000), offset: 3600, zone: "Europe/Oslo")

  /// A new run of a practice, at its first step.
  static func begun(_ practice: Practice) -> Run {
    Run(
      of: practice, id: UUID(uuidString: "00000000-0000-0000-0000-000000000001") ?? UUID(), startedAt: evening,
      day: evening.calendarDay)
  }

  /// Answers step after step, whichever is asked; what has no answer here is gone past.
  mutating func walk(_ practice: Practice, _ answers: [String: Answer]) {
    while let step = step(in: practice) {
      if let answer = answers[step.id] { self.answer(answer, in: practice) }
      next(in: practice)
    }
  }
}

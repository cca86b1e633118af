import HearthCore
import Testing

/// What holds however one goes through a practice.
struct RunPropertyTests {
  private static let practices = [Practice.whole, .counting]

  @Test(arguments: practices, 1...40)
  func `back and next is where one was, and every way ends in one ending`(practice: Practice, seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var run = Run.begun(practice)
    for _ in 0..<60 {
      run.wander(practice, &dice)
      let before = run
      if run.canGoBack(in: practice), run.place != nil {
        run.back(in: practice)
        run.next(in: practice)
        #expect(run == before)
      }
      #expect(practice.endings.filter { $0 == run.ending(in: practice) }.count == 1)
      #expect(Set(run.asked.map(\.step)).count == run.asked.count)
    }
    var skips = 0
    while run.place != nil && skips <= practice.steps.count {
      run.skip(in: practice)
      skips += 1
    }
    #expect(run.place == nil, "any skips end")
  }
}

extension Run {
  fileprivate mutating func wander(_ practice: Practice, _ dice: inout Dice) {
    switch dice.number(below: 5) {
    case 0: back(in: practice)
    case 1: skip(in: practice)
    case 2: go(to: dice.pick(practice.steps).id, in: practice)
    default:
      if let step = step(in: practice) { answer(step.anyAnswer(&dice), in: practice) }
      next(in: practice)
    }
  }
}

extension Step {
  fileprivate func anyAnswer(_ dice: inout Dice) -> Answer {
    if dice.number(below: 6) == 0 { return dice.pick([.unsaid, .skipped, .text("?"), .number(99)]) }
    switch kind {
    case .card, .compose: return .skipped
    case .scale(let measure): return .number(dice.pick(Array(measure.range)))
    case .choice(let options): return .option(dice.pick(options).id)
    case .ticks(let options): return .options(options.filter { _ in dice.number(below: 2) == 0 }.map(\.id))
    case .items(let items, let answers):
      return .items(Dictionary(uniqueKeysWithValues: items.map { ($0.id, dice.pick(answers).id) }))
    case .text: return .text(dice.pick(["", "A line", "{calm}"]))
    case .person: return .person("Jon")
    case .timer(let timer): return .timer(minutes: timer.usual, startedAt: Instant(seconds: 5))
    case .date, .followUp: return .due(.on(Day(number: dice.number(below: 9))))
    }
  }
}

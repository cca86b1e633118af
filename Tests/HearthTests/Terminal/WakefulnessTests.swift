import Testing

@testable import hearth

@Suite struct WakefulnessTests {
  @Test(arguments: [
    // Uptime and time awake, in milliseconds, at two moments.
    (before: (0, 0), after: (60_000, 60_000), hasSlept: false),
    (before: (9_000, 4_000), after: (9_500, 4_500), hasSlept: false),
    (before: (1_000, 1_000), after: (1_900, 1_100), hasSlept: false),
    (before: (1_000, 1_000), after: (31_000, 2_000), hasSlept: true),
  ])
  func `it slept where one clock went on and the other stood still`(
    before: (Int, Int), after: (Int, Int), hasSlept: Bool
  ) {
    var wakefulness = Wakefulness()
    let answers = [before, after, (after.0 + 10, after.1 + 10)].map {
      wakefulness.hasSlept(uptime: $0.0, awake: $0.1)
    }
    #expect(answers == [false, hasSlept, false])
  }
}

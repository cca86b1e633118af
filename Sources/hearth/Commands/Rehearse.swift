import ArgumentParser
import Dispatch
import HearthCore
import Synchronization

/// Keeps many made-up diaries and looks at them as the patterns page would, to count how often it is wrong.
struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Keep made-up diaries, and count how often the patterns page is wrong about them.",
    discussion: """
      Prints a line for each kind of diary: its name, how many there were, in how many a "may be" and a "fairly \
      steady" stood at any of \(SyntheticDiary.looks) weekly looks where nothing was connected, and in how many the \
      one true link was seen at all and as steady by the last look.
      """,
    shouldDisplay: false)

  @Option(help: "How many of each kind.")
  var diaries = 1000

  @Option(help: "Another number makes other diaries.")
  var seed: UInt64 = 1

  func validate() throws {
    if !(1...100_000).contains(diaries) { throw ValidationError("--diaries takes a number up to 100000.") }
  }

  func run() throws {
    for kind in SyntheticDiary.Kind.allCases { try Output.write(line(kind)) }
  }

  private func line(_ kind: SyntheticDiary.Kind) -> String {
    let all = Mutex(Tally())
    DispatchQueue.concurrentPerform(iterations: diaries) { number in
      let boards = SyntheticDiary(kind, seed: seed &* 1_000_003 &+ UInt64(number)).boards()
      let tally = Tally(boards, isLinked: kind.link > 0)
      all.withLock { $0 = $0 + tally }
    }
    let tally = all.withLock { $0 }
    let counts = [diaries, tally.falseMaybe, tally.falseSteady, tally.trueSeen, tally.trueSteady]
    return ([kind.rawValue] + counts.map(String.init)).joined(separator: "\t") + "\n"
  }

  /// In how many diaries it came to that.
  private struct Tally {
    var falseMaybe = 0, falseSteady = 0, trueSeen = 0, trueSteady = 0

    init() {}

    init(_ boards: [PatternBoard], isLinked: Bool) {
      let said = boards.flatMap { board in
        board.findings.dropFirst(isLinked ? 1 : 0).flatMap { [$0.sameDay, $0.forth, $0.back] }
      }.map(\.level)
      falseMaybe = said.contains { $0 >= .maybe } ? 1 : 0
      falseSteady = said.contains(.steady) ? 1 : 0
      guard isLinked, let last = boards.last?.findings.first?.sameDay.level else { return }
      (trueSeen, trueSteady) = (last >= .maybe ? 1 : 0, last == .steady ? 1 : 0)
    }

    static func + (one: Tally, other: Tally) -> Tally {
      var sum = one
      sum.falseMaybe += other.falseMaybe
      sum.falseSteady += other.falseSteady
      sum.trueSeen += other.trueSeen
      sum.trueSteady += other.trueSteady
      return sum
    }
  }
}

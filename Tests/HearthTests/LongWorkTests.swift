import HearthApp
import HearthCore
import Testing

@testable import hearth

/// What leaving may end, and what it may not.
@Suite struct LongWorkTests {
  /// Does a piece of work, in the middle of which something happens.
  private func outcome(of length: Wish.Length, _ happens: (LongWork, () -> Void) -> Void) -> (stopped: Bool, Bool) {
    let work = LongWork()
    var isStopped = false
    return work.during(length) {
      happens(work) { isStopped = true }
      do throws(Problem) { try work.goOn() } catch { return (isStopped, false) }
      return (isStopped, true)
    }
  }

  @Test(arguments: [(Wish.Length.short, false), (.dispensable, true), (.promised, false)])
  func `leaving ends what can be done another day, and never a save, an erasure or another passphrase`(
    length: Wish.Length, ends: Bool
  ) {
    let (isStopped, goesOn) = outcome(of: length) { $0.leave($1) }
    #expect(isStopped == ends)
    #expect(goesOn == !ends)
  }

  @Test(arguments: [(Wish.Length.short, false), (.dispensable, true), (.promised, true)])
  func `what somebody calls off ends, but for what is short`(length: Wish.Length, ends: Bool) {
    #expect(outcome(of: length) { $0.callOff($1) }.stopped == ends)
  }

  @Test func `what is asked for afterwards is wanted`() throws {
    let work = LongWork()
    work.callOff {}
    #expect(throws: Problem.interrupted) { try work.goOn() }
    work.isAskedFor()
    try work.goOn()
  }

  @Test(arguments: [
    (Wish.emptyTrash, Wish.Length.short), (.backUp, .dispensable), (.erase([], nil), .promised),
    (.renewBackups, .promised), (.reseal(nil), .promised), (.takeBack, .short),
  ])
  func `each wish is of one kind`(wish: Wish, length: Wish.Length) {
    #expect(wish.length == length)
  }
}

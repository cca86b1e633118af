import Foundation
import HearthApp
import HearthCore
import HearthStorage
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

  @Test func `beside a backup an index in many pieces is joined, and a save meanwhile comes in between`() throws {
    let shell = try Shell()
    let folder = shell.file("journal").path
    let service = JournalService(folder: folder, config: ConfigFile(folder: folder + "-config"), zone: .utc)
    service.open(now: .start, trying: false) { _ in }
    let saves = (1...256).map { Wish.save(.tea($0), touching: .all) }
    for wish in saves.dropLast() + [.backUp] + saves.suffix(1) { service.services.grant(wish, .start) { _ in } }
    // What is left to be joined waits in line behind what was wished meanwhile.
    for _ in 1...30 { service.finish() }
    service.close()
    let vault = try Vault.open(folder, now: .start)
    #expect(try !vault.hasIndexInManyPieces)
    #expect(try vault.count(EntryFilter(where: .words("tea", isBegun: false))) == 256)
    #expect(try vault.backups().count == 1)
  }
}

extension Instant {
  fileprivate static let start = Instant(seconds: 1_772_571_600)
}

extension Entry {
  fileprivate static func tea(_ number: Int) -> Entry {
    let stamp = Stamp(Instant.start.adding(seconds: number * 60), in: .utc)
    return Entry(
      id: UUID(), stamp: stamp, day: stamp.day(endingAt: .four), createdAt: .start, modifiedAt: .start,
      text: "Tea " + (0..<60).map { "w\(number)x\($0)" }.joined(separator: " "))
  }
}

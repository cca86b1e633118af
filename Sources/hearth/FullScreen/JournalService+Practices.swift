import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// Practices and runs. On the journal's thread, but for the titles.
extension JournalService {
  func answer(_ wish: PracticeWish, now: Instant) -> Event {
    switch wish {
    case .load(let day): event { .practicesLoaded(try vault.practiceShelf(on: day, from: shelf)) }
    case .titles: .practiceTitlesLoaded(shelf.practiceTitles)
    case .open(let start): event { try vault.open(start, from: shelf) }
    case .keep(let run, let practice, let revision):
      event(refused: { .runRefused(run.id, $0) }, { try keep(run, practice, revision) })
    case .run(let id): event { try vault.run(id).map(Event.runLoaded) ?? .runMissing(id) }
    case .followUps: event { .followUpsLoaded(try vault.openFollowUps(limit: 20)) }
    case .settle(let id, let answer, let day):
      event {
        try vault.settle(id, answer, at: Stamp(now, in: zone), on: day)
        return .followUpSettled(id)
      }
    case .rest(let id, let rest):
      event {
        try vault.rest(id, rest)
        return .practiceRested
      }
    }
  }

  private func keep(_ run: Run, _ practice: Practice, _ revision: Int) throws -> Event {
    try vault.keep(
      run, readings: run.finishedAt == nil ? [] : run.readings(in: practice), followUps: run.followUps(in: practice))
    return .runKept(run.id, revision: revision)
  }
}

extension Vault {
  func practiceShelf(on day: Day, from shelf: Shelf) throws(Problem) -> PracticeShelf {
    let flagged = try flagged()
    let isFlagged: (Run) -> Bool = { $0.person.map(flagged) ?? false }
    let unfinished = try runs(finished: false, limit: 100)
    let past = try runs(finished: true, limit: 20) + unfinished.filter(isFlagged)
    return PracticeShelf(
      shelf.practices, resting: try restingPractices(on: day),
      unfinished: Array(unfinished.filter { !isFlagged($0) }.prefix(10)),
      finished: Array(past.sorted { $0.startedAt.instant > $1.startedAt.instant }.prefix(20)),
      followUps: try openFollowUps(limit: 20))
  }

  func open(_ start: PracticeStart, from shelf: Shelf) throws(Problem) -> Event {
    var run: Run?
    if case .goOn(let id) = start { run = try self.run(id)?.run }
    let id = if case .begin(let id) = start { id } else { run?.practice }
    guard let practice = shelf.practices.first(where: { $0.id == id }) else { return .practiceMissing(start) }
    return .practiceFound(
      start, PracticeOpening(practice, run: run, titles: shelf.practiceTitles, quiet: try quiet(for: practice)))
  }

  /// Everybody about whom this one is not offered, by every name they have.
  private func quiet(for practice: Practice) throws(Problem) -> Set<String> {
    guard practice.isHiddenForFlagged else { return [] }
    let names = try people().map(\.person).filter(\.isFlagged).flatMap { [$0.name] + $0.aliases }
    return Set(names.map { $0.lowercased() })
  }

  fileprivate func settle(
    _ id: FollowUp.ID, _ answer: String?, at stamp: Stamp, on day: Day
  ) throws(Problem) {
    if let answer {
      try self.answer(id, answer, at: stamp, on: day)
    } else {
      try letGo(id, now: stamp.instant)
    }
  }

  fileprivate func rest(_ practice: String, _ rest: PracticeRest) throws(Problem) {
    switch rest {
    case .until(let day): try self.rest(practice, until: day)
    case .always: try self.rest(practice, until: nil)
    case .over: try wake(practice)
    }
  }
}

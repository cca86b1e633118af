import FoundationEssentials
import HearthApp
import HearthCore

/// Practices and runs of a journal in memory.
struct PracticeState: Equatable {
  var practices: [Practice] = []
  var runs: [Run] = []
  var followUps: [KeptFollowUp] = []
  var resting: Set<String> = []
  var readings: [Reading] = []
  /// Names of those about whom none is offered.
  var quiet: Set<String> = []

  private var titles: [String: String] {
    Dictionary(uniqueKeysWithValues: practices.map { ($0.id, $0.title) })
  }

  mutating func answer(_ wish: PracticeWish) -> Event {
    switch wish {
    case .load: return .practicesLoaded(shelf)
    case .titles: return .practiceTitlesLoaded(titles)
    case .open(let start): return open(start)
    case .keep(let run, let practice, let revision):
      keep(run, practice)
      return .runKept(run.id, revision: revision)
    case .run(let id):
      guard let run = runs.first(where: { $0.id == id }) else { return .runMissing(id) }
      return .runLoaded(KeptRun(run, followUps: followUps.filter { $0.id.run == id }))
    case .followUps: return .followUpsLoaded(followUps.filter(\.isOpen))
    case .settle(let id, let answer, _):
      settle(id, answer)
      return .followUpSettled(id)
    case .rest(let id, let rest):
      if rest == .over { resting.remove(id) } else { resting.insert(id) }
      return .practiceRested
    }
  }

  private var shelf: PracticeShelf {
    let newest = runs.sorted { $0.startedAt.instant > $1.startedAt.instant }
    return PracticeShelf(
      practices, resting: resting, unfinished: newest.filter { $0.finishedAt == nil },
      finished: newest.filter { $0.finishedAt != nil }, followUps: followUps.filter(\.isOpen))
  }

  private func open(_ start: PracticeStart) -> Event {
    var run: Run?
    if case .goOn(let id) = start { run = runs.first { $0.id == id } }
    let id = if case .begin(let id) = start { id } else { run?.practice }
    guard let practice = practices.first(where: { $0.id == id }) else { return .practiceMissing(start) }
    return .practiceFound(start, PracticeOpening(practice, run: run, titles: titles, quiet: quiet))
  }

  private mutating func keep(_ run: Run, _ practice: Practice) {
    runs.removeAll { $0.id == run.id }
    runs.append(run)
    readings.removeAll { $0.source == run.id }
    if run.finishedAt != nil { readings += run.readings(in: practice) }
    let left = run.followUps(in: practice)
    followUps.removeAll { kept in kept.id.run == run.id && kept.isOpen && !left.contains { $0.id == kept.id } }
    followUps += left.filter { new in !followUps.contains { $0.id == new.id } }.map {
      KeptFollowUp($0, title: run.title)
    }
  }

  private mutating func settle(_ id: FollowUp.ID, _ answer: String?) {
    guard let index = followUps.firstIndex(where: { $0.id == id }) else { return }
    followUps[index].answer = answer
    if answer == nil, !followUps[index].followUp.isReminder {
      followUps[index].dismissedAt = Story.evening
    } else {
      followUps[index].answeredAt = Story.evening
    }
  }

  mutating func letGo(of run: UUID) {
    runs.removeAll { $0.id == run }
    followUps.removeAll { $0.id.run == run }
  }
}

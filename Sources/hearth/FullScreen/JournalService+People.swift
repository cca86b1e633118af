import HearthApp
import HearthCore
import HearthExchange
import HearthStorage

/// What the screens ask for about people and standing contacts. Runs on the journal's thread.
extension JournalService {
  func answer(_ wish: PeopleWish, now: Instant) -> Event {
    event(
      refused: { problem in wish.isTyped(for: problem) ? .people(.refused(problem)) : .refused(problem) },
      { .people(try vault.answer(wish, now: now)) })
  }
}

extension PeopleWish {
  /// Whether a line was typed for it, which says what is wrong with it.
  fileprivate func isTyped(for problem: Problem) -> Bool {
    switch (self, problem) {
    case (.add, _), (.rename, _), (.merge, _), (.export, _), (.keep, .nameTaken): true
    default: false
    }
  }
}

extension Vault {
  fileprivate func answer(_ wish: PeopleWish, now: Instant) throws(Problem) -> PeopleEvent {
    switch wish {
    case .list: return .listed(try people())
    case .page(let id): return try page(ofPerson: id).map(PeopleEvent.paged) ?? .gone(id)
    case .rhythms: return .rhythmsListed(try rhythms())
    case .add(let name): return .added(try addPerson(name))
    case .merge(let id, let name):
      return .merged(id, into: try merge(id, into: try person(named: name).id, now: now).id)
    case .delete(let id):
      try deletePerson(id, now: now)
      return .gone(id)
    case .keepTouchpoint(let touchpoint, let name):
      try keep(touchpoint, with: name, now: now)
      return .touchpointKept(touchpoint)
    case .deleteTouchpoint(let id):
      try deleteTouchpoint(id, now: now)
      return .touchpointGone(id)
    case .export(let rhythm, let path): return try export(rhythm, to: path, now: now)
    case .keep(let person):
      try keep(person, now: now)
      return .changed(person.id)
    case .rename(let id, let name):
      try rename(id, to: name, now: now)
      return .changed(id)
    case .meet(let id, let day):
      try meet(id, on: day, now: now)
      return .changed(id)
    case .answer(let answers, let id):
      try keep(answers, about: id, now: now)
      return .changed(id)
    }
  }

  /// - Parameter path: `~` is the home. A file that is there already is refused: nothing is written over.
  private func export(_ rhythm: Rhythm, to path: String, now: Instant) throws(Problem) -> PeopleEvent {
    let path = Environment.opened(path)
    if NewFile.exists(path) { throw .fileExists(path) }
    let text = TouchpointICS.text(of: [rhythm], writtenAt: now)
    try NewFile.write(path) { out throws(Problem) in try out(text) }
    return .exported(path: path)
  }
}

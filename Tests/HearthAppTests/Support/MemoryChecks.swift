import HearthApp
import HearthContent
import HearthCore

extension MemoryJournal.State {
  /// The relationship check, as the journal would answer.
  mutating func answer(_ wish: CheckWish) -> CheckEvent {
    switch wish {
    case .load: return .loaded(Shelf().checks, Shelf().support)
    case .loadKept: return .keptLoaded(checks)
    case .keep(let check):
      checks.insert(check, at: 0)
      return .kept(check)
    case .forget(let id):
      checks.removeAll { $0.id == id }
      return .forgotten(id)
    case .quieten(let name):
      guard let index = people.firstIndex(where: { $0.person.name == name }) else {
        return .refused(.noSuchPerson(name))
      }
      var person = people[index].person
      person.isFlagged = true
      people[index] = people[index].with(person)
      return .quietened(person)
    case .prove(let typed): return typed.taken == passphrase ? .proven : .refused(.passphraseWrong)
    }
  }
}

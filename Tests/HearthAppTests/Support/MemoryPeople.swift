import FoundationEssentials
import HearthApp
import HearthCore

extension MemoryJournal.State {
  /// People and touchpoints, as the journal would answer.
  mutating func answer(_ wish: PeopleWish) -> PeopleEvent {
    switch wish {
    case .list: return .listed(people.map { PersonLine($0.person, lastContact: $0.lastContact, mentions: $0.mentions) })
    case .page(let id):
      let page = people.first { $0.person.id == id }
      return page.map { .paged($0.with($0.person, lastMoments: lastMoments(with: $0.person))) } ?? .gone(id)
    case .rhythms: return .rhythmsListed(rhythms)
    case .add(let name):
      if let known = people.first(where: { $0.person.name == name }) { return .added(known.person) }
      if !PersonName.isOne(name) { return .refused(.nameHasComma(name)) }
      let person = Person(id: Story.id(5000 + people.count), name: name)
      people.append(PersonPage(person))
      return .added(person)
    case .keep(let person):
      let others = people.map(\.person).filter { $0.id != person.id }
      let taken = person.aliases.first { name in others.contains { $0.name == name || $0.aliases.contains(name) } }
      if let taken { return .refused(.nameTaken(taken)) }
      return change(person.id) { $0 = $0.with(person) }
    case .rename(let id, let name):
      if !PersonName.isOne(name) { return .refused(.nameHasComma(name)) }
      if people.contains(where: { $0.person.name == name }) { return .refused(.nameTaken(name)) }
      return change(id) { page in
        var person = page.person
        (person.aliases, person.name) = (person.aliases + [person.name], name)
        page = page.with(person)
      }
    case .merge(let id, let name):
      guard let target = people.first(where: { $0.person.name == name }) else { return .refused(.noSuchPerson(name)) }
      people.removeAll { $0.person.id == id }
      return .merged(id, into: target.person.id)
    case .delete(let id):
      people.removeAll { $0.person.id == id }
      return .gone(id)
    case .meet(let id, let day): return change(id) { $0 = $0.with($0.person, lastContact: day) }
    case .answer(let answers, let id): return change(id) { $0 = $0.with($0.person, bond: answers + $0.bond) }
    case .keepTouchpoint(let touchpoint, let name):
      let known = people.first { $0.person.id == touchpoint.person || $0.person.name == name }?.person
      let person = known ?? name.flatMap { $0.isEmpty ? nil : Person(id: touchpoint.id, name: $0) }
      rhythms.removeAll { $0.touchpoint.id == touchpoint.id }
      rhythms.append(Rhythm(touchpoint, with: person))
      return .touchpointKept(touchpoint)
    case .deleteTouchpoint(let id):
      rhythms.removeAll { $0.touchpoint.id == id }
      return .touchpointGone(id)
    case .export(_, let path): return .exported(path: path)
    }
  }

  private func lastMoments(with person: Person) -> [Moment] {
    moments.filter { $0.kind.isContact && $0.with.contains(person.name) }.sorted { $0.day > $1.day }
  }

  private mutating func change(_ id: UUID, _ change: (inout PersonPage) -> Void) -> PeopleEvent {
    guard let place = people.firstIndex(where: { $0.person.id == id }) else { return .gone(id) }
    change(&people[place])
    return .changed(id)
  }
}

extension PersonPage {
  func with(
    _ person: Person, lastContact: Day? = nil, lastMoments: [Moment]? = nil, bond: [BondAnswer]? = nil
  ) -> PersonPage {
    PersonPage(
      person, lastContact: lastContact ?? self.lastContact, mentions: mentions, moments: moments, felt: felt,
      lastMoments: lastMoments ?? self.lastMoments, rhythms: rhythms, bond: bond ?? self.bond)
  }
}

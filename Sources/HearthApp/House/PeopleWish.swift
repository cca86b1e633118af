import FoundationEssentials
import HearthCore

/// What the world is asked for about people and the contacts that are meant to come again.
package enum PeopleWish: Equatable, Sendable {
  case list
  case page(UUID)
  /// By a name or an alias.
  case add(String)
  /// Everything but the name.
  case keep(Person)
  case rename(UUID, to: String)
  /// The first turns out to be the one of that name.
  case merge(UUID, into: String)
  case delete(UUID)
  /// There was a real contact.
  case meet(UUID, on: Day)
  case answer([BondAnswer], about: UUID)
  case rhythms
  /// - Parameter with: the name of whom it is with; nil leaves it with whom it says itself.
  case keepTouchpoint(Touchpoint, with: String?)
  case deleteTouchpoint(UUID)
  /// Writes one out as a calendar that only the person can read.
  case export(Rhythm, path: String)
}

/// What happened to them.
package enum PeopleEvent: Equatable, Sendable {
  case listed([PersonLine])
  case paged(PersonPage)
  /// There is nobody of that id any more.
  case gone(UUID)
  case added(Person)
  /// Something about this person is other than it was.
  case changed(UUID)
  /// Whoever was the first is now the second.
  case merged(UUID, into: UUID)
  case rhythmsListed([Rhythm])
  case touchpointKept(Touchpoint)
  case touchpointGone(UUID)
  case exported(path: String)
  /// What was typed cannot be used; all stays as it was.
  case refused(Problem)
}

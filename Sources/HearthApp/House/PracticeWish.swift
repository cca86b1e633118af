import FoundationEssentials
import HearthCore

/// What the world is asked for about practices and runs.
package enum PracticeWish: Equatable, Sendable {
  case load(Day)
  /// What practices are called.
  case titles
  case open(PracticeStart)
  /// A run as it stands, with what it yields and leaves for later.
  case keep(Run, in: Practice, revision: Int)
  case run(UUID)
  case followUps
  /// Answers a follow-up by the id of an option; nil lets it go. On the day a person means by today.
  case settle(FollowUp.ID, String?, Day)
  case rest(String, PracticeRest)
}

import FoundationEssentials
import HearthCore

/// What the world is asked for about check-ins and moments.
package enum AnswerWish: Equatable, Sendable {
  /// What a check-in can ask.
  case fields
  /// What was answered and noted on a day.
  case load(Day)
  case saveCheckIn(CheckIn)
  case saveMoment(Moment)
  case trashCheckIn(UUID)
  case trashMoment(UUID)
}

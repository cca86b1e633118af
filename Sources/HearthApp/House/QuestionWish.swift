import HearthCore

/// What the world is asked for about the questions there are.
package enum QuestionWish: Equatable, Sendable {
  case list
  /// What was written in answer to one, by its id.
  case answers(String)
  /// Never to be asked again, or it may be again.
  case putAside(String)
  /// - Parameter shownOn: the day whose question it is again.
  case takeUp(String, shownOn: Day? = nil)
}

package enum QuestionEvent: Equatable, Sendable {
  case listed([AskedQuestion])
  /// The same, now that one was put aside or taken up again.
  case changed([AskedQuestion])
  /// The oldest first.
  case answers(String, [Entry])
}

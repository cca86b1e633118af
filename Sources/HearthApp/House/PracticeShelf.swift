import FoundationEssentials
import HearthCore

/// What the Practice room shows, found in one go.
package struct PracticeShelf: Equatable, Sendable {
  package var practices: [Practice]
  /// The ids of those that are not offered today.
  package var resting: Set<String>
  /// Runs that one may go on with; and those that are finished, or are not offered any more because of whom they are
  /// about. The last begun first.
  package var unfinished: [Run]
  package var finished: [Run]
  /// What waits to be answered or seen, the earliest first.
  package var followUps: [KeptFollowUp]

  package init(
    _ practices: [Practice] = [], resting: Set<String> = [], unfinished: [Run] = [], finished: [Run] = [],
    followUps: [KeptFollowUp] = []
  ) {
    self.practices = practices
    self.resting = resting
    self.unfinished = unfinished
    self.finished = finished
    self.followUps = followUps
  }

  /// Those that do not rest.
  var offered: [Practice] { practices.filter { !resting.contains($0.id) } }
}

/// How a practice is opened: anew by its id, or where a run was left.
package enum PracticeStart: Hashable, Sendable {
  case begin(String)
  case goOn(UUID)
}

/// A practice that is about to be gone through.
package struct PracticeOpening: Equatable, Sendable {
  package let practice: Practice
  /// The run that one goes on with; nil for a new one.
  package let run: Run?
  /// What practices are called, by their ids: for what is offered at the end.
  package let titles: [String: String]
  /// Names of those about whom it is not offered, in small letters.
  package let quiet: Set<String>

  package init(
    _ practice: Practice, run: Run? = nil, titles: [String: String] = [:], quiet: Set<String> = []
  ) {
    self.practice = practice
    self.run = run
    self.titles = titles
    self.quiet = quiet
  }
}

/// For how long a practice is not offered.
package enum PracticeRest: Hashable, Sendable {
  /// Until a day comes.
  case until(Day)
  case always
  /// It is offered again.
  case over
}

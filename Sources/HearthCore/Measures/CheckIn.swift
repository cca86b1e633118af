import FoundationEssentials

/// What a person answered of the check-in at one time: any part of it, as often a day as they like.
package struct CheckIn: Hashable, Sendable, Codable, Identifiable {
  package var id: UUID
  package var stamp: Stamp
  /// The day it belongs to, fixed when it was answered.
  package var day: Day
  /// By id of the measure, which need not be known any more; a tick is 1.
  package var answers: [Measure.ID: Double]
  package var createdAt: Instant
  package var modifiedAt: Instant
  /// When it went into the trash; nil outside of it.
  package var trashedAt: Instant?

  package init(
    id: UUID, stamp: Stamp, day: Day, answers: [Measure.ID: Double], createdAt: Instant, modifiedAt: Instant? = nil,
    trashedAt: Instant? = nil
  ) {
    self.id = id
    self.stamp = stamp
    self.day = day
    self.answers = answers
    self.createdAt = createdAt
    self.modifiedAt = modifiedAt ?? createdAt
    self.trashedAt = trashedAt
  }

  /// Its answers as they are kept.
  package var readings: [Reading] {
    answers.sorted { $0.key < $1.key }.map {
      Reading(source: id, measure: $0.key, value: $0.value, stamp: stamp, day: day)
    }
  }

  /// The first measure, by its id, whose answer is no step of its scale.
  ///
  /// - Parameter scales: by the ids of the measures; an answer to any other is none of them.
  package func answerOutside(_ scales: [Measure.ID: ClosedRange<Int>]) -> Measure.ID? {
    answers.filter { id, value in scales[id].map { Int(exactly: value).map($0.contains) != true } ?? false }.keys.min()
  }

  /// The mood it holds, where it holds one.
  package var mood: Mood? { answers["mood"].flatMap { Mood(rawValue: Int($0)) } }
}

import FoundationEssentials

/// A time with others, or kept from them, as a person noted it in a few keys.
package struct Moment: Hashable, Sendable, Codable, Identifiable {
  package var id: UUID
  package var stamp: Stamp
  /// The day it belongs to, fixed when it was noted.
  package var day: Day
  package var kind: Kind
  /// Who it was with, in the order given: names or aliases, without `@`.
  package var with: [String]
  package var medium: Medium?
  /// 0 or more.
  package var minutes: Int?
  /// How it was felt afterwards, −2 to 2.
  package var felt: Int?
  package var marks: [Mark]
  /// Each within the range of its measure.
  package var numbers: [Number: Int]
  /// A line about it; empty where there is none.
  package var line: String
  package var createdAt: Instant
  package var modifiedAt: Instant
  /// When it went into the trash; nil outside of it.
  package var trashedAt: Instant?

  package init(
    id: UUID, stamp: Stamp, day: Day, kind: Kind, with: [String] = [], medium: Medium? = nil, minutes: Int? = nil,
    felt: Int? = nil, marks: [Mark] = [], numbers: [Number: Int] = [:], line: String = "", createdAt: Instant,
    modifiedAt: Instant? = nil, trashedAt: Instant? = nil
  ) {
    self.id = id
    self.stamp = stamp
    self.day = day
    self.kind = kind
    self.with = with
    self.medium = medium
    self.minutes = minutes
    self.felt = felt
    self.marks = marks
    self.numbers = numbers
    self.line = line
    self.createdAt = createdAt
    self.modifiedAt = modifiedAt ?? createdAt
    self.trashedAt = trashedAt
  }

  /// From the worst to the best it can be felt.
  package static let feltRange = -2...2
  /// How long it can be.
  package static let minutesRange = 0...1440

  /// Every number and tick of it as it is kept.
  package var readings: [Reading] {
    var values: [Measure.ID: Double] = [:]
    values["moment/felt"] = felt.map(Double.init)
    values["moment/minutes"] = minutes.map(Double.init)
    for mark in marks { values[mark.measure] = 1 }
    for (number, value) in numbers { values[number.measure] = Double(value) }
    return values.sorted { $0.key < $1.key }.map {
      Reading(source: id, measure: $0.key, value: $0.value, stamp: stamp, day: day)
    }
  }
}

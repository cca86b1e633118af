import FoundationEssentials

/// One value of a measure at one time.
package struct Reading: Hashable, Sendable {
  /// Of what it was answered in: a check-in, a moment, an entry, a run. It has at most one value of a measure.
  package let source: UUID
  /// The id of a `Measure`, which need not be known any more.
  package let measure: String
  /// In the measure's own numbers; a tick is 1.
  package let value: Double
  package let stamp: Stamp
  /// The day it belongs to, fixed when it was answered.
  package let day: Day

  package init(source: UUID, measure: String, value: Double, stamp: Stamp, day: Day) {
    self.source = source
    self.measure = measure
    self.value = value
    self.stamp = stamp
    self.day = day
  }
}

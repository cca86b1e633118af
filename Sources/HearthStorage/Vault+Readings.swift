package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// Makes the readings of what they were answered in these and no others; none takes all away.
  /// - Parameter readings: each of `source`, one a measure.
  package func keep(readings: [Reading], of source: UUID) throws(Problem) {
    try write { db in try ReadingRecord.keep(readings, of: source, db) }
  }

  /// What was answered, in the order of time, but for what lies in the trash.
  /// - Parameter measures: ids; nil for all there are.
  package func readings(of measures: [Measure.ID]? = nil, in days: ClosedRange<Day>) throws(Problem) -> [Reading] {
    try read { db in try ReadingRecord.all(of: measures, in: days, db) }
  }
}

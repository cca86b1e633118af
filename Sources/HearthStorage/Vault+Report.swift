import GRDB
package import HearthCore

extension Vault {
  /// What a report of some days can be made of.
  /// - Parameter checks: the ids of the relationship check and what belongs to it: nothing of them is among it.
  package func reportNotes(of days: ClosedRange<Day>, without checks: Set<String>) throws(Problem) -> ReportNotes {
    var entries: [Entry] = []
    let filter = EntryFilter(order: .oldestFirst, where: .days(from: days.lowerBound, to: days.upperBound))
    try self.entries(filter) { entry throws(Problem) in entries.append(entry) }
    let (all, runs) = (try readings(in: days), try allRuns())
    let checked = Set(runs.filter { checks.contains($0.run.practice) }.map(\.run.id))
    return ReportNotes(
      days: days, entries: entries, readings: all.filter { !checked.contains($0.source) },
      moments: try moments(in: days),
      runs: runs.filter { days.contains($0.run.day) && $0.run.finishedAt != nil && !checked.contains($0.run.id) },
      people: try people().map(\.person))
  }
}

import Foundation
import HearthCore
import HearthStorage
import Testing

struct ReportNotesTests {
  private let now = Instant(seconds: 1_000_000)
  private let day = Day(number: 20_000)

  private func run(_ practice: String, _ id: Int, on day: Day) -> (Run, Reading) {
    let stamp = Stamp(now, in: .utc)
    let run = Run(
      id: .number(id), practice: practice, version: 1, title: practice, startedAt: stamp, day: day, finishedAt: stamp,
      asked: [], place: nil)
    return (run, Reading(source: run.id, measure: "m-\(practice)", value: 1, stamp: stamp, day: day))
  }

  @Test func `a report has what its days hold, and nothing of the relationship check`() throws {
    let vault = try Vault.inMemory()
    for (practice, id, on) in [("mend", 1, day), ("relationship", 2, day), ("mend", 3, day.adding(days: -40))] {
      let (run, reading) = run(practice, id, on: on)
      try vault.keep(run, readings: [reading])
    }
    for (id, on, trashed) in [(4, day, nil), (5, day.adding(days: -40), nil), (6, day, now)] as [(Int, Day, Instant?)] {
      let entry = Entry(
        id: .number(id), stamp: Stamp(now, in: .utc), day: on, createdAt: now, modifiedAt: now, text: "@Ana \(id)",
        trashedAt: trashed)
      _ = try vault.save(entry, now: now)
    }
    let notes = try vault.reportNotes(of: day.adding(days: -7)...day, without: ["relationship"])
    #expect(notes.runs.map(\.run.id) == [.number(1)])
    #expect(notes.readings.map(\.measure) == ["m-mend"])
    #expect(notes.entries.map(\.id) == [.number(4)])
    #expect(notes.people.map(\.name) == ["Ana"] && notes.named.map(\.name) == ["Ana"])
    #expect(notes.counts == ReportNotes.Counts(days: 1, moments: 0, entries: 1, runs: 1))
  }
}

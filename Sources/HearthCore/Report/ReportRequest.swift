/// Which report is wanted.
package struct ReportRequest: Hashable, Sendable {
  package var days: ClosedRange<Day>
  package var names: Report.Names
  package var parts: Set<Report.Part>
  package var form: Report.Form

  package init(
    days: ClosedRange<Day>, names: Report.Names = .initials, parts: Set<Report.Part> = [.charts],
    form: Report.Form = .html
  ) {
    self.days = days
    self.names = names
    self.parts = parts
    self.form = form
  }

  /// The last three months.
  package static func usual(_ today: Day) -> ReportRequest { ReportRequest(days: today.adding(months: -3)...today) }
}

/// What a journal holds of some days, for a report. Nothing of the relationship check is among it.
package struct ReportNotes: Hashable, Sendable {
  package let days: ClosedRange<Day>
  /// Earliest first, outside the trash.
  package var entries: [Entry]
  package var readings: [Reading]
  package var moments: [Moment]
  /// Finished ones, the first begun first.
  package var runs: [KeptRun]
  /// Everybody the journal knows, so that no name is left out where names are covered.
  package var people: [Person]

  package init(
    days: ClosedRange<Day>, entries: [Entry] = [], readings: [Reading] = [], moments: [Moment] = [],
    runs: [KeptRun] = [], people: [Person] = []
  ) {
    self.days = days
    self.entries = entries
    self.readings = readings
    self.moments = moments
    self.runs = runs
    self.people = people
  }

  /// How much of what there is.
  package var counts: Counts {
    Counts(
      days: Set(readings.map(\.day)).count, moments: moments.count,
      entries: entries.count, runs: runs.count)
  }

  package struct Counts: Hashable, Sendable {
    /// Days on which a number was answered.
    package let days: Int
    package let moments, entries, runs: Int

    package init(days: Int, moments: Int, entries: Int, runs: Int) {
      (self.days, self.moments, self.entries, self.runs) = (days, moments, entries, runs)
    }
  }

  /// All in which somebody may be named, in a report with these parts.
  package func texts(_ parts: Set<Report.Part>) -> [String] {
    let entries = parts.contains(.entries) ? entries.map(\.text) : []
    let runs = parts.contains(.practices) ? runs.flatMap { $0.run.asked.flatMap(\.texts) } : []
    let later = parts.contains(.practices) ? self.runs.flatMap { $0.followUps.map(\.followUp.question) } : []
    return named.map(\.name) + entries + runs + later
  }

  /// Those who are named in what the days hold.
  package var named: [Person] {
    let names = entries.flatMap(\.people) + moments.flatMap(\.with) + runs.compactMap(\.run.person)
    let folded = Set(names.map { $0.lowercased() })
    return people.filter { person in ([person.name] + person.aliases).contains { folded.contains($0.lowercased()) } }
  }
}

extension Asked {
  /// The question, and what was answered in words.
  fileprivate var texts: [String] {
    switch answer {
    case .text(let text): [question, text]
    case .person(let name): [question, name]
    default: [question]
    }
  }
}

import GRDB
package import HearthCore

extension Vault {
  /// What charts are made of, over some days.
  /// - Parameters:
  ///   - parts: which of it.
  ///   - measures: what is known of the measures.
  ///   - weekStart: where a week begins, 1 (Monday) to 7.
  ///   - titles: what practices are called, by their ids.
  package func chartNotes(
    _ parts: [ChartNotes.Part], in days: ClosedRange<Day>, measures: [Measure], weekStart: Int,
    titles: [String: String]
  ) throws(Problem) -> ChartNotes {
    try read { db in
      var notes = ChartNotes(days: days, measures: measures)
      notes.weekStart = weekStart
      for part in parts {
        switch part {
        case .totals(let id): notes.totals[id] = try DayRecord.totals(of: id, in: ChartNotes.reach(of: days), db)
        case .choices(let id): notes.choices[id] = try DayRecord.choices(of: id, in: days, db)
        case .hours(let id): notes.hours = try DayRecord.hours(of: id, in: days, db)
        case .meetings: notes.meetings = try DayRecord.meetings(in: days, db)
        case .felt: notes.felt = try DayRecord.felt(in: days, db)
        case .runs: notes.threads = try DayRecord.runs(in: days, titles, db)
        case .touchpoints: notes.threads = try DayRecord.touchpoints(in: days, db)
        case .minutes(let ofQuality):
          let id = ofQuality ? PatternQuestion.quality : PatternQuestion.otherTime
          notes.totals[id] = try DayRecord.minutes(ofQuality: ofQuality, in: ChartNotes.reach(of: days), db)
        case .presences: notes.presences = try DayRecord.presences(in: days, db)
        case .needs:
          notes.needs = NeedsMap(try PersonRecord.all(db).map(\.person)).lines.map { .init($0.need.rawValue, $0.names) }
        }
      }
      return notes
    }
  }

  /// The first day on which anything was answered or noted; nil where nothing ever was.
  package func firstChartedDay() throws(Problem) -> Day? {
    try read { db in
      let days = try ["SELECT min(day) FROM reading", "SELECT min(day) FROM dayMoment"].compactMap {
        try Day.fetchOne(db, sql: $0)
      }
      return days.min()
    }
  }

  /// Every measure that has a reading, by its id.
  package func answeredMeasures() throws(Problem) -> [Measure.ID] {
    // From each to the next, instead of through all of its rows.
    let sql = """
      WITH RECURSIVE known (measure) AS (
        SELECT min(measure) FROM dayReading
        UNION ALL
        SELECT (SELECT min(measure) FROM dayReading WHERE dayReading.measure > known.measure) FROM known
        WHERE known.measure IS NOT NULL
      )
      SELECT measure FROM known WHERE measure IS NOT NULL
      """
    return try read { db in try String.fetchAll(db.cachedStatement(sql: sql)) }
  }
}

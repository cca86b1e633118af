import GRDB
package import HearthCore

extension Vault {
  /// What goes with the journal when it is written out whole.
  package func preferences() throws(Problem) -> Preferences {
    var preferences = Preferences(
      hushed: try hushed(), searches: try savedSearches(),
      people: try read { db in try PersonRecord.kept(db).map(\.person) }, touchpoints: try rhythms().map(\.touchpoint),
      runs: try allRuns(), checkIns: try checkIns(in: Self.allDays), moments: try moments(in: Self.allDays))
    // They go with the people whose names they are.
    preferences.hushed.otherNames = []
    preferences.bonds = try read(Vault.bonds)
    preferences.settings = try read { db in try Vault.settings(db) }
    return preferences
  }

  private static func settings(_ db: Database) throws -> [Setting: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM setting")
    let known = rows.compactMap { row in Setting(rawValue: row["key"]).map { ($0, row["value"] as String) } }
    return Dictionary(uniqueKeysWithValues: known.filter(\.0.travels))
  }

  static let allDays = Day(number: -10_000_000)...Day(number: 10_000_000)

  /// Adds what is missing here; existing values are never overwritten. The people are there already.
  static func takeIn(_ preferences: Preferences, _ db: Database) throws {
    for name in preferences.hushed.people { _ = try hush(person: name, isOn: true, db) }
    for span in preferences.hushed.spans { _ = try hush(span, isOn: true, db) }
    for search in preferences.searches { try keep(search, .ignore, db) }
    for bond in preferences.bonds { try takeIn(bond, db) }
    for run in preferences.runs { try takeIn(run, db) }
    for checkIn in preferences.checkIns where try CheckInRecord.find(checkIn.id, db) == nil {
      try CheckInRecord.save(checkIn, db)
    }
    for moment in preferences.moments where try MomentRecord.find(moment.id, db) == nil {
      try MomentRecord.save(moment, db)
    }
    if try settings(db)[.welcomed] == nil {
      for (setting, value) in preferences.settings where setting.travels {
        try db.execute(
          sql: "INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)", arguments: [setting.rawValue, value])
      }
    }
    for check in preferences.checks { try insert(check, .ignore, db) }
  }
}

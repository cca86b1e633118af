import GRDB
package import HearthCore

extension Vault {
  /// What goes with the journal when it is written out whole.
  package func preferences() throws(Problem) -> Preferences {
    Preferences(
      hushed: try hushed(), searches: try savedSearches(),
      people: try read { db in try PersonRecord.kept(db).map(\.person) },
      touchpoints: try rhythms().map(\.touchpoint))
  }

  /// Adds, and takes no place of what is there.
  static func takeIn(_ preferences: Preferences, _ db: Database) throws {
    for name in preferences.hushed.people { _ = try hush(person: name, isOn: true, db) }
    for span in preferences.hushed.spans { _ = try hush(span, isOn: true, db) }
    for search in preferences.searches { try keep(search, .ignore, db) }
    try takeIn(preferences.people, preferences.touchpoints, db)
  }
}

import GRDB
package import HearthCore

extension Vault {
  /// Nil where it was never set.
  package func setting(_ setting: Setting) throws(Problem) -> String? {
    try read { db in
      let sql = "SELECT value FROM setting WHERE key = ?"
      return try String.fetchOne(db, SQLRequest(sql: sql, arguments: [setting.rawValue], cached: true))
    }
  }

  /// Everything that was set.
  package func settings() throws(Problem) -> SettingTexts {
    try read { db in
      let rows = try Row.fetchAll(db, SQLRequest(sql: "SELECT key, value FROM setting", cached: true))
      return SettingTexts(rows.reduce(into: [:]) { texts, row in texts[row[0]] = row[1] })
    }
  }

  /// Nil takes it back.
  package func set(_ setting: Setting, to value: String?) throws(Problem) { try set([setting: value]) }

  /// Some of them in one go, all or none; nil takes one back.
  package func set(_ values: [Setting: String?]) throws(Problem) {
    try write { db in
      for (setting, value) in values {
        guard let value else {
          try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [setting.rawValue])
          continue
        }
        try db.execute(
          sql: """
            INSERT INTO setting (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
            """, arguments: [setting.rawValue, value])
      }
    }
  }

  // MARK: What verbs and screens both ask for

  /// When a day of this journal ends; the usual, where its person has not said.
  package var dayEnd: DayEnd {
    get throws(Problem) { DayEnd(text: try setting(.dayEnd) ?? "") }
  }

  /// Whether its person wants no figures of speech.
  package var speaksPlainly: Bool {
    get throws(Problem) { try setting(.speaksPlainly) == "yes" }
  }

  /// What its person calls the five moods; none where they have the usual names.
  package var moodNames: [String] {
    get throws(Problem) { (try setting(.moodNames) ?? "").split(separator: ",").map(String.init) }
  }
}

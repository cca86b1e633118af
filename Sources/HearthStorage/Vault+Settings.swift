import GRDB
package import HearthCore

extension Vault {
  /// Nil where it was never set.
  package func setting(_ setting: Setting) throws(Problem) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [setting.rawValue])
    }
  }

  /// Nil takes it back.
  package func set(_ setting: Setting, to value: String?) throws(Problem) {
    try write { db in
      guard let value else {
        return try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [setting.rawValue])
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", arguments: [setting.rawValue, value])
    }
  }
}

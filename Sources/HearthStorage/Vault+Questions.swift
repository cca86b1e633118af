import GRDB
package import HearthCore

extension Vault {
  /// The id of the question a day was given; nil where it has none yet.
  package func question(shownOn day: Day) throws(Problem) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT question FROM questionShown WHERE day = ?", arguments: [day])
    }
  }

  /// Gives a day its question, or another.
  package func noteQuestion(_ id: String, shownOn day: Day) throws(Problem) {
    try write { db in
      try db.execute(sql: "INSERT OR REPLACE INTO questionShown (day, question) VALUES (?, ?)", arguments: [day, id])
    }
  }

  /// The questions of the last days that had one, newest first.
  package func recentQuestions(limit: Int) throws(Problem) -> [(Day, String)] {
    try read { db in
      let sql = "SELECT day, question FROM questionShown ORDER BY day DESC LIMIT ?"
      return try Row.fetchAll(db, sql: sql, arguments: [limit]).map { ($0["day"], $0["question"]) }
    }
  }

  /// Never to be asked again. The first time counts.
  package func dismissQuestion(_ id: String, now: Instant) throws(Problem) {
    try write { db in
      try db.execute(sql: "INSERT OR IGNORE INTO questionDismissed (question, at) VALUES (?, ?)", arguments: [id, now])
    }
  }

  /// Ids of all that were dismissed.
  package func dismissedQuestions() throws(Problem) -> Set<String> {
    try read { db in try String.fetchSet(db, sql: "SELECT question FROM questionDismissed") }
  }
}

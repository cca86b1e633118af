import Foundation
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

  /// May be asked again.
  package func takeUpQuestion(_ id: String) throws(Problem) {
    try write { db in try db.execute(sql: "DELETE FROM questionDismissed WHERE question = ?", arguments: [id]) }
  }

  /// What became of each of these.
  package func asked(_ prompts: [Prompt]) throws(Problem) -> [AskedQuestion] {
    let putAside = try dismissedQuestions()
    return try read { db in
      let shown: [String: Day] = try Vault.byQuestion("SELECT question, max(day) FROM questionShown GROUP BY 1", db)
      let answers: [String: Int] = try Vault.byQuestion(
        "SELECT prompt, count(*) FROM entry WHERE prompt IS NOT NULL AND trashedAt IS NULL GROUP BY 1", db)
      return prompts.map { prompt in
        AskedQuestion(
          prompt, lastShown: shown[prompt.id], answers: answers[prompt.id] ?? 0,
          isPutAside: putAside.contains(prompt.id))
      }
    }
  }

  private static func byQuestion<Value: DatabaseValueConvertible>(
    _ sql: String, _ db: Database
  ) throws -> [String: Value] {
    let rows = try Row.fetchAll(db, sql: sql).map { (row: Row) -> (String, Value) in (row[0], row[1]) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Entries that answer a question, the oldest first; of very many the newest.
  package func answers(to question: String, limit: Int = 100) throws(Problem) -> [Entry] {
    try read { db in
      let ids = try UUID.fetchAll(
        db,
        sql: """
          SELECT uuid FROM entry WHERE prompt = ? AND trashedAt IS NULL ORDER BY day DESC, at DESC, id DESC LIMIT ?
          """, arguments: [question, limit])
      return try ids.reversed().compactMap { try EntryRecord.find($0, db)?.entry }
    }
  }
}

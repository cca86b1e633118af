import GRDB
package import HearthCore

extension Vault {
  /// The ids of the cards that were read.
  package func readCards() throws(Problem) -> Set<String> {
    try read { db in try String.fetchSet(db, sql: "SELECT card FROM readCard") }
  }

  /// Records that a card was read; repeating it changes nothing.
  package func markRead(_ card: String, now: Instant) throws(Problem) {
    try write { db in
      try db.execute(sql: "INSERT OR IGNORE INTO readCard (card, at) VALUES (?, ?)", arguments: [card, now])
    }
  }
}

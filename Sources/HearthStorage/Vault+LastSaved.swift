import GRDB
package import HearthCore

extension Vault {
  /// When something was kept last: an entry, an unfinished page, a check-in, a moment, a passage through a practice, or a
  /// change that can be taken back. Nil where nothing ever was. Found at the ends of the tables, in a time that does not
  /// grow with them.
  package func lastSaved() throws(Problem) -> Instant? {
    try read { db in
      try Instant.fetchOne(
        db,
        sql: """
          SELECT max(at) FROM (
            SELECT max(createdAt, modifiedAt) AS at FROM entry WHERE id = (SELECT max(id) FROM entry)
            UNION ALL SELECT replacedAt FROM revision WHERE id = (SELECT max(id) FROM revision)
            UNION ALL SELECT max(keptAt) FROM draft
            UNION ALL SELECT max(createdAt, modifiedAt) FROM checkIn WHERE id = (SELECT max(id) FROM checkIn)
            UNION ALL SELECT max(createdAt, modifiedAt) FROM moment WHERE id = (SELECT max(id) FROM moment)
            UNION ALL SELECT max(at, ifnull(finishedAt, at)) FROM run WHERE id = (SELECT max(id) FROM run)
            UNION ALL SELECT at FROM step WHERE id = (SELECT max(id) FROM step))
          """)
    }
  }
}

import GRDB
package import HearthCore

extension Vault {
  /// When something was written last, an unfinished page too; nil where nothing ever was. Found at the ends of the
  /// tables, in a time that does not grow with them.
  package func lastSaved() throws(Problem) -> Instant? {
    try read { db in
      try Instant.fetchOne(
        db,
        sql: """
          SELECT max(at) FROM (
            SELECT max(createdAt, modifiedAt) AS at FROM entry WHERE id = (SELECT max(id) FROM entry)
            UNION ALL SELECT replacedAt FROM revision WHERE id = (SELECT max(id) FROM revision)
            UNION ALL SELECT max(keptAt) FROM draft)
          """)
    }
  }
}

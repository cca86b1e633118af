import GRDB
import HearthCore

/// The one way in which entries are listed and counted: a filter, walked along an index from a cursor on.
struct EntryQuery {
  enum Direction { case newestFirst, oldestFirst }

  var filter: EntryFilter
  var direction = Direction.newestFirst
  /// Nil begins at the end the direction comes from.
  var cursor: HeadCursor?

  func rows(_ columns: String, limit: Int) -> SQLRequest<Row> {
    let order = direction == .newestFirst ? "DESC" : "ASC"
    let (conditions, arguments) = conditions
    return SQLRequest(
      sql: """
        SELECT \(columns) FROM entry AS e WHERE \(conditions)
        ORDER BY e.day \(order), e.at \(order), e.id \(order) LIMIT ?
        """,
      arguments: arguments + [limit], cached: true)
  }

  var count: SQLRequest<Int> {
    let (conditions, arguments) = conditions
    return SQLRequest(sql: "SELECT count(*) FROM entry AS e WHERE \(conditions)", arguments: arguments, cached: true)
  }

  private var conditions: (sql: String, arguments: StatementArguments) {
    // The place and the star stand in the words of the partial indexes, not as arguments, so that SQLite recognizes
    // them.
    var sql = [filter.place == .journal ? "e.trashedAt IS NULL" : "e.trashedAt IS NOT NULL"]
    var arguments = StatementArguments()
    func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
      sql.append(condition)
      arguments += StatementArguments(values)
    }
    if filter.onlyStarred { sql.append("e.starred = 1") }
    if let from = filter.from { add("e.day >= ?", from) }
    if let to = filter.to { add("e.day <= ?", to) }
    for tag in filter.tags {
      add("e.id IN (SELECT entry FROM entryTag WHERE tag = (SELECT id FROM tag WHERE name = ?))", tag.folded)
    }
    for person in filter.people {
      let pairs = "SELECT entry FROM mention WHERE person = (SELECT id FROM person WHERE folded = ?)"
      add("e.id IN (\(pairs))", person.folded)
    }
    if let cursor {
      let sign = direction == .newestFirst ? "<" : ">"
      let id = "(SELECT id FROM entry WHERE uuid = ?)"
      add("(e.day, e.at, e.id) \(sign) (?, ?, \(id))", cursor.day, cursor.instant, cursor.id)
    }
    return (sql.joined(separator: " AND "), arguments)
  }
}

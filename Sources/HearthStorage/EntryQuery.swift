import GRDB
import HearthCore

/// The one way in which entries are listed and counted: a filter, walked from a place on.
///
/// What asks for days and stars only is walked along the calendar, in its exact order. Anything else is walked along
/// the search index, in the order of its numbers: there, two entries of the same few minutes may stand as they were
/// saved.
struct EntryQuery {
  enum Start {
    case first
    case after(HeadCursor)
    case day(Day)
  }

  private enum Route {
    case calendar(SQL)
    /// - Parameter days: what has to hold for an entry's day.
    case index(IndexExpression, OrdRange, days: [SQL])
    /// Everything there is, found beforehand, in order.
    case found([Int])
  }

  let filter: EntryFilter
  var start = Start.first
  /// Whether it goes against the filter's order.
  var isReversed = false
  private var route: Route

  init(_ filter: EntryFilter, _ db: Database) throws {
    self.filter = filter
    let parts = filter.condition.conjuncts
    let (ofDays, others) = (parts.filter { !$0.asksMore }, parts.filter(\.asksMore))
    let days = ofDays.map(SQL.init(days:))
    let isSimple = !others.contains(where: \.asksDays) && parts.allSatisfy { $0.depth < EntryQuery.deepest }
    if !isSimple {
      route = .found(try FoundNumbers(in: filter.place, db).of(filter.condition).sorted())
    } else if others.allSatisfy({ $0 == .starred }) {
      let star: [SQL] = others.isEmpty ? [] : ["e.starred = 1"]
      route = .calendar(([filter.place.sql] + star + days).joined(separator: " AND "))
    } else {
      let expression = try IndexExpression(.all(others), in: filter.place, db)
      route = .index(expression, try OrdRange(of: ofDays, db), days: days)
    }
  }

  /// Deeper conditions would be too much for SQLite's readers of questions.
  static let deepest = 8

  private var isDescending: Bool { (filter.order == .newestFirst) != isReversed }

  /// - Parameter columns: of `entry AS e`.
  func rows(_ columns: String, limit: Int, _ db: Database) throws -> [Row] {
    try request(columns, limit: limit, db).fetchAll(db)
  }

  func request(_ columns: String, limit: Int, _ db: Database) throws -> SQLRequest<Row> {
    let order = SQL(sql: isDescending ? "DESC" : "ASC")
    let columns = SQL(sql: columns)
    switch route {
    case .calendar(let conditions):
      let rows: SQL = """
        SELECT \(columns) FROM entry AS e WHERE \(conditions) AND \(calendarStart)
        ORDER BY e.day \(order), e.at \(order), e.id \(order) LIMIT \(limit)
        """
      return SQLRequest(literal: rows, cached: true)
    case .index(let expression, let numbers, let days):
      let rest = try numbers.clamped(from: start, isDescending, filter.place, db)
      let matches = EntryQuery.matches(of: expression, rest, days)
      let rows: SQL = "SELECT \(columns) \(matches) ORDER BY entryIndex.rowid \(order) LIMIT \(limit)"
      return SQLRequest(literal: rows, cached: true)
    case .found(let found):
      let rest = try OrdRange().clamped(from: start, isDescending, filter.place, db)
      let left = found.filter { $0 >= rest.lowest && $0 <= rest.highest }
      let page = isDescending ? left.suffix(limit) : left.prefix(limit)
      let rows: SQL = """
        SELECT \(columns) FROM entry AS e WHERE e.ord IN (SELECT value FROM json_each(\(page.jsonArray)))
        ORDER BY e.ord \(order)
        """
      return SQLRequest(literal: rows, cached: true)
    }
  }

  /// The same question, with what the index says answered once: whoever asks for rows and their number need not have it
  /// gone through twice. No more than `most` are known then.
  func answered(most: Int, _ db: Database) throws -> EntryQuery {
    guard case .index(let expression, let range, let days) = route else { return self }
    let order = SQL(sql: isDescending ? "DESC" : "ASC")
    let matches = EntryQuery.walk(along: expression, range, days)
    let found: SQL = "SELECT entryIndex.rowid AS ord \(matches) ORDER BY ord \(order) LIMIT \(most)"
    let rows = try SQLRequest<Row>(literal: found, cached: true).fetchCursor(db)
    var numbers: [Int] = []
    while let row = try rows.next() { numbers.append(row[0]) }
    var answered = self
    answered.route = .found(isDescending ? numbers.reversed() : numbers)
    return answered
  }

  private var calendarStart: SQL {
    switch start {
    case .first: return "1"
    case .day(let day): return isDescending ? "e.day <= \(day)" : "e.day >= \(day)"
    case .after(let cursor):
      let sign = SQL(sql: isDescending ? "<" : ">")
      let id: SQL = "(SELECT id FROM entry WHERE uuid = \(cursor.id))"
      return "(e.day, e.at, e.id) \(sign) (\(cursor.day), \(cursor.instant), \(id))"
    }
  }

  /// The index says where to look, the entries themselves whether their days are right.
  private static func matches(of expression: IndexExpression, _ numbers: OrdRange, _ days: [SQL]) -> SQL {
    """
    FROM entryIndex CROSS JOIN entry AS e ON e.ord = entryIndex.rowid
    WHERE entryIndex MATCH \(expression.text) AND entryIndex.rowid BETWEEN \(numbers.lowest) AND \(numbers.highest)
      AND \((days + ["1"]).joined(separator: " AND "))
    """
  }

  /// The same, without looking at entries where the index says it all.
  private static func walk(along expression: IndexExpression, _ numbers: OrdRange, _ days: [SQL]) -> SQL {
    days.isEmpty
      ? "FROM entryIndex WHERE entryIndex MATCH \(expression.text)" : matches(of: expression, numbers, days)
  }

  /// - Parameter most: counting stops after one more; nil counts all.
  func count(most: Int?, _ db: Database) throws -> Int {
    let limit = most.map { max($0, 0) + 1 } ?? -1
    let rows: SQL
    switch route {
    case .calendar(let conditions): rows = "FROM entry AS e WHERE \(conditions)"
    case .index(let expression, let numbers, let days):
      let matches = EntryQuery.walk(along: expression, numbers, days)
      // Counts from the end that is shown, whose index pages are in memory already.
      rows = "\(matches) ORDER BY entryIndex.rowid \(SQL(sql: isDescending ? "DESC" : "ASC"))"
    case .found(let found): return limit < 0 ? found.count : min(found.count, limit)
    }
    return try SQLRequest<Int>("SELECT count(*) FROM (SELECT 1 \(rows) LIMIT \(limit))").fetchOne(db) ?? 0
  }
}

extension EntryFilter.Place {
  /// Stands in the words of the partial indexes, so that SQLite recognizes them.
  var sql: SQL { self == .journal ? "e.trashedAt IS NULL" : "e.trashedAt IS NOT NULL" }
}

extension SQL {
  /// - Parameter condition: asks for nothing but days.
  init(days condition: Condition) {
    switch condition {
    case .days(let from, let to):
      let bounds: [SQL] = [from.map { "e.day >= \($0)" }, to.map { "e.day <= \($0)" }].compactMap { $0 }
      self = bounds.isEmpty ? "1" : bounds.joined(separator: " AND ")
    case .all(let parts): self = "(\((parts.map(SQL.init(days:)) + ["1"]).joined(separator: " AND ")))"
    case .any(let parts): self = "(\(parts.map(SQL.init(days:)).joined(separator: " OR ")))"
    case .not(let part): self = "NOT (\(SQL(days: part)))"
    case .words, .tag, .person, .mood, .prompt, .starred: self = "0"
    }
  }
}

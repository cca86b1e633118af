import GRDB
import HearthCore

/// A stretch of the numbers that put entries in their order (`TimeOrder`), both ends included.
struct OrdRange {
  private(set) var lowest = Int.min
  private(set) var highest = Int.max

  /// All of them.
  init() {}

  /// As few as can hold every entry of the days that are asked for; other entries may be among them.
  /// - Parameter conditions: those that are no plain stretch of days narrow nothing.
  init(of conditions: [Condition], _ db: Database) throws {
    for case .days(let from, let to) in conditions {
      if let from { lowest = max(lowest, TimeOrder.numbers(of: from).lowerBound) }
      guard let to else { continue }
      let overflow = "SELECT max(ord) FROM entry INDEXED BY entry_overflow WHERE ord >> 8 <> day AND day <= ?"
      let last = try Int.fetchOne(db.cachedStatement(sql: overflow), arguments: [to])
      highest = min(highest, max(TimeOrder.numbers(of: to).upperBound, last ?? .min))
    }
  }

  /// The part of the range that remains when a walk through the list continues from `start`.
  func clamped(
    from start: EntryQuery.Start, _ isDescending: Bool, _ place: EntryFilter.Place, _ db: Database
  ) throws -> OrdRange {
    var rest = self
    switch start {
    case .first: break
    case .day(let day):
      let first = try OrdRange.first(of: day, isDescending, place, db)
      if isDescending { rest.highest = min(highest, first) } else { rest.lowest = max(lowest, first) }
    case .after(let cursor):
      let last = try OrdRange.last(before: cursor, isDescending, place, db)
      if isDescending { rest.highest = min(highest, last - 1) } else { rest.lowest = max(lowest, last + 1) }
    }
    return rest
  }

  /// The `ord` at which a walk meets a day first. A crowded day can extend into the numbers of the next one.
  private static func first(
    of day: Day, _ isDescending: Bool, _ place: EntryFilter.Place, _ db: Database
  ) throws -> Int {
    let end = SQL(sql: isDescending ? "max" : "min")
    let found: SQLRequest<Int> = "SELECT \(end)(e.ord) FROM entry AS e WHERE \(place.sql) AND e.day = \(day)"
    let usual = TimeOrder.numbers(of: day)
    return try found.fetchOne(db) ?? (isDescending ? usual.upperBound : usual.lowerBound)
  }

  /// The row's `ord`; if the row has moved, the first `ord` at or after its old position.
  private static func last(
    before cursor: HeadCursor, _ isDescending: Bool, _ place: EntryFilter.Place, _ db: Database
  ) throws -> Int {
    let same = "SELECT ord FROM entry WHERE uuid = ? AND day = ? AND at = ?"
    let arguments: StatementArguments = [cursor.id, cursor.day, cursor.instant]
    if let number = try Int.fetchOne(db.cachedStatement(sql: same), arguments: arguments) { return number }
    let (sign, order) = isDescending ? (SQL("<="), SQL("DESC")) : (SQL(">="), SQL("ASC"))
    let next: SQLRequest<Int> = """
      SELECT e.ord FROM entry AS e WHERE \(place.sql) AND (e.day, e.at) \(sign) (\(cursor.day), \(cursor.instant))
      ORDER BY e.day \(order), e.at \(order), e.id \(order) LIMIT 1
      """
    let step = isDescending ? 1 : -1
    return try next.fetchOne(db).map { $0 + step } ?? (isDescending ? .min + 1 : .max - 1)
  }
}

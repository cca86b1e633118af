import GRDB
import HearthCore

/// The general way to find: the numbers of all entries for which a part of a condition holds, put together as sets. For
/// conditions in which days and other things are mixed, or that are too deep for one question.
struct FoundNumbers {
  private let place: EntryFilter.Place
  private let db: Database

  init(in place: EntryFilter.Place, _ db: Database) {
    self.place = place
    self.db = db
  }

  func of(_ condition: Condition) throws -> Set<Int> {
    if condition.depth < EntryQuery.deepest {
      if !condition.asksMore { return try numbers(where: SQL(days: condition)) }
      if !condition.asksDays { return try matches(of: condition) }
    }
    switch condition {
    case .all(let parts):
      guard let first = parts.first else { return try numbers(where: "1") }
      return try parts.dropFirst().reduce(into: of(first)) { $0.formIntersection(try of($1)) }
    case .any(let parts): return try parts.reduce(into: []) { $0.formUnion(try of($1)) }
    case .not(let part): return try numbers(where: "1").subtracting(of(part))
    case .words, .tag, .person, .mood, .prompt, .starred, .days: return []  // has no depth, and was asked for above
    }
  }

  private func numbers(where condition: SQL) throws -> Set<Int> {
    try SQLRequest<Int>("SELECT e.ord FROM entry AS e WHERE \(place.sql) AND \(condition)").fetchSet(db)
  }

  private func matches(of condition: Condition) throws -> Set<Int> {
    let text = try IndexExpression(condition, in: place, db).text
    return try SQLRequest<Int>("SELECT rowid FROM entryIndex WHERE entryIndex MATCH \(text)").fetchSet(db)
  }
}

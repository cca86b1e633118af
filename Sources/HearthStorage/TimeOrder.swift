import GRDB
import HearthCore

/// The number that puts an entry in its place in time: its day, and one of 256 slots of some eight minutes within it. No
/// two entries have the same; where a slot is taken the next free number is used. It follows the date, so that an entry's
/// id never has to.
enum TimeOrder {
  /// A day in the life of a journal can last until noon of the next.
  private static let secondsOfDay = 36 * 3600

  /// Where an entry belongs, taken or not.
  static func wanted(_ stamp: Stamp, _ day: Day) -> Int {
    let seconds = stamp.instant.seconds + stamp.offset - day.number * 86_400
    let slot = min(max(seconds, 0), secondsOfDay - 1) * 256 / secondsOfDay
    return day.number << 8 | slot
  }

  /// The numbers of a day. More entries than that reach into those of the next.
  static func numbers(of day: Day) -> ClosedRange<Int> { day.number << 8...day.number << 8 | 255 }

  /// As many as are looked through one by one: those of a whole day.
  private static let near = 256

  /// A number from there on that nobody has: the first, as long as it is near. Behind so many that are taken one is found
  /// in a few steps, however many there are, so that thousands of one minute take no longer each than a few.
  static func free(from wanted: Int, _ db: Database) throws -> Int {
    if try !isTaken(wanted, db) { return wanted }
    let sql = "SELECT ord FROM entry WHERE ord BETWEEN ? AND ? ORDER BY ord"
    let taken = try Int.fetchAll(db, sql: sql, arguments: [wanted, wanted + near - 1])
    if let gap = zip(taken, wanted...).first(where: { $0 != $1 })?.1 { return gap }
    return taken.count < near ? wanted + taken.count : try free(beyond: wanted + near - 1, db)
  }

  /// Steps that double lead to a number that is free; halving the way back, to one whose neighbour is taken.
  private static func free(beyond last: Int, _ db: Database) throws -> Int {
    var (taken, step) = (last, 1)
    while try isTaken(taken + step, db) {
      taken += step
      step *= 2
    }
    var free = taken + step
    while free - taken > 1 {
      let middle = taken + (free - taken) / 2
      if try isTaken(middle, db) { taken = middle } else { free = middle }
    }
    return free
  }

  private static func isTaken(_ number: Int, _ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE ord = ?)"
    return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [number]) == true
  }
}

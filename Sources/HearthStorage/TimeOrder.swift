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

  /// The first number from there on that nobody has.
  static func free(from wanted: Int, _ db: Database) throws -> Int {
    let taken = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE ord = ?)", arguments: [wanted])
    guard taken == true else { return wanted }
    let next = """
      SELECT ord + 1 FROM entry AS e WHERE ord >= ? AND NOT EXISTS (SELECT 1 FROM entry WHERE ord = e.ord + 1)
      ORDER BY ord LIMIT 1
      """
    return try Int.fetchOne(db, sql: next, arguments: [wanted]) ?? wanted
  }
}

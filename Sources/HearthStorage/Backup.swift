package import HearthCore

/// A whole copy of the journal, checked before it got its name. It opens with what the journal opened with when the
/// copy was made.
package struct Backup: Hashable, Sendable {
  /// Of its file: day and time of its making, `2026-11-21T090000.db`.
  package let name: String
  /// In bytes.
  package let size: Int

  static let ending = ".db"

  init(name: String, size: Int) {
    self.name = name
    self.size = size
  }

  /// The name for one made now.
  static func name(_ now: Stamp) -> String {
    let seconds = (now.instant.seconds + now.offset).flooredRemainder(60)
    return "\(now.calendarDay)T\(now.clock.filter { $0 != ":" })\(seconds.digits(2))" + ending
  }

  /// The day it was made; nil for a file that is no backup.
  package var day: Day? { Self.isName(name) ? Day(String(name.prefix(10))) : nil }

  /// Hours and minutes, `09:00`.
  package var clock: String { "\(name.dropFirst(11).prefix(2)):\(name.dropFirst(13).prefix(2))" }

  private static func isName(_ name: String) -> Bool {
    let time = name.dropFirst(11).dropLast(ending.count)
    return name.hasSuffix(ending) && name.dropFirst(10).first == "T" && time.count == 6
      && time.allSatisfy(\.isASCIIDigit) && Day(String(name.prefix(10))) != nil
  }
}

/// Which backups stay when a new one is there.
package struct BackupRotation: Hashable, Sendable {
  /// The newest of each of so many days, weeks (beginning on Monday) and months that have one.
  var (days, weeks, months) = (7, 4, 12)
  /// In bytes, of all together.
  package var limit: Int

  package init(limit: Int = 1 << 30) { self.limit = limit }

  /// - Returns: those that stay, the newest first. The newest always stays, however large it is.
  package func kept(of backups: [Backup]) -> [Backup] {
    let newestFirst = backups.filter { $0.day != nil }.sorted { $0.name > $1.name }
    var chosen = Set<String>()
    choose(days, from: newestFirst, into: &chosen) { $0.number }
    choose(weeks, from: newestFirst, into: &chosen) { $0.adding(days: 1 - $0.weekday).number }
    choose(months, from: newestFirst, into: &chosen) { $0.month.number }
    var room = limit
    return newestFirst.filter { chosen.contains($0.name) }.enumerated().prefix { place, backup in
      room -= backup.size
      return place == 0 || room >= 0
    }.map(\.element)
  }

  private func choose(_ count: Int, from backups: [Backup], into chosen: inout Set<String>, _ span: (Day) -> Int) {
    var spans = Set<Int>()
    for backup in backups {
      guard spans.count < count, let day = backup.day else { return }
      if spans.insert(span(day)).inserted { chosen.insert(backup.name) }
    }
  }
}

package import HearthCore
import Seal

/// A whole copy of the journal, checked before it got its name; or a journal that was set aside when a backup took its
/// place. It opens with what the journal opened with then.
package struct Backup: Hashable, Comparable, Sendable {
  /// Of its file: day and time of its making as the clock showed them, and how far that clock stood from UTC,
  /// `2026-11-21T090000+0100.db`. Earlier ones do not say how far; they count as of UTC.
  package let name: String
  /// In bytes.
  package let size: Int
  /// It was the journal until a backup took its place: as it was then, whole or not. No rotation lets it go.
  package let isSetAside: Bool
  /// The day it was made; nil for a file that is no backup.
  package let day: Day?
  /// In seconds, for the order.
  private let made: Int
  /// Of its day.
  private let minute: Int

  static let ending = ".db"
  private static let aside = "before-restore-"

  init(name: String, size: Int) {
    (self.name, self.size) = (name, size)
    isSetAside = name.hasPrefix(Self.aside)
    let parts = Self.parts(of: isSetAside ? name.dropFirst(Self.aside.count) : name[...])
    day = parts?.day
    minute = (parts?.second ?? 0) / 60
    made = parts.map { $0.day.number * 86_400 + $0.second - $0.offset } ?? 0
  }

  /// A name for one made now, which no file in the folder has: within one second the later one counts a second on.
  static func name(_ now: Stamp, settingAside: Bool = false, in folder: Folder) -> String {
    var now = now
    while folder.status(of: name(now, settingAside: settingAside)) != nil {
      now.instant = now.instant.adding(seconds: 1)
    }
    return name(now, settingAside: settingAside)
  }

  static func name(_ now: Stamp, settingAside: Bool = false) -> String {
    let seconds = (now.instant.seconds + now.offset).flooredRemainder(60)
    let time = "\(now.clock)\(seconds.digits(2))\(Stamp.offsetText(now.offset / 60 * 60))".filter { $0 != ":" }
    return (settingAside ? aside : "") + "\(now.calendarDay)T\(time)" + ending
  }

  /// What one is called while it is being made.
  static func draftName(_ name: String) -> String { ".\(name).new" }

  static func isDraft(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".new") && isName(name.dropFirst().dropLast(4))
  }

  /// Whether a file among the backups is one, whole or half made, or the log of one that was set aside.
  static func isOurs(_ name: String) -> Bool {
    if isName(name[...]) || isDraft(name) || JournalFolder.isLog(name) { return true }
    guard name.hasSuffix(".wal") else { return false }
    // Of a journal that did not say which was its own, every log is kept, with its own name behind.
    return isName(name.dropLast(4)) || isName(name.dropLast("-journal.0123456789ab.wal".count))
  }

  private static func isName(_ name: Substring) -> Bool { Backup(name: String(name), size: 0).day != nil }

  /// The day it is of, for a person whose days end at `end`.
  package func day(endingAt end: DayEnd) -> Day? { day.map { minute < end.minute ? $0.adding(days: -1) : $0 } }

  /// Hours and minutes, `09:00`.
  package var clock: String {
    let digits = name.dropFirst(isSetAside ? Self.aside.count : 0).dropFirst(11)
    return "\(digits.prefix(2)):\(digits.dropFirst(2).prefix(2))"
  }

  /// Made before the other; of two made at once, by name.
  package static func < (earlier: Backup, later: Backup) -> Bool {
    (earlier.made, earlier.name) < (later.made, later.name)
  }

  /// Of `2026-11-21T090000+0100.db`; second of the day and offset as the clock showed them.
  private static func parts(of name: Substring) -> (day: Day, second: Int, offset: Int)? {
    let (time, zone) = (name.dropFirst(11).prefix(6), name.dropFirst(17).dropLast(ending.count))
    guard name.hasSuffix(ending), name.dropFirst(10).first == "T", let day = Day(String(name.prefix(10))),
      let second = seconds(String(time)), let offset = zone.isEmpty ? 0 : seconds("\(zone.dropFirst())00")
    else { return nil }
    return (day, second, zone.first == "-" ? -offset : offset)
  }

  /// Of `hhmmss`.
  private static func seconds(_ digits: String) -> Int? {
    guard digits.count == 6, digits.allSatisfy(\.isASCIIDigit), let number = Int(digits) else { return nil }
    return number / 10_000 * 3_600 + number / 100 % 100 * 60 + number % 100
  }
}

/// Which backups stay when a new one is there.
package struct BackupRotation: Hashable, Sendable {
  /// The newest of each of so many days, weeks (beginning on Monday) and months that have one.
  var (days, weeks, months) = (7, 4, 12)
  /// In bytes, of all together.
  package var limit: Int

  /// - Parameter limit: in bytes; 1 GiB, where nothing else is said.
  package init(limit: Int = 1 << 30) { self.limit = limit }

  /// - Parameter made: the name of the one made just now, which stays whatever clock and size say of it.
  /// - Returns: those that stay, that one first and then the newest first. The newest always stays, however large it is.
  package func kept(of backups: [Backup], made: String? = nil) -> [Backup] {
    let rotated = backups.filter { $0.day != nil && !$0.isSetAside }.sorted(by: >)
    let newestFirst = rotated.filter { $0.name == made } + rotated.filter { $0.name != made }
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

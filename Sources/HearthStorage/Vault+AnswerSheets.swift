import GRDB
package import HearthCore
import Seal

extension Vault {
  /// Takes in the check-ins and moments that wait in the inbox, each in a transaction of its own, and removes the files
  /// after it. One that was taken in before is only removed; an unreadable one is put into `inbox/aside` and stops
  /// nothing.
  /// - Returns: how many are here now.
  @discardableResult package func takeInAnswers(dayEnd: DayEnd) throws(Problem) -> Int {
    guard let inbox = try folder?.folder(JournalFolder.inbox) else { return 0 }
    let names = try InboxAnswers.names(in: inbox)
    if names.isEmpty { return 0 }
    var taken = 0
    let keys = try read(InboxKeys.all)
    for name in names {
      switch InboxFile<InboxAnswers>(name, in: inbox, keys) {
      case .newer, .gone: continue
      case .unreadable: try putAside(name, of: inbox)
      case .sheet(let sheet):
        try write { db in try Vault.takeIn(sheet, dayEnd, db) }
        try inbox.remove(name)
        taken += 1
      }
    }
    return taken
  }

  /// Whoever left it did not know when the days of this journal end.
  static func takeIn(_ sheet: InboxAnswers, _ dayEnd: DayEnd, _ db: Database) throws {
    if var checkIn = sheet.checkIn, try CheckInRecord.find(checkIn.id, db) == nil {
      checkIn.day = checkIn.stamp.day(endingAt: dayEnd)
      try CheckInRecord.save(checkIn, db)
      try StepRecord.close(at: checkIn.stamp.instant, db)
    }
    if var moment = sheet.moment, try MomentRecord.find(moment.id, db) == nil {
      moment.day = moment.stamp.day(endingAt: dayEnd)
      try MomentRecord.save(moment, db)
      try StepRecord.close(at: moment.stamp.instant, db)
    }
  }
}

import GRDB
import HearthCore
import Seal

extension Vault {
  /// Takes in the check-ins and moments that wait in the inbox, each in a transaction of its own, and removes the files
  /// after it. One that was taken in before is only removed; one that cannot be read stays and stops nothing.
  func takeInAnswers(dayEnd: DayEnd) throws(Problem) {
    guard let inbox = try folder?.folder(JournalFolder.inbox) else { return }
    let names = try AnswerSheet.names(in: inbox)
    if names.isEmpty { return }
    let keys = try read(InboxKeys.all)
    for name in names {
      guard let sheet = AnswerSheet.read(name, in: inbox, keys) else { continue }
      try write { db in try Vault.takeIn(sheet, dayEnd, db) }
      try inbox.remove(name)
    }
  }

  /// Whoever left it did not know when the days of this journal end.
  private static func takeIn(_ sheet: AnswerSheet, _ dayEnd: DayEnd, _ db: Database) throws {
    if var checkIn = sheet.checkIn, try CheckInRecord.find(checkIn.id, db) == nil {
      checkIn.day = checkIn.stamp.day(endingAt: dayEnd)
      try CheckInRecord.save(checkIn, db)
    }
    if var moment = sheet.moment, try MomentRecord.find(moment.id, db) == nil {
      moment.day = moment.stamp.day(endingAt: dayEnd)
      try MomentRecord.save(moment, db)
    }
  }
}

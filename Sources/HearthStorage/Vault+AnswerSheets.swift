import GRDB
import HearthCore

extension Vault {
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

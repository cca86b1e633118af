import HearthApp
import HearthContent
import HearthCore
import HearthStorage

extension JournalService {
  /// Check-ins and moments: what can be asked, what was answered, and its keeping.
  func answer(_ wish: AnswerWish, now: Instant) -> Event {
    switch wish {
    case .fields: .fieldsLoaded(shelf.checkInFields)
    case .load(let day): event { .answersLoaded(try vault.answers(of: day, from: shelf)) }
    case .saveCheckIn(let checkIn):
      event {
        try vault.save(checkIn, now: now)
        return .checkInSaved(checkIn.id)
      }
    case .saveMoment(let moment):
      event {
        try vault.save(moment, now: now)
        return .momentSaved(moment.id)
      }
    case .trashCheckIn(let id):
      event {
        try vault.trashCheckIn(id, now: now)
        return .answersChanged
      }
    case .trashMoment(let id):
      event {
        try vault.trashMoment(id, now: now)
        return .answersChanged
      }
    }
  }
}

extension Vault {
  fileprivate func answers(of day: Day, from shelf: Shelf) throws(Problem) -> DayAnswers {
    let checkIns = try checkIns(in: day...day)
    return DayAnswers(
      day: day, fields: checkIns.isEmpty ? [] : shelf.checkInFields, checkIns: checkIns,
      moments: try moments(in: day...day))
  }
}

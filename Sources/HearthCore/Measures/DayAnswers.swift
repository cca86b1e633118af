/// What was answered and noted on a day.
package struct DayAnswers: Hashable, Sendable {
  package let day: Day
  /// What the answers are answers to: everything a check-in can ask, or nothing where nothing was answered.
  package let fields: [CheckInField]
  /// Outside the trash, in the order of their times.
  package let checkIns: [CheckIn]
  package let moments: [Moment]

  package init(day: Day, fields: [CheckInField], checkIns: [CheckIn] = [], moments: [Moment] = []) {
    self.day = day
    self.fields = fields
    self.checkIns = checkIns
    self.moments = moments
  }

  /// More than this are taken and not invited.
  package static let mostInvited = 3
}

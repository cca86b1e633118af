/// What is about the person and therefore lives inside the journal, never in the config file.
package enum Setting: String, CaseIterable, Sendable {
  /// What the person wants to understand: ids of `Interest`, separated by commas.
  case interests
  /// When a day ends, in minutes after midnight.
  case dayEnd
  /// "yes" once the first run was seen to its end or skipped.
  case welcomed
  /// A number drawn once, so that two people do not meet the same questions on the same days.
  case questionSeed
  /// "no" where nothing written earlier comes back on Today.
  case bringsBack
  /// "yes" where Today says on how many days of the month something was written.
  case showsRhythm
  /// "yes" where nothing moves by itself.
  case reducesMotion
  /// Minutes without a key after which the journal locks itself; 0 is never.
  case lockAfter
  /// "yes" where Esc three times in a second leaves at once.
  case leavesOnEscape
  /// "yes" where a plain page covers the terminal after leaving at once.
  case covers
  /// A second folder that gets every backup too.
  case backupFolder
  /// What the person calls the relationship check.
  case checkName
  /// "yes" where Practice and palette do not show it.
  case hidesCheck
  /// "no" where the notice before it was dismissed for good.
  case checkNotice
  /// What is pinned on Support.
  case steadyPeople, whatHelps, reasons
  /// Where the person was when the journal was locked.
  case place
  /// What a check-in asks each time: ids of fields, separated by commas; not there where nothing was chosen.
  case checkInFields
}

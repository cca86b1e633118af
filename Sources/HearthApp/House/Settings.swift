import HearthCore

/// What is about the person and kept inside the journal.
package struct Settings: Hashable, Sendable {
  /// When a day is over.
  package var dayEnd = DayEnd.four
  /// What the person would like to understand; may be none.
  package var interests: [Interest] = []
  /// The first run lies behind.
  package var isWelcomed = true
  /// Drawn once for a journal, so that two people do not meet the same questions on the same days.
  package var questionSeed: UInt64 = 0
  /// What was written on this day at other times comes back on Today.
  package var bringsBack = true
  /// The Journal begins with what is oldest.
  package var oldestFirst = false
  /// Today says on how many days of the month something was written.
  package var showsRhythm = false
  /// Minutes without a key after which the journal locks itself; 0 is never.
  package var lockAfter = 3
  /// `Esc` three times in a second leaves at once.
  package var leavesOnEscape = false
  /// A plain page covers the terminal after leaving at once.
  package var covers = false
  /// A second folder that gets every backup too.
  package var backupFolder: String?
  /// What the person calls the relationship check; nil where it has its own name.
  package var checkName: String?
  /// Practice and palette do not show it.
  package var hidesCheck = false
  /// The notice before it was dismissed for good.
  package var skipsCheckNotice = false
  package var ownSupport = OwnSupport()
  /// What moves by itself stands still: a breath is told in words alone.
  package var reducesMotion = false
  /// Ids of the fields a check-in asks each time; none is as it comes.
  package var checkInFields: [String] = []
  /// What of seven days Today tells, and within which range it is about right.
  package var markers = MarkerRanges()
  /// What suits the person: what is suggested goes by it.
  package var leaning = Leaning()
  /// What is said and asked comes without figures of speech, where there is a wording for it.
  package var speaksPlainly = false
  /// What the person calls the five moods, from the lowest up; none where they have the usual names.
  package var moodNames: [String] = []
  /// Today invites on days on which nothing was kept so far.
  package var invites = false
  /// Today asks once a month how often the person feels lonely.
  package var asksMonthly = true
  /// Today shows only the small things.
  package var lowEnergy = LowEnergy()

  /// The settings of a new journal.
  package init() {}
}

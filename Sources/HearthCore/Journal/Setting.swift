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
  /// "yes" where the Journal begins with what is oldest.
  case oldestFirst
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
  /// "yes" where that got none of the last backup.
  case backupMissed
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
  /// Which questions about patterns are asked: `sleep mood`, separated by commas.
  case patternQuestions
  /// What earlier looks at them found, a line each.
  case patternMemory
  /// "yes" where days of illness, pain or hormones are left out of them.
  case patternsLeaveOutBodyDays
  /// What a check-in asks each time: ids of fields, separated by commas; not there where nothing was chosen.
  case checkInFields
  /// The ranges of what is told of seven days, as `MarkerRanges` writes them.
  case markers
  /// How large a step may be that is suggested, by its name.
  case pace
  /// What takes a lot out of the person, and where contact comes easily: names, separated by commas.
  case drains, surroundings
  /// "yes" where what is said and asked comes without figures of speech.
  case speaksPlainly
  /// What the person calls the five moods, from the lowest up, separated by commas.
  case moodNames
  /// "yes" where Today invites on days on which nothing was kept so far.
  case invites
  /// "no" where Today does not ask once a month how often the person feels lonely.
  case asksMonthly
  /// Whether Today shows only the small things, as `LowEnergy` writes it.
  case lowEnergy
  /// What Today has said and when, so that it does not say it too often: each as its type writes it.
  case quietNotes, invitations, presence
  /// When that is asked next, as `MonthlyQuestion` writes it.
  case monthlyQuestion
  /// The number of the day on which no step is offered any more.
  case stepPutOff

  /// Whether it goes along when the journal is written out: not what belongs to this computer, to one sitting or to the
  /// check.
  package var travels: Bool {
    switch self {
    case .backupFolder, .backupMissed, .place, .presence, .invitations, .stepPutOff, .checkName, .hidesCheck,
      .checkNotice:
      false
    case .interests, .dayEnd, .welcomed, .questionSeed, .bringsBack, .oldestFirst, .showsRhythm, .reducesMotion,
      .lockAfter, .leavesOnEscape, .covers, .steadyPeople, .whatHelps, .reasons, .checkInFields, .markers, .pace,
      .drains,
      .surroundings, .speaksPlainly, .moodNames, .invites, .lowEnergy, .quietNotes, .patternQuestions, .patternMemory,
      .patternsLeaveOutBodyDays, .asksMonthly, .monthlyQuestion:
      true
    }
  }
}

import FoundationEssentials
import HearthContent
import HearthCore

/// What happened: facts, in the past tense.
package enum Event: Equatable, Sendable {
  case opened(Settings)
  /// Nothing can be shown without the journal.
  case openRefused(Problem)
  case configured(Config, [ContentProblem])

  case todayLoaded(TodayPage)
  case headsLoaded(EntryFilter, after: EntryHead?, [EntryHead], isEnd: Bool)
  /// With the question it answers, where that is still known.
  case entryLoaded(Entry, answering: Prompt?)
  case entryMissing(UUID)
  case pageFound(UUID, Route.Page)
  case neighbourLoaded(EntryHead?, newer: Bool)
  case saved(Entry)
  case saveRefused(UUID, Problem)
  case draftKept(UUID, revision: Int)
  case draftRefused(UUID, Problem)
  case draftForgotten(UUID)
  case trashed([UUID])
  case restored([UUID])
  case starred(Bool, [UUID])
  case namesFound(NameKind, prefix: String, [String])
  case questionShown(Prompt?)
  case changed(Settings)
  case notesTaken(Int)
  case noteLeft(UUID)
  case noteKept(UUID)
  case noteForgotten(UUID)
  case noteRefused(UUID, Problem)
  case refused(Problem)

  case linesLoaded(SupportDirectory)
  case countryChosen(Config)

  /// The pulse a screen asked for.
  case ticked
  /// The person wants to go elsewhere: the page is to be finished as `Esc` would.
  case finishAsked
  /// The screen is seen, for the first time or again after what lay above it.
  case shown
}

/// What Today shows, found in one go.
package struct TodayPage: Equatable, Sendable {
  package var day: Day
  package var question: Prompt?
  package var drafts: [Draft]
  /// What was written today, newest first.
  package var written: [EntryHead]
  /// The newest of the days before.
  package var recent: [EntryHead]
  package var isEmpty: Bool

  package init(
    day: Day, question: Prompt?, drafts: [Draft], written: [EntryHead], recent: [EntryHead], isEmpty: Bool
  ) {
    self.day = day
    self.question = question
    self.drafts = drafts
    self.written = written
    self.recent = recent
    self.isEmpty = isEmpty
  }
}

import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// What the screens ask to see, put together from journal and bookshelf. Runs on the journal's thread.
extension Vault {
  func today(_ day: Day, _ settings: Settings, from shelf: Shelf) throws(Problem) -> TodayPage {
    let written = try heads(.days(from: day, to: day), limit: 8)
    // Lately is no long time ago, and what does not come back by itself does not come here either.
    let recent = try heads(.days(from: day.adding(days: -30), to: day.adding(days: -1)), limit: 20)
      .filter { !$0.isHushed }.prefix(5)
    let isEmpty = written.isEmpty && recent.isEmpty ? try count(most: 0) == 0 : false
    return TodayPage(
      day: day, question: try question(for: day, settings, from: shelf), drafts: try drafts(), written: written,
      recent: Array(recent), isEmpty: isEmpty,
      memories: settings.bringsBack ? try memories(on: day, besides: Set((written + recent).map(\.id))) : [],
      daysWritten: settings.showsRhythm ? try daysWritten(in: day.month...day) : nil,
      rhythms: try rhythms().due(on: day))
  }

  /// The question of a day is fixed when it is first shown.
  func question(for day: Day, _ settings: Settings, from shelf: Shelf) throws(Problem) -> Prompt? {
    if let shown = try question(shownOn: day), let prompt = shelf.prompt(shown) {
      return prompt
    }
    return try choose(for: day, settings, from: shelf, after: nil)
  }

  /// Another one in place of `current`, which rests for ever where it is dismissed.
  func otherQuestion(
    _ day: Day, _ settings: Settings, than current: String, dismissing: Bool, from shelf: Shelf, now: Instant
  ) throws(Problem) -> Prompt? {
    if dismissing { try dismissQuestion(current, now: now) }
    return try choose(for: day, settings, from: shelf, after: current)
  }

  private func choose(
    for day: Day, _ settings: Settings, from shelf: Shelf, after current: String?
  ) throws(Problem) -> Prompt? {
    let choice = QuestionOfTheDay(
      prompts: shelf.prompts, day: day, seed: settings.questionSeed, dismissed: try dismissedQuestions(),
      recent: try recentQuestions(limit: 60),
      interests: settings.interests.reduce(into: []) { $0.formUnion($1.categories) })
    let chosen = current.map { choice.next(after: $0) } ?? choice.first
    if let chosen { try noteQuestion(chosen.id, shownOn: day) }
    return chosen
  }

  func page(of id: UUID, from shelf: Shelf) throws(Problem) -> Event {
    guard let entry = try entry(id) else { return .entryMissing(id) }
    return .entryLoaded(
      entry, answering: entry.prompt.flatMap(shelf.prompt), reworded: try lastRewording(of: entry))
  }

  /// What to write on: a draft of the entry wins, because it is nowhere else.
  func writingPage(of id: UUID, from shelf: Shelf) throws(Problem) -> Event {
    if let draft = try draft(of: id) {
      let reworded = try entry(id).flatMap { entry throws(Problem) in try lastRewording(of: entry) }
      return .pageFound(
        id,
        .draft(
          draft, answering: draft.prompt.flatMap(shelf.prompt),
          isOutdated: reworded.map { $0 > draft.keptAt } ?? false))
    }
    guard let entry = try entry(id) else { return .entryMissing(id) }
    return .pageFound(id, .entry(entry, answering: entry.prompt.flatMap(shelf.prompt)))
  }

  func neighbour(of head: EntryHead, _ filter: EntryFilter, newer: Bool) throws(Problem) -> EntryHead? {
    newer == (filter.order == .newestFirst)
      ? try heads(filter, before: HeadCursor(head), limit: 1).first
      : try heads(filter, after: HeadCursor(head), limit: 1).first
  }

  func allHeads(_ filter: EntryFilter, most: Int) throws(Problem) -> Event {
    let heads = try heads(filter, limit: most + 1, tellsPlaces: false)
    return heads.count > most
      ? .allHeadsLoaded(filter, [], isMore: true) : .allHeadsLoaded(filter, heads, isMore: false)
  }

  func trashEmptied() throws(Problem) -> Event {
    let gone = try emptyTrash()
    return .trashEmptied(gone.entries, unfinished: gone.unfinished)
  }

  func versions(of id: UUID, before later: Revision.ID?, limit: Int) throws(Problem) -> Event {
    guard let entry = try entry(id) else { return .entryMissing(id) }
    let versions = try revisions(of: id, before: later, limit: limit)
    return .versionsLoaded(entry, versions, before: later, isEnd: versions.count < limit)
  }

  func names(_ kind: NameKind, startingWith prefix: String, from shelf: Shelf) throws(Problem) -> Event {
    let names =
      switch kind {
      case .tag: try tags(startingWith: prefix, limit: 6)
      case .person: try people(startingWith: prefix, limit: 6)
      case .prompt: Array(shelf.prompts.map(\.id).filter { $0.hasPrefix(prefix) }.sorted().prefix(6))
      }
    return .namesFound(kind, prefix: prefix, names)
  }
}

// MARK: Settings

extension Vault {
  /// What the journal says, or the usual where it cannot be read or written now: the next wish will tell why.
  ///
  /// - Parameter drawing: draws the seed of the questions, once for a journal.
  func settingsOrUsual(drawing: () -> UInt64) -> Settings {
    do throws(Problem) { return try settings(drawing: drawing) } catch { return Settings() }
  }

  private func settings(drawing: () -> UInt64) throws(Problem) -> Settings {
    let texts = try settings()
    var settings = Settings(texts)
    if let seed = texts[.questionSeed].flatMap({ UInt64($0) }) {
      settings.questionSeed = seed
    } else {
      settings.questionSeed = drawing()
      try set(.questionSeed, to: String(settings.questionSeed))
    }
    return settings
  }

  func set(_ settings: Settings) throws(Problem) {
    var texts = settings.texts
    // Setting it anew begins anew: what was passed over before does not count.
    if settings.invites, try setting(.invites) == nil { texts[.invitations] = .some(nil) }
    try set(texts)
  }
}

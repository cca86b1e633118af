import Canvas
import HearthContent
import HearthCore

/// What the house itself makes of an event, whatever screens are open.
extension App {
  mutating func hearAsHouse(_ event: Event) -> [Effect] {
    switch event {
    case .opened(let settings): return begin(settings)
    case .openRefused(.journalHeld(let process)):
      isSettled = true
      return [.open(.held(process: process))]
    case .todayLoaded(let page): return offerDraft(of: page)
    case .changed(let settings): context.settings = settings
    case .configured(let config, let problems):
      context.config = config
      return problems.prefix(1).map { trouble($0.sentence(context.words)) }
    case .countryChosen(let config): context.config = config
    case .trashed(let ids): return done(.noticeTrashed, takenBackBy: .restore(ids))
    case .restored(let ids): return done(.noticeRestored, takenBackBy: .trash(ids))
    case .starred(let on, let ids): return done(on ? .noticeStarred : .noticeUnstarred, takenBackBy: .setStar(!on, ids))
    case .saveRefused: destination = nil
    case .refused(let problem):
      undoing = nil
      return [trouble(context.words.sentence(problem))]
    case .notesTaken(let count) where count > 0:
      return [.say(Notice(context.words.count(count, .noticeNoteTaken, .noticeNotesTaken)))]
    default: break
    }
    return []
  }

  /// Nothing that was opened meanwhile moves: the first run lies below it.
  private mutating func begin(_ settings: Settings) -> [Effect] {
    isSettled = true
    context.settings = settings
    if !settings.isWelcomed { open.insert(WelcomeScreen(), at: 0) }
    return []
  }

  /// Once, at the start, and not over something else.
  private mutating func offerDraft(of page: TodayPage) -> [Effect] {
    guard offersDrafts else { return [] }
    offersDrafts = false
    guard open.isEmpty, let draft = page.drafts.first else { return [] }
    return [.open(.draftOffer(draft))]
  }

  private func trouble(_ sentence: String) -> Effect { .say(Notice(sentence, kind: .trouble)) }

  // MARK: Undo

  /// A change is a fact now, and can be taken back; one that took something back cannot, and is gone from the list only now.
  private mutating func done(_ word: Word, takenBackBy step: Undo) -> [Effect] {
    if undoing != nil {
      undoing = nil
      undo.removeLast()
      return [.say(Notice(context.words[.noticeUndone]))]
    }
    undo.append(step)
    return [.say(Notice(context.words[word]))]
  }

  mutating func takeBack() -> [Effect] {
    guard undoing == nil else { return [] }
    guard let last = undo.last else { return [.say(Notice(context.words[.noticeNothingToUndo]))] }
    undoing = last
    return [.wish(last.wish)]
  }
}

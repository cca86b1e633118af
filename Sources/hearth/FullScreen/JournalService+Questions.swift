import HearthApp
import HearthContent
import HearthCore
import HearthStorage

/// What the page of all questions asks for. Runs on the journal's thread.
extension JournalService {
  func answer(_ wish: QuestionWish, now: Instant) -> Event {
    event { .questions(try granted(wish, now: now)) }
  }

  private func granted(_ wish: QuestionWish, now: Instant) throws(Problem) -> QuestionEvent {
    switch wish {
    case .list: return .listed(try vault.asked(shelf.prompts))
    case .answers(let id): return .answers(id, try vault.answers(to: id))
    case .putAside(let id): try vault.dismissQuestion(id, now: now)
    case .takeUp(let id, let day):
      try vault.takeUpQuestion(id)
      if let day { try vault.noteQuestion(id, shownOn: day) }
    }
    return .changed(try vault.asked(shelf.prompts))
  }
}

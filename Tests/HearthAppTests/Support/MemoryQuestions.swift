import HearthApp
import HearthCore

extension MemoryJournal.State {
  /// The questions there are, as the journal would answer.
  mutating func answer(_ wish: QuestionWish, _ prompts: [Prompt]) -> QuestionEvent {
    switch wish {
    case .list: return .listed(asked(prompts))
    case .answers(let id): return .answers(id, answers(to: id))
    case .putAside(let id): dismissed.insert(id)
    case .takeUp(let id, let day):
      dismissed.remove(id)
      let left = prompts.filter { !dismissed.contains($0.id) }
      if day != nil, let place = left.firstIndex(where: { $0.id == id }) { question = place }
    }
    return .changed(asked(prompts))
  }

  private func asked(_ prompts: [Prompt]) -> [AskedQuestion] {
    prompts.map { prompt in
      AskedQuestion(prompt, answers: answers(to: prompt.id).count, isPutAside: dismissed.contains(prompt.id))
    }
  }

  private func answers(to id: String) -> [Entry] {
    entries.values.filter { $0.prompt == id && $0.trashedAt == nil }.sorted { $0.stamp.instant < $1.stamp.instant }
  }
}

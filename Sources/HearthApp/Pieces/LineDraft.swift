import FoundationEssentials
import HearthCore

/// Words that are typed into a line of something that is saved only when it is left: until then they are kept as the
/// draft of a page, so that no death of the program takes them. The next start offers them back.
struct LineDraft: Equatable {
  /// One of its own, so that none of an earlier sitting gives way to it; nil before the first word.
  private var draft: UUID?
  private var saveState = SaveState()
  private var text = ""

  /// - Parameter text: what was typed and is nowhere else; empty where all is as it was.
  mutating func change(_ text: String, in context: Context) {
    if text == self.text { return }
    self.text = text
    draft = draft ?? context.makeID()
    saveState.change(at: context.uptime)
  }

  /// The uptime at which it wants to hear that it ticks.
  var wakes: Int? { text.isEmpty && !saveState.hasDraft ? nil : saveState.due }

  mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    guard let draft else { return [] }
    switch event {
    case .ticked where wakes.map({ context.uptime >= $0 }) == true:
      defer { saveState.send() }
      return [.wish(wish(draft, in: context))]
    case .draftKept(draft, let version): saveState.wasKept(version)
    case .draftForgotten(draft): saveState.wasForgotten()
    case .draftRefused(draft, let problem): saveState.wasRefused(problem, at: context.uptime)
    default: break
    }
    return []
  }

  private func wish(_ draft: UUID, in context: Context) -> Wish {
    if text.isEmpty { return .forgetDraft(draft) }
    return .keepDraft(
      Draft(entry: draft, isEdit: false, text: text, stamp: context.stamp, keptAt: context.now),
      revision: saveState.version)
  }

  /// For when the words are saved where they belong, or are to go.
  var forgetting: [Effect] {
    guard let draft, saveState.hasDraft else { return [] }
    return [.wish(.forgetDraft(draft))]
  }
}

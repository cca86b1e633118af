import FoundationEssentials
import HearthCore

/// Words that are typed into a line of something that is saved only when it is left: until then they are kept as the
/// draft of a page, so that no death of the program takes them. The next start offers them back.
struct LineKeeping: Equatable {
  /// One of its own, so that none of an earlier sitting gives way to it; nil before the first word.
  private var draft: UUID?
  private var keeping = Keeping()
  private var text = ""

  /// - Parameter text: what was typed and is nowhere else; empty where all is as it was.
  mutating func change(_ text: String, in context: Context) {
    if text == self.text { return }
    self.text = text
    draft = draft ?? context.makeID()
    keeping.change(at: context.uptime)
  }

  /// The uptime at which it wants to hear that it ticks.
  var wakes: Int? { text.isEmpty && !keeping.hasDraft ? nil : keeping.due }

  mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    guard let draft else { return [] }
    switch event {
    case .ticked where wakes.map({ context.uptime >= $0 }) == true:
      defer { keeping.send() }
      return [.wish(wish(draft, in: context))]
    case .draftKept(draft, let version): keeping.wasKept(version)
    case .draftForgotten(draft): keeping.wasForgotten()
    case .draftRefused(draft, let problem): keeping.wasRefused(problem, at: context.uptime)
    default: break
    }
    return []
  }

  private func wish(_ draft: UUID, in context: Context) -> Wish {
    if text.isEmpty { return .forgetDraft(draft) }
    return .keepDraft(
      Draft(entry: draft, isEdit: false, text: text, stamp: context.stamp, keptAt: context.now),
      revision: keeping.version)
  }

  /// For when the words are saved where they belong, or are to go.
  var forgetting: [Effect] {
    guard let draft, keeping.hasDraft else { return [] }
    return [.wish(.forgetDraft(draft))]
  }
}

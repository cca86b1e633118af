import FoundationEssentials
import HearthCore

/// Stores text typed into a field as a draft, so that it survives a crash. The field's own record is saved only when
/// the screen is left. The next start offers the draft.
struct LineDraft: Equatable {
  /// The id of the draft, drawn with the first change, so that it replaces no draft of an earlier session.
  private var draft: UUID?
  private var saveState = SaveState()
  private var text = ""

  /// - Parameter text: the text that is stored nowhere else; empty if there is none.
  mutating func change(_ text: String, in context: Context) {
    if text == self.text { return }
    self.text = text
    draft = draft ?? context.makeID()
    saveState.change(at: context.uptime)
  }

  /// The uptime in milliseconds at which it needs a `.ticked` event.
  var wakes: Int? { text.isEmpty && !saveState.hasDraft ? nil : saveState.due }

  mutating func hear(_ event: Event, in context: Context) -> [Effect] {
    guard let draft else { return [] }
    switch event {
    case .ticked where wakes.map({ context.uptime >= $0 }) == true: return keeping(in: context)
    case .draftKept(draft, let version): saveState.wasKept(version)
    case .draftForgotten(draft): saveState.wasForgotten()
    case .draftRefused(draft, let problem): saveState.wasRefused(problem, at: context.uptime)
    default: break
    }
    return []
  }

  /// Stores it at once, where one may be gone before it is due.
  mutating func keeping(in context: Context) -> [Effect] {
    guard let draft else { return [] }
    defer { saveState.send() }
    return [.wish(wish(draft, in: context))]
  }

  private func wish(_ draft: UUID, in context: Context) -> Wish {
    if text.isEmpty { return .forgetDraft(draft) }
    return .keepDraft(
      Draft(entry: draft, isEdit: false, text: text, stamp: context.stamp, keptAt: context.now),
      revision: saveState.version)
  }

  /// What has to be asked for before the program leaves; nil where all of it is stored.
  func unkept(in context: Context) -> Wish? {
    guard let draft, !saveState.isSafe else { return nil }
    return wish(draft, in: context)
  }

  /// Deletes the draft and begins anew: the next line is another.
  mutating func end() -> [Effect] {
    defer { self = LineDraft() }
    return forgetting
  }

  /// Deletes the draft, once the words are saved in their own place or discarded.
  var forgetting: [Effect] {
    guard let draft, saveState.hasDraft else { return [] }
    return [.wish(.forgetDraft(draft))]
  }
}

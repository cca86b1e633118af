import FoundationEssentials
import HearthCore

/// What went out of a list, or elsewhere in it, by which kind of change: marked again when that is taken back.
struct GoneEntries: Equatable {
  /// The last to go comes last.
  private var heads: [Change.Kind: [EntryHead]] = [:]

  /// What is written is never taken back. Told twice of one change, it is noted once.
  mutating func note(_ head: EntryHead, by kind: Change.Kind) {
    guard kind != .writing, heads[kind]?.last != head else { return }
    heads[kind, default: []].append(head)
  }

  /// Those that this brought back, as they were when they went; they are forgotten with it.
  mutating func comeBack(by done: TakenBack) -> [EntryHead] {
    var (waiting, back) = (done.entries, [EntryHead]())
    // The last first: an entry may have gone more than once.
    let left = (heads[done.kind] ?? []).reversed().filter { head in
      guard waiting.remove(head.id) != nil else { return true }
      back.append(head)
      return false
    }
    heads[done.kind] = left.reversed()
    return back
  }
}

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
    let places = heads[done.kind]?.indices.reversed() ?? (0..<0).reversed()
    for place in places where !waiting.isEmpty {
      guard let head = heads[done.kind]?[place], waiting.remove(head.id) != nil else { continue }
      back.append(head)
      heads[done.kind]?.remove(at: place)
    }
    return back
  }
}

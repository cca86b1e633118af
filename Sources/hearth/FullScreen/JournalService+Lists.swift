import HearthApp
import HearthCore
import HearthStorage

/// Pieces of a list, wherever in it they are looked for.
extension Vault {
  func page(_ filter: EntryFilter, at place: ListPlace, limit: Int) throws(Problem) -> HeadsPage {
    switch place {
    case .start where filter.condition != .everything: try foundPage(filter, limit)
    case .start: try page(filter, after: nil, limit)
    case .end: try lastPage(filter, limit)
    case .after(let head): try page(filter, after: HeadCursor(head), limit)
    case .before(let head):
      try joined(
        heads(filter, before: HeadCursor(head), limit: limit), limit, HeadsPage([], isStart: false, isEnd: false))
    case .around(let head):
      try around(heads(filter, before: HeadCursor(head), limit: limit / 2), filter, limit)
    case .day(let day):
      if let first = try heads(filter, from: day, limit: 1).first {
        try around(heads(filter, before: HeadCursor(first), limit: limit / 2), filter, limit)
      } else {
        try lastPage(filter, limit)
      }
    }
  }

  private func foundPage(_ filter: EntryFilter, _ limit: Int) throws(Problem) -> HeadsPage {
    let found = try found(filter, limit: limit, countingTo: FoundCount.most)
    return HeadsPage(
      found.heads, isStart: true, isEnd: found.heads.count < limit, count: FoundCount(found.count))
  }

  private func page(_ filter: EntryFilter, after cursor: HeadCursor?, _ limit: Int) throws(Problem) -> HeadsPage {
    let heads = try heads(filter, after: cursor, limit: limit)
    return HeadsPage(heads, isStart: cursor == nil, isEnd: heads.count < limit)
  }

  private func lastPage(_ filter: EntryFilter, _ limit: Int) throws(Problem) -> HeadsPage {
    var backwards = filter
    backwards.order = filter.order == .newestFirst ? .oldestFirst : .newestFirst
    let heads = try heads(backwards, limit: limit)
    return HeadsPage(heads.reversed(), isStart: heads.count < limit, isEnd: true)
  }

  /// What stands before a place, and what follows it.
  private func around(_ before: [EntryHead], _ filter: EntryFilter, _ limit: Int) throws(Problem) -> HeadsPage {
    let following = try page(filter, after: before.last.map(HeadCursor.init), limit - limit / 2)
    return joined(before, limit / 2, following)
  }

  private func joined(_ before: [EntryHead], _ asked: Int, _ following: HeadsPage) -> HeadsPage {
    HeadsPage(before + following.heads, isStart: before.count < asked, isEnd: following.isEnd)
  }
}

import HearthCore

extension Words {
  /// What is said once something was done.
  /// - Parameter when: how a date is told here and now.
  package func done(_ change: Change, when: (Stamp) -> String) -> String {
    switch change {
    case .trash(let ids): count(ids.count, .noticeTrashed, .noticeTrashedMany)
    case .restore(let ids): count(ids.count, .noticeRestored, .noticeRestoredMany)
    case .star(true, let ids): count(ids.count, .noticeStarred, .noticeStarredMany)
    case .star(false, let ids): count(ids.count, .noticeUnstarred, .noticeUnstarredMany)
    case .tags(_, _, let ids): count(ids.count, .noticeTagged, .noticeTaggedMany)
    case .mood(_, let ids): count(ids.count, .noticeMoodSet, .noticeMoodSetMany)
    case .date(let stamp, _, _): self[.noticeMoved, ["when": when(stamp)]]
    case .hush(let isOn, _), .hushPerson(let isOn, _), .hushSpan(let isOn, _):
      self[isOn ? .noticeHushed : .noticeUnhushed]
    case .version: self[.noticeVersionBack]
    case .letGoOfRun: self[.noticeRunLetGo]
    case .forgetSearch(let name): self[.noticeSearchForgotten, ["name": name]]
    }
  }

  /// What is said once the last change was taken back; nil where there was none.
  package func undone(_ kind: Change.Kind?) -> String {
    switch kind {
    case .trash: self[.undoneTrash]
    case .restore: self[.undoneRestore]
    case .star, .unstar: self[.undoneStar]
    case .tags: self[.undoneTags]
    case .mood: self[.undoneMood]
    case .date: self[.undoneDate]
    case .hush, .unhush: self[.undoneHush]
    case .version: self[.undoneVersion]
    case .search: self[.undoneSearch]
    case .run: self[.undoneRun]
    case .people: self[.undonePeople]
    case .several: self[.undoneSeveral]
    case .checkIn: self[.undoneCheckIn]
    case .moment: self[.undoneMoment]
    case .writing: self[.undoneWriting]
    case nil: self[.noticeNothingToUndo]
    }
  }
}

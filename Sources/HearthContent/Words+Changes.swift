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

  /// What is said once the last change was taken back.
  /// - Parameters:
  ///   - done: nil where there was none.
  ///   - entry: how the one it was about is named here.
  ///   - today: the day it is here, from which others are told.
  package func undone(_ done: TakenBack?, of entry: String?, today: Day) -> String {
    guard let done else { return self[.noticeNothingToUndo] }
    let day = done.day.map { shortDay($0, today: today) } ?? ""
    return switch done.kind {
    case .trash: undone(done, of: entry, .undoneTrashOne, .undoneTrashMany)
    case .restore: undone(done, of: entry, .undoneRestoreOne, .undoneRestoreMany)
    case .star, .unstar: undone(done, of: entry, .undoneStarOne, .undoneStarMany)
    case .tags: undone(done, of: entry, .undoneTagsOne, .undoneTagsMany)
    case .mood: undone(done, of: entry, .undoneMoodOne, .undoneMoodMany)
    case .date: self[.undoneDate, ["entry": entry ?? ""]]
    case .several: undone(done, of: entry, .undoneSeveralOne, .undoneSeveralMany)
    case .hush, .unhush: undone(about: done.people, [.undoneHush, .undoneHushPerson])
    case .people: undone(about: done.people, [.undonePeople, .undonePeopleOne, .undonePeopleTwo])
    case .version: self[.undoneVersion]
    case .search: self[.undoneSearch, ["name": done.name ?? ""]]
    case .run: self[.undoneRun, ["name": done.name ?? ""]]
    case .checkIn: self[.undoneCheckIn, ["day": day]]
    case .moment:
      undone(about: done.people, [.undoneMoment, .undoneMomentOne, .undoneMomentTwo, .undoneMomentMany], on: day)
    case .writing: self[.undoneWriting]
    }
  }

  /// One entry by its name, several by their number.
  private func undone(_ done: TakenBack, of entry: String?, _ one: Word, _ many: Word) -> String {
    entry.map { self[one, ["entry": $0]] } ?? self[many, ["n": number(done.entries.count)]]
  }

  /// - Parameter sentences: for nobody, for one, and so on.
  private func undone(about people: [String], _ sentences: [Word], on day: String = "") -> String {
    let named = people.prefix(2)
    let sentence = sentences[min(people.count, sentences.count - 1)]
    return self[sentence, ["name": named.first ?? "", "other": named.last ?? "", "day": day]]
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What is done with entries: the one that is marked, or those that were chosen.
extension JournalScreen {
  /// In the list's order.
  var targets: [EntryHead] {
    chosen.isEmpty ? marked.map { [$0] } ?? [] : inOrder(chosen.values)
  }

  /// As the list has them.
  func inOrder(_ heads: some Sequence<EntryHead>) -> [EntryHead] {
    let inTime = heads.sorted { ($0.day, $0.stamp.instant) < ($1.day, $1.stamp.instant) }
    return filter.order == .oldestFirst ? inTime : inTime.reversed()
  }

  /// Choosing goes on to the next, so that several in a row are one key each.
  mutating func mark(_ command: Command) -> [Effect] {
    guard command == .mark, let marked else {
      chosen = [:]
      return []
    }
    chosen[marked.id] = chosen[marked.id] == nil ? marked : nil
    window.move { $0.down() }
    return []
  }

  /// More than one would ever tag or export at once, and still little memory.
  static let mostMarked = 10_000

  /// Also those that are not in sight: they are asked for first.
  mutating func markAll() -> [Effect] {
    if window.heads.isEmpty { return [] }
    isMarkingAll = true
    return [.wish(.loadAllHeads(filter, most: Self.mostMarked))]
  }

  /// All or none: of a part nobody could say which it is.
  mutating func markAll(_ heads: [EntryHead], isMore: Bool, of asked: EntryFilter, in context: Context) -> [Effect] {
    defer { isMarkingAll = false }
    guard isMarkingAll, asked == filter else { return [] }
    if isMore {
      let most = context.words.number(Self.mostMarked)
      return [.say(Notice(context.words[.journalMarkTooMany, ["n": most]], kind: .note))]
    }
    for head in heads { chosen[head.id] = head }
    return []
  }

  mutating func act(_ command: Command, in context: Context) -> [Effect] {
    let (targets, ids, note) = (targets, targets.map(\.id), unseenNote(context.words))
    if targets.isEmpty { return [] }
    switch command {
    case .star: return make(.star(!targets.allSatisfy(\.isStarred), ids), called: .journalStar, in: context)
    case .trash: return make(.trash(ids), called: .journalTrash, in: context)
    case .restore: return make(.restore(ids), called: .journalRestore, in: context)
    case .tags: focus = .marking(.moreTags(of: targets, note: note, in: context))
    case .mood: focus = .marking(.mood(of: targets, note: note, in: context))
    case .date where targets.count > 1: return [.say(Notice(context.words[.journalDateOne], kind: .note))]
    case .date: focus = .marking(.date(of: targets[0], note: note, in: context))
    case .erase: return [.open(.erase(.entries(targets)))]
    case .export: focus = .asking(.file(for: targets, note: note, in: context))
    default: break
    }
    return []
  }

  /// What would touch entries that are not in sight is asked first.
  private mutating func make(_ change: Change, called name: Word, in context: Context) -> [Effect] {
    let words = context.words
    guard let note = unseenNote(words) else { return [.wish(.make(change))] }
    focus = .deciding(
      Decision(
        .make(change), title: words[name], says: [note], back: words[.journalLeaveThem], on: words[.journalDoIt]))
    return []
  }

  /// `5 entries, 3 of them not shown here.` Nil where all that was chosen is in the list.
  private func unseenNote(_ words: Words) -> String? {
    let hidden = unseen.count { chosen[$0] != nil }
    guard hidden > 0 else { return nil }
    let gaps = ["n": words.number(chosen.count), "hidden": words.number(hidden)]
    if chosen.count == 1 { return words[.journalUnseenOne] }
    return words[hidden == chosen.count ? .journalUnseenAll : .journalUnseenMany, gaps]
  }

  /// `5 marked, 3 not shown here`
  func marked(_ words: Words) -> String {
    let hidden = unseen.count { chosen[$0] != nil }
    let gaps = ["n": words.number(chosen.count), "hidden": words.number(hidden)]
    return words[hidden == 0 ? .journalMarked : .journalMarkedUnseen, gaps]
  }

  // MARK: Answers at the foot

  /// What cannot be used is explained and stays to be changed.
  mutating func takeAnswer(in context: Context) -> [Effect] {
    switch focus {
    case .marking(var line):
      let change = line.change(in: context)
      focus = line.trouble == nil ? .list : .marking(line)
      return change.map { [.wish(.make($0))] } ?? []
    case .asking(let line) where line.answer.isEmpty:
      focus = line.isSearch ? .field : .list
      return []
    case .asking(let line): return take(line, in: context)
    case .deciding(let decision): return decide(decision, with: .key(KeyPress(.enter)))
    case .list, .calendar, .field, .saved: return []
    }
  }

  private mutating func take(_ line: AskLine, in context: Context) -> [Effect] {
    switch line.matter {
    case .day: return go(named: line, in: context)
    case .search(let text): return keep(SavedSearch(name: line.answer, text: text), asked: line, in: context)
    case .file:
      var line = line
      let wish = line.export(context.words)
      (focus, isExporting) = (.asking(line), wish != nil)
      return wish.map { [.wish($0)] } ?? []
    }
  }

  /// Where the name stands for another search, that is told first: Enter once more, and it gives way.
  private mutating func keep(_ search: SavedSearch, asked line: AskLine, in context: Context) -> [Effect] {
    if let other = searches.other(than: search), line.trouble == nil {
      return explain(line, context.words[.askSearchTaken, ["name": other.name, "text": other.text]])
    }
    focus = .field
    return [.wish(.keepSearch(search))]
  }

  /// The line stays until the file is written.
  mutating func wasExported(_ count: Int, to path: String, in context: Context) -> [Effect] {
    (focus, isExporting, chosen) = (.list, false, [:])
    return [AskLine.written(count, to: path, context.words)]
  }

  mutating func exportFailed(_ problem: Problem, in context: Context) -> [Effect] {
    isExporting = false
    guard case .asking(var line) = focus else { return [] }
    line.refuse(problem, context.words)
    focus = .asking(line)
    return []
  }

  /// A month or a year is gone to where the list meets it first.
  private mutating func go(named line: AskLine, in context: Context) -> [Effect] {
    do throws(Problem) {
      if let span = try? context.dates.span(line.answer) { return go(to: span) }
      let day = try context.dates.moment(line.answer).stamp.day(endingAt: context.settings.dayEnd)
      return go(to: day...day)
    } catch {
      return explain(line, context.words.sentence(asked: error))
    }
  }

  private mutating func explain(_ line: AskLine, _ trouble: String) -> [Effect] {
    var line = line
    line.trouble = trouble
    focus = .asking(line)
    return []
  }

  mutating func turnForm() -> [Effect] {
    guard case .asking(var line) = focus else { return [] }
    line.turnForm()
    focus = .asking(line)
    return []
  }

  // MARK: Emptying the trash

  /// How many would go is counted first.
  mutating func askToEmpty() -> [Effect] {
    isToEmpty = true
    return [.wish(.count(whole, most: Self.mostOfAll))]
  }

  /// Emptying takes all of it, whatever is marked or looked for: where that is less, it is said.
  mutating func offerToEmpty(_ count: Int, in context: Context) {
    isToEmpty = false
    guard count > 0 else { return }
    let words = context.words
    let isLess = filter.condition != .everything || (1..<count).contains(chosen.count)
    focus = .deciding(
      Decision(
        .emptyTrash, title: words[.trashEmptyTitle],
        says: [words.count(count, .trashEmptyOne, .trashEmptyMany)] + (isLess ? [words[.trashEmptyWhole]] : []),
        back: words[.trashKeep], on: words[.trashEmpty]))
  }

  // MARK: Decisions

  /// - Parameter body: where it is drawn, for clicks.
  mutating func decide(_ decision: Decision, with input: Input, in body: Rect? = nil) -> [Effect] {
    var decision = decision
    let effects = decision.take(input, in: body)
    focus = effects == nil ? .deciding(decision) : .list
    return effects ?? []
  }
}

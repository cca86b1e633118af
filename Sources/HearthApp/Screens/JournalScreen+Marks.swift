import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What is done with entries: the one that is marked, or those that were chosen.
extension JournalScreen {
  /// In the list's order.
  var targets: [EntryHead] {
    if chosen.isEmpty { return marked.map { [$0] } ?? [] }
    let inTime = chosen.values.sorted { ($0.day, $0.stamp.instant) < ($1.day, $1.stamp.instant) }
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

  mutating func act(_ command: Command, in context: Context) -> [Effect] {
    let (targets, ids) = (targets, targets.map(\.id))
    guard let marked, !targets.isEmpty else { return [] }
    switch command {
    case .star: return [.wish(.make(.star(!targets.allSatisfy(\.isStarred), ids)))]
    case .trash: return [.wish(.make(.trash(ids)))]
    case .restore: return [.wish(.make(.restore(ids)))]
    case .tags: focus = .marking(.moreTags(in: context))
    case .mood: focus = .marking(.mood(of: targets, in: context))
    case .date: focus = .marking(.date(of: marked, in: context))
    case .export: focus = .asking(.file(for: ids))
    default: break
    }
    return []
  }

  // MARK: Answers at the foot

  /// What cannot be used is explained and stays to be changed.
  mutating func takeAnswer(in context: Context) -> [Effect] {
    switch focus {
    case .marking(var line):
      let change = line.change(of: line.isDate ? marked.map { [$0] } ?? [] : targets, in: context)
      focus = line.trouble == nil ? .list : .marking(line)
      return change.map { [.wish(.make($0))] } ?? []
    case .asking(let line) where line.answer.isEmpty:
      focus = .list
      return []
    case .asking(let line): return take(line, in: context)
    case .emptying(var modal):
      modal.handle(.key(KeyPress(.enter)))
      return choose(modal)
    case .list, .calendar, .field, .saved: return []
    }
  }

  private mutating func take(_ line: AskLine, in context: Context) -> [Effect] {
    switch line.matter {
    case .day: return go(named: line, in: context)
    case .search(let text):
      focus = .field
      return [.wish(.keepSearch(SavedSearch(name: line.answer, text: text)))]
    case .file(let ids):
      guard let form = line.form else { return explain(line, context.words[.askFormUnknown]) }
      (focus, isExporting) = (.list, true)
      return [.wish(.export(ids, form, path: line.answer))]
    }
  }

  /// A month or a year is gone to where the list meets it first.
  private mutating func go(named line: AskLine, in context: Context) -> [Effect] {
    do throws(Problem) {
      let day: Day
      if let span = try? context.dates.span(line.answer) {
        day = filter.order == .newestFirst ? span.upperBound : span.lowerBound
      } else {
        day = try context.dates.moment(line.answer).stamp.day(endingAt: context.settings.dayEnd)
      }
      return go(to: day)
    } catch {
      return explain(line, context.words.sentence(error))
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

  mutating func offerToEmpty(_ count: Int, in context: Context) {
    isToEmpty = false
    guard count > 0 else { return }
    let words = context.words
    focus = .emptying(
      Modal(
        title: words[.trashEmptyTitle], lines: [Line(words.count(count, .trashEmptyOne, .trashEmptyMany))],
        choices: [words[.trashKeep], words[.trashEmpty]]))
  }

  mutating func choose(_ modal: Modal) -> [Effect] {
    focus = modal.chosen == nil ? .emptying(modal) : .list
    return modal.chosen == 1 ? [.wish(.emptyTrash)] : []
  }
}

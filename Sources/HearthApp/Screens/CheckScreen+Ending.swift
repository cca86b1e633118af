import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// The page at the end, and what can be done there.
extension CheckScreen {
  /// The page, and what can be chosen below it.
  mutating func showEnd(in context: Context) {
    guard let run, let directory else { return }
    if end.isComparing {
      page = ScrollView(changes(context))
      return
    }
    endColumns = Self.columns(in: context)
    let text = CheckPage(
      run, in: check, directory, country: context.config.country, columns: endColumns, words: context.words
    ).lines
    end.show(choices(for: run, context))
    let isSealed = context.safekeeping?.isSealed == true
    let keeping = end.own != nil ? Word.signsIsKept : isSealed ? .signsNothingKept : .signsNeedsPassphrase
    page.lines = text + [Line(), Line(context.words[keeping], .dim)]
  }

  /// Of the rows of the page: the last two are for its arrows.
  static func columns(in context: Context) -> Int {
    max(1, Flow(Chrome.body(of: context.size)).rest.columns - 2)
  }

  private func choices(for run: Run, _ context: Context) -> [CheckEnd.Choice] {
    let offers = run.ending(in: check)?.offers ?? []
    var choices = offers.compactMap { CheckEnd.Choice(offer: $0, titles: titles(context)) }
    if run.marksDanger(in: check) { choices.append(.quieten) }
    // What was kept while there was a passphrase stays to be read and deleted when there is none any more.
    if earlier != nil { choices.append(.compare) }
    if context.safekeeping?.isSealed == true, end.own == nil { choices.append(.keep) }
    if !end.kept.isEmpty { choices.append(.seeKept) }
    return choices + [end.own == nil ? .leave : .leaveKept]
  }

  /// Where the journal is made up nothing written in a practice would stay; breathing asks for nothing.
  private func titles(_ context: Context) -> [String: String] {
    context.isMadeUp ? end.titles.filter { $0.key == "paced-breath" } : end.titles
  }

  mutating func markChoice(by step: Int) {
    let count = end.choices.count
    if count > 0 { end.marked = (end.marked + step + count) % count }
  }

  /// A click marks, and on what is marked it chooses.
  mutating func clickChoice(_ event: MouseEvent, in place: Rect, _ context: Context) -> [Effect] {
    guard !place.isEmpty else { return [] }
    var list = end.list(columns: place.columns, context.words)
    let isChosen = list.opens(with: event, in: place)
    if let marked = list.selection { end.marked = marked }
    return isChosen ? choose(in: context) : []
  }

  mutating func choose(in context: Context) -> [Effect] {
    if let naming = end.naming {
      return naming.answer.isEmpty ? [] : [.wish(.check(.quieten(naming.answer)))]
    }
    switch end.choice {
    case .support: return [.open(.support)]
    case .ownSide: return [.open(.check("own-side"))]
    case .practice(let id, _): return [.open(.practice(.begin(id)))]
    case .quieten: end.naming = PromptLine(.signsQuietenName, saying: context.words[.signsQuietenSays])
    case .compare:
      end.isComparing = true
      showEnd(in: context)
    case .keep: return [.wish(.check(.keep(keepable(context))))]
    case .seeKept: return [.open(.keptChecks)]
    case .leave, .leaveKept: return leave()
    case nil: break
    }
    return []
  }

  mutating func hearEnd(_ event: CheckEvent, in context: Context) -> [Effect] {
    guard isAtEnd else { return [] }
    defer { showEnd(in: context) }
    switch event {
    case .keptLoaded(let kept): end.kept = kept
    case .kept(let kept):
      end.own = kept
      said = context.words[.noticeCheckKept]
      return [.wish(.check(.loadKept))]
    case .forgotten(let id):
      end.kept.removeAll { $0.id == id }
      if end.own?.id == id { end.own = nil }
    case .quietened(let person) where end.naming != nil:
      end.naming = nil
      said = context.words[.noticeQuietened, ["name": person.name]]
    case .refused(.noSuchPerson): end.naming?.trouble = context.words[.signsQuietenNobody]
    case .refused(let problem): return [.say(Notice(context.words.sentence(problem), kind: .trouble))]
    case .loaded, .quietened, .proven: break
    }
    return []
  }

  private func keepable(_ context: Context) -> KeptCheck {
    KeptCheck(
      id: end.own?.id ?? context.makeID(), check: id, alias: sitting?.alias.trimmed ?? "", day: context.today,
      answers: run?.itemAnswers ?? [:])
  }

  // MARK: Beside an earlier one

  /// The last that was kept about the same relationship, but for this one.
  private var earlier: KeptCheck? {
    guard let sitting else { return nil }
    let alias = sitting.alias.trimmed.lowercased()
    return end.kept.first { $0.id != end.own?.id && $0.check == id && $0.alias.lowercased() == alias }
  }

  private func changes(_ context: Context) -> [Line] {
    guard let earlier else { return [] }
    return CheckChanges(from: earlier, to: keepable(context), in: check, context).lines
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

@testable import HearthApp

/// States of screens that come after waiting, or after something was typed.
extension JournalScreen {
  /// One in each of the states that have keys of their own, a list with one entry in it.
  static func states(around head: EntryHead, in context: Context) -> [JournalScreen] {
    func list(_ filter: EntryFilter, _ change: (inout JournalScreen) -> Void = { _ in }) -> JournalScreen {
      var screen = JournalScreen(filter)
      _ = screen.hear(.shown, in: context)
      _ = screen.hear(.headsLoaded(filter, .start, HeadsPage([head], isStart: true, isEnd: true)), in: context)
      change(&screen)
      return screen
    }
    let (journal, trash) = (EntryFilter(), EntryFilter(place: .trash))
    let line = AskLine.file(for: [], in: context)
    let foci: [Focus] = [
      .calendar, .field, .saved, .marking(.moreTags(of: [], in: context)), .asking(line), .asking(.day(in: context)),
      .deciding(Decision(.emptyTrash, title: "", says: [], back: "", on: "")),
    ]
    let lists = [journal, trash].flatMap { [list($0), list($0) { $0.chosen[head.id] = head }] }
    let emptyLines = [[], [SavedSearch(name: "", text: "")]].map { kept in
      list(journal) {
        ($0.focus, $0.search) = (.field, SearchLine(in: context))
        $0.searches.take(kept)
      }
    }
    return lists + emptyLines + [list(journal) { $0.search = SearchLine(in: context) }]
      + foci.map { focus in list(journal) { $0.focus = focus } } + [offeringNames(in: context)]
  }

  /// Names are offered in its search line.
  private static func offeringNames(in context: Context) -> JournalScreen {
    var screen = JournalScreen(EntryFilter())
    (screen.focus, screen.search) = (.field, SearchLine(in: context))
    _ = screen.search?.take(.paste("#a"), context)
    _ = screen.search?.offer(["all"], for: .tag, "a", context)
    return screen
  }
}

extension HeldScreen {
  static func states(in context: Context) -> [any Screen] {
    var (free, open) = (
      HeldScreen(JournalHolder(process: nil), in: context), HeldScreen(JournalHolder(process: nil), in: context)
    )
    (free.door, open.door) = (.free, .open)
    let asking = HeldScreen(JournalHolder(process: nil, isSealed: true), in: context)
    return [HeldScreen(JournalHolder(process: nil), in: context), asking, free, open]
  }
}

extension PassphraseScreen {
  static func states(in context: Context) -> [any Screen] {
    let sealed = [Stage.explained, .parting].map { stage in
      var screen = PassphraseScreen(in: context)
      (screen.isSealed, screen.stage) = (true, stage)
      return screen
    }
    let later = [Stage.repeating, .proving, .sealing, .done].map { stage in
      var screen = PassphraseScreen(in: context)
      screen.stage = stage
      return screen
    }
    return sealed + later
  }
}

extension RecoveryScreen {
  static func states(in context: Context) -> [any Screen] {
    var (none, one) = (RecoveryScreen(in: context), RecoveryScreen(in: context))
    (none.isSealed, one.isSealed, one.hasRecovery) = (true, true, true)
    let later = [Stage.parting, .proving, .shown, .checking].map { stage in
      var screen = none
      screen.stage = stage
      return screen
    }
    return [none, one] + later
  }
}

extension EraseScreen {
  static func states(of head: EntryHead, in context: Context) -> [any Screen] {
    [Stage.asked, .proving, .erasing, .done, .gone].map { stage in
      var screen = EraseScreen(.entries([head]), in: context)
      (screen.stage, screen.backups) = (stage, ["one"])
      return screen
    }
  }
}

extension CheckScreen {
  static func states(in context: Context) -> [any Screen] {
    let yes = Step.Option("marked", "a")
    let check = Practice(
      id: relationship, title: "a",
      steps: [
        Step(id: "before", .card, "a"), Step(id: "alias", .text, "a"),
        Step(id: "danger", .items([yes], answers: [yes]), "a", tier: "A"),
      ], endings: [Practice.Ending(page: "a")], pages: ["a": "a"])
    var screen = CheckScreen(relationship)
    _ = screen.update(.event(.check(.loaded([check], SupportDirectory([])))), in: context)
    var states = [screen]
    for _ in 0..<2 {
      _ = screen.update(.command(.next), in: context)
      states.append(screen)
    }
    _ = screen.update(.command(.right), in: context)
    _ = screen.update(.command(.next), in: context)
    var (comparing, naming) = (screen, screen)
    comparing.end.isComparing = true
    _ = naming.update(.command(.choose), in: context)
    return states + [screen, comparing, naming]
  }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

@testable import HearthApp

/// Every screen in the states that look different, most of them led there as a person would be.
enum EveryScreen {
  static let all: [any Screen] = {
    let book = Scene()
    return book.today + book.journal + book.reading + book.writing + book.floating + book.pages + book.doors
      + book.library + book.charts + book.answers + book.people + book.practices + book.checks + book.questions
      + book.reports
  }()

  /// What the screens are shown: one entry, and little else.
  private struct Scene {
    let context: Context
    let draft: Draft
    let head: EntryHead

    init() {
      let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
      context = Context(now: Instant(seconds: 0), zone: .utc, size: Size(columns: 80, rows: 24)) { nobody }
      draft = Draft(entry: nobody, isEdit: false, text: "", stamp: context.stamp, keptAt: context.now)
      head =
        Entry(
          id: nobody, stamp: context.stamp, day: context.today, createdAt: context.now, modifiedAt: context.now,
          text: ""
        ).head
    }

    var charts: [any Screen] {
      let room = screen(Room.charts.screen(in: context), hearing: .charts(.listed(ChartShelf())))
      let request = ChartRequest(.builtIn(.wantedAndHad), span: .fourWeeks, last: context.today)
      let sheet = ChartSheet(request.chart, of: ChartNotes(days: context.today...context.today))
      let full = screen(room, hearing: .charts(.drawn(request, sheet)))
      let patterns = screen(screen(full, after: .chartPrevious), after: .chartPrevious)
      return [
        full, screen(full, after: .chartInWords), screen(full, after: .chartAll), screen(full, after: .chartAskSpan),
        patterns,
        screen(patterns, after: .patternChoose),
      ]
    }

    var library: [any Screen] {
      let room = Room.library.screen(in: context)
      let card = Card(id: "a", title: "a", topic: .about, links: [.support], text: "a")
      let page = screen(screen(.card("a")), hearing: .libraryLoaded(Library([card])))
      let other = Card(id: "b", title: "b", topic: .about, interests: [.change], text: "b")
      let narrowed = narrowed(room, hearing: .libraryLoaded(Library([card, other])))
      return [room, narrowed, screen(room, after: .libraryFind), page, screen(page, after: .cardNextLink)]
    }

    /// The room with one thing of each kind, a step of each kind, and what stands beside them.
    var practices: [any Screen] { PracticeScene(context).screens }

    var people: [any Screen] {
      let person = Person(id: draft.entry, name: "a")
      var resting = person
      resting.isResting = true
      let rhythm = Rhythm(Touchpoint(id: draft.entry, title: "a", kind: .own, startedOn: context.today), with: person)
      let room = Room.people.screen(in: context)
      let full = screen(room, hearing: .people(.listed([PersonLine(person)])))
      let page = screen(.person(person.id))
      let known = screen(page, hearing: .people(.paged(PersonPage(person))))
      let quiet = screen(page, hearing: .people(.paged(PersonPage(resting))))
      let touchpoint = screen(.touchpoint(rhythm))
      return [
        room, full, screen(full, after: .peopleAdd), known, quiet, screen(known, after: .personRename),
        screen(known, after: .personDelete), screen(.form(.person(person))), screen(.touchpoints), touchpoint,
        screen(touchpoint, after: .touchExport), screen(touchpoint, after: .touchDelete), screen(.peopleMaps),
      ]
    }

    var answers: [any Screen] {
      let known = CheckIn(
        id: head.id, stamp: context.stamp, day: context.today, answers: [:], createdAt: context.now)
      let moment = Moment(id: head.id, stamp: context.stamp, day: context.today, kind: .hello, createdAt: context.now)
      let ofDay = DayAnswers(day: context.today, fields: [], checkIns: [known])
      let new = screen(.moment(nil))
      let elsewhere = screen(.elsewhere(.starred))
      return [
        elsewhere, screen(elsewhere, hearing: .foundElsewhere(.starred, [.moment(moment)])),
        screen(.day(context.today)), screen(screen(.day(context.today)), hearing: .answersLoaded(ofDay)),
        screen(.checkIn(nil)), screen(.checkIn(known)), new,
        screen(new, after: .momentTake),
        screen(new, after: .momentTake, .momentNext), screen(new, after: .momentTake, .momentMore),
        screen(.moment(moment)),
      ]
    }

    var questions: [any Screen] {
      let prompt = Prompt(id: "a", text: "a", categories: ["self"])
      let shown = [false, true].map { isPutAside in
        screen(screen(.questions), hearing: .questions(.listed([AskedQuestion(prompt, isPutAside: isPutAside)])))
      }
      let other = AskedQuestion(Prompt(id: "b", text: "b", categories: ["work"], concepts: [1]))
      return shown + [
        narrowed(screen(.questions), hearing: .questions(.listed([other]))), screen(.answers(prompt)),
      ]
    }

    /// A screen of somebody who wants to understand something.
    private func narrowed(_ screen: any Screen, hearing event: Event) -> any Screen {
      var (screen, context) = (screen, context)
      context.settings.interests = [.lonely]
      _ = screen.hear(event, in: context)
      return screen
    }

    var checks: [any Screen] {
      let check = screen(.check(CheckScreen.relationship))
      let support = screen(screen(.support), hearing: .countryChosen(Config(country: "GB")))
      return CheckScreen.states(in: context) + [check, screen(.keptChecks), screen(.ownSupport), support]
        + [true, false].map { screen(.veil(isSealed: $0)) }
    }

    private func screen(_ route: Route) -> any Screen { route.screen(over: [], named: "", in: context) }

    /// A screen after some of its commands, by their names.
    private func screen(_ screen: any Screen, hearing event: Event? = nil, after labels: Word...) -> any Screen {
      var screen = screen
      if let event { _ = screen.hear(event, in: context) }
      for label in labels { _ = screen.run(label, in: context) }
      return screen
    }

    var today: [any Screen] {
      let page = TodayPage(
        day: context.today, question: nil, drafts: [draft], written: [head], recent: [], isEmpty: false)
      var remembering = page
      (remembering.written, remembering.memories) = ([], [Memory(head, .years(1))])
      let room = Room.today.screen(in: context)
      return [
        room, screen(room, hearing: .todayLoaded(page)), screen(room, hearing: .todayLoaded(page), after: .listDown),
        screen(room, hearing: .todayLoaded(remembering), after: .listDown),
        screen(screen(.memories(context.today)), hearing: .memoriesLoaded(context.today, remembering.memories)),
        screen(screen(.memories(context.today)), hearing: .memoriesLoaded(context.today, [])),
      ]
    }

    var journal: [any Screen] { JournalScreen.states(around: head, in: context) }

    var reading: [any Screen] {
      let filters = [EntryFilter.Place.journal, .trash].flatMap { place in
        [EntryFilter.Order.newestFirst, .oldestFirst].map { EntryFilter(place: place, order: $0) }
      }
      let read = filters.map { screen(.read(head, in: $0)) }
      return read + [.readMood, .readExport].map { screen(read[0], after: $0) } + [screen(.versions(head))]
    }

    var writing: [any Screen] {
      let page = screen(.compose(.blank(answering: nil)))
      var naming = page
      _ = naming.take(.paste("#a"), in: context)
      return [
        page, screen(page, after: .composeDetails), screen(page, after: .composeFind),
        screen(naming, hearing: .namesFound(.tag, prefix: "a", ["all"])),
      ]
    }

    var reports: [any Screen] {
      let report = screen(.report)
      return [report, screen(report, after: .formNext, .formNext), screen(report, after: .reportLook)]
    }

    var floating: [any Screen] {
      let hushed = screen(screen(.hushed(nil)), hearing: .hushedLoaded(Hushed()))
      let tags = screen(screen(.tags), hearing: .tagsLoaded([TagUse("a", entries: 1), TagUse("b", entries: 1)]))
      let naming = screen(tags, after: .tagsRename)
      var joining = naming
      _ = joining.take(.paste("b"), in: context)
      return [
        screen(.palette(.everything)), tags, naming, screen(joining, after: .peopleKeep), screen(.draftOffer(draft)),
        screen(.templates), hushed,
        screen(hushed, after: .listMark),
      ]
    }

    var doors: [any Screen] {
      let door = LockedDoor(hasRecovery: true, hasCommand: true)
      let passphrase = screen(.passphrase)
      let choosing = screen(passphrase, after: .passphraseSet)
      let kept = KeptBackup(name: "a", day: context.today, clock: "09:00", size: 0)
      let backups = screen(screen(.backups), hearing: .backupsLoaded(BackupShelf([kept], limit: 0)))
      return [
        screen(.unlock(door)), screen(screen(.unlock(door)), after: .unlockWithCode),
        screen(.unlock(LockedDoor(hasCommand: true, asked: .command))), screen(.curtain(nil)), passphrase,
        choosing, screen(.recovery), backups, screen(backups, after: .backupsName), screen(.farewell),
      ] + EraseScreen.states(of: head, in: context) + PassphraseScreen.states(in: context)
        + RecoveryScreen.states(in: context)
    }

    var pages: [any Screen] {
      let (settings, support, welcome) = (screen(.settings), screen(.support), screen(.welcome))
      let hour = screen(settings, after: .settingsNext)
      let size = screen(hour, after: .settingsNext, .settingsNext)
      let range = screen(size, after: .settingsNext)
      return [
        size, range, screen(range, after: .settingsSetRange), screen(.ticks(.drains)),
        screen(.year(context.today)), settings, hour, screen(hour, after: .settingsNext, .listDown), support,
        SupportScreen(country: "GB"), welcome, screen(welcome, after: .welcomeNext),
        screen(welcome, after: .welcomeNext, .welcomeNext),
      ] + HeldScreen.states(in: context)
    }
  }
}

import Canvas
import HearthContent
import HearthCore

/// What the house itself makes of an event, whatever screens are open.
extension App {
  /// What follows for the house; the screens hear the event for themselves.
  mutating func hearAsHouse(_ event: Event) -> [Effect] {
    idleTimer.hear(event, in: context)
    changes.hear(event, at: context.uptime)
    switch event {
    case .opened(let settings): return begin(settings) + renewPalette()
    case .openWaits(let holder):
      isSettled = true
      return open.contains { $0 is HeldScreen } ? [] : [.open(.held(holder))]
    case .sealed(let door): return ask(at: door)
    case .placeFound(let place) where errand == nil:
      offersDrafts = false
      return goBack(to: place)
    case .safekeepingKnown(let safekeeping): context.safekeeping = safekeeping
    case .backedUp(let elsewhere), .backupsRenewed(_, let elsewhere):
      meet(elsewhere.map(BackupTrouble.elsewhere))
      context.safekeeping?.missesElsewhere = elsewhere != nil
    case .backupRefused(let problem) where problem != .interrupted: meet(.here(problem))
    case .unlocked(let giver, let last):
      arrivals = Arrivals(greeting: context.words.unlocked(by: giver, last, in: context))
      return tellOfThem()
    case .everythingErased:
      // Screens below would ask for a journal that no longer exists.
      open.removeAll { !($0 is EraseScreen) }
    case .screenCleared(let problem): return drawCurtain(problem)
    case .todayLoaded(let page): return offerDraft(of: page)
    case .changed(let settings): context.settings = settings
    case .configured(let config, let problems): return take(config, problems)
    case .countryChosen(let config): context.config = config
    case .made(let change): return [.say(Notice(context.words.done(change, when: context.when)))]
    case .tagsUnchanged: return [.say(Notice(context.words[.noticeTagsUnchanged], kind: .note))]
    case .takenBack(let done):
      let said = context.words.undone(done, of: done?.head?.named(in: context), today: context.today)
      return [.say(Notice(said, kind: done == nil ? .note : .result))]
    case .saveRefused, .runRefused, .people(.refused): destination = nil
    case .refused(let problem):
      destination = nil
      return [trouble(context.words.sentence(problem))]
    case .notesTaken(let count) where count > 0: return tellOfArrivals(taken: count)
    case .notesPutAside(let count): return tellOfArrivals(putAside: count)
    default: break
    }
    return []
  }

  /// Nothing that was opened meanwhile moves: the first run lies below it.
  private mutating func begin(_ settings: Settings) -> [Effect] {
    isSettled = true
    context.settings = settings
    idleTimer.begin(in: context)
    open.removeAll { $0 is UnlockScreen }
    if let errand {
      offersDrafts = false
      return [.open(errand)]
    }
    if !settings.isWelcomed { open.insert(WelcomeScreen(), at: 0) }
    return []
  }

  /// Nothing comes over a note while it is being written.
  private mutating func ask(at door: LockedDoor) -> [Effect] {
    isSettled = true
    guard let note = open.firstIndex(where: { $0 is HeldScreen }) else { return [.open(.unlock(door))] }
    open.insert(UnlockScreen(door), at: note)
    return []
  }

  /// Whatever stands of it still is told with it.
  private mutating func tellOfArrivals(taken: Int = 0, putAside: Int = 0) -> [Effect] {
    if notice?.text != arrivals.text(context.words) { arrivals = Arrivals() }
    arrivals.taken += taken
    arrivals.putAside += putAside
    return tellOfThem()
  }

  private func tellOfThem() -> [Effect] {
    let text = arrivals.text(context.words)
    return text.isEmpty ? [] : [.say(Notice(text, kind: arrivals.putAside > 0 ? .trouble : .result))]
  }

  /// What may still stand there of the backup before would be read as the answer to this one.
  private mutating func meet(_ trouble: BackupTrouble?) {
    context.backupTrouble = trouble
    if trouble != nil, notice?.text == context.words[.backupsMade] { hush() }
  }

  /// Keys that were typed ahead were meant for what was seen.
  private mutating func drawCurtain(_ problem: Problem?) -> [Effect] {
    hush()
    typedAhead = []
    return open.last is CurtainScreen || !seesJournal && problem == nil ? [] : [.open(.curtain(problem))]
  }

  /// Once, at the start, and not over something else: neither over what keys typed ahead have opened, nor over what they
  /// are about to. Today lists it all the same.
  private mutating func offerDraft(of page: TodayPage) -> [Effect] {
    guard offersDrafts else { return [] }
    offersDrafts = false
    guard open.isEmpty, top is TodayScreen, !top.awaits, typedAhead.isEmpty, let draft = page.drafts.first else {
      return []
    }
    return [.open(.draftOffer(draft))]
  }

  /// What cannot be used is told, all of it at once; the rest of the config holds all the same.
  private mutating func take(_ config: Config, _ problems: [ContentProblem]) -> [Effect] {
    context.config = config
    context.words.formats = config.formats
    var problems = problems
    do throws(Keymap.Faults) {
      context.keymap = try Keymap(config.keys)
    } catch {
      problems += error.problems(in: config)
    }
    return context.words.sentence(problems).map { [trouble($0)] } ?? []
  }

  private func trouble(_ sentence: String) -> Effect { .say(Notice(sentence, kind: .trouble)) }
}

import Canvas
import FoundationEssentials
import HearthContent
import HearthCore

/// What a screen may know of the world while it updates and draws: handed in, never fetched.
package struct Context: Sendable {
  /// The wall clock.
  package var now: Instant { didSet { if now.minutes != oldValue.minutes { turnDay() } } }
  /// Where the person is, for new entries and for reading dates.
  package var zone: Zone { didSet { turnDay() } }
  /// Finds another zone by its name.
  package var zoneNamed: @Sendable (String) -> Zone? = { _ in nil }
  /// Milliseconds on a clock that only moves forward, for pauses and notices.
  package var uptime: Int
  /// Of the terminal.
  package var size: Size
  package var words: Words
  /// What the config file says, once it has been read.
  package var config: Config { didSet { looks += 1 } }
  /// Whether the journal is made up, to look around in.
  package var isMadeUp = false
  /// How many colours the terminal has, and whether its fonts have braille: with what charts are drawn.
  package var depth = Depth.mono
  package var hasBraille = true
  /// How the journal is sealed and copied; nil before it is open.
  package var safekeeping: Safekeeping?
  /// What was wrong with the last backup of this sitting; nil where it was made.
  package var backupTrouble: BackupTrouble?
  /// The keys, where the config file has changed some.
  package var keymap = Keymap()
  /// What the journal knows of the person, once it is open.
  package var settings: Settings {
    didSet {
      words.moodNames = settings.moodNames
      turnDay()
    }
  }
  /// The day it is for this person, whose evening may last past midnight.
  ///
  /// Kept, because it is asked for with every key and every frame, and the way there leads through the zone's rules.
  package private(set) var today: Day
  /// The room one is in, also below what lies open.
  package var room: Room
  /// What the terminal draws on, once it has told.
  package var background: Background { didSet { looks += 1 } }
  /// Grows when the colours may have to be chosen anew.
  package private(set) var looks = 0
  /// Whom what is begun is about, where that is known; by name.
  var personInMind: String?
  /// Makes the id of a new entry.
  package var makeID: @Sendable () -> UUID
  /// Makes a place for what is answered and must not be left behind.
  package var makeSecretStorage: @Sendable () -> any SecretStorage = { PlainSecretStorage() }

  package init(
    now: Instant, zone: Zone, uptime: Int = 0, size: Size, words: Words = Words(), config: Config = Config(),
    settings: Settings = Settings(), room: Room = .today, makeID: @escaping @Sendable () -> UUID
  ) {
    self.now = now
    self.zone = zone
    self.uptime = uptime
    self.size = size
    self.words = words
    self.config = config
    self.settings = settings
    self.room = room
    background = .dark
    self.makeID = makeID
    self.words.moodNames = settings.moodNames
    today = Stamp(now, in: zone).day(endingAt: settings.dayEnd)
  }

  private mutating func turnDay() { today = stamp.day(endingAt: settings.dayEnd) }

  /// Reads dates as they are typed here and now.
  var dates: DateLanguage {
    DateLanguage(
      now: now, zone: zone, dayEnd: settings.dayEnd, order: config.typedDates, weekStart: config.weekStart)
  }

  /// Reads dates as they are typed for what has one: by the clock that it shows, which may be the one of elsewhere.
  func dates(of stamp: Stamp) -> DateLanguage {
    DateLanguage(
      now: now, zone: stamp.zone(zone, known: zoneNamed), dayEnd: settings.dayEnd, order: config.typedDates,
      weekStart: config.weekStart, dated: stamp)
  }

  /// Now, as an entry would be stamped.
  package var stamp: Stamp { Stamp(now, in: zone) }

  /// `yesterday, 21:04`
  func when(_ stamp: Stamp) -> String { words.dayAndClock(stamp, on: day(of: stamp), today: today) }

  /// The day that is named beside a clock. Near today it is the one the person means: what was noted just after
  /// midnight is still of today. Any other is the calendar's.
  func day(of stamp: Stamp) -> Day {
    let meant = stamp.day(endingAt: settings.dayEnd)
    return abs(today.number - meant.number) <= 1 ? meant : stamp.calendarDay
  }

  /// What is said when something new is kept. That it stands under another day is told, since Today does not show it.
  func saved(under day: Day) -> String {
    if day == today { return words[.noticeSavedEnough] }
    return words[.noticeSavedUnder, ["day": words.dayInWords(day, today: today)]]
  }

  /// For what is begun over a screen: at the same time of day on the day it is about, none still to come, and about the
  /// person it is about.
  func beginning(over screen: any Screen) -> Context {
    var there = self
    there.personInMind = screen.personInMind
    if let day = screen.dayInMind, day < today {
      there.now = stamp.moved(days: day.number - today.number, in: zone).instant
    }
    return there
  }
}

extension Instant {
  /// Whole minutes since 1970: no day begins within one.
  fileprivate var minutes: Int64 { milliseconds / 60_000 }
}

/// The rooms, by the digit that opens each.
package enum Room: Int, CaseIterable, Sendable {
  case today = 1
  case journal = 2
  case people = 3
  case practice = 4
  case charts = 5
  case library = 6

  /// What the tab says.
  package var name: Word {
    switch self {
    case .today: .roomToday
    case .journal: .roomJournal
    case .people: .roomPeople
    case .practice: .roomPractice
    case .charts: .roomCharts
    case .library: .roomLibrary
    }
  }
}

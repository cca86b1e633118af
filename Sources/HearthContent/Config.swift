import HearthCore

/// What `config.yaml` says. It holds nothing about the person, and the program writes it only when asked to.
package struct Config: Hashable, Sendable {
  /// What `country` is for somebody whose country has no lines here, or who names none: directories alone.
  package static let elsewhere = "elsewhere"

  /// The country whose support lines are shown, by its two capital letters (`GB`), or `elsewhere`; nil until the person
  /// chooses.
  package var country: String?
  /// The colours of a person's choice, by the name of a theme; nil for those that suit the terminal.
  package var theme: String?
  /// Where `theme` names a file of the person's own: what stands in it. Set by whoever reads that file.
  package var ownTheme: OwnTheme?
  /// Whether clicks and the wheel are heard.
  package var mouse: Bool
  /// The first day of a week in calendars: 1 is Monday, 7 is Sunday.
  package var weekStart: Int
  /// Where the journal lies: absolute, or from the home on (`~/notes`). Nil for the usual place.
  package var journal: String?
  /// In which order dates are written; nil for the usual one, and then a date such as 03/04/2026 is not guessed at.
  package var dates: Formats.Dates?
  package var clock: Formats.Clock
  package var numbers: Formats.Numbers
  /// Keys the person has given to what can be done, in the order of the file.
  package var chosenKeys: [ChosenKey]

  package init(
    country: String? = nil, theme: String? = nil, mouse: Bool = true, weekStart: Int = 1, journal: String? = nil,
    dates: Formats.Dates? = nil, clock: Formats.Clock = .hours24, numbers: Formats.Numbers = .comma,
    chosenKeys: [ChosenKey] = []
  ) {
    self.country = country
    self.theme = theme
    self.mouse = mouse
    self.weekStart = weekStart
    self.journal = journal
    self.dates = dates
    self.clock = clock
    self.numbers = numbers
    self.chosenKeys = chosenKeys
  }

  /// How dates, times and numbers are written.
  package var formats: Formats { Formats(dates: dates ?? .dmy, clock: clock, numbers: numbers) }

  /// How a typed date is read in which either number can be the day.
  package var typedDates: DateLanguage.Order { dates?.order ?? .unset }

  /// The chosen keys by what they do, in key notation, separated by blanks.
  package var keys: [Word: String] { Dictionary(chosenKeys.map { ($0.label, $0.keys) }) { first, _ in first } }
}

/// A key of the person's choice: `house.write: n` in the config.
package struct ChosenKey: Hashable, Sendable {
  /// What the key is to do.
  package let label: Word
  /// In key notation, separated by blanks; whether there are such keys is for others to say.
  package let keys: String
  /// Of the config file, from 1.
  package let line: Int

  package init(_ label: Word, _ keys: String, line: Int) {
    self.label = label
    self.keys = keys
    self.line = line
  }
}

import HearthCore

/// How dates, times and numbers are written for a person, whatever the language.
package struct Formats: Hashable, Sendable {
  /// In which order a date is written: `Tue 3 Mar`, `Tue Mar 3`, `2026-03-03`.
  package enum Dates: String, CaseIterable, Sendable { case dmy, mdy, iso }
  /// `21:04` or `9:04 pm`.
  package enum Clock: String, CaseIterable, Sendable {
    case hours24 = "24"
    case hours12 = "12"
  }
  /// What stands between thousands.
  package enum Numbers: String, CaseIterable, Sendable {
    case comma = "1,204"
    case point = "1.204"
    case blank = "1 204"

    /// A number is never broken at its blank.
    var sign: Character {
      switch self {
      case .comma: ","
      case .point: "."
      case .blank: "\u{A0}"
      }
    }

    /// What stands before tenths, never what stands between thousands.
    var decimalSign: Character { self == .point ? "," : "." }
  }

  package var dates: Dates
  package var clock: Clock
  package var numbers: Numbers

  package init(dates: Dates = .dmy, clock: Clock = .hours24, numbers: Numbers = .comma) {
    self.dates = dates
    self.clock = clock
    self.numbers = numbers
  }
}

extension Formats.Dates {
  /// How a typed `03/04/2026` is meant by someone who writes dates like this. Who begins with the year has not said.
  var order: DateLanguage.Order {
    switch self {
    case .dmy: .dayFirst
    case .mdy: .monthFirst
    case .iso: .unset
    }
  }
}

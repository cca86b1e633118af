/// A day of the Gregorian calendar, counted from 1970-01-01, which is day 0. No zone, no hours.
///
/// The conversions are the civil-calendar algorithms of Howard Hinnant ("chrono-Compatible Low-Level Date Algorithms"):
/// the year is shifted to begin in March, so that the leap day is its last.
package struct Day: Hashable, Comparable, Sendable, Codable {
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil for a date that does not exist, such as 30 February. Years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredQuotient(400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// 0001-01-01 to 9999-12-31.
  package static let calendar = Day(number: -719_162)...Day(number: 2_932_896)

  /// Year, month (1–12) and day of the month (1–31).
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { (number + 3).flooredRemainder(7) + 1 }

  package static func < (earlier: Day, later: Day) -> Bool { earlier.number < later.number }

  /// Later by so many days, or earlier where that is below 0.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day of another month; the month's last where it is shorter (31 January and a month is 28 or 29 February).
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count.flooredQuotient(12), count.flooredRemainder(12) + 1)
    let length = Day.length(ofMonth: newMonth, year: newYear)
    return Day(year: newYear, month: newMonth, day: min(day, length)) ?? self
  }

  /// The first day of its month: equal for two days of the same month.
  package var month: Day { adding(days: 1 - parts.day) }

  /// The last day of its month. Unlike the day before the next month it is there in the calendar's last month too.
  package var lastOfMonth: Day {
    let (year, month, day) = parts
    return adding(days: Day.length(ofMonth: month, year: year) - day)
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601: 2026-03-03.
  package var description: String {
    let (year, month, day) = parts
    return "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))"
  }

  /// Reads exactly the form `description` writes.
  package init?(_ text: String) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = fields.compactMap { field in field.allSatisfy(\.isASCIIDigit) ? Int(field) : nil }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}

extension Int {
  /// At least `count` digits, with zeros before.
  package func digits(_ count: Int) -> String {
    let plain = String(magnitude)
    return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, count - plain.count)) + plain
  }
}

extension Character {
  /// 0 to 9, and nothing else: no digit of another script and none with a mark on it.
  package var isASCIIDigit: Bool { isASCII && isWholeNumber }
}

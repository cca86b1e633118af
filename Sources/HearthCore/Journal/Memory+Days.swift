extension Memory {
  /// The days that `today` brings back, the nearest first: a week, a month, half a year and whole years ago.
  ///
  /// Every day comes back once at each distance. One that the month of `today` does not have comes on that month's last
  /// day: 29 February on the 28th of common years, the 31st on the 30th of shorter months.
  ///
  /// - Parameter earliest: the first day on which something was written; none where nothing was.
  package static func days(before today: Day, earliest: Day?) -> [(distance: Distance, day: Day)] {
    guard let earliest else { return [] }
    let years = max(0, today.parts.year - earliest.parts.year)
    let near = [(distance: Distance.week, day: today.adding(days: -7))]
    let months = [(Distance.month, 1), (.sixMonths, 6)] + (0..<years).map { (.years($0 + 1), 12 * ($0 + 1)) }
    let far = months.flatMap { distance, months in
      today.days(remembered: months).map { (distance: distance, day: $0) }
    }
    return (near + far).filter { $0.day >= earliest }
  }
}

extension Day {
  /// The days so many months ago that have their turn on this one.
  fileprivate func days(remembered months: Int) -> [Day] {
    let (year, month, day) = parts
    let then = self.month.adding(months: -months)
    let length = Day.length(ofMonth: then.parts.month, year: then.parts.year)
    let last = day == Day.length(ofMonth: month, year: year) ? max(day, length) : day
    guard then < self.month, day <= length else { return [] }
    return (day...min(last, length)).map { then.adding(days: $0 - 1) }
  }
}

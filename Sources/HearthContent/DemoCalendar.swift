import HearthCore

/// Which real years the years of the made-up journal are, so that its winters are winters whenever it is shown.
///
/// The story lasts three years and two are shown: the year after the move whole, and of the years before and after it
/// as much as lies in the last two years.
struct DemoCalendar: Hashable, Sendable {
  /// The days that are shown.
  let days: ClosedRange<Day>
  /// What has to be added to a year of the story.
  private let yearsBetween: Int

  /// The year of the story, and the date, of the move.
  private static let move = (year: 2, month: 4, day: 12)
  /// The move lies at least so many days back, and so never more than two years.
  private static let sinceMove = 350

  init(today: Day) {
    days = today.adding(months: -24).adding(days: 1)...today
    let latest = today.adding(days: -Self.sinceMove).parts
    let isLater = (latest.month, latest.day) >= (Self.move.month, Self.move.day)
    yearsBetween = latest.year - (isLater ? 0 : 1) - Self.move.year
  }

  /// Nil before the year 1 and after 9999.
  func day(ofStory day: Day) -> Day? {
    let (year, month, date) = day.parts
    return Day(year: year + yearsBetween, month: month, day: date)
  }

  /// 29 February is the 28th there.
  func storyDay(of day: Day) -> Day { day.adding(months: -12 * yearsBetween) }
}

/// A season of the northern half of the world, by whole months.
enum DemoSeason: String, Sendable {
  case spring, summer, autumn, winter

  init(of day: Day) {
    switch day.parts.month {
    case 3...5: self = .spring
    case 6...8: self = .summer
    case 9...11: self = .autumn
    default: self = .winter
    }
  }
}

/// A day of the week, or a kind of day.
enum DemoWeekday: String, Sendable {
  case mon, tue, wed, thu, fri, sat, sun, workday, weekend

  func holds(_ day: Day) -> Bool {
    switch self {
    case .mon: day.weekday == 1
    case .tue: day.weekday == 2
    case .wed: day.weekday == 3
    case .thu: day.weekday == 4
    case .fri: day.weekday == 5
    case .sat: day.weekday == 6
    case .sun: day.weekday == 7
    case .workday: day.weekday < 6
    case .weekend: day.weekday >= 6
    }
  }
}

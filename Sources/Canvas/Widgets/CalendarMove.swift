/// Where a key or a click leads in a calendar.
package enum CalendarMove: Hashable, Sendable {
  /// So many days on; back where negative.
  case days(Int)
  /// So many months on, to the same day; back where negative.
  case months(Int)
  /// To the first day of the month.
  case monthStart
  /// To the last day of the month.
  case monthEnd
  /// To the day that was clicked.
  case day(Int)

  /// Arrows are days and weeks, page keys months, Home and End the ends of the month; the wheel turns months, and a
  /// click leads to its day. Nil for any other input.
  ///
  /// - Parameters:
  ///   - rect: the area the calendar is drawn in.
  ///   - day: the day at a place of the screen.
  init?(_ input: Input, in rect: Rect, day: (Point) -> Int?) {
    switch input {
    case .key(let press) where press.modifiers.isEmpty: self.init(press.key)
    case .mouse(let event) where rect.contains(event.at): self.init(event, day: day)
    case .key, .mouse, .paste, .focus, .background: return nil
    }
  }

  private init?(_ event: MouseEvent, day: (Point) -> Int?) {
    switch event.action {
    case .wheelUp: self = .months(-1)
    case .wheelDown: self = .months(1)
    case .press where event.button == 1:
      guard let day = day(event.at) else { return nil }
      self = .day(day)
    default: return nil
    }
  }

  private init?(_ key: Key) {
    switch key {
    case .left: self = .days(-1)
    case .right: self = .days(1)
    case .up: self = .days(-7)
    case .down: self = .days(7)
    case .pageUp: self = .months(-1)
    case .pageDown: self = .months(1)
    case .home: self = .monthStart
    case .end: self = .monthEnd
    default: return nil
    }
  }
}

import HearthCore

/// When something of the made-up journal takes place: once on a day of the story, once so long before today, or again
/// and again on days of a kind.
struct DemoOccasion: Hashable, Sendable {
  private let on: Day?
  /// Days before today.
  private let ago: Int?
  private let weekday: DemoWeekday?
  private let from, to: Day?
  /// On how many of a hundred of its days.
  private let often: Int
  /// After midnight, 0–1439.
  let minute: Int

  static let fields: Set = ["on", "ago", "days", "from", "to", "often", "at"]

  init(_ stanza: Stanza) throws(ContentProblem) {
    on = try stanza.storyDay("on")
    ago = try stanza.number("ago", in: 0...700)
    weekday = try stanza.choice("days")
    (from, to) = (try stanza.storyDay("from"), try stanza.storyDay("to"))
    often = try stanza.number("often", in: 1...100) ?? 100
    minute = try stanza.minute("at")
  }

  var isOnce: Bool { on != nil || ago != nil }

  /// Whether it takes place on a day; what comes again does not on a day on which nothing is written.
  func takesPlace(on day: DemoDay, today: Day, _ dice: inout Dice) -> Bool {
    if let on { return on == day.story }
    if let ago { return today.adding(days: -ago) == day.real }
    return dice.falls(often) && !day.isSilent && weekday?.holds(day.real) ?? true && (from ?? day.story) <= day.story
      && day.story <= (to ?? day.story)
  }
}

/// A day of the made-up journal, as the world counts and as the story does.
struct DemoDay: Hashable, Sendable {
  let real: Day
  let story: Day
  /// Nothing is written but what has a page.
  let isSilent: Bool

  /// The same whenever one looks.
  /// - Parameter purpose: another one falls otherwise.
  func dice(_ purpose: UInt64) -> Dice { Dice(seed: UInt64(bitPattern: Int64(story.number)) &* 8 &+ purpose) }
}

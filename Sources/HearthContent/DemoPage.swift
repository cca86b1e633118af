import HearthCore

/// One page of the made-up journal, written by hand.
///
/// The story has years of its own, 1 to 4, and the seasons of real ones: `on: 2-04-12` is the day of the move, in the
/// year of the move. `DemoCalendar` knows which real years they are today.
struct DemoPage: Hashable, Sendable {
  /// Of the story until it is placed, and then a real one.
  var day: Day
  /// Where it has to be a Sunday, or a working day, the page stands on the first such day from `day` on.
  let weekday: DemoWeekday?
  /// After midnight, 0–1439.
  let minute: Int
  let text: String
  let mood: Mood?
  let isStarred: Bool
  /// The prompt it answers.
  let prompt: String?

  /// The page on the day it really has; nil where that is none.
  func placed(in calendar: DemoCalendar) -> DemoPage? {
    guard let date = calendar.day(ofStory: day) else { return nil }
    var page = self
    page.day = (0..<7).map(date.adding(days:)).first { weekday?.holds($0) ?? true } ?? date
    return page
  }
}

extension DemoPage {
  private static let fields: Set = ["on", "at", "days", "mood", "star", "prompt", "text"]

  /// Reads one stanza.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> DemoPage {
    if let odd = stanza.unknownFields(besides: fields).first { throw odd }
    guard let day = try stanza.storyDay("on") else { throw stanza.problem(.missing, "on") }
    return DemoPage(
      day: day, weekday: try stanza.choice("days"), minute: try stanza.minute("at"),
      text: try stanza.neededText("text").withoutLastNewline, mood: try stanza.mood("mood"),
      isStarred: try stanza.flag("star") ?? false, prompt: try stanza.text("prompt"))
  }
}

extension Stanza {
  /// A day of the story, such as `2-04-12`; nil where the field is not there.
  func storyDay(_ name: String) throws(ContentProblem) -> Day? {
    guard let text = try text(name) else { return nil }
    guard let day = Day("000" + text) else { throw problem(.oddValue, name) }
    return day
  }

  /// 1 to 5; nil where the field is not there.
  func mood(_ name: String) throws(ContentProblem) -> Mood? {
    try number(name, in: 1...5).flatMap(Mood.init)
  }

  /// Minutes after midnight of a clock time, such as `21:04`.
  func minute(_ name: String) throws(ContentProblem) -> Int {
    let parts = try neededText(name).split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      throw problem(.oddValue, name)
    }
    return parts[0] * 60 + parts[1]
  }
}

extension String {
  /// YAML ends a block of text with one, a person does not.
  var withoutLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}

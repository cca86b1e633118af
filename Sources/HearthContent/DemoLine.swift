import HearthCore

/// A sentence or two of the made-up journal for a day that holds little, and on which days it can be true.
struct DemoLine: Hashable, Sendable {
  enum Part: String, Sendable {
    /// What the day was like. A detail may follow it.
    case opening
    /// Something that happened.
    case detail
    /// A note by itself, or the answer to a prompt.
    case whole
    /// Nothing is written in this time but what has a page.
    case silence
  }

  let text: String
  let part: Part
  let mood: Mood?
  /// The prompt it answers.
  let prompt: String?
  /// Written before the day begins, and not when it is over.
  let isMorning: Bool
  /// Empty where any will do.
  private let seasons: Set<DemoSeason>
  private let weekday: DemoWeekday?
  /// The first and the last day of the story; nil where it is true from the beginning, or to the end.
  private let from, to: Day?

  /// - Parameter storyDay: the same day, as the story counts.
  func fits(_ day: Day, storyDay: Day) -> Bool {
    (from ?? storyDay) <= storyDay && storyDay <= (to ?? storyDay) && weekday?.holds(day) ?? true
      && (seasons.isEmpty || seasons.contains(DemoSeason(of: day)))
  }
}

extension DemoLine {
  private static let fields: Set = ["part", "season", "days", "from", "to", "at", "mood", "prompt", "lines"]

  /// Reads one stanza: lines of one kind, and one without words where the time is a silent one.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> [DemoLine] {
    if let odd = stanza.unknownFields(besides: fields).first { throw odd }
    guard let part: Part = try stanza.choice("part") else { throw stanza.problem(.missing, "part") }
    let weekday: DemoWeekday? = try stanza.choice("days")
    let (mood, prompt) = (try stanza.mood("mood"), try stanza.text("prompt"))
    let (seasons, from, to) = (try seasons(stanza), try stanza.storyDay("from"), try stanza.storyDay("to"))
    let isMorning = try stanza.text("at") == "morning"
    let texts = part == .silence ? [""] : try stanza.texts("lines")
    if texts.isEmpty { throw stanza.problem(.missing, "lines") }
    return texts.map { text in
      DemoLine(
        text: text.withoutLastNewline, part: part, mood: mood, prompt: prompt, isMorning: isMorning, seasons: seasons,
        weekday: weekday, from: from, to: to)
    }
  }

  private static func seasons(_ stanza: Stanza) throws(ContentProblem) -> Set<DemoSeason> {
    let names = try stanza.texts("season")
    let seasons = Set(names.compactMap(DemoSeason.init))
    guard seasons.count == names.count else { throw stanza.problem(.oddValue, "season") }
    return seasons
  }
}

import HearthCore

/// Somebody in the made-up journal.
struct DemoPerson: Hashable, Sendable {
  /// The day of the story from which on they are known; nil for always.
  let from: Day?
  let person: Person

  private static let fields: Set = [
    "person", "aliases", "circle", "kind", "traits", "needs", "contexts", "rubsOff", "notes", "role", "value",
    "remembered", "from",
  ]

  /// Reads one stanza. Whoever it is has the same id each time.
  static func reading(_ stanza: Stanza, id: Person.ID) throws(ContentProblem) -> DemoPerson {
    if let odd = stanza.unknownFields(besides: fields).first { throw odd }
    let traits: [Person.Trait] = try stanza.choices("traits")
    let needs: [Need] = try stanza.choices("needs")
    let person = Person(
      id: id, name: try stanza.neededText("person"), aliases: try stanza.texts("aliases"),
      circle: try stanza.choice("circle"), kind: try stanza.choice("kind"), traits: Set(traits), needs: Set(needs),
      contexts: try stanza.text("contexts") ?? "", rubsOff: try stanza.text("rubsOff") ?? "",
      notes: try stanza.text("notes") ?? "", role: try stanza.text("role") ?? "", value: try stanza.text("value") ?? "",
      isRemembered: try stanza.flag("remembered") ?? false)
    return DemoPerson(from: try stanza.storyDay("from"), person: person)
  }
}

/// Something that comes again in the made-up journal. Its days are those of the story until it is placed.
struct DemoTouchpoint: Hashable, Sendable {
  private let with: String?
  private let touchpoint: Touchpoint
  /// It last took place so many days before today; nil where only moments say so.
  private let ago: Int?

  private static let fields: Set = [
    "touchpoint", "with", "title", "hoped", "latest", "yearly", "draft", "timeKept", "atRest", "since", "ago",
  ]

  /// Reads one stanza.
  static func reading(_ stanza: Stanza, id: Touchpoint.ID) throws(ContentProblem) -> DemoTouchpoint {
    if let odd = stanza.unknownFields(besides: fields).first { throw odd }
    guard let kind: Touchpoint.Kind = try stanza.choice("touchpoint"), let since = try stanza.storyDay("since") else {
      throw stanza.problem(.missing, "since")
    }
    let touchpoint = Touchpoint(
      id: id, title: try stanza.neededText("title"), kind: kind, hopedDays: try stanza.number("hoped", in: 1...365),
      latestDays: try stanza.number("latest", in: 1...365),
      yearly: try stanza.text("yearly").flatMap(Touchpoint.YearDay.init), draft: try stanza.text("draft") ?? "",
      isTimeKept: try stanza.flag("timeKept") ?? false, isAtRest: try stanza.flag("atRest") ?? false, startedOn: since)
    return DemoTouchpoint(
      with: try stanza.text("with"), touchpoint: touchpoint, ago: try stanza.number("ago", in: 0...365))
  }

  /// - Parameter people: among whom it is looked for with whom.
  func placed(in calendar: DemoCalendar, among people: [Person]) -> Touchpoint? {
    guard let since = calendar.day(ofStory: touchpoint.startedOn) else { return nil }
    var placed = touchpoint
    placed.startedOn = since
    placed.person = people.first { $0.name == with }?.id
    let today = calendar.days.upperBound
    placed.doneOn = ago.map { today.adding(days: -$0) } ?? touchpoint.yearly.flatMap { last($0, since, today) }
    return placed
  }

  /// The last one before today, if there was one already.
  private func last(_ yearly: Touchpoint.YearDay, _ since: Day, _ today: Day) -> Day? {
    let last = yearly.next(from: today.adding(months: -12))
    return last >= since && last < today ? last : nil
  }
}

/// What the bond check was answered with, about somebody in the made-up journal.
struct DemoBond: Hashable, Sendable {
  let name: String
  private let day: Day
  private let answers: [BondQuestion: Int]

  /// Reads one stanza.
  static func reading(_ stanza: Stanza) throws(ContentProblem) -> DemoBond {
    if let odd = stanza.unknownFields(besides: ["bond", "on", "answers"]).first { throw odd }
    guard let day = try stanza.storyDay("on") else { throw stanza.problem(.missing, "on") }
    let map = try stanza.neededMap("answers")
    var answers: [BondQuestion: Int] = [:]
    for name in map.names {
      guard let question = BondQuestion(rawValue: name) else { throw map.problem(.unknownField, name) }
      answers[question] = try map.number(name, in: question.range)
    }
    return DemoBond(name: try stanza.neededText("bond"), day: day, answers: answers)
  }

  /// None where the day is not among those that are shown.
  func placed(in calendar: DemoCalendar) -> [BondAnswer] {
    guard let day = calendar.day(ofStory: day), calendar.days.contains(day) else { return [] }
    return BondQuestion.allCases.compactMap { question in
      answers[question].flatMap { BondAnswer(question, $0, on: day) }
    }
  }
}

extension Stanza {
  /// Cases of an enum, by their raw values; none where the field is not there.
  fileprivate func choices<Choice: RawRepresentable<String>>(_ name: String) throws(ContentProblem) -> [Choice] {
    let texts = try texts(name)
    let choices = texts.compactMap(Choice.init)
    guard choices.count == texts.count else { throw problem(.oddValue, name) }
    return choices
  }
}

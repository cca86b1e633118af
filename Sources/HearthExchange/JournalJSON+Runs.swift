import FoundationEssentials
import HearthCore

/// Runs through practices, as members of a document. Names and values stand in `docs/formats.md`.
extension JournalJSON {
  static func members(of kept: KeptRun) -> [(name: String, value: String)] {
    let run = kept.run
    let all: [(String, String?)] = [
      ("id", JSONText.quoted(run.id)), ("practice", JSONText.quoted(run.practice)), ("version", "\(run.version)"),
      ("title", JSONText.quoted(run.title)), ("at", JSONText.quoted(run.startedAt.iso)),
      ("zone", JSONText.quoted(run.startedAt.zone)), ("day", JSONText.quoted(run.day.description)),
      ("finishedAt", run.finishedAt.map { JSONText.quoted($0.iso) }),
      ("finishedZone", run.finishedAt.map { JSONText.quoted($0.zone) }), ("place", run.place.map(JSONText.quoted)),
      ("asked", list(run.asked.map(members))),
      ("followUps", kept.followUps.isEmpty ? nil : list(kept.followUps.map(members))),
      ("readings", kept.readings.isEmpty ? nil : list(kept.readings.map(members))),
    ]
    return present(all)
  }

  private static func members(of asked: Asked) -> [(name: String, value: String)] {
    [("step", JSONText.quoted(asked.step)), ("question", JSONText.quoted(asked.question))]
      + (asked.words.isEmpty ? [] : [("words", JSONText.list(asked.words))]) + members(of: asked.answer)
  }

  private static func members(of answer: Answer) -> [(name: String, value: String)] {
    switch answer {
    case .number(let number): [("number", "\(number)")]
    case .option(let id): [("option", JSONText.quoted(id))]
    case .options(let ids): [("options", JSONText.list(ids))]
    case .items(let items):
      [("items", inline(items.sorted { $0.key < $1.key }.map { ($0.key, JSONText.quoted($0.value)) }))]
    case .text(let text): [("text", JSONText.quoted(text))]
    case .person(let name): [("person", JSONText.quoted(name))]
    case .timer(let minutes, let start): [("minutes", "\(minutes)"), ("startedAt", JSONText.quoted(start))]
    case .due(let due): members(of: due)
    case .entry(let id): [("entry", JSONText.quoted(id))]
    case .unsaid: [("unsaid", "true")]
    case .skipped: []
    }
  }

  private static func members(of due: Due) -> [(name: String, value: String)] {
    switch due {
    case .at(let instant): [("dueAt", JSONText.quoted(instant))]
    case .on(let day): [("dueDay", JSONText.quoted(day.description))]
    }
  }

  private static func members(of kept: KeptFollowUp) -> [(name: String, value: String)] {
    let followUp = kept.followUp
    let options = followUp.options.map { option in
      [
        ("id", JSONText.quoted(option.id)), ("text", JSONText.quoted(option.text)),
        ("offers", JSONText.list(followUp.offers[option.id] ?? [])),
      ]
    }
    return [("step", JSONText.quoted(followUp.id.step)), ("question", JSONText.quoted(followUp.question))]
      + (options.isEmpty ? [] : [("options", list(options))]) + members(of: followUp.due)
      + present([
        ("measure", followUp.measure.map(JSONText.quoted)), ("answer", kept.answer.map(JSONText.quoted)),
        ("answeredAt", kept.answeredAt.map(JSONText.quoted)), ("dismissedAt", kept.dismissedAt.map(JSONText.quoted)),
      ])
  }

  private static func members(of reading: Reading) -> [(name: String, value: String)] {
    [
      ("measure", JSONText.quoted(reading.measure)), ("value", "\(reading.value)"),
      ("at", JSONText.quoted(reading.stamp.iso)), ("zone", JSONText.quoted(reading.stamp.zone)),
      ("day", JSONText.quoted(reading.day.description)),
    ]
  }

  private static func present(_ all: [(String, String?)]) -> [(name: String, value: String)] {
    all.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func list(_ objects: [[(name: String, value: String)]]) -> String {
    "[" + objects.map(inline).joined(separator: ", ") + "]"
  }

  private static func inline(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { "\(JSONText.quoted($0.name)): \($0.value)" }.joined(separator: ", ") + "}"
  }
}

extension JSONText {
  /// An id, in small letters.
  fileprivate static func quoted(_ id: UUID) -> String { quoted(id.uuidString.lowercased()) }
}

import FoundationEssentials
import HearthCore

/// Runs through practices, as members of a document. Names and values stand in `docs/formats.md`.
extension JournalJSON {
  static func members(of kept: KeptRun) -> JSONText.Members {
    let run = kept.run
    return [
      ("id", JSONText.quoted(run.id)), ("practice", JSONText.quoted(run.practice)), ("version", .number(run.version)),
      ("title", JSONText.quoted(run.title)), ("at", JSONText.quoted(run.startedAt.iso)),
      ("zone", JSONText.quoted(run.startedAt.zone)), ("day", JSONText.quoted(run.day.description)),
      ("finishedAt", run.finishedAt.map { JSONText.quoted($0.iso) }),
      ("finishedZone", run.finishedAt.map { JSONText.quoted($0.zone) }), ("place", run.place.map(JSONText.quoted)),
      ("asked", .list(run.asked.map { .inline(members(of: $0)) })),
      ("followUps", kept.followUps.isEmpty ? nil : .list(kept.followUps.map { .inline(members(of: $0)) })),
      ("readings", kept.readings.isEmpty ? nil : .list(kept.readings.map { .inline(members(of: $0)) })),
    ]
  }

  private static func members(of asked: Asked) -> JSONText.Members {
    [("step", JSONText.quoted(asked.step)), ("question", JSONText.quoted(asked.question))]
      + [("words", asked.words.isEmpty ? nil : JSONText.list(asked.words))] + members(of: asked.answer)
  }

  private static func members(of answer: Answer) -> JSONText.Members {
    switch answer {
    case .number(let number): [("number", .number(number))]
    case .option(let id): [("option", JSONText.quoted(id))]
    case .options(let ids): [("options", JSONText.list(ids))]
    case .items(let items):
      [("items", .inline(items.sorted { $0.key < $1.key }.map { ($0.key, .quoted($0.value)) }))]
    case .text(let text): [("text", JSONText.quoted(text))]
    case .person(let name): [("person", JSONText.quoted(name))]
    case .timer(let minutes, let start): [("minutes", .number(minutes)), ("startedAt", JSONText.quoted(start))]
    case .due(let due): members(of: due)
    case .entry(let id): [("entry", JSONText.quoted(id))]
    case .unsaid: [("unsaid", .truth(true))]
    case .skipped: []
    }
  }

  private static func members(of due: Due) -> JSONText.Members {
    switch due {
    case .at(let instant): [("dueAt", JSONText.quoted(instant))]
    case .on(let day): [("dueDay", JSONText.quoted(day.description))]
    }
  }

  private static func members(of kept: KeptFollowUp) -> JSONText.Members {
    let followUp = kept.followUp
    let options = followUp.options.map { option in
      JSONText.inline([
        ("id", .quoted(option.id)), ("text", .quoted(option.text)),
        ("offers", .list(followUp.offers[option.id] ?? [])),
      ])
    }
    return [("step", JSONText.quoted(followUp.id.step)), ("question", JSONText.quoted(followUp.question))]
      + [("options", options.isEmpty ? nil : .list(options))] + members(of: followUp.due)
      + [
        ("measure", followUp.measure.map(JSONText.quoted)), ("answer", kept.answer.map(JSONText.quoted)),
        ("answeredAt", kept.answeredAt.map(JSONText.quoted)), ("dismissedAt", kept.dismissedAt.map(JSONText.quoted)),
      ]
  }

  private static func members(of reading: Reading) -> JSONText.Members {
    [
      ("measure", JSONText.quoted(reading.measure)), ("value", .number(reading.value)),
      ("at", JSONText.quoted(reading.stamp.iso)), ("zone", JSONText.quoted(reading.stamp.zone)),
      ("day", JSONText.quoted(reading.day.description)),
    ]
  }
}

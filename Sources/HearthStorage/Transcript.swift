import Foundation
import HearthCore

/// What was asked and answered in a run, as it stands in one column: only ever read together.
struct Transcript: Codable {
  fileprivate let lines: [Line]

  init(_ asked: [Asked]) { lines = asked.map(Line.init) }

  var asked: [Asked] { lines.map(\.asked) }

  init(_ bytes: Data) throws { self = try JSONDecoder().decode(Transcript.self, from: bytes) }

  var bytes: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return try encoder.encode(self)
    }
  }

  /// One question; of the members after `words` at most those of one answer are there, and none for a skip.
  fileprivate struct Line: Codable {
    var step: String
    var question: String
    var words: [String]?
    var number: Int?
    var option: String?
    var options: [String]?
    var items: [String: String]?
    var text: String?
    var person: String?
    var minutes: Int?
    /// Milliseconds, as everywhere in the journal.
    var startedAt: Int64?
    var dueAt: Int64?
    var dueDay: Int?
    var entry: UUID?
    var isUnsaid: Bool?
  }
}

extension Transcript.Line {
  fileprivate init(_ asked: Asked) {
    self.init(step: asked.step, question: asked.question, words: asked.words.isEmpty ? nil : asked.words)
    switch asked.answer {
    case .number(let number): self.number = number
    case .option(let id): option = id
    case .options(let ids): options = ids
    case .items(let answers): items = answers
    case .text(let words): text = words
    case .person(let name): person = name
    case .timer(let length, let start): (minutes, startedAt) = (length, start.milliseconds)
    case .due(.at(let instant)): dueAt = instant.milliseconds
    case .due(.on(let day)): dueDay = day.number
    case .entry(let id): entry = id
    case .unsaid: isUnsaid = true
    case .skipped: break
    }
  }

  fileprivate var asked: Asked { Asked(step: step, question: question, answer: answer, words: words ?? []) }

  private var answer: Answer {
    if let number { return .number(number) }
    if let option { return .option(option) }
    if let options { return .options(options) }
    if let items { return .items(items) }
    if let text { return .text(text) }
    if let person { return .person(person) }
    if let minutes, let startedAt { return .timer(minutes: minutes, startedAt: Instant(milliseconds: startedAt)) }
    if let dueAt { return .due(.at(Instant(milliseconds: dueAt))) }
    if let dueDay { return .due(.on(Day(number: dueDay))) }
    if let entry { return .entry(entry) }
    return isUnsaid == true ? .unsaid : .skipped
  }
}

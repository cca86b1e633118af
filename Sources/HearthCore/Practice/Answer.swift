import FoundationEssentials

/// What was answered to a step.
package enum Answer: Hashable, Sendable {
  case number(Int)
  /// The id of an option.
  case option(String)
  /// The ids of options; none is an answer too.
  case options([String])
  /// By the id of an item, the id of its answer; items that are left out stay open.
  case items([String: String])
  case text(String)
  /// A name, without `@`.
  case person(String)
  /// For how many minutes it was set, and since when it ran.
  case timer(minutes: Int, startedAt: Instant)
  case due(Due)
  /// What was written, by its id.
  case entry(UUID)
  case skipped
  /// Somebody would rather not say; as good an answer as any, and never counted as another.
  case unsaid

  /// What a condition calls a step or item without answer, `skipped`, whether it was passed over or not come to.
  package static let noAnswer = "skipped"
  /// What a condition calls `unsaid`; an option of this id means the same.
  package static let unsaidName = "unsaid"

  /// Whether something was said: not so for `skipped`, empty words and no items.
  package var saysSomething: Bool {
    switch self {
    case .skipped: false
    case .text(let text), .person(let text): !text.allSatisfy(\.isWhitespace)
    case .items(let items): !items.isEmpty
    default: true
    }
  }

  /// The text that was typed, a name included; nil for all other answers.
  package var typedText: String? {
    switch self {
    case .text(let text), .person(let text): text
    default: nil
    }
  }

  /// Whether it can be said to this step, as the practice is now.
  package func fits(_ step: Step) -> Bool {
    switch (self, step.kind) {
    case (.skipped, _), (.unsaid, _): true
    case (.number(let number), .scale(let measure)): measure.range.contains(number)
    case (.option(let id), .choice): step.offers(id)
    case (.options(let ids), .ticks): ids.allSatisfy(step.offers)
    case (.items(let items), .items): items.allSatisfy { step.hasItem($0.key) && step.offers($0.value) }
    case (.text, .text), (.person, .person), (.timer, .timer), (.due, .date), (.due, .followUp): true
    case (.entry, .compose): true
    default: false
    }
  }
}

extension Step {
  fileprivate func offers(_ id: String) -> Bool { options.contains { $0.id == id } }
  fileprivate func hasItem(_ id: String) -> Bool { items.contains { $0.id == id } }
}

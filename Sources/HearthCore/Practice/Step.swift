/// One screen of a practice: something to read, or one question.
package struct Step: Hashable, Sendable, Identifiable {
  /// What is asked, and what can be answered.
  package enum Kind: Hashable, Sendable {
    /// Something to read; nothing is answered.
    case card
    /// A number on this measure's range. Answered by `.number`.
    case scale(Measure)
    /// One of these. Answered by `.option`.
    case choice([Option])
    /// Any of these, also none. Answered by `.options`.
    case ticks([Option])
    /// A list of short sentences, all with the same answers. Answered by `.items`; each may stay open.
    case items([Option], answers: [Option])
    /// Words of one's own. Answered by `.text`.
    case text
    /// Somebody's name, known to the journal or not. Answered by `.person`.
    case person
    /// Some minutes with something to do in them. Answered by `.timer` once it was started.
    case timer(Timer)
    /// A day to come. Answered by `.due`.
    case date(Wait)
    /// An entry of its own. Answered by `.entry`.
    case compose
    /// A question for later: the step settles only when. Answered by `.due`; skipped, nobody asks. One that waits for
    /// the day of an earlier step is left out where that step has no answer.
    case followUp(Later)
  }

  /// Unique in the practice, items included. Where the file gives none it is made of the place: `step-3`.
  package let id: String
  package let kind: Kind
  /// The question, or what there is to read; for a follow-up, what will be asked then. With gaps for `Run.said`.
  package let text: String
  /// The same without a figure of speech; nil where the text has none. With gaps as in `text`.
  package let literal: String?
  /// A second line, dim: an example, how long an answer may be. With gaps as in `text`.
  package let hint: String?
  /// Nil where it is always asked.
  package let when: Practice.Condition?
  /// The measure its answer is a reading of: a scale's number; the place of a choice from 0; `measure/option` is 1 for
  /// each tick. Nil where the answer stays words.
  package let measure: String?
  /// A name under which items can be counted over several steps.
  package let tier: String?

  package init(
    id: String, _ kind: Kind, _ text: String, literal: String? = nil, hint: String? = nil,
    when: Practice.Condition? = nil,
    measure: String? = nil, tier: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.literal = literal
    self.hint = hint
    self.when = when
    self.measure = measure
    self.tier = tier
  }

  /// As it is asked where no figures of speech are wanted.
  package var plainly: Step {
    guard let literal else { return self }
    return Step(id: id, kind, literal, hint: hint, when: when, measure: measure, tier: tier)
  }

  /// The items of a list; none in any other kind.
  package var items: [Option] {
    if case .items(let items, _) = kind { items } else { [] }
  }

  /// What can be chosen, in the order of the file; empty where nothing is chosen from.
  package var options: [Option] {
    switch kind {
    case .choice(let options), .ticks(let options), .items(_, let options): options
    case .followUp(let later): later.options
    default: []
    }
  }

  /// How long a date or a follow-up waits; nil for any other kind.
  package var wait: Wait? {
    switch kind {
    case .date(let wait): wait
    case .followUp(let later): later.wait
    default: nil
    }
  }
}

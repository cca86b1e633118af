/// Chooses the prompt of a day. The same day, seed and history always give the same one; there is no chance in it.
///
/// What the person wants to understand comes about three times as often as the rest. Those seen most recently rest, as
/// does for ever what was dismissed. A question that can weigh comes by itself only to someone who wants to understand
/// what it is about.
package struct QuestionOfTheDay: Sendable {
  private let prompts: [Prompt]
  private let day: Day
  private let seed: UInt64
  private let recent: [(Day, String)]
  private let wanted: Set<String>

  /// - Parameters:
  ///   - seed: a number drawn once for a journal, so that two people do not meet the same questions on the same days.
  ///   - dismissed: ids of prompts never to be shown again.
  ///   - recent: which prompt was shown on which day, newest first.
  ///   - interests: the categories the person would like to understand.
  package init(
    prompts: [Prompt], day: Day, seed: UInt64, dismissed: Set<String>, recent: [(Day, String)], interests: Set<String>
  ) {
    self.prompts = prompts.filter { prompt in
      !dismissed.contains(prompt.id) && (prompt.note == nil || !interests.isDisjoint(with: prompt.categories))
    }
    self.day = day
    self.seed = seed
    self.recent = recent
    wanted = interests
  }

  /// The prompt the day begins with, whatever was shown on it since. Nil where none is left.
  package var first: Prompt? { ranked(rested).first }

  /// Another one in place of `current`: first those not yet shown on this day, then round again. Nil where there is no
  /// other.
  package func next(after current: String) -> Prompt? {
    let shownToday = Set(recent.filter { $0.0 == day }.map(\.1))
    let fresh = prompts.filter { $0.id != current && !shownToday.contains($0.id) }
    let freshAndRested = rested.filter(fresh.contains)
    return ranked(freshAndRested.isEmpty ? fresh : freshAndRested).first
      ?? prompts.filter { $0.id != current }.max { age(of: $0) < age(of: $1) }
  }

  /// Without the half of the prompts that was seen most recently.
  private var rested: [Prompt] {
    let ids = Set(prompts.map(\.id))
    let seen = recent.filter { $0.0 < day }.map(\.1).uniqued().filter(ids.contains)
    let resting = Set(seen.prefix(prompts.count / 2))
    return prompts.filter { !resting.contains($0.id) }
  }

  /// How many others were shown since.
  private func age(of prompt: Prompt) -> Int { recent.firstIndex { $0.1 == prompt.id } ?? recent.count }

  /// Each prompt draws one ticket, or three when it is wanted, and the lowest wins: three times the chance, without a
  /// chance.
  private func ranked(_ prompts: [Prompt]) -> [Prompt] {
    prompts.map { (prompt: $0, ticket: lowestTicket(of: $0)) }
      .sorted { ($0.ticket, $0.prompt.id) < ($1.ticket, $1.prompt.id) }
      .map(\.prompt)
  }

  private func lowestTicket(of prompt: Prompt) -> UInt64 {
    let tickets: UInt64 = wanted.isDisjoint(with: prompt.categories) ? 1 : 3
    return (1...tickets).map { ticket($0, of: prompt.id) }.min() ?? 0
  }

  /// FNV-1a over the id, stirred with seed, day and number by throws of dice. Swift's own hash differs with every start.
  private func ticket(_ number: UInt64, of id: String) -> UInt64 {
    let name = id.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return stirred(stirred(stirred(name ^ seed) &+ UInt64(bitPattern: Int64(day.number))) &+ number)
  }

  private func stirred(_ value: UInt64) -> UInt64 {
    var dice = Dice(seed: value)
    return dice.next()
  }
}

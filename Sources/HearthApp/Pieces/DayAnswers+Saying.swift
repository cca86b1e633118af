import HearthContent
import HearthCore

extension DayAnswers {
  /// A check-in on a line: its mood in words, then the scales with their numbers, then what was ticked.
  func said(_ checkIn: CheckIn, _ words: Words) -> String {
    let measures = fields.filter { !$0.isTicks }.flatMap(\.measures)
    let scales = measures.compactMap { measure -> String? in
      guard measure.id != "mood", let value = checkIn.answers[measure.id].map({ Int($0) }) else { return nil }
      let word = measure.words.isEmpty ? words.number(value) : measure.word(for: value) ?? words.number(value)
      return "\(measure.title.lowercased()) \(word)"
    }
    let ticks = fields.filter(\.isTicks).flatMap(\.measures)
      .filter { checkIn.answers[$0.id] != nil }.map { $0.title.lowercased() }
    return ([checkIn.mood.map { words.mood($0) }].compactMap(\.self) + scales + ticks).joined(separator: " · ")
  }
}

extension Words {
  /// A moment on a line: what it was, with whom, how long, how it felt.
  func said(_ moment: Moment) -> String {
    let felt = moment.felt.map { self[MomentRows.feelings[$0 + 2]] }
    let minutes = moment.minutes.map { self[.todayMinutes, ["n": number($0)]] }
    let names = moment.with.isEmpty ? nil : moment.with.joined(separator: ", ")
    return [self.moment(moment.kind), names, minutes, felt].compactMap(\.self).joined(separator: " · ")
  }
}

extension CheckInField {
  fileprivate var isTicks: Bool { if case .ticks = kind { true } else { false } }
}

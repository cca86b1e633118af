import Canvas
import HearthContent
import HearthCore

extension PersonPage {
  /// The page as lines, not yet wrapped. What is blank is left out.
  package func lines(_ words: Words, today: Day) -> [Line] {
    head(words) + contact(words, today) + said(words) + touchpoints(words, today) + bondLines(words, today)
  }

  /// Without styles, each line with a line break after it.
  package func text(_ words: Words, today: Day) -> String { lines(words, today: today).map { $0.text + "\n" }.joined() }

  private func head(_ words: Words) -> [Line] {
    let marks = [person.circle.map { words[$0.name] }, person.kind.map { words[$0.name] }].compactMap(\.self)
    let states = [
      person.isRemembered ? words[.personRemembered] : nil,
      person.isAtRest ? words[.personResting] : nil,
    ]
    let traits = Person.Trait.allCases.filter(person.traits.contains).map { words[$0.name] }
    let lines = [
      marks, person.aliases.isEmpty ? [] : [words[.personAlso, ["names": person.aliases.joined(separator: ", ")]]],
      traits,
    ]
    .filter { !$0.isEmpty }.map { Line($0.joined(separator: " · "), .dim) }
    return [Line(person.name, .heading)] + lines + states.compactMap(\.self).map { Line($0) }
  }

  private func contact(_ words: Words, _ today: Day) -> [Line] {
    var lines = [Line()]
    lines.append(
      Line(
        words.lastContact(lastContact, today: today).map { words[.personLast, ["when": $0]] } ?? words[.personNoContact]
      ))
    if mentions > 0 { lines.append(Line(words.count(mentions, .personMention, .personMentions))) }
    if moments > 0 { lines.append(Line(words.count(moments, .personMoment, .personMoments))) }
    if !felt.isEmpty {
      let told = felt.map { words[Self.feelings[min(max($0, -2), 2) + 2]] }.joined(separator: ", ")
      lines.append(Line(words[.personFelt, ["felt": told]]))
    }
    return lines
  }

  private static let feelings: [Word] = [.feltDrained, .feltTired, .feltNeither, .feltLighter, .feltSettled]

  private func said(_ words: Words) -> [Line] {
    let needs = Need.allCases.filter(person.needs.contains).map { words[$0.name] }.joined(separator: ", ")
    let parts: [(Word, String)] = [
      (.personRole, person.role), (.personValue, person.value), (.personNeeds, needs),
      (.personContexts, person.contexts), (.personRubsOff, person.rubsOff), (.personNotes, person.notes),
    ]
    let lines = parts.filter { !$0.1.isEmpty }.map { label, text in
      var line = Line(words[label] + "  ", .dim)
      line.append(text)
      return line
    }
    return lines.isEmpty ? [] : [Line()] + lines
  }

  private func touchpoints(_ words: Words, _ today: Day) -> [Line] {
    guard !rhythms.isEmpty else { return [] }
    let lines = rhythms.flatMap { rhythm in
      let isQuiet = rhythm.touchpoint.isAtRest || person.isQuiet
      let said = isQuiet ? words[.touchAtRest] : words.sentence(rhythm, on: today)
      return [Line(words.title(of: rhythm)), Line("  " + said, .dim)]
    }
    return [Line(), Line(words[.touchTitle], .heading)] + lines
  }

  /// Only against their own past, and not at all while there is rest.
  private func bondLines(_ words: Words, _ today: Day) -> [Line] {
    guard !bond.isEmpty, !person.isQuiet else { return [] }
    let lines = BondState.all(bond).flatMap { state in
      let course = words.course(state).map { " · " + $0 } ?? ""
      var line = Line("  " + words.told(state.last))
      line.append(course, .dim)
      return [Line(words[state.last.question.question], .dim), line]
    }
    let last = bond.map(\.day).max().map { [Line(words[.bondLast, ["when": words.ago($0, today: today)]], .dim)] } ?? []
    return [Line(), Line(words[.bondTitle], .heading)] + lines + last
  }
}

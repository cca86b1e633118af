import Canvas
import HearthContent
import HearthCore

extension PersonPage {
  /// The page as lines, not yet wrapped. What is blank is left out.
  /// - Parameter columns: where there are enough, labels stand in one column and what they are about in another.
  package func lines(_ words: Words, today: Day, columns: Int = 0) -> [Line] {
    let isWide = columns >= 60
    return head(words) + contact(words, today) + said(words, isWide) + touchpoints(words, today)
      + bondLines(words, today, isWide) + momentLines(words, today, isWide)
  }

  /// A label and what belongs to it, which hangs in its own column.
  private static func row(_ label: String, _ value: Line, at column: Int) -> Line {
    // A longer label is not run together with what follows it.
    let padded = label.padded(to: column - 2)
    var line = Line("  " + (padded.last?.isWhitespace == false ? padded + " " : padded), .dim)
    line.append(value)
    line.hang = column
    return line
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

  private func said(_ words: Words, _ isWide: Bool) -> [Line] {
    let needs = Need.allCases.filter(person.needs.contains).map { words[$0.name] }.joined(separator: ", ")
    let parts: [(Word, String)] = [
      (.personRole, person.role), (.personValue, person.value), (.personNeeds, needs),
      (.personContexts, person.contexts), (.personRubsOff, person.rubsOff), (.personNotes, person.notes),
    ]
    let lines = parts.filter { !$0.1.isEmpty }.map { label, text in
      if isWide { return Self.row(words[label], Line(text), at: 24) }
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
  private func bondLines(_ words: Words, _ today: Day, _ isWide: Bool) -> [Line] {
    guard !bond.isEmpty, !person.isQuiet else { return [] }
    let states = BondState.all(bond)
    let widest = states.map { TextWidth.columns(of: words[$0.last.question.question]) }.max() ?? 0
    let lines = states.flatMap { state in
      let question = words[state.last.question.question]
      var told = Line(words.told(state.last))
      told.append(words.course(state).map { " · " + $0 } ?? "", .dim)
      if isWide { return [Self.row(question, told, at: max(24, min(36, widest + 4)))] }
      var line = Line("  ")
      line.append(told)
      return [Line(question, .dim), line]
    }
    let last = bond.map(\.day).max().map { [Line(words[.bondLast, ["when": words.ago($0, today: today)]], .dim)] } ?? []
    return [Line(), Line(words[.bondTitle], .heading)] + lines + last
  }

  /// As they stand on the pages of their days, and not at all while there is rest.
  private func momentLines(_ words: Words, _ today: Day, _ isWide: Bool) -> [Line] {
    guard !lastMoments.isEmpty, !person.isQuiet else { return [] }
    let column = isWide ? 15 : 4
    let lines = lastMoments.flatMap { moment in
      let day = words.shortDay(moment.day, today: today) + "  "
      let told = Self.row(day, Line(said(moment, words)), at: column)
      return [told] + (moment.line.isEmpty ? [] : [Self.row("", Line(moment.line, .dim), at: column)])
    }
    return [Line(), Line(words[.personLastMoments], .heading)] + lines
  }

  /// Where nobody else was there, the name of the page is not said again.
  private func said(_ moment: Moment, _ words: Words) -> String {
    var moment = moment
    if moment.with == [person.name] { moment.with = [] }
    return words.said(moment)
  }
}

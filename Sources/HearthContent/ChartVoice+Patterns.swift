import HearthCore

extension ChartVoice {
  /// `Time with others and mood`
  package func name(of question: PatternQuestion) -> String {
    words[.patternPair, ["x": name(of: question.x), "y": name(of: question.y)]]
  }

  /// `Mood, the day after`
  package func next(_ measure: Measure.ID) -> String { words[.patternRowNext, ["what": name(of: measure)]] }

  private func name(of measure: Measure.ID) -> String {
    switch measure {
    case PatternQuestion.minutes: words[.patternMinutes]
    case PatternQuestion.quality: words[.patternQuality]
    case PatternQuestion.otherTime: words[.patternOtherTime]
    case PatternQuestion.passive: words[.numberPassive]
    default: label(.measure(measure))
    }
  }

  /// Whether days of the body count, and how many there are; nil where there are none.
  package func bodyDays(_ board: PatternBoard) -> String? {
    guard board.bodyDays > 0 else { return nil }
    let count = words.count(board.bodyDays, .patternBodyDay, .patternBodyDays)
    return words[board.leavesOutBodyDays ? .patternLeftOut : .patternCounted, ["days": count]]
  }

  /// What may be said of a question: on the same day, then over a night in both directions, and, where anything was
  /// found, what else it could be.
  package func sentences(_ finding: PatternBoard.Finding) -> [String] {
    let (x, y) = (name(of: finding.question.x), name(of: finding.question.y))
    let lines = [
      words[.patternSameDay, ["said": said(finding.sameDay)]],
      words[.patternOverNight, ["x": x, "y": y, "said": said(finding.forth)]],
      words[.patternOverNight, ["x": y, "y": x, "said": said(finding.back)]],
    ]
    let all = [finding.sameDay, finding.forth, finding.back]
    // Too little is said once, not three times.
    if all.allSatisfy({ $0.level <= .thin }) { return [lines[0]] }
    return lines + (all.contains { $0.level >= .maybe } ? [words[.patternEitherWay]] : [])
  }

  private func said(_ statement: PatternBoard.Statement) -> String {
    let days = ["n": words.number(statement.pairs), "all": words.number(statement.found.days)]
    switch statement.level {
    case .charts: return words[.patternCharts, days]
    case .early: return words[.patternEarly, days]
    case .thin: return words[.patternThin, days]
    case .unclear: return words[.patternUnclear]
    case .maybe, .steady: return found(statement) ?? words[.patternUnclear]
    }
  }

  /// Nil where there is no number now, whatever was said before.
  private func found(_ statement: PatternBoard.Statement) -> String? {
    guard let link = statement.found.rho, let range = statement.found.interval else { return nil }
    let numbers = words[
      .patternNumbers,
      [
        "n": words.number(statement.found.pairs), "link": number(link), "low": number(range.lowerBound),
        "high": number(range.upperBound),
      ]]
    let isSteady = statement.level == .steady
    let word: Word =
      link < 0
      ? (isSteady ? .patternSteadyLower : .patternMaybeLower) : (isSteady ? .patternSteadyHigher : .patternMaybeHigher)
    return words[word, ["numbers": numbers]]
  }
}

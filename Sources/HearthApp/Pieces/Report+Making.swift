import HearthContent
import HearthCore

extension Report {
  /// Puts a report together, in words.
  ///
  /// - Parameters:
  ///   - fields: what a check-in can ask, in its order.
  ///   - figures: charts of the same days; where there are none, tables say it.
  package init(
    _ notes: ReportNotes, _ request: ReportRequest, fields: [CheckInField], figures: [Block] = [], words: Words,
    today: Day, weekStart: Int = 1
  ) {
    let maker = ReportMaker(
      notes: notes, request: request, words: words, weekStart: weekStart,
      names: CoveredNames(
        notes.people, as: request.names, someone: words[.reportSomeone], in: notes.texts(request.parts)))
    self.init(
      title: words[.reportTitle, ["from": words.date(notes.days.lowerBound), "to": words.date(notes.days.upperBound)]],
      lead: maker.lead(today), sections: maker.sections(fields, figures), foot: words[.reportFoot])
  }
}

/// Says what a report holds.
private struct ReportMaker {
  let notes: ReportNotes
  let request: ReportRequest
  let words: Words
  let weekStart: Int
  let names: CoveredNames

  func lead(_ today: Day) -> [String] {
    let covered: Word =
      switch request.names {
      case .initials: .reportInitials
      case .aliases: .reportAliases
      case .none: .reportNoNames
      }
    return [
      words[.reportWritten, ["date": words.date(today)]], words[.reportIsNot],
      words.counts(notes.counts, of: notes.days),
      words[covered],
    ]
  }

  func sections(_ fields: [CheckInField], _ figures: [Report.Block]) -> [Report.Section] {
    var sections: [Report.Section?] = []
    if request.parts.contains(.charts) {
      sections += [figures.isEmpty ? nil : Report.Section(words[.reportCharts], figures), answers(fields), moments]
    }
    sections.append(people)
    if request.parts.contains(.practices) { sections.append(practices) }
    if request.parts.contains(.entries) { sections.append(entries) }
    return sections.compactMap(\.self)
  }

  // MARK: Numbers

  /// Tables of at most so many columns beside the date fit a page.
  private static let columns = 6

  private func answers(_ fields: [CheckInField]) -> Report.Section {
    let scales = fields.compactMap { field -> Measure? in
      if case .scale(let measure) = field.kind { measure } else { nil }
    }
    let stretches = notes.days.stretches(weekStart: weekStart)
    let known = MeasureTable(notes.readings, of: scales, in: []).measures
    let tables: [Report.Block] = stride(from: 0, to: known.count, by: Self.columns).map { first in
      table(Array(known[first..<min(first + Self.columns, known.count)]), stretches)
    }
    let chosen: [String] = fields.compactMap(counted)
    let blocks = tables + (chosen.isEmpty ? [] : [.list(chosen)])
    return Report.Section(words[.reportAnswers], blocks.isEmpty ? [.text(words[.reportNoAnswers])] : blocks)
  }

  private func table(_ measures: [Measure], _ stretches: [ClosedRange<Day>]) -> Report.Block {
    let table = MeasureTable(notes.readings, of: measures, in: stretches)
    let head =
      [words[.reportWhen]] + table.measures.map { "\($0.title) (\($0.range.lowerBound)–\($0.range.upperBound))" }
    let rows = table.rows.filter { $0.cells.contains { $0.count > 0 } }.map { row in
      [said(row.days)] + row.cells.map(said)
    }
    return .table(head: head, rows: rows)
  }

  private func said(_ cell: MeasureTable.Cell) -> String {
    if cell.count == 0 { return "" }
    let mean = cell.mean.map { mean in
      let tenths = Int((abs(mean) * 10).rounded())
      return "\(mean < 0 && tenths > 0 ? "−" : "")\(tenths / 10).\(tenths % 10)"
    }
    return "\(mean ?? "–") (n \(cell.count))"
  }

  /// A month by its name where it is whole, else the first and the last day.
  private func said(_ days: ClosedRange<Day>) -> String {
    let first = days.lowerBound
    if first == first.month, days.upperBound == first.lastOfMonth {
      return words.monthAndYear(first)
    }
    return words[
      .reportSpan,
      [
        "from": words.shortDay(first, today: notes.days.upperBound.adding(days: 400)),
        "to": words.shortDay(days.upperBound, today: notes.days.upperBound.adding(days: 400)),
      ]]
  }

  /// How often each word of a choice was chosen, or each thing ticked; nil where none was.
  private func counted(_ field: CheckInField) -> String? {
    let counts: [(String, Int)] =
      switch field.kind {
      case .scale: []
      case .choice(let measure):
        measure.range.map { value in
          (measure.word(for: value) ?? String(value), count { $0.measure == measure.id && Int($0.value) == value })
        }
      case .ticks(let measures):
        measures.map { measure in (measure.title, count { $0.measure == measure.id }) }
      }
    let said = counts.filter { $0.1 > 0 }.map { "\($0.0) \(words.number($0.1))" }
    return said.isEmpty ? nil : words[.reportCounted, ["what": field.title, "counts": said.joined(separator: ", ")]]
  }

  private func count(_ isMeant: (Reading) -> Bool) -> Int { notes.readings.count(where: isMeant) }

  /// Never by person.
  private var moments: Report.Section? {
    let moments = notes.moments.filter(\.kind.isContact)
    guard !moments.isEmpty else { return nil }
    let kinds = Moment.Kind.allCases.compactMap { kind -> String? in
      let count = moments.count { $0.kind == kind }
      return count == 0 ? nil : "\(words.moment(kind)): \(words.number(count))"
    }
    let felt = zip(Moment.feltRange, Self.feelings).compactMap { value, word -> String? in
      let count = moments.count { $0.felt == value }
      return count == 0 ? nil : "\(words[word]) \(words.number(count))"
    }
    let afterwards = felt.isEmpty ? [] : [words[.reportAfterwards, ["felt": felt.joined(separator: ", ")]]]
    return Report.Section(words[.reportMoments], [.list(kinds)] + afterwards.map(Report.Block.text))
  }

  private static let feelings: [Word] = [.feltDrained, .feltTired, .feltNeither, .feltLighter, .feltSettled]

  // MARK: People

  /// Who is spoken of, in the order of the alphabet, with no number beside anybody.
  private var people: Report.Section? {
    let named = notes.named
    guard request.names != .none, !named.isEmpty else { return nil }
    let lines = named.map { person in
      let marks =
        [person.kind.map { words[$0.name] }, person.circle.map { words[$0.name].lowercased() }]
        .compactMap(\.self) + (person.isRemembered ? [words[.reportRemembered]] : [])
      return ([names.name(person.name)] + marks).joined(separator: " · ")
    }
    return Report.Section(words[.reportPeople], [.list(lines)])
  }

  // MARK: Words of the person's own

  private var practices: Report.Section? {
    guard !notes.runs.isEmpty else { return nil }
    let pages = notes.runs.map { kept in
      let later = kept.followUps.compactMap { later in
        later.answer.map { id in
          Report.Answered(
            names.covered(later.followUp.question), later.followUp.options.first { $0.id == id }?.text ?? id)
        }
      }
      // When something was to come back says nothing to others.
      let left = Set(kept.followUps.map(\.id.step))
      let asked = kept.run.asked.filter { !left.contains($0.step) }
      return Report.Page(
        kept.run.title, details: [words.fullDate(kept.run.day)], answers: asked.compactMap(answered) + later)
    }
    return Report.Section(words[.reportPractices], pages.map(Report.Block.page))
  }

  /// Nil where nothing was said.
  private func answered(_ asked: Asked) -> Report.Answered? {
    let answer: String? =
      switch asked.answer {
      case .text(let text): names.covered(text)
      case .person(let name): names.name(name)
      case .number(let number): ([String(number)] + asked.words).joined(separator: " · ")
      case .option, .options, .items: asked.words.joined(separator: "\n")
      case .timer(let minutes, _): words.count(minutes, .practiceMinute, .practiceMinutes)
      case .due(.on(let day)): words.date(day)
      case .due(.at), .entry, .skipped, .unsaid: nil
      }
    guard let answer, !answer.allSatisfy(\.isWhitespace) else { return nil }
    return Report.Answered(names.covered(asked.question), answer)
  }

  private var entries: Report.Section? {
    guard !notes.entries.isEmpty else { return nil }
    let pages = notes.entries.map { entry in
      let mood = entry.mood.map { words[.reportMood, ["mood": words.mood($0)]] }
      let when = "\(words.fullDate(entry.stamp.calendarDay)), \(words.clock(entry.stamp))"
      return Report.Page(
        when, details: [mood].compactMap(\.self), answers: [Report.Answered(nil, names.covered(entry.text.trimmed))])
    }
    return Report.Section(words[.reportEntries], pages.map(Report.Block.page))
  }
}

extension Words {
  /// How much a report of some days has to go by.
  package func counts(_ counts: ReportNotes.Counts, of days: ClosedRange<Day>) -> String {
    self[
      .reportCounts,
      [
        "answered": number(counts.days), "days": number(days.upperBound.number - days.lowerBound.number + 1),
        "moments": number(counts.moments), "entries": number(counts.entries), "practices": number(counts.runs),
      ]]
  }
}

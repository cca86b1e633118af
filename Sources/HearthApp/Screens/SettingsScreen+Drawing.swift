import Canvas
import HearthContent
import HearthCore

extension SettingsScreen {
  /// Something that can be set, or what is said about it.
  struct Part {
    var row: Row?
    var lines: [Line]
    /// Stands further left than what can be set.
    var isHeading = false
  }

  package func draw(on frame: inout Frame, in body: Rect, _ context: Context) {
    let page = page(in: body, context)
    let foot = naming.map { min($0.height(columns: page.rect.columns, context.words), page.rect.rows) } ?? 0
    page.list.draw(on: &frame, in: page.rect.dropBottom(foot)) { index, _, frame, place in
      let part = page.parts[index]
      let shift = part.isHeading ? 2 : 0
      for (row, line) in part.lines.enumerated() {
        let columns = place.columns + shift
        line.truncated(to: columns).draw(
          on: &frame, at: Point(column: place.column - shift, row: place.row + row), limit: columns)
      }
    }
    // Last: the cursor is where one types.
    naming?.draw(on: &frame, in: page.rect.bottom(foot), context.words)
  }

  /// What stands at a place of the screen.
  func row(at point: Point, in context: Context) -> Row? {
    let page = page(in: Chrome.body(of: context.size), context)
    return page.list.index(at: point, in: page.rect).flatMap { page.list.rows[$0].id }
  }

  func page(in body: Rect, _ context: Context) -> (parts: [Part], list: ListView<Row>, rect: Rect) {
    let rect = Flow(body).rest
    let parts = parts(columns: max(1, rect.columns - 2), isRoomy: body.rows >= 20, context)
    var list = ListView(parts.map { ListView<Row>.Row($0.row, height: $0.lines.count) })
    list.select(row)
    return (parts, list, rect)
  }

  private func parts(columns: Int, isRoomy: Bool, _ context: Context) -> [Part] {
    let words = context.words
    let gap = isRoomy ? [Part(lines: [Line()])] : []
    func said(_ word: Word, _ style: Style = .dim, isHeading: Bool = true) -> Part {
      let width = columns + (isHeading ? 2 : 0)
      return Part(lines: words[word].wrapped(to: width).map { Line($0, style) }, isHeading: isHeading)
    }
    func group(_ heading: Word, _ rows: [Part], saying why: Word? = nil) -> [Part] {
      gap + [said(heading, .heading)] + rows + (why.map { [said($0, isHeading: false)] } ?? [])
    }
    let day = turning(.dayEnd, words.clock(minute: settings.dayEnd.minute))
    return group(.settingsInterests, interests(words))
      + group(.settingsDayEnd, [day], saying: .settingsDayEndWhy)
      + group(.settingsOnToday, today(words)) + group(.settingsSteps, steps(words), saying: .settingsStepsWhy)
      + group(.settingsWeek, Marker.allCases.map { marker($0, words) }, saying: .settingsWeekWhy)
      + group(.settingsSpeech, speech(words)) + group(.settingsSafety, safety(context))
      + group(.settingsCheck, check(words)) + gap + [said(.settingsConfig)]
  }

  private func interests(_ words: Words) -> [Part] {
    Interest.allCases.enumerated().map { place, interest in
      tick(.interest(interest), settings.interests.contains(interest), "\(place + 1) ", words[interest.word])
    }
  }

  private func today(_ words: Words) -> [Part] {
    [
      tick(.bringsBack, settings.bringsBack, "", words[.settingsBringsBack]),
      door(.hushed, words[.settingsHushed]), tick(.showsRhythm, settings.showsRhythm, "", words[.settingsShowsRhythm]),
      tick(.invites, settings.invites, "", words[.settingsInvites]),
      tick(.lowEnergy, settings.lowEnergy.isEveryDay, "", words[.settingsLowEnergy]),
      door(.fields, words[.settingsFields]),
      tick(.asksMonthly, settings.asksMonthly, "", words[.settingsAsksMonthly]),
    ]
  }

  private func steps(_ words: Words) -> [Part] {
    let leaning = settings.leaning
    func some(_ count: Int) -> String { count == 0 ? words[.settingsNone] : words.number(count) }
    return [
      turning(.pace, words[leaning.pace.word]), door(.drains, words[.settingsDrains], some(leaning.drains.count)),
      door(.surroundings, words[.settingsSurroundings], some(leaning.surroundings.count)),
    ]
  }

  private func marker(_ marker: Marker, _ words: Words) -> Part {
    let range = settings.markers[marker]
    let said =
      range.map { range in
        range.least == range.most
          ? words.number(range.least)
          : words[.settingsFromTo, ["from": words.number(range.least), "to": words.number(range.most)]]
      } ?? words[.settingsNotTold]
    return door(.marker(marker), words[marker.word], said)
  }

  private func speech(_ words: Words) -> [Part] {
    [
      tick(.speaksPlainly, settings.speaksPlainly, "", words[.settingsSpeaksPlainly]),
      tick(.reducesMotion, settings.reducesMotion, "", words[.settingsReducesMotion]),
      door(.moods, words[.settingsMoods], settings.moodNames.joined(separator: " · ")),
    ]
  }

  private func check(_ words: Words) -> [Part] {
    [
      tick(.showsCheck, !settings.hidesCheck, "", words[.settingsShowsCheck]),
      door(.checkName, words[.settingsCheckName], settings.checkName ?? ""),
      tick(.showsCheckNotice, !settings.skipsCheckNotice, "", words[.settingsShowsCheckNotice]),
    ]
  }

  /// What keeps others out, and the journal whole.
  private func safety(_ context: Context) -> [Part] {
    let words = context.words
    let kept = context.safekeeping ?? Safekeeping()
    let newest = kept.newestBackup.map { words.shortDay($0, today: context.today) } ?? words[.settingsNone]
    let lock =
      settings.lockAfter == 0
      ? words[.settingsNever] : words.count(settings.lockAfter, .settingsMinute, .settingsMinutes)
    return [
      door(.passphrase, words[.settingsPassphrase], words[kept.isSealed ? .settingsIsSet : .settingsNone]),
      door(.recovery, words[.settingsRecovery], words[kept.hasRecovery ? .settingsIsSet : .settingsNone]),
      Part(
        row: .lockAfter,
        lines: [Line("    \(words[.settingsLockAfter, ["time": "‹ \(lock) ›"]])", style(of: .lockAfter))]),
      tick(.leavesOnEscape, settings.leavesOnEscape, "", words[.settingsLeavesOnEscape]),
      tick(.covers, settings.covers, "", words[.settingsCovers]),
      door(.backups, words[.settingsBackups], newest), door(.everything, words[.settingsEverything]),
    ]
  }

  // MARK: One row

  private func door(_ row: Row, _ label: String, _ state: String = "") -> Part {
    var line = Line("    \(label) …", style(of: row))
    if !state.isEmpty { line.append("  \(state)", .dim) }
    return Part(row: row, lines: [line])
  }

  private func turning(_ row: Row, _ value: String) -> Part {
    Part(row: row, lines: [Line("‹ \(value) ›", style(of: row))])
  }

  private func tick(_ each: Row, _ isOn: Bool, _ digit: String, _ label: String) -> Part {
    var line = Line(digit, .dim)
    line.append(isOn ? "[✓] " : "[ ] ", isOn ? .accent : .dim)
    line.append(label, style(of: each))
    return Part(row: each, lines: [line])
  }

  private func style(of each: Row) -> Style { each == row ? .text.with(.bold) : .text }
}

extension Pace {
  fileprivate var word: Word {
    switch self {
    case .none: .settingsPaceNone
    case .small: .settingsPaceSmall
    case .person: .settingsPacePerson
    case .more: .settingsPaceMore
    }
  }
}

import HearthCore

extension Words {
  /// `United Kingdom`; the code itself for a country that has no name here.
  package func country(_ code: String) -> String { Self.countries[code].map { self[$0] } ?? code }

  /// The countries that can be chosen, by name.
  package func countries(of directory: SupportDirectory) -> [(code: String, name: String)] {
    directory.countries.map { ($0, country($0)) }.sorted { $0.1 < $1.1 }
  }

  package func heading(of need: SupportLine.Need) -> String { self[Self.needs[need] ?? .supportNeedCrisis] }

  /// How a line is reached: `call 0800 027 1234`, `text HOME to 741741`. No-break spaces hold each together, so that
  /// no number is broken where a row ends.
  package func ways(of line: SupportLine) -> [String] { line.contacts.map(way) }

  /// The same within a sentence: `call 988, text 988, chat: 988lifeline.org`
  package func contacts(of line: SupportLine) -> String { ways(of: line).joined(separator: ", ") }

  /// What stands beside a line, each in a few words: when, for whom, where, what it costs, how far it has been checked.
  /// - Parameter common: what is said elsewhere, of many lines at once.
  package func notes(on line: SupportLine, beside common: [String] = []) -> [String] {
    let isSaid = [country(line.country), line.service, line.forWhom ?? ""].contains { $0.contains(line.coverage) }
    let whereItAnswers = isSaid ? nil : line.coverage
    let hours = line.hours ?? (line.hasPrice ? self[.supportHoursUnknown] : nil)
    let limits = limits(line).compactMap(\.self).filter { !common.contains($0) }
    return [hours, line.forWhom, whereItAnswers].compactMap(\.self) + limits
  }

  /// What more than one line has in common: the usual cost, what the bill usually shows, the usual check.
  package func commonNotes(on lines: [SupportLine]) -> [String] {
    let all = lines.map(limits)
    return (all.first ?? []).indices.compactMap { kind in
      let counts = Dictionary(grouping: all.compactMap { $0[kind] }) { $0 }.mapValues(\.count)
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return most.flatMap { $0.value > 1 ? $0.key : nil }
    }
  }

  /// Cost, bill, check; nil where there is nothing to say of it. Nobody in danger is to think of the bill.
  private func limits(_ line: SupportLine) -> [String?] {
    if line.needs.contains(.emergency) { return [nil, nil, check(of: line)] }
    return [line.hasPrice ? cost(of: line) : nil, line.hasPrice ? bill(of: line) : nil, check(of: line)]
  }

  /// The plain words for someone who thinks of ending their life, in paragraphs: a line first, then someone near, then
  /// how to begin. No method is ever named.
  ///
  /// - Parameter country: the chosen one; nil, or one without a crisis line, leads to the directories.
  package func endingLife(_ directory: SupportDirectory, country: String?) -> [String] {
    let crisis = country.flatMap(directory.firstCrisisLine).map { name($0, in: .supportLifeLine) }
    let directories = directory.firstDirectory.map { name($0, in: .supportLifeNoLine) }
    let emergency = country.flatMap(directory.emergencyLine).map { name($0, in: .supportLifeEmergency) }
    return [
      crisis ?? directories, emergency ?? self[.supportLifeEmergencyUnknown], self[.supportLifeSomeone],
      self[.supportLifeStart],
    ].compactMap(\.self)
  }

  // MARK: Parts

  private func name(_ line: SupportLine, in sentence: Word) -> String {
    self[sentence, ["service": line.service, "contact": contacts(of: line)]]
  }

  private func way(_ contact: SupportLine.Contact) -> String {
    let fill = ["to": contact.to, "say": contact.say ?? ""]
    let plain =
      switch contact.way {
      case .call: self[.supportWayCall, fill]
      case .text: self[contact.say == nil ? .supportWayText : .supportWayTextSaying, fill]
      case .chat: self[.supportWayChat, fill]
      case .web: self[.supportWayWeb, fill]
      case .whatsApp: self[.supportWayWhatsApp, fill]
      }
    return contact.note.map { self[.supportWayNoted, ["way": plain.held, "note": $0]] } ?? plain.held
  }

  private func cost(of line: SupportLine) -> String {
    self[line.isFree.map { $0 ? .supportFree : .supportNotFree } ?? .supportCostUnknown]
  }

  private func bill(of line: SupportLine) -> String {
    self[line.mayShowOnBill == false ? .supportNoBill : .supportBill]
  }

  private func check(of line: SupportLine) -> String {
    if let day = line.evidence.checkedOn { return self[.supportCheckedOn, ["date": String(describing: day)]] }
    if let what = line.evidence.checkedAgainst { return self[.supportCheckedAgainst, ["what": what]] }
    return self[line.evidence.basis == .own ? .supportOwnLine : .supportUncheckedOwnPage]
  }

  private static let needs: [SupportLine.Need: Word] = [
    .emergency: .supportNeedEmergency, .crisis: .supportNeedCrisis, .abuse: .supportNeedAbuse,
    .sexualViolence: .supportNeedSexualViolence, .loneliness: .supportNeedLoneliness, .young: .supportNeedYoung,
    .men: .supportNeedMen, .ownBehaviour: .supportNeedOwnBehaviour, .mood: .supportNeedMood, .grief: .supportNeedGrief,
    .directory: .supportNeedDirectory,
  ]

  private static let countries: [String: Word] = [
    "AU": .countryAu, "BR": .countryBr, "CA": .countryCa, "DE": .countryDe, "ES": .countryEs, "FR": .countryFr,
    "GB": .countryGb, "IE": .countryIe, "IN": .countryIn, "JP": .countryJp, "NL": .countryNl, "NZ": .countryNz,
    "SE": .countrySe, "US": .countryUs, "ZA": .countryZa, Config.elsewhere: .supportElsewhere,
  ]
}

extension SupportLine {
  /// Whether reaching it may cost something.
  fileprivate var hasPrice: Bool {
    !needs.contains(.emergency) && contacts.contains { $0.way == .call || $0.way == .text }
  }
}

extension String {
  /// With spaces at which no row breaks.
  fileprivate var held: String { replacing(" ", with: "\u{a0}") }
}

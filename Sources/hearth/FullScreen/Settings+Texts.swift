import HearthApp
import HearthCore

/// The settings as the journal keeps them: a text each, and none where it is as usual.
extension Settings {
  /// What cannot be understood is as usual. The seed of the questions is not among them: it is drawn, not set.
  init(_ texts: SettingTexts) {
    self.init()
    dayEnd = DayEnd(text: texts[.dayEnd] ?? "")
    interests = texts.list(.interests).compactMap { Interest(rawValue: $0) }
    isWelcomed = texts.says(.welcomed)
    bringsBack = texts[.bringsBack] != "no"
    showsRhythm = texts.says(.showsRhythm)
    lockAfter = texts[.lockAfter].flatMap { Int($0) } ?? lockAfter
    leavesOnEscape = texts.says(.leavesOnEscape)
    covers = texts.says(.covers)
    backupFolder = texts[.backupFolder]
    reducesMotion = texts.says(.reducesMotion)
    checkInFields = texts.list(.checkInFields)
    markers = MarkerRanges(text: texts[.markers] ?? "")
    leaning = Leaning(
      pace: texts[.pace].flatMap { Pace(rawValue: $0) } ?? .small, drains: texts.known(.drains),
      surroundings: texts.known(.surroundings))
    speaksPlainly = texts.says(.speaksPlainly)
    moodNames = texts.list(.moodNames)
    invites = texts.says(.invites)
    asksMonthly = texts[.asksMonthly] != "no"
    lowEnergy = LowEnergy(text: texts[.lowEnergy] ?? "")
    checkName = texts[.checkName]
    hidesCheck = texts.says(.hidesCheck)
    skipsCheckNotice = texts[.checkNotice] == "no"
    ownSupport = OwnSupport(
      people: texts[.steadyPeople] ?? "", helps: texts[.whatHelps] ?? "", reasons: texts[.reasons] ?? "")
  }

  /// Nil where it is as usual.
  var texts: [Setting: String?] {
    [
      .dayEnd: String(dayEnd.minute), .interests: interests.map(\.rawValue).joined(separator: ","),
      .welcomed: isWelcomed ? "yes" : nil, .bringsBack: bringsBack ? nil : "no",
      .showsRhythm: showsRhythm ? "yes" : nil, .reducesMotion: reducesMotion ? "yes" : nil,
      .checkInFields: checkInFields.joined(separator: ",").unlessEmpty, .markers: markers.text.unlessEmpty,
      .pace: leaning.pace == .small ? nil : leaning.pace.rawValue, .drains: listed(leaning.drains),
      .surroundings: listed(leaning.surroundings), .speaksPlainly: speaksPlainly ? "yes" : nil,
      .moodNames: moodNames.joined(separator: ",").unlessEmpty,
      .invites: invites ? "yes" : nil, .asksMonthly: asksMonthly ? nil : "no", .lowEnergy: lowEnergy.text,
      .lockAfter: String(lockAfter),
      .leavesOnEscape: leavesOnEscape ? "yes" : nil, .covers: covers ? "yes" : nil, .backupFolder: backupFolder,
      .checkName: checkName, .hidesCheck: hidesCheck ? "yes" : nil, .checkNotice: skipsCheckNotice ? "no" : nil,
      .steadyPeople: ownSupport.people.unlessEmpty, .whatHelps: ownSupport.helps.unlessEmpty,
      .reasons: ownSupport.reasons.unlessEmpty,
    ]
  }

  private func listed<Name: RawRepresentable<String> & CaseIterable & Hashable>(_ names: Set<Name>) -> String? {
    Name.allCases.filter(names.contains).map(\.rawValue).joined(separator: ",").unlessEmpty
  }
}

extension String {
  fileprivate var unlessEmpty: String? { isEmpty ? nil : self }
}

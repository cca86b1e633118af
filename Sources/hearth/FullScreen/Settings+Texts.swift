import HearthApp
import HearthCore

/// The settings as the journal keeps them: a text each, and none where it is as usual.
extension Settings {
  private typealias Flag = (
    setting: Setting, isOn: @Sendable (Settings) -> Bool, turn: @Sendable (inout Settings, Bool) -> Void
  )

  /// Kept as "yes" or "no". No key paths: each is made anew at every start, which takes its time.
  private static let flags: [Flag] = [
    (.bringsBack, { $0.bringsBack }, { $0.bringsBack = $1 }),
    (.oldestFirst, { $0.oldestFirst }, { $0.oldestFirst = $1 }),
    (.showsRhythm, { $0.showsRhythm }, { $0.showsRhythm = $1 }),
    (.leavesOnEscape, { $0.leavesOnEscape }, { $0.leavesOnEscape = $1 }),
    (.covers, { $0.covers }, { $0.covers = $1 }),
    (.reducesMotion, { $0.reducesMotion }, { $0.reducesMotion = $1 }),
    (.speaksPlainly, { $0.speaksPlainly }, { $0.speaksPlainly = $1 }),
    (.invites, { $0.invites }, { $0.invites = $1 }),
    (.asksMonthly, { $0.asksMonthly }, { $0.asksMonthly = $1 }),
    (.hidesCheck, { $0.hidesCheck }, { $0.hidesCheck = $1 }),
    (.checkNotice, { !$0.skipsCheckNotice }, { $0.skipsCheckNotice = !$1 }),
  ]

  /// What cannot be understood is as usual. The seed of the questions is not among them: it is drawn, not set.
  init(_ texts: SettingTexts) {
    self.init()
    for flag in Self.flags {
      flag.turn(&self, flag.isOn(self) ? texts[flag.setting] != "no" : texts.says(flag.setting))
    }
    isWelcomed = texts.says(.welcomed)
    dayEnd = DayEnd(text: texts[.dayEnd] ?? "")
    interests = texts.list(.interests).compactMap { Interest(rawValue: $0) }
    lockAfter = texts[.lockAfter].flatMap { Int($0) } ?? lockAfter
    backupFolder = texts[.backupFolder]
    checkInFields = texts.list(.checkInFields)
    markers = MarkerRanges(text: texts[.markers] ?? "")
    leaning = Leaning(
      pace: texts[.pace].flatMap { Pace(rawValue: $0) } ?? leaning.pace, drains: texts.known(.drains),
      surroundings: texts.known(.surroundings))
    moodNames = texts.list(.moodNames)
    lowEnergy = LowEnergy(text: texts[.lowEnergy] ?? "")
    checkName = texts[.checkName]
    ownSupport = OwnSupport(
      people: texts[.steadyPeople] ?? "", helps: texts[.whatHelps] ?? "", reasons: texts[.reasons] ?? "")
  }

  /// Nil where it is as usual, so that a usual that becomes another is theirs too who never chose.
  var texts: [Setting: String?] {
    let usual = Settings()
    var texts: [Setting: String?] = [
      .welcomed: isWelcomed ? "yes" : nil, .dayEnd: dayEnd == usual.dayEnd ? nil : String(dayEnd.minute),
      .interests: listed(interests.map(\.rawValue)),
      .lockAfter: lockAfter == usual.lockAfter ? nil : String(lockAfter), .backupFolder: backupFolder,
      .checkInFields: listed(checkInFields), .markers: markers.text.unlessEmpty,
      .pace: leaning.pace == usual.leaning.pace ? nil : leaning.pace.rawValue, .drains: listed(leaning.drains),
      .surroundings: listed(leaning.surroundings), .moodNames: listed(moodNames), .lowEnergy: lowEnergy.text,
      .checkName: checkName, .steadyPeople: ownSupport.people.unlessEmpty, .whatHelps: ownSupport.helps.unlessEmpty,
      .reasons: ownSupport.reasons.unlessEmpty,
    ]
    for flag in Self.flags {
      let isOn = flag.isOn(self)
      texts.updateValue(isOn == flag.isOn(usual) ? nil : isOn ? "yes" : "no", forKey: flag.setting)
    }
    return texts
  }

  private func listed(_ names: [String]) -> String? { names.joined(separator: ",").unlessEmpty }

  private func listed<Name: RawRepresentable<String> & CaseIterable & Hashable>(_ names: Set<Name>) -> String? {
    listed(Name.allCases.filter(names.contains).map(\.rawValue))
  }
}

extension String {
  fileprivate var unlessEmpty: String? { isEmpty ? nil : self }
}

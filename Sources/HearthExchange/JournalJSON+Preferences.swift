import FoundationEssentials
import HearthCore

extension JournalJSON {
  /// Members of a document, as values of JSON; those that hold nothing are left out.
  static func members(of preferences: Preferences) -> [(name: String, value: String)] {
    let (hushed, searches) = (preferences.hushed, preferences.searches)
    let spans = hushed.spans.map {
      [
        ("from", JSONText.quoted($0.days.lowerBound.description)),
        ("to", JSONText.quoted($0.days.upperBound.description)),
      ]
    }
    let people = preferences.people.map { $0.members(tellsChecks: preferences.tellsChecks) }
    let settings = preferences.settings.map { (name: $0.rawValue, value: JSONText.quoted($1)) }
      .sorted { $0.name < $1.name }
    let all: [(String, String?)] = [
      ("hushedPeople", hushed.people.isEmpty ? nil : JSONText.list(hushed.people)),
      ("hushedSpans", spans.isEmpty ? nil : JSONText.objects(spans)),
      ("searches", searches.isEmpty ? nil : JSONText.objects(searches.map(\.members))),
      ("people", people.isEmpty ? nil : JSONText.objects(people)),
      (
        "touchpoints",
        preferences.touchpoints.isEmpty ? nil : JSONText.objects(preferences.touchpoints.map(\.members))
      ),
      ("bondAnswers", preferences.bonds.isEmpty ? nil : JSONText.objects(preferences.bonds.map(\.members))),
      ("checkIns", preferences.checkIns.isEmpty ? nil : JSONText.objects(preferences.checkIns.map(\.members))),
      ("moments", preferences.moments.isEmpty ? nil : JSONText.objects(preferences.moments.map(\.members))),
      ("runs", preferences.runs.isEmpty ? nil : JSONText.objects(preferences.runs.map(members))),
      ("settings", settings.isEmpty ? nil : JSONText.object(settings, indent: "  ")),
    ]
    let checks = preferences.checks.map(\.members)
    let kept = checks.isEmpty ? [] : [("checks", JSONText.objects(checks))]
    return all.compactMap { name, value in value.map { (name, $0) } } + kept
  }
}

extension Preferences {
  /// Takes in one member of a document; one that is none of these is passed over.
  ///
  /// - Throws: `importBroken` with what is wrong with it, never with what it holds.
  mutating func take(_ value: JSONValue, named name: String, in file: String) throws(Problem) {
    if value == .null { return }
    func odd(_ what: ImportFault) -> Problem { .importBroken(file: file, where: .member(name), what: what) }
    /// One of two would be lost.
    func expectOnce(_ ids: [UUID], names: [String] = []) throws(Problem) {
      if Set(ids).count < ids.count { throw odd(.sameID) }
      if Set(names.map { $0.lowercased() }).count < names.count { throw odd(.sameName) }
    }
    switch name {
    case "hushedPeople":
      guard let all = value.strings, value.names.count == all.count else { throw odd(.noNames) }
      hushed.people = value.names
    case "hushedSpans":
      guard let spans = value.list(HushedSpan.init) else { throw odd(.oddSpan) }
      hushed.spans = spans
    case "searches":
      guard let kept = value.list(SavedSearch.init) else { throw odd(.oddSearch) }
      try expectOnce([], names: kept.map(\.name))
      searches = kept
    case "people":
      guard let known = value.list(Person.init) else { throw odd(.oddPerson) }
      try expectOnce(known.map(\.id), names: known.map(\.name))
      people = known
    case "touchpoints":
      try value.each { members throws(Problem) in
        if let name = Touchpoint.oddNumber(in: members) { throw odd(.odd(name, .number)) }
        if Touchpoint.hasOddYearly(in: members) { throw odd(.odd("yearly", .yearDay)) }
      }
      guard let kept = value.list(Touchpoint.init) else { throw odd(.oddTouchpoint) }
      try expectOnce(kept.map(\.id))
      touchpoints = kept
    case "bondAnswers":
      guard let kept = value.list(KeptBondAnswer.init) else { throw odd(.oddBondAnswer) }
      bonds = kept
    case "checkIns":
      guard let kept = value.list(CheckIn.init) else { throw odd(.oddCheckIn) }
      try expectOnce(kept.map(\.id))
      checkIns = kept
    case "moments":
      try value.each { members throws(Problem) in
        if let name = Moment.oddNumber(in: members) { throw odd(.odd(name, .number)) }
      }
      guard let kept = value.list(Moment.init) else { throw odd(.oddMoment) }
      try expectOnce(kept.map(\.id))
      moments = kept
    case "runs":
      guard let kept = value.list(KeptRun.init) else { throw odd(.oddRun) }
      try expectOnce(kept.map(\.run.id))
      runs = kept
    case "settings":
      guard let kept = value.settings else { throw odd(.oddSetting) }
      let strange = kept.filter { !$0.key.allows($0.value) }.keys.map(\.rawValue).min()
      if let strange { throw odd(.outOfRange(strange)) }
      settings = kept
    case "checks":
      guard let kept = value.list(KeptCheck.init) else { throw odd(.oddCheck) }
      try expectOnce(kept.map(\.id))
      checks = kept
    default: break
    }
  }

  /// - Parameter scales: the steps of measures, by their ids; answers of others are taken as they are.
  /// - Throws: `importBroken`, where a check-in has an answer that is no step of its scale.
  func expectAnswers(on scales: [Measure.ID: ClosedRange<Int>], in file: String) throws(Problem) {
    for checkIn in checkIns {
      guard let odd = checkIn.answerOutside(scales) else { continue }
      throw .importBroken(file: file, where: .member("checkIns"), what: .outOfRange(odd))
    }
  }

  /// - Parameter scales: the steps of what a run can have yielded; nil where that is not known.
  /// - Throws: `importBroken`, where a run has a reading that it cannot have yielded.
  func expectReadings(
    on scales: (Run) -> [Measure.ID: ClosedRange<Int>]?, in file: String
  ) throws(Problem) {
    for kept in runs where !kept.readings.isEmpty {
      guard let scales = scales(kept.run) else { continue }
      for reading in kept.readings {
        guard let fault = reading.fault(on: scales) else { continue }
        throw .importBroken(file: file, where: .member("runs"), what: fault)
      }
    }
  }
}

extension HushedSpan {
  fileprivate init?(_ members: [String: JSONValue]) {
    guard let from = members["from"]?.string.flatMap({ Day($0) }), let to = members["to"]?.string.flatMap({ Day($0) }),
      from <= to
    else { return nil }
    self.init(from...to)
  }
}

extension SavedSearch {
  /// As they stand in a document.
  package var members: [(name: String, value: String)] {
    [("name", JSONText.quoted(name)), ("text", JSONText.quoted(text))]
  }

  fileprivate init?(_ members: [String: JSONValue]) {
    guard let name = members["name"]?.name, let text = members["text"]?.string
    else { return nil }
    self.init(name: name, text: text)
  }
}

extension JSONValue {
  /// Texts by the names of settings; those of another Hearth, and those that do not travel, are passed over.
  fileprivate var settings: [Setting: String]? {
    guard case .object(let members) = self else { return nil }
    var settings: [Setting: String] = [:]
    for (name, value) in members {
      guard let text = value.string else { return nil }
      if let setting = Setting(rawValue: name), setting.travels { settings[setting] = text }
    }
    return settings
  }

  /// Calls `look` with each object of a list; what is no object is passed over.
  fileprivate func each(_ look: ([String: JSONValue]) throws(Problem) -> Void) throws(Problem) {
    guard case .array(let values) = self else { return }
    for case .object(let members) in values { try look(members) }
  }

  /// Each of a list of objects; nil where it is none, or where one of them means nothing.
  func list<Meaning>(_ meaning: ([String: JSONValue]) -> Meaning?) -> [Meaning]? {
    guard case .array(let values) = self else { return nil }
    let found = values.compactMap { value in if case .object(let members) = value { meaning(members) } else { nil } }
    return found.count == values.count ? found : nil
  }
}

extension String {
  /// One line with something on it.
  var isName: Bool { contains { !$0.isWhitespace } && !contains(where: \.isNewline) }
}

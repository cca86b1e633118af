import FoundationEssentials
import HearthCore

extension JournalJSON {
  /// Members of a document; those that hold nothing are left out.
  static func members(of preferences: Preferences) -> JSONText.Members {
    Preferences.Member.allCases.map { ($0.rawValue, preferences.json(of: $0)) }
  }
}

extension Preferences {
  /// What a document says of a journal beside its entries, in the order in which it is written.
  fileprivate enum Member: String, CaseIterable {
    case hushedPeople, hushedSpans, searches, people, touchpoints, bondAnswers, checkIns, moments, runs, settings,
      checks
  }

  fileprivate func json(of member: Member) -> JSONText? {
    switch member {
    case .hushedPeople: hushed.people.isEmpty ? nil : .list(hushed.people)
    case .hushedSpans: Self.list(hushed.spans.map(\.members))
    case .searches: Self.list(searches.map(\.members))
    case .people: Self.list(people.map { $0.members(tellsChecks: tellsChecks) })
    case .touchpoints: Self.list(touchpoints.map(\.members))
    case .bondAnswers: Self.list(bonds.map(\.members))
    case .checkIns: Self.list(checkIns.map(\.members))
    case .moments: Self.list(moments.map(\.members))
    case .runs: Self.list(runs.map(JournalJSON.members))
    case .settings:
      settings.isEmpty ? nil : .object(settings.map { ($0.rawValue, .quoted($1)) }.sorted { $0.0 < $1.0 }, indent: "  ")
    case .checks: Self.list(checks.map(\.members))
    }
  }

  private static func list(_ objects: [JSONText.Members]) -> JSONText? { objects.isEmpty ? nil : .objects(objects) }

  /// Takes in one member of a document; one that is none of these is passed over.
  ///
  /// - Throws: `importBroken` with what is wrong with it, never with what it holds.
  mutating func take(_ value: JSONValue, named name: String, in file: String) throws(Problem) {
    guard value != .null, let member = Member(rawValue: name) else { return }
    do throws(ImportFault) {
      try take(value, as: member)
    } catch {
      throw .importBroken(file: file, where: .member(name), what: error)
    }
  }

  private mutating func take(_ value: JSONValue, as member: Member) throws(ImportFault) {
    switch member {
    case .hushedPeople: hushed.people = try value.allNames
    case .hushedSpans: hushed.spans = try value.list(HushedSpan.init, or: .oddSpan)
    case .searches: searches = try value.list(SavedSearch.init, or: .oddSearch, name: \.name)
    case .people: people = try value.list(Person.init, or: .oddPerson, id: \.id, name: \.name)
    case .touchpoints: touchpoints = try value.list(Touchpoint.looked, or: .oddTouchpoint, id: \.id)
    case .bondAnswers: bonds = try value.list(KeptBondAnswer.init, or: .oddBondAnswer)
    case .checkIns: checkIns = try value.list(CheckIn.init, or: .oddCheckIn, id: \.id)
    case .moments: moments = try value.list(Moment.looked, or: .oddMoment, id: \.id)
    case .runs: runs = try value.list(KeptRun.init, or: .oddRun, id: \.run.id)
    case .settings: settings = try value.settings
    case .checks: checks = try value.list(KeptCheck.init, or: .oddCheck, id: \.id)
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

extension Touchpoint {
  /// With its numbers and its yearly date looked at.
  fileprivate static func looked(_ members: [String: JSONValue]) throws(ImportFault) -> Touchpoint? {
    if let name = oddNumber(in: members) { throw .odd(name, .number) }
    if hasOddYearly(in: members) { throw .odd("yearly", .yearDay) }
    return Touchpoint(members)
  }
}

extension Moment {
  /// With its numbers looked at.
  fileprivate static func looked(_ members: [String: JSONValue]) throws(ImportFault) -> Moment? {
    if let name = oddNumber(in: members) { throw .odd(name, .number) }
    return Moment(members)
  }
}

extension HushedSpan {
  /// As they stand in a document.
  fileprivate var members: JSONText.Members {
    [("from", .quoted(days.lowerBound.description)), ("to", .quoted(days.upperBound.description))]
  }

  fileprivate init?(_ members: [String: JSONValue]) {
    guard let from = members["from"]?.string.flatMap({ Day($0) }), let to = members["to"]?.string.flatMap({ Day($0) }),
      from <= to
    else { return nil }
    self.init(from...to)
  }
}

extension SavedSearch {
  /// As they stand in a document.
  package var members: JSONText.Members {
    [("name", JSONText.quoted(name)), ("text", JSONText.quoted(text))]
  }

  fileprivate init?(_ members: [String: JSONValue]) {
    guard let name = members["name"]?.name, let text = members["text"]?.string
    else { return nil }
    self.init(name: name, text: text)
  }
}

extension JSONValue {
  /// A list of nothing but names.
  fileprivate var allNames: [String] {
    get throws(ImportFault) {
      guard let all = strings, names.count == all.count else { throw .noNames }
      return names
    }
  }

  /// Texts by the names of settings; those of another Hearth, and those that do not travel, are passed over.
  fileprivate var settings: [Setting: String] {
    get throws(ImportFault) {
      guard case .object(let members) = self else { throw .oddSetting }
      var settings: [Setting: String] = [:]
      for (name, value) in members {
        guard let text = value.string else { throw .oddSetting }
        if let setting = Setting(rawValue: name), setting.travels { settings[setting] = text }
      }
      let strange = settings.filter { !$0.key.allows($0.value) }.keys.map(\.rawValue).min()
      if let strange { throw .outOfRange(strange) }
      return settings
    }
  }

  /// - Parameters:
  ///   - fault: thrown where it is no list of objects, or where one of them means nothing.
  ///   - id: which none may share with another: one of two would be lost.
  ///   - name: the same, in any case.
  fileprivate func list<Meaning>(
    _ meaning: ([String: JSONValue]) throws(ImportFault) -> Meaning?, or fault: ImportFault,
    id: ((Meaning) -> UUID)? = nil, name: ((Meaning) -> String)? = nil
  ) throws(ImportFault) -> [Meaning] {
    guard case .array(let values) = self else { throw fault }
    var found: [Meaning] = []
    for case .object(let members) in values { if let one = try meaning(members) { found.append(one) } }
    guard found.count == values.count else { throw fault }
    if let id, Set(found.map(id)).count < found.count { throw .sameID }
    if let name, Set(found.map { name($0).lowercased() }).count < found.count { throw .sameName }
    return found
  }

  /// Nil where it is no list of objects, or where one of them means nothing.
  func list<Meaning>(_ meaning: ([String: JSONValue]) -> Meaning?) -> [Meaning]? {
    try? list(meaning, or: .noObject)
  }
}

extension String {
  /// One line with something on it.
  var isName: Bool { contains { !$0.isWhitespace } && !contains(where: \.isNewline) }
}

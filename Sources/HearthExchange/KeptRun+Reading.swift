import FoundationEssentials
import HearthCore

/// Members of an object in a document.
private typealias Members = [String: JSONValue]

extension KeptRun {
  /// - Returns: nil where a member is missing or means nothing.
  init?(_ members: [String: JSONValue]) {
    guard let id = members["id"]?.id, let practice = members["practice"]?.string,
      let version = members["version"]?.integer, let title = members["title"]?.string,
      let startedAt = members.stamp("at", "zone"), let day = members["day"]?.day,
      let asked = (members["asked"] ?? .array([])).list(Asked.init)
    else { return nil }
    let run = Run(
      id: id, practice: practice, version: version, title: title, startedAt: startedAt, day: day,
      finishedAt: members.stamp("finishedAt", "finishedZone"), asked: asked, place: members["place"]?.string)
    guard
      let followUps = (members["followUps"] ?? .array([])).list({ KeptFollowUp($0, of: run) }),
      let readings = (members["readings"] ?? .array([])).list({ Reading($0, of: run.id) })
    else { return nil }
    self.init(run, followUps: followUps, readings: readings)
  }
}

extension Asked {
  fileprivate init?(_ members: Members) {
    guard let step = members["step"]?.string, let question = members["question"]?.string,
      members["minutes"]?.integer.map(Step.Timer.range.contains) ?? true
    else { return nil }
    self.init(step: step, question: question, answer: Answer(members), words: members["words"]?.strings ?? [])
  }
}

extension Answer {
  /// What is no answer that this Hearth knows was skipped.
  fileprivate init(_ members: Members) {
    if let number = members["number"]?.integer {
      self = .number(number)
    } else if let option = members["option"]?.string {
      self = .option(option)
    } else if let options = members["options"]?.strings {
      self = .options(options)
    } else if case .object(let items) = members["items"] {
      self = .items(items.compactMapValues(\.string))
    } else if let text = members["text"]?.string {
      self = .text(text)
    } else if let name = members["person"]?.string {
      self = .person(name.withoutControls)
    } else if let minutes = members["minutes"]?.integer, let start = members["startedAt"]?.instant {
      self = .timer(minutes: minutes, startedAt: start)
    } else if let due = Due(members) {
      self = .due(due)
    } else if let entry = members["entry"]?.id {
      self = .entry(entry)
    } else {
      self = members["unsaid"]?.bool == true ? .unsaid : .skipped
    }
  }
}

extension Due {
  fileprivate init?(_ members: Members) {
    if let instant = members["dueAt"]?.instant {
      self = .at(instant)
    } else if let day = members["dueDay"]?.day {
      self = .on(day)
    } else {
      return nil
    }
  }
}

extension KeptFollowUp {
  fileprivate init?(_ members: Members, of run: Run) {
    let choices = (members["options"] ?? .array([])).list { choice -> (Step.Option, [String])? in
      guard let id = choice["id"]?.string, let text = choice["text"]?.string else { return nil }
      return (Step.Option(id, text), choice["offers"]?.strings ?? [])
    }
    guard let step = members["step"]?.string, let question = members["question"]?.string, let due = Due(members),
      let choices
    else { return nil }
    let offers = Dictionary(choices.map { ($0.0.id, $0.1) }) { first, _ in first }.filter { !$0.value.isEmpty }
    let followUp = FollowUp(
      run: run.id, practice: run.practice, step: step, question: question, options: choices.map(\.0), offers: offers,
      measure: members["measure"]?.string, due: due)
    self.init(
      followUp, title: run.title, answer: members["answer"]?.string, answeredAt: members["answeredAt"]?.instant,
      dismissedAt: members["dismissedAt"]?.instant)
  }
}

extension Reading {
  /// What keeps it from being a reading of one of these, whose values are whole.
  func fault(on scales: [Measure.ID: ClosedRange<Int>]) -> ImportFault? {
    guard let scale = scales[measure] else { return .unknown(measure) }
    return Int(exactly: value).map(scale.contains) == true ? nil : .outOfRange(measure)
  }

  fileprivate init?(_ members: Members, of source: UUID) {
    guard let measure = members["measure"]?.string, measure.isName, case .number(let digits) = members["value"],
      let value = Double(digits), abs(value) < 1e9, let stamp = members.stamp("at", "zone"),
      let day = members["day"]?.day
    else { return nil }
    self.init(source: source, measure: measure, value: value, stamp: stamp, day: day)
  }
}

extension JSONValue {
  var id: UUID? { string.flatMap(UUID.init(uuidString:)) }
  var day: Day? { string.flatMap { Day($0) } }
  var instant: Instant? { string.flatMap { Stamp(iso: $0)?.instant } }
}

extension [String: JSONValue] {
  func stamp(_ at: String, _ zone: String) -> Stamp? {
    guard let iso = self[at]?.string, let zone = self[zone]?.string, !zone.isEmpty else { return nil }
    return Stamp(iso: iso, zone: zone)
  }
}

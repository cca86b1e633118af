import FoundationEssentials
import HearthCore

extension CheckIn {
  /// - Returns: nil where a member is missing or means nothing.
  init?(_ members: [String: JSONValue]) {
    guard let id = members["id"]?.id, let stamp = members.stamp("at", "zone"), let day = members["day"]?.day,
      let answers = members["answers"]?.numbers, let createdAt = members["createdAt"]?.instant
    else { return nil }
    self.init(
      id: id, stamp: stamp, day: day, answers: answers, createdAt: createdAt,
      modifiedAt: members["modifiedAt"]?.instant)
  }
}

extension Moment {
  /// The name of a number that is none, or out of its range.
  static func oddNumber(in members: [String: JSONValue]) -> String? {
    let numbers = Number.allCases.map { ($0.rawValue, $0.range) }
    return members.oddNumber([("felt", feltRange), ("minutes", minutesRange)])
      ?? members["numbers"]?.members?.oddNumber(numbers)
  }

  /// Its numbers are looked at before. Marks and numbers that this Hearth does not know are passed over.
  /// - Returns: nil where a member is missing or means nothing.
  init?(_ members: [String: JSONValue]) {
    guard let id = members["id"]?.id, let stamp = members.stamp("at", "zone"), let day = members["day"]?.day,
      let kind = members["kind"]?.string.flatMap(Kind.init), let createdAt = members["createdAt"]?.instant,
      let numbers = (members["numbers"] ?? .object([:])).numbers
    else { return nil }
    let known = numbers.compactMap { name, value in Number(rawValue: name).map { ($0, Int(value)) } }
    self.init(
      id: id, stamp: stamp, day: day, kind: kind, with: members["with"]?.names ?? [],
      medium: members["medium"]?.string.flatMap(Medium.init), minutes: members["minutes"]?.integer,
      felt: members["felt"]?.integer, marks: (members["marks"]?.strings ?? []).compactMap(Mark.init),
      numbers: Dictionary(known) { first, _ in first },
      line: members["line"]?.string ?? "", createdAt: createdAt, modifiedAt: members["modifiedAt"]?.instant)
  }
}

extension JSONValue {
  /// Numbers by their names; nil where one is none.
  fileprivate var numbers: [String: Double]? {
    guard case .object(let members) = self else { return nil }
    var numbers: [String: Double] = [:]
    for (name, value) in members {
      guard name.isName, case .number(let digits) = value, let number = Double(digits), number.isFinite,
        abs(number) < 1e9
      else { return nil }
      numbers[name] = number
    }
    return numbers
  }
}

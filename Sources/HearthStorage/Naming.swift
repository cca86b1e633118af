import GRDB
import HearthCore

/// What somebody is called: the name that is asked for, and all others of theirs.
struct Naming {
  /// Of the person, where Hearth knows them.
  let number: Int64?
  /// As compared.
  private let names: Set<String>

  init(_ name: String, _ db: Database) throws {
    number = try PersonRecord.number(named: name, db)
    let person = try number.flatMap { try PersonRecord.find(numbered: $0, db)?.person }
    names = Set(([name] + (person.map { [$0.name] + $0.aliases } ?? [])).map(\.folded))
  }

  /// Whether a text names them as entries do, with `@`.
  func marks(_ text: String) -> Bool { Marks.people(in: text).contains { names.contains($0.folded) } }

  /// Whether one of the names stands in a text, as a word of its own.
  func says(_ text: String) -> Bool {
    let text = text.folded
    let isPart = { (character: Character?) in character.map { $0.isLetter || $0.isNumber } ?? false }
    return names.contains { name in
      text.ranges(of: name).contains { place in
        !isPart(text[..<place.lowerBound].last) && !isPart(text[place.upperBound...].first)
      }
    }
  }
}

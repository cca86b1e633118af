import GRDB
import HearthCore

/// What somebody is called: the name that is asked for, and all others of theirs.
struct Naming {
  /// Of all whom the name may mean, where Hearth knows any.
  let numbers: [Int64]
  private let names: [WrittenName]

  /// - Parameter name: as it was typed.
  init(_ name: String, _ db: Database) throws {
    numbers = try PersonRecord.numbers(typed: name, db)
    let people = try numbers.compactMap { try PersonRecord.find(numbered: $0, db)?.person }
    let typed = (try? PersonName.kept(name)) ?? name
    names = ([typed] + people.flatMap { [$0.name] + $0.aliases }).map(WrittenName.init)
  }

  /// Whether a text names them as entries do, with `@`.
  func marks(_ text: String) -> Bool {
    let marked = Set(Marks.people(in: text).map { WrittenName($0).key })
    return names.contains { marked.contains($0.key) }
  }

  /// Whether one of the names stands in a text, as a word of its own.
  func says(_ text: String) -> Bool { names.contains { $0.stands(in: text) } }
}

package import Foundation
import GRDB
package import HearthCore
package import Seal

/// What is to be gone for good: from the journal, from its search index, from what can be taken back, and from the
/// places on the disk where it stood.
package enum Erasure: Hashable, Sendable {
  case entries(Set<UUID>)
  /// Every entry, draft, earlier version, moment, run and the like that names someone, the trash with them, and all that
  /// is known of them. A name without `@` counts only where nothing else tells who is meant: not in pages and lines.
  case person(String)
}

extension Vault {
  /// Which entries an erasure would take, the trash with them.
  package func entries(in erasure: Erasure) throws(Problem) -> [UUID] {
    try read { db in try Vault.find(erasure, db).map(\.uuid) }
  }

  /// Whether there is anything that an erasure of somebody would take.
  package func knows(_ person: String) throws(Problem) -> Bool {
    try read { db in
      let naming = try Naming(person, db)
      return try !naming.numbers.isEmpty || Vault.marked.contains { try !Vault.rows(in: $0, naming, db).isEmpty }
    }
  }

  /// Erases for good, by sealing everything else anew with a new key: what is left of the earlier file on the disk can
  /// be opened by nobody, unless it had no passphrase: then its key lay beside it. All of it happens, or nothing.
  ///
  /// It reads and writes the whole journal. Backups are not touched: they still hold what was erased.
  ///
  /// - Parameters:
  ///   - passphrase: of the journal, where it has one; it stays the passphrase.
  ///   - code: the recovery code. With it the passphrase may be a new one.
  ///   - goingOn: as for `reseal`.
  /// - Returns: how many entries are gone.
  /// - Throws: `passphraseWrong`, `journalSealed` where one is needed; `diskFull`, `memoryShort`. Then all is as it was.
  package func erase(
    _ erasure: Erasure, opening passphrase: Passphrase? = nil, or code: RecoveryCode? = nil, cost: KeyCost = .least,
    goingOn: () throws(Problem) -> Void = {}
  ) throws(Problem) -> Int {
    // In memory nothing has to be sealed anew: it is gone at once.
    guard volume != nil else { return try write { db in try Vault.erase(erasure, db) } }
    if isSealed {
      guard let passphrase else { throw .journalSealed }
      if code.map(opens) != true, try !opens(with: passphrase) { throw .passphraseWrong }
    }
    var count = 0
    try reseal(isSealed ? passphrase : nil, cost: cost, goingOn: goingOn) { db in count = try Vault.erase(erasure, db) }
    return count
  }

  private static func find(_ erasure: Erasure, _ db: Database) throws -> [(id: Int64, uuid: UUID)] {
    let rows =
      switch erasure {
      case .entries(let ids):
        try ids.sorted { $0.uuidString < $1.uuidString }.flatMap { id in
          try Row.fetchAll(db, sql: "SELECT id, uuid FROM entry WHERE uuid = ?", arguments: [id])
        }
      case .person(let name):
        try Naming(name, db).numbers.flatMap { number in
          try Row.fetchAll(
            db,
            sql: """
              SELECT id, uuid FROM entry
              WHERE id IN (SELECT entry FROM mention WHERE person = ?) ORDER BY id
              """, arguments: [number])
        }
      }
    // One that names somebody in two ways is one.
    return rows.uniqued().map { ($0["id"], $0["uuid"]) }
  }

  private static func erase(_ erasure: Erasure, _ db: Database) throws -> Int {
    let found = try find(erasure, db)
    for entry in found {
      try db.execute(sql: "DELETE FROM draft WHERE entry = ?", arguments: [entry.uuid])
      try db.execute(sql: "DELETE FROM entry WHERE id = ?", arguments: [entry.id])
    }
    if case .person(let name) = erasure { try forget(Naming(name, db), db) }
    try Vault.forgetUnusedNames(db)
    // Deleted words stay in older parts of the index until it is made anew.
    try db.execute(sql: "INSERT INTO entryIndex (entryIndex) VALUES ('rebuild')")
    return found.count
  }

  // MARK: A person

  private struct Texts {
    let table: String
    var key = "id"
    let columns: [String]
  }

  /// Where somebody can be named with `@`, besides entries and what is known of others.
  private static let marked = [
    Texts(table: "draft", key: "entry", columns: ["text"]), Texts(table: "revision", columns: ["text"]),
    Texts(table: "moment", columns: ["line"]),
    Texts(table: "touchpoint", columns: ["title", "draft", "companion"]),
  ]
  private static let ofOthers = ["contexts", "rubsOff", "notes", "role", "value"].map {
    Texts(table: "person", columns: [$0])
  }

  /// The keys of those that name somebody.
  private static func rows(in texts: Texts, _ naming: Naming, _ db: Database) throws -> [DatabaseValue] {
    let columns = ([texts.key] + texts.columns).joined(separator: ", ")
    let rows = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM \(texts.table)")
    var found: [DatabaseValue] = []
    while let row = try rows.next() {
      let said = texts.columns.compactMap { (row[$0] as Verbatim?)?.text }
      if said.contains(where: naming.marks) { found.append(row[texts.key]) }
    }
    return found
  }

  private static func forget(_ naming: Naming, _ db: Database) throws {
    let theirs = "SELECT moment FROM momentPerson WHERE person = ?"
    for number in naming.numbers {
      try db.execute(
        sql: """
          DELETE FROM reading WHERE uuid IN (SELECT uuid FROM moment WHERE id IN (\(theirs)));
          DELETE FROM moment WHERE id IN (\(theirs));
          DELETE FROM person WHERE id = ?;
          """, arguments: [number, number, number])
    }
    try db.execute(sql: "DELETE FROM step")
    for texts in marked {
      for key in try rows(in: texts, naming, db) { try erase(key, of: texts, db) }
    }
    for texts in ofOthers {
      for key in try rows(in: texts, naming, db) {
        let empty = "UPDATE person SET \(texts.columns[0]) = ? WHERE id = ?"
        try db.execute(sql: empty, arguments: [Verbatim(""), key])
      }
    }
    for (table, key, column) in [("savedSearch", "folded", "text"), ("keptCheck", "uuid", "alias")] {
      for row in try Row.fetchAll(db, sql: "SELECT \(key), \(column) FROM \(table)") {
        guard naming.says((row[column] as Verbatim).text) else { continue }
        try db.execute(sql: "DELETE FROM \(table) WHERE \(key) = ?", arguments: [row[key] as DatabaseValue])
      }
    }
    try RunRecord.erase(naming, db)
  }

  private static func erase(_ key: DatabaseValue, of texts: Texts, _ db: Database) throws {
    if texts.table == "moment" {
      let answers = "DELETE FROM reading WHERE uuid = (SELECT uuid FROM moment WHERE id = ?)"
      try db.execute(sql: answers, arguments: [key])
    }
    try db.execute(sql: "DELETE FROM \(texts.table) WHERE \(texts.key) = ?", arguments: [key])
  }
}

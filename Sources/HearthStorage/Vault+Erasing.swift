package import Foundation
import GRDB
package import HearthCore
package import Seal

/// What is to be gone for good: from the journal, from its search index, from what can be taken back, and from the
/// places on the disk where it stood.
package enum Erasure: Hashable, Sendable {
  case entries(Set<UUID>)
  /// Every entry that names someone, the trash with them, and the name.
  case person(String)
}

extension Vault {
  /// Which entries an erasure would take, the trash with them.
  package func entries(in erasure: Erasure) throws(Problem) -> [UUID] {
    try read { db in try Vault.find(erasure, db).map(\.uuid) }
  }

  /// Erases for good, by sealing everything else anew with a new key: what is left of the earlier file on the disk can
  /// be opened by nobody, unless it had no passphrase: then its key lay beside it. All of it happens, or nothing.
  ///
  /// It reads and writes the whole journal. Backups are not touched: they still hold what was erased.
  ///
  /// - Parameters:
  ///   - passphrase: of the journal, where it has one; it stays the passphrase.
  ///   - code: the recovery code. With it the passphrase may be a new one.
  /// - Returns: how many entries are gone.
  /// - Throws: `passphraseWrong`, `journalSealed` where one is needed; `diskFull`, `memoryShort`. Then all is as it was.
  package func erase(
    _ erasure: Erasure, opening passphrase: Passphrase? = nil, or code: RecoveryCode? = nil, cost: KeyCost = .least
  ) throws(Problem) -> Int {
    // In memory nothing has to be sealed anew: it is gone at once.
    guard volume != nil else { return try write { db in try Vault.erase(erasure, db) } }
    if isSealed {
      guard let passphrase else { throw .journalSealed }
      guard code.map(opens) == true || opens(with: passphrase) else { throw .passphraseWrong }
    }
    var count = 0
    try reseal(isSealed ? passphrase : nil, cost: cost) { db in count = try Vault.erase(erasure, db) }
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
        try Row.fetchAll(
          db,
          sql: """
            SELECT id, uuid FROM entry
            WHERE id IN (SELECT entry FROM mention WHERE person = ?) ORDER BY id
            """, arguments: [try PersonRecord.number(named: name, db)])
      }
    return rows.map { ($0["id"], $0["uuid"]) }
  }

  private static func erase(_ erasure: Erasure, _ db: Database) throws -> Int {
    let found = try find(erasure, db)
    for entry in found {
      try db.execute(sql: "DELETE FROM draft WHERE entry = ?", arguments: [entry.uuid])
      try db.execute(sql: "DELETE FROM entry WHERE id = ?", arguments: [entry.id])
    }
    if case .person(let name) = erasure {
      try forget(name, db)
    }
    try Vault.forgetUnusedNames(db)
    // Deleted words stay in older parts of the index until it is made anew.
    try db.execute(sql: "INSERT INTO entryIndex (entryIndex) VALUES ('rebuild')")
    return found.count
  }

  /// Where else a name may stand: hushed, in a search that was kept, in what can be taken back.
  private static func forget(_ person: String, _ db: Database) throws {
    let number = try PersonRecord.number(named: person, db)
    let record = try number.flatMap { try PersonRecord.find(numbered: $0, db) }
    let names = ([person] + (record.map { [$0.person.name] + $0.person.aliases } ?? [])).map(\.folded)
    try db.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [number])
    let searches = try Row.fetchAll(db, sql: "SELECT folded, text FROM savedSearch")
    for search in searches {
      let text = String(decoding: search["text"] as Data, as: UTF8.self).folded
      guard names.contains(where: text.contains) else { continue }
      try db.execute(sql: "DELETE FROM savedSearch WHERE folded = ?", arguments: [search["folded"] as String])
    }
    try RunRecord.erase(naming: names, db)
    try db.execute(sql: "DELETE FROM step WHERE coalesce(person, search, before) IS NOT NULL")
  }
}

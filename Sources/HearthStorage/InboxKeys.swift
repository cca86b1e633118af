import GRDB
import HearthCore
import Seal

/// The keys that open what is left in the inbox. The lock stands in the clear part of the journal's file, the keys
/// inside it.
enum InboxKeys {
  private static let name = "inboxKeys"
  private static let lineage = "inboxLocks"
  /// Those before the newest are kept for notes that were left while it was being changed.
  private static let limit = 3

  static func add(_ box: BoxKeys, _ db: Database) throws {
    let locks = try locks(db).union([box.lock])
    let keys = ([digits(box.key)] + (try all(db).map { digits($0.key) })).prefix(limit)
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [name, keys.joined(separator: " ")])
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
      arguments: [lineage, locks.map(digits).sorted().joined(separator: " ")])
  }

  static func forget(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM meta WHERE key IN (?, ?)", arguments: [name, lineage])
  }

  /// Every lock the journal has had, which its backups bear in the clear part of their files: by them it knows its own
  /// among those of other journals.
  static func locks(_ db: Database) throws -> Set<[UInt8]> {
    let noted = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [lineage]) ?? ""
    return Set(noted.split(separator: " ").map(bytes) + (try all(db).map(\.lock)))
  }

  /// The newest first.
  static func all(_ db: Database) throws -> [BoxKeys] {
    keys(try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [name]) ?? "")
  }

  /// Of a row of `meta` that SQLite does not find any more; none of every other row.
  static func all(in row: [DatabaseValue]) -> [BoxKeys] {
    guard row.count == 2, row[0] == name.databaseValue else { return [] }
    return keys(String.fromDatabaseValue(row[1]) ?? "")
  }

  private static func keys(_ value: String) -> [BoxKeys] {
    value.split(separator: " ").compactMap { text in
      var bytes = bytes(text)
      return bytes.count == BoxKeys.keySize ? BoxKeys(key: Secret(wiping: &bytes)) : nil
    }
  }

  private static func digits(_ key: Secret) -> String { key.withBytes { digits(Array($0)) } }

  private static func digits(_ bytes: [UInt8]) -> String { bytes.hexDigits }

  private static func bytes(_ digits: Substring) -> [UInt8] {
    stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
  }
}

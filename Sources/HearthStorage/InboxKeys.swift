import GRDB
import HearthCore
import Seal

/// The keys that open what is left in the inbox. The lock stands in the clear part of the journal's file, the keys
/// inside it.
enum InboxKeys {
  private static let name = "inboxKeys"
  /// Those before the newest are kept for notes that were left while it was being changed.
  private static let limit = 3

  static func add(_ box: BoxKeys, _ db: Database) throws {
    let keys = ([digits(box.key)] + (try all(db).map { digits($0.key) })).prefix(limit)
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [name, keys.joined(separator: " ")])
  }

  static func forget(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [name])
  }

  /// The newest first.
  static func all(_ db: Database) throws -> [BoxKeys] {
    let value = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [name])
    return (value ?? "").split(separator: " ").compactMap { text in
      var bytes = stride(from: 0, to: text.count, by: 2).compactMap { place in
        UInt8(text.dropFirst(place).prefix(2), radix: 16)
      }
      return bytes.count == BoxKeys.keySize ? BoxKeys(key: Secret(wiping: &bytes)) : nil
    }
  }

  private static func digits(_ key: Secret) -> String {
    key.withBytes { bytes in
      bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }
  }
}

import Foundation
import GRDB
import HearthCore

@testable import HearthStorage

/// A journal as the first Hearth left it: in clear.
enum PlainJournal {
  /// - Parameter fill: what stands in it.
  static func make(in folder: TestFolder, _ fill: (Database) throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: folder.inbox, withIntermediateDirectories: true)
    try folder.setMode(0o700, of: folder.journal)
    let connection = try Connection.plain(JournalFolder.database, in: JournalFolder.enter(folder.journal))
    try connection.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    try Migrations.migrator.migrate(connection.queue, upTo: "1 journal")
    try connection.queue.write(fill)
    connection.close()
  }

  static func make(in folder: TestFolder, entries: Int) throws {
    try make(in: folder) { db in
      for number in 1...entries {
        try db.execute(
          sql: "INSERT INTO entry VALUES (?, ?, ?, 1000, 3600, 'Europe/Paris', 20000, ?, ?, ?, 0, NULL, 5, 6, NULL)",
          arguments: [
            number, UUID.number(number), 20_000 << 8 | number, Data("Tea".utf8), Data(), Data("Tea \(number)".utf8),
          ])
      }
    }
  }
}

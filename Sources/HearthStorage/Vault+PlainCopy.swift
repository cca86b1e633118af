import Foundation
import GRDB
import Glibc
package import HearthCore
import Seal

extension Vault {
  /// Writes the whole journal, its versions and its trash into a plain SQLite file, which whoever has it can read. It is
  /// readable by its owner alone, and whole when this returns.
  ///
  /// - Parameters:
  ///   - path: of the file; what stands there gives way.
  ///   - withChecks: with what was kept of the relationship check.
  ///   - draftName: what it is called, in the same folder, while it is being written.
  /// - Throws: `placeMissing` where the folder is not there, `diskFull` and the like; then nothing of it is left.
  package func writePlainCopy(
    to path: String, withChecks: Bool = false, first draftName: String
  ) throws(Problem) {
    let url = URL(fileURLWithPath: path)
    let folder: Folder
    do throws(Problem) { folder = try Folder(url.deletingLastPathComponent().path) } catch .folderMissing {
      throw .placeMissing(path)
    }
    do throws(Problem) {
      try whileOpen { connection in try connection.copy(intoPlain: draftName, in: folder) }
      try forgetSecrets(draftName, in: folder, withChecks: withChecks)
      try folder.open(draftName, for: .changing).sync()
      try folder.rename(draftName, to: url.lastPathComponent)
      try folder.sync()
    } catch {
      try? folder.remove(draftName)
      throw error
    }
  }

  /// The copy contains neither the inbox keys nor, unless asked for, kept checks.
  private func forgetSecrets(_ name: String, in folder: Folder, withChecks: Bool) throws(Problem) {
    let copy = try Connection.plain(name, in: folder)
    defer { copy.close() }
    do {
      try copy.queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON")
        try InboxKeys.forget(db)
        if !withChecks { try Vault.forgetChecks(db) }
      }
    } catch {
      throw Problem(error, at: folder.path)
    }
  }

  // MARK: What sealing costs

  /// Writes the journal as SQLite alone would keep it: a plain copy that leaves no room for seals either. It is there to
  /// be measured beside.
  package func writeUnsealed(to path: String) throws(Problem) {
    try writePlainCopy(to: path, first: ".unsealed.new")
    let url = URL(fileURLWithPath: path)
    let folder = try Folder(url.deletingLastPathComponent().path)
    try Connection.unseal(url.lastPathComponent, in: folder)
  }

  /// Opens such a file, with all else as in a sealed journal.
  package static func unsealed(_ path: String) throws(Problem) -> Vault {
    let url = URL(fileURLWithPath: path)
    let folder = try Folder(url.deletingLastPathComponent().path)
    return try Vault(Connection.unsealed(url.lastPathComponent, in: folder), in: nil, nil)
  }
}

package import Foundation
import GRDB
package import HearthCore

extension Vault {
  /// All tags in use, the most used first. What lies in the trash does not count.
  package func tagUses() throws(Problem) -> [TagUse] {
    let inTexts = """
      SELECT count(*) FROM entryTag JOIN entry ON entry.id = entryTag.entry
      WHERE entryTag.tag = tag.id AND added IS NULL AND trashedAt IS NULL
      """
    return try read { db in
      let sql = "SELECT name, uses, (\(inTexts)) AS inTexts FROM tag WHERE uses > 0 ORDER BY uses DESC, name"
      return try Row.fetchAll(db, sql: sql).map { TagUse($0["name"], entries: $0["uses"], inTexts: $0["inTexts"]) }
    }
  }

  /// Gives a tag that was set beside texts another name, in the trash too; one change, which can be taken back. Where it
  /// stands in a text it stays.
  /// - Returns: the entries that have the other name now.
  package func renameTag(_ old: String, to new: String, now: Instant) throws(Problem) -> [UUID] {
    let ids = try entries(withTagBeside: old)
    return ids.isEmpty ? [] : try make(.tags(add: [new], remove: [old], ids), now: now)
  }

  /// Whether it was set beside a text, in the trash too: then another name for it changes something.
  package func isTagBesideText(_ tag: String) throws(Problem) -> Bool { try !entries(withTagBeside: tag).isEmpty }

  private func entries(withTagBeside tag: String) throws(Problem) -> [UUID] {
    let sql = """
      SELECT uuid FROM entry JOIN entryTag ON entryTag.entry = entry.id JOIN tag ON tag.id = entryTag.tag
      WHERE tag.name = ? AND added IS NOT NULL ORDER BY entry.id
      """
    return try read { db in try UUID.fetchAll(db, sql: sql, arguments: [tag.folded]) }
  }
}

package import Foundation
package import HearthCore

extension Vault {
  /// Keeps what is on the page, in place of what was kept of it before.
  package func keep(_ draft: Draft) throws(Problem) {
    try writeAlone { db in try DraftRecord.keep(draft, db) }
  }

  /// What was never finished, the last kept first; at most a hundred.
  package func drafts() throws(Problem) -> [Draft] {
    try read { db in try DraftRecord.all(limit: 100, db) }
  }

  /// Nil where nothing of that entry is kept.
  package func draft(of id: UUID) throws(Problem) -> Draft? {
    try read { db in try DraftRecord.find(id, db) }
  }

  /// Deletes the draft of an entry. Does nothing if there is no draft.
  package func forgetDraft(of id: UUID) throws(Problem) {
    try write { db in try DraftRecord.forget(id, db) }
  }
}

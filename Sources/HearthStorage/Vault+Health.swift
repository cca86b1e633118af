import GRDB
package import HearthCore
import Seal

extension Vault {
  /// Checks everything about the journal that can be checked, and changes nothing of what is kept: what the log holds
  /// goes into the file, as at every close, and the folder of the backups is made where there is none. Reads all of it,
  /// so it takes seconds where there is much.
  ///
  /// - Parameter goingOn: throws `interrupted` once it is called off.
  /// - Returns: one finding a subject, in the order of `HealthFinding.Subject`.
  /// - Throws: `interrupted` where `goingOn` or `interrupt` ends it: what was not looked at is no trouble.
  package func verify(goingOn: () throws(Problem) -> Void = {}) throws(Problem) -> [HealthFinding] {
    var findings = [files, header, log]
    for check in [schema, integrity, links, index, counts, notes, copies] {
      findings.append(try check())
      try goingOn()
    }
    return findings
  }

  private var files: HealthFinding {
    folder.map { HealthFinding.files(of: $0, stoodOpen) } ?? HealthFinding(.files, isFine: true)
  }

  private var header: HealthFinding {
    folder.map { HealthFinding.header(of: $0, found: volume?.header) } ?? HealthFinding(.header, isFine: true)
  }

  private var log: HealthFinding { .log(logCondition) }

  private func schema() throws(Problem) -> HealthFinding {
    try finding(.schema) { db in
      let migrator = Migrations.migrator
      return HealthFinding(
        .schema, isFine: try migrator.hasCompletedMigrations(db), count: try migrator.appliedIdentifiers(db).count)
    }
  }

  private func integrity() throws(Problem) -> HealthFinding {
    let volume = volume
    return try finding(.database) { db in
      // A page that is torn in the file is intact in the log.
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      let unreadable = volume?.unreadablePages() ?? []
      guard unreadable.isEmpty else { return .unreadable(unreadable) }
      let answers = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      return HealthFinding(
        .database, isFine: answers == ["ok"], count: answers.count, detail: answers.joined(separator: "; "))
    }
  }

  private func links() throws(Problem) -> HealthFinding {
    try finding(.links) { db in
      let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      return HealthFinding(.links, isFine: broken == 0, count: broken)
    }
  }

  private func index() throws(Problem) -> HealthFinding {
    try finding(.index) { db in
      // Compares every word with the entries; throws where they differ.
      try db.execute(sql: "INSERT INTO entryIndex (entryIndex, rank) VALUES ('integrity-check', 1)")
      let indexed = try Int.fetchOne(db, sql: "SELECT count(*) FROM entryIndex_docsize") ?? 0
      let written = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry")
      return HealthFinding(.index, isFine: indexed == written, count: indexed)
    }
  }

  private func counts() throws(Problem) -> HealthFinding {
    try finding(.counts) { db in
      let entries = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0
      let wrong = try miscounted("tag", "entryTag", "tag", db) + miscounted("person", "mention", "person", db)
      return HealthFinding(.counts, isFine: wrong == 0, count: entries, detail: "\(wrong)")
    }
  }

  private func miscounted(_ names: String, _ pairs: String, _ column: String, _ db: Database) throws -> Int {
    let uses = """
      SELECT count(*) FROM \(pairs) JOIN entry ON entry.id = \(pairs).entry
      WHERE \(pairs).\(column) = \(names).id AND trashedAt IS NULL
      """
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(names) WHERE uses <> (\(uses))") ?? 0
  }

  private func notes() throws(Problem) -> HealthFinding { try finding(.notes, lookAtNotes) }

  private func lookAtNotes() throws(Problem) -> HealthFinding {
    guard let inbox = try folder?.folder(JournalFolder.inbox) else { return HealthFinding(.notes, isFine: true) }
    let notes = try InboxNote.names(.finished, in: inbox) + InboxNote.names(.unfinished, in: inbox)
    let answers = try InboxAnswers.names(in: inbox)
    let aside = inbox.status(of: JournalFolder.aside) == nil ? [] : try inbox.folder(JournalFolder.aside).names()
    let keys = try read(InboxKeys.all)
    // Those that would be put aside at the next opening.
    let unreadable =
      notes.filter { if case .unreadable = InboxFile<InboxNote>($0, in: inbox, keys) { true } else { false } }
      + answers.filter { if case .unreadable = InboxFile<InboxAnswers>($0, in: inbox, keys) { true } else { false } }
    let bad = unreadable + aside.sorted()
    return HealthFinding(
      .notes, isFine: bad.isEmpty, count: notes.count + answers.count, detail: bad.joined(separator: " "))
  }

  private func copies() throws(Problem) -> HealthFinding {
    if folder == nil { return HealthFinding(.backups, .fine) }
    return try finding(.backups) { () throws(Problem) in try finding(of: backups()) }
  }

  /// The same for this journal's in a second folder; `path` stands before their names.
  package func verifyBackups(in place: BackupFolder, at path: String) throws(Problem) -> HealthFinding {
    try finding(of: backups(in: place), in: place, at: path + "/")
  }

  private func finding(
    of backups: [Backup], in place: BackupFolder? = nil, at path: String = ""
  ) throws(Problem) -> HealthFinding {
    try HealthFinding.of(backups, at: path) { backup, isWhole throws(Problem) in
      if isWhole { _ = try preview(backup, in: place) } else { try glance(at: backup, in: place) }
    }
  }

  private func finding(
    _ subject: HealthFinding.Subject, _ check: (Database) throws -> HealthFinding
  ) throws(Problem) -> HealthFinding {
    try finding(subject) { () throws(Problem) in try inspect(check) }
  }

  /// A check that cannot even be made has found something; one that is called off has not.
  private func finding(
    _ subject: HealthFinding.Subject, _ check: () throws(Problem) -> HealthFinding
  ) throws(Problem) -> HealthFinding {
    do throws(Problem) { return try check() } catch {
      if error == .interrupted { throw error }
      return HealthFinding(subject, .trouble, detail: .refused(error))
    }
  }
}

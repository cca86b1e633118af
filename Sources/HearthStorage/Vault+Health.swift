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
    guard let folder else { return HealthFinding(.files, isFine: true) }
    let backups = try? folder.folder(JournalFolder.backups)
    let copies = ((try? backups?.names()) ?? []).filter { backups?.isPrivate($0) == false }.sorted()
    let open =
      (["."] + JournalFolder.contents).filter { folder.status(of: $0) != nil && !folder.isPrivate($0) }
      + copies.map { "\(JournalFolder.backups)/\($0)" }
    if open.isEmpty, !stoodOpen.isEmpty {
      return HealthFinding(.files, .note, detail: stoodOpen.joined(separator: " "))
    }
    return HealthFinding(.files, isFine: open.isEmpty, detail: open.joined(separator: " "))
  }

  private var header: HealthFinding {
    guard let folder else { return HealthFinding(.header, isFine: true) }
    let copies = (try? Volume.header(of: JournalFolder.database, in: folder))?.wholeCopies ?? 0
    // A damaged copy was repaired when the journal was opened.
    if copies == 2, let found = volume?.header.wholeCopies, found < 2 {
      return HealthFinding(.header, .note, count: copies)
    }
    return HealthFinding(.header, isFine: copies == 2, count: copies)
  }

  private var log: HealthFinding {
    let torn = logCondition?.torn ?? 0
    return HealthFinding(.log, torn == 0 ? .fine : .note, count: torn)
  }

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
      guard unreadable.isEmpty else {
        let first = Array(unreadable.prefix(20))
        return HealthFinding(.database, .trouble, count: unreadable.count, detail: .unreadable(pages: first))
      }
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

  private func notes() throws(Problem) -> HealthFinding {
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
    try finding(of: backups())
  }

  /// The same for this journal's in a second folder; `path` stands before their names.
  package func verifyBackups(in place: BackupFolder, at path: String) throws(Problem) -> HealthFinding {
    try finding(of: backups(in: place), in: place, at: path + "/")
  }

  /// Each is opened; the newest is read whole, since that is the one a person would want.
  private func finding(
    of backups: [Backup], in place: BackupFolder? = nil, at path: String = ""
  ) throws(Problem) -> HealthFinding {
    var (broken, closed, newestIsSeen): ([String], [String], Bool) = ([], [], false)
    // What was set aside may be damaged: that can be why it was.
    let all = backups.filter { !$0.isSetAside }
    for backup in all {
      do throws(Problem) {
        if newestIsSeen { try glance(at: backup, in: place) } else { _ = try preview(backup, in: place) }
        newestIsSeen = true
      } catch {
        if error == .interrupted { throw error }
        // Sealed with an earlier passphrase: whether it opens cannot be known here.
        if error == .passphraseWrong { closed.append(path + backup.name) } else { broken.append(path + backup.name) }
      }
    }
    if all.isEmpty { return HealthFinding(.backups, folder == nil ? .fine : .note) }
    let state: HealthFinding.State = !broken.isEmpty ? .trouble : closed.isEmpty ? .fine : .note
    let opened = all.count - broken.count - closed.count
    return HealthFinding(
      .backups, state, count: opened, detail: (broken.isEmpty ? closed : broken).joined(separator: " "))
  }

  /// A check that cannot even be made has found something; one that is called off has not.
  private func finding(
    _ subject: HealthFinding.Subject, _ check: (Database) throws -> HealthFinding
  ) throws(Problem) -> HealthFinding {
    do throws(Problem) { return try inspect(check) } catch {
      if error == .interrupted { throw error }
      return HealthFinding(subject, .trouble, detail: .refused(error))
    }
  }
}

package import FoundationEssentials
import GRDB
package import HearthCore

extension Vault {
  /// Makes a change that can be undone; the earlier state is recorded in the same transaction. Unknown ids are skipped.
  /// No-op changes are skipped; if all are, no undo step is recorded.
  /// - Returns: the entries that are different now; none for changes that are of no entry.
  @discardableResult
  package func make(_ change: Change, now: Instant) throws(Problem) -> [UUID] {
    try write { db in try Vault.make(change, now: now, db) }
  }

  /// Makes several changes that one undo takes back together.
  package func make(_ changes: [Change], now: Instant) throws(Problem) {
    try write { db in
      let last = try StepRecord.last(db)
      for change in changes { _ = try Vault.make(change, now: now, db) }
      try StepRecord.join(after: last, db)
    }
  }

  private static func make(_ change: Change, now: Instant, _ db: Database) throws -> [UUID] {
    switch change {
    case .hushPerson(let isOn, let name):
      guard try Vault.hush(person: name, isOn: isOn, db) else { break }
      try StepRecord(change.kind, .person(name), at: now, db)
    case .hushSpan(let isOn, let span):
      guard try Vault.hush(span, isOn: isOn, db) else { break }
      try StepRecord(change.kind, .span(span), at: now, db)
    case .forgetSearch(let name):
      guard let search = try Vault.forgetSearch(named: name, db) else { break }
      try StepRecord(change.kind, .search(search), at: now, db)
    case .letGoOfRun(let id):
      guard try RunRecord.letGo(of: id, at: now, db) else { break }
      try StepRecord(change.kind, .run(id), at: now, db)
    case .trash, .restore, .star, .tags, .mood, .date, .hush, .version:
      return try Vault.makeToEntries(change, now: now, db)
    }
    return []
  }

  private static func makeToEntries(_ change: Change, now: Instant, _ db: Database) throws -> [UUID] {
    var step: StepRecord?
    var altered: [UUID] = []
    for id in change.ids.uniqued() {
      guard let before = try EntryRecord.find(id, db) else { continue }
      guard try before.change(change.reason, at: now, db, { change.applied(to: $0, at: now) }) else { continue }
      step = try step ?? StepRecord(change.kind, at: now, db)
      try step?.keep(before, db)
      altered.append(id)
    }
    return altered
  }

  /// Undoes the last change, also one of a session before, and only what it did. Changes to entries that are gone for
  /// good are passed over.
  /// - Returns: what was undone; nil when there is nothing left.
  package func takeBack(now: Instant) throws(Problem) -> TakenBack? {
    try write { db in
      while let step = try StepRecord.last(db) {
        let parts = try step.together(db).compactMap { try $0.takeBack(at: now, db) }
        if let whole = TakenBack(parts) { return try Vault.named(whole, db) }
      }
      return nil
    }
  }

  /// The same, with the entry where it is one.
  private static func named(_ done: TakenBack, _ db: Database) throws -> TakenBack {
    guard done.entries.count == 1, let id = done.entries.first else { return done }
    var done = done
    done.head = try EntryRecord.find(id, db)?.entry.head
    return done
  }

  /// Deletes what lies in the trash for good, with its versions and what there is to take back. A page that is not
  /// finished stays.
  /// - Returns: how many entries, and how many of them go on as a page that is not finished.
  package func emptyTrash() throws(Problem) -> (entries: Int, unfinished: Int) {
    let gone = try deleteTrash()
    try inspect { db in try Vault.joinIndex(db) }
    return gone
  }

  private func deleteTrash() throws(Problem) -> (entries: Int, unfinished: Int) {
    try write { db in
      let trash = "FROM entry WHERE trashedAt IS NOT NULL"
      let count = try Int.fetchOne(db, sql: "SELECT count(*) \(trash)") ?? 0
      let drafts = "SELECT count(*) FROM draft WHERE entry IN (SELECT uuid \(trash))"
      let unfinished = try Int.fetchOne(db, sql: drafts) ?? 0
      try db.execute(
        sql: """
          UPDATE draft SET isEdit = 0 WHERE entry IN (SELECT uuid \(trash));
          DELETE \(trash);
          """)
      try RunRecord.emptyTrash(db)
      try CheckInRecord.emptyTrash(db)
      try MomentRecord.emptyTrash(db)
      try StepRecord.forgetPeople(db)
      try Vault.forgetUnusedNames(db)
      return (count, unfinished)
    }
  }

  /// After entries are gone for good: names that no other has, and steps with nothing in them.
  static func forgetUnusedNames(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM tag WHERE uses = 0 AND NOT EXISTS (SELECT 1 FROM entryTag WHERE tag = tag.id);
        DELETE FROM person
        WHERE uses = 0 AND isHushed = 0 AND isKept = 0
          AND NOT EXISTS (SELECT 1 FROM mention WHERE person = person.id)
          AND NOT EXISTS (SELECT 1 FROM momentPerson WHERE person = person.id);
        """)
    try StepRecord.tidy(db)
  }
}

extension Change {
  fileprivate var reason: Revision.Reason {
    if case .version = self { .restored } else { .edit }
  }
}

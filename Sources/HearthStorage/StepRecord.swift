import Foundation
import GRDB
import HearthCore

/// One undo step, in the table `step`; the earlier state of each entry it changed is in `stepEntry`.
struct StepRecord {
  private let id: Int64
  /// Nil for what only a later Hearth can do.
  private let kind: Change.Kind?
  private let subject: Subject
  /// The first of those that were made at once; nil where it was made alone.
  private let batch: Int64?

  /// What was changed.
  enum Subject {
    /// Those in `stepEntry`.
    case entries
    case person(String)
    case span(HushedSpan)
    /// As it was kept before.
    case search(SavedSearch)
    /// As it was before.
    case checkIn(CheckIn)
    case moment(Moment)
    case run(UUID)
    /// Somebody, or a standing contact, by the id.
    case people(UUID, before: PeopleBefore)
    /// Marks a write, which undo does not take back: see `close`.
    case writing
  }

  /// At most this many steps are kept; older ones are deleted.
  private static let most = 100

  /// A new one; where it is about entries, it holds none yet.
  @discardableResult
  init(_ kind: Change.Kind, _ subject: Subject = .entries, at now: Instant, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO step (kind, at, person, first, last, name, search, source, before)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [kind.rawValue, now] + subject.columns + subject.answerColumns)
    (self.kind, self.subject, batch) = (kind, subject, nil)
    id = db.lastInsertedRowID
    let old = "DELETE FROM step WHERE id <= (SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET \(Self.most))"
    try db.cachedStatement(sql: old).execute()
  }

  /// Records a write: the next undo reports it and changes nothing; the one after continues.
  static func close(at now: Instant, _ db: Database) throws {
    let last = "SELECT kind FROM step ORDER BY id DESC LIMIT 1"
    let statement = try db.cachedStatement(sql: "INSERT INTO step (kind, at) SELECT ?1, ?2 WHERE (\(last)) <> ?1")
    try statement.execute(arguments: [Change.Kind.writing.rawValue, now])
  }

  private init(_ row: Row) {
    id = row["id"]
    kind = Change.Kind(rawValue: row["kind"])
    subject = Subject(row)
    batch = row["batch"]
  }

  static func last(_ db: Database) throws -> StepRecord? {
    try Row.fetchOne(db, sql: "SELECT * FROM step ORDER BY id DESC LIMIT 1").map(StepRecord.init)
  }

  /// Gives all steps after `last` one batch number, so that one undo takes all of them back.
  static func join(after last: StepRecord?, _ db: Database) throws {
    let first = "SELECT min(id) FROM step WHERE id > ?1"
    try db.execute(sql: "UPDATE step SET batch = (\(first)) WHERE id > ?1", arguments: [last?.id ?? 0])
  }

  /// This step and all others of its batch, newest first.
  func together(_ db: Database) throws -> [StepRecord] {
    guard let batch else { return [self] }
    let sql = "SELECT * FROM step WHERE batch = ? ORDER BY id DESC"
    return try Row.fetchAll(db, sql: sql, arguments: [batch]).map(StepRecord.init)
  }

  // MARK: Forgetting

  /// Forgets the steps whose entries are all gone.
  static func tidy(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM step WHERE coalesce(person, first, name, source) IS NULL AND kind <> 'writing'
          AND NOT EXISTS (SELECT 1 FROM stepEntry WHERE stepEntry.step = step.id)
        """)
  }

  /// Removes an entry from all steps of these kinds, because a newer value has replaced what they would restore.
  static func forget(_ kinds: [Change.Kind], of entry: Int64, _ db: Database) throws {
    guard !kinds.isEmpty else { return }
    let known = "DELETE FROM stepEntry WHERE entry = ? AND step IN (SELECT id FROM step WHERE kind = ?)"
    for kind in kinds { try db.cachedStatement(sql: known).execute(arguments: [entry, kind.rawValue]) }
    try tidy(db)
  }

  /// Deletes the steps that would restore a search under this name, because another search has the name now.
  static func forget(searchNamed name: String, _ db: Database) throws {
    let steps = try Row.fetchAll(db, sql: "SELECT * FROM step WHERE name IS NOT NULL").map(StepRecord.init)
    for step in steps where step.subject.searchName == name.folded { try step.forget(db) }
  }

  /// Deletes all steps about people. Emptying the trash makes their deletion final.
  static func forgetPeople(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM step WHERE kind = ?", arguments: [Change.Kind.people.rawValue])
  }

  private func forget(_ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM step WHERE id = ?").execute(arguments: [id])
  }

  // MARK: Taking back

  /// Keeps how an entry was.
  func keep(_ before: EntryRecord, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO stepEntry (
          step, entry, at, offset, zone, day, addedTags, mood, starred, trashedAt, isHushed, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let (entry, stamp) = (before.entry, before.entry.stamp)
    try statement.execute(arguments: [
      id, before.id, stamp.instant, stamp.offset, stamp.zone, entry.day, NameList(entry.addedTags), entry.mood,
      entry.isStarred, entry.trashedAt, entry.isHushed, kind == .version ? Verbatim(entry.text) : nil,
    ])
  }

  /// Restores the fields this step changed, then deletes the step.
  /// - Returns: the kind that was undone; nil if all its entries are gone or a newer Hearth recorded a kind unknown
  ///   here.
  func takeBack(at now: Instant, _ db: Database) throws -> Change.Kind? {
    switch subject {
    case .entries: return try takeBackEntries(at: now, db)
    case .person(let name): _ = try Vault.hush(person: name, isOn: kind == .unhush, db)
    case .span(let span): _ = try Vault.hush(span, isOn: kind == .unhush, db)
    case .search(let search): try Vault.keep(search, .replace, db)
    case .checkIn(let before): try CheckInRecord.save(before, db)
    case .moment(let before): try MomentRecord.save(before, db)
    case .run(let id): try RunRecord.bringBack(id, db)
    case .people(_, let before): try before.putBack(db)
    case .writing: break
    }
    try forget(db)
    return kind
  }

  private func takeBackEntries(at now: Instant, _ db: Database) throws -> Change.Kind? {
    let sql = "SELECT stepEntry.*, uuid FROM stepEntry JOIN entry ON entry.id = entry WHERE step = ?"
    let befores = try Row.fetchAll(db, sql: sql, arguments: [id])
    try forget(db)
    guard let kind, !befores.isEmpty else { return nil }
    for before in befores {
      let entry = try EntryRecord.find(before["uuid"], db)
      _ = try entry?.change(kind == .version ? .restored : .edit, at: now, db) { $0.takeBack(kind, to: before) }
    }
    return kind
  }
}

extension StepRecord.Subject {
  /// The columns from `person` to `search`.
  fileprivate var columns: StatementArguments {
    switch self {
    case .entries, .checkIn, .moment, .run, .people, .writing: [nil, nil, nil, nil, nil]
    case .person(let name): [name, nil, nil, nil, nil]
    case .span(let span): [nil, span.days.lowerBound, span.days.upperBound, nil, nil]
    case .search(let search): [nil, nil, nil, Verbatim(search.name), Verbatim(search.text)]
    }
  }

  fileprivate init(_ row: Row) {
    let (person, span): (String?, HushedSpan?) = (row["person"], row["first"] == nil ? nil : HushedSpan(row))
    let (name, search): (Verbatim?, Verbatim?) = (row["name"], row["search"])
    if row["kind"] == Change.Kind.writing.rawValue {
      self = .writing
    } else if let person {
      self = .person(person)
    } else if let span {
      self = .span(span)
    } else if let name, let search {
      self = .search(SavedSearch(name: name.text, text: search.text))
    } else if let answers = Self(answers: row) {
      self = answers
    } else {
      self = .entries
    }
  }

  fileprivate var searchName: String? {
    if case .search(let search) = self { search.name.folded } else { nil }
  }
}

extension Entry {
  /// Restores the one field that this kind of change touched; all others stay as they are now.
  fileprivate mutating func takeBack(_ kind: Change.Kind, to before: Row) {
    switch kind {
    case .trash, .restore: trashedAt = before["trashedAt"]
    case .star, .unstar: isStarred = before["starred"]
    case .mood: mood = before["mood"]
    case .hush, .unhush: isHushed = before["isHushed"]
    case .date: (stamp, day) = (Stamp(before), before["day"])
    case .tags: addedTags = Entry.addedTags(before)
    case .version: (text, addedTags) = (Entry.text(before) ?? text, Entry.addedTags(before))
    // Of no entry.
    case .search, .several, .checkIn, .moment, .run, .people, .writing: break
    }
  }

  private static func addedTags(_ before: Row) -> [String] {
    let tags: NameList = before["addedTags"]
    return tags.names
  }

  private static func text(_ before: Row) -> String? {
    let text: Verbatim? = before["text"]
    return text?.text
  }
}

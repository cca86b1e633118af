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
    let columns = [("kind", kind.rawValue.databaseValue), ("at", now.databaseValue)] + (try subject.columns())
    try db.insert(columns, into: "step", onConflict: .abort)
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
    // What cannot be read is as a step whose entries are gone: it is passed over.
    subject = kind.flatMap { Subject($0, row) } ?? .entries
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
  /// - Returns: what was undone; nil if all its entries are gone, or only a newer Hearth can undo it.
  func takeBack(at now: Instant, _ db: Database) throws -> TakenBack? {
    if case .entries = subject { return try takeBackEntries(at: now, db) }
    // Asked before: with the step a standing contact can go, and with it whom it is with.
    let people = try subject.people(db)
    try restore(at: now, db)
    try forget(db)
    return try kind.map { kind in
      // Asked after: somebody who was with one may be called otherwise since.
      let company = try subject.company(db)
      return TakenBack(kind, about: people + company, named: try subject.name(db), on: subject.day)
    }
  }

  /// Restores what is of no single entry.
  private func restore(at now: Instant, _ db: Database) throws {
    switch subject {
    case .person(let name): _ = try Vault.hush(person: name, isOn: kind == .unhush, db)
    case .span(let span): _ = try Vault.hush(span, isOn: kind == .unhush, db)
    case .search(let search): try Vault.keep(search, .replace, db)
    case .checkIn(let before): try CheckInRecord.save(before, db)
    case .moment(let before): try MomentRecord.save(before, db)
    case .run(let id): try RunRecord.bringBack(id, db)
    case .people(_, let before): try before.putBack(db)
    case .entries, .writing: break
    }
  }

  private func takeBackEntries(at now: Instant, _ db: Database) throws -> TakenBack? {
    let sql = "SELECT stepEntry.*, uuid FROM stepEntry JOIN entry ON entry.id = entry WHERE step = ?"
    let befores = try Row.fetchAll(db, sql: sql, arguments: [id])
    try forget(db)
    guard let kind, !befores.isEmpty else { return nil }
    for before in befores {
      let entry = try EntryRecord.find(before["uuid"], db)
      _ = try entry?.change(kind == .version ? .restored : .edit, at: now, db) { entry in
        kind.takenBack(from: entry, to: entry.before(before))
      }
    }
    return TakenBack(kind, of: Set(befores.map { $0["uuid"] }))
  }
}

extension StepRecord.Subject {
  /// Its columns of the table `step`.
  fileprivate func columns() throws -> [(column: String, value: DatabaseValue)] {
    switch self {
    case .entries, .writing: []
    case .person(let name): [("person", name.databaseValue)]
    case .span(let span):
      [("first", span.days.lowerBound.databaseValue), ("last", span.days.upperBound.databaseValue)]
    case .search(let search):
      [("name", Verbatim(search.name).databaseValue), ("search", Verbatim(search.text).databaseValue)]
    case .checkIn(let before): try Self.columns(before.id, before)
    case .moment(let before): try Self.columns(before.id, before)
    case .run(let id): [("source", id.databaseValue)]
    case .people(let id, let before): try Self.columns(id, before)
    }
  }

  private static func columns(_ id: UUID, _ before: some Encodable) throws -> [(column: String, value: DatabaseValue)] {
    [("source", id.databaseValue), ("before", try JSONEncoder().encode(before).databaseValue)]
  }

  /// Nil where a column of its kind is missing, or a later Hearth wrote it in another way.
  fileprivate init?(_ kind: Change.Kind, _ row: Row) {
    let source: UUID? = row["source"]
    let subject: Self? =
      switch kind {
      case .trash, .restore, .star, .unstar, .tags, .mood, .date, .version, .several: .entries
      case .hush, .unhush: .hushed(row)
      case .search: .search(row)
      case .checkIn: Self.before(row).map(Self.checkIn)
      case .moment: Self.before(row).map(Self.moment)
      case .run: source.map(Self.run)
      case .people: source.flatMap { id in Self.before(row).map { .people(id, before: $0) } }
      case .writing: .writing
      }
    guard let subject else { return nil }
    self = subject
  }

  private static func hushed(_ row: Row) -> Self {
    if let name: String = row["person"] { return .person(name) }
    return row["first"] == nil ? .entries : .span(HushedSpan(row))
  }

  private static func search(_ row: Row) -> Self? {
    guard let name: Verbatim = row["name"], let text: Verbatim = row["search"] else { return nil }
    return .search(SavedSearch(name: name.text, text: text.text))
  }

  private static func before<Value: Decodable>(_ row: Row) -> Value? {
    let json: Data? = row["before"]
    return json.flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
  }

  /// Whom it is about, by name.
  fileprivate func people(_ db: Database) throws -> [String] {
    switch self {
    case .person(let name): return [name]
    case .people(let id, let before):
      // A new contact had nobody before.
      let present = "SELECT person.name FROM touchpoint JOIN person ON person.id = person WHERE touchpoint.uuid = ?"
      return try before.names.isEmpty ? String.fetchAll(db, sql: present, arguments: [id]) : before.names
    case .entries, .span, .search, .checkIn, .moment, .run, .writing: return []
    }
  }

  /// With whom a moment was, as they are called now.
  fileprivate func company(_ db: Database) throws -> [String] {
    guard case .moment(let before) = self else { return [] }
    return try MomentRecord.find(before.id, db)?.with ?? []
  }

  /// What it is called, where it has a name.
  fileprivate func name(_ db: Database) throws -> String? {
    switch self {
    case .search(let search): search.name
    case .run(let id): try RunRecord.title(of: id, db)
    case .entries, .person, .span, .checkIn, .moment, .people, .writing: nil
    }
  }

  /// The day it is of, where it is of one.
  fileprivate var day: Day? {
    switch self {
    case .checkIn(let before): before.day
    case .moment(let before): before.day
    case .entries, .person, .span, .search, .run, .people, .writing: nil
    }
  }

  fileprivate var searchName: String? {
    if case .search(let search) = self { search.name.folded } else { nil }
  }
}

extension Entry {
  /// As it was, from a row of `stepEntry`; a row without a text leaves the present one.
  fileprivate func before(_ row: Row) -> Entry {
    let (text, tags): (Verbatim?, NameList) = (row["text"], row["addedTags"])
    return Entry(
      id: id, stamp: Stamp(row), day: row["day"], createdAt: createdAt, modifiedAt: modifiedAt,
      text: text?.text ?? self.text, addedTags: tags.names, mood: row["mood"], isStarred: row["starred"],
      trashedAt: row["trashedAt"], isHushed: row["isHushed"])
  }
}

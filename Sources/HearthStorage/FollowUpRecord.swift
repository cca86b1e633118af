import Foundation
import GRDB
import HearthCore

/// What a run leaves for later, in the table `followUp`.
enum FollowUpRecord {
  /// Brings what a run leaves up to date. What was answered or let go stays so, unless it now comes back at another
  /// time; what the run no longer leaves goes, if it was open.
  /// - Parameter number: of the run.
  static func update(_ followUps: [FollowUp], of number: Int64, _ db: Database) throws {
    let open = "SELECT step FROM followUp WHERE run = ? AND answeredAt IS NULL AND dismissedAt IS NULL"
    let gone = Set(try String.fetchAll(db, sql: open, arguments: [number])).subtracting(followUps.map(\.id.step))
    for step in gone {
      try db.execute(sql: "DELETE FROM followUp WHERE run = ? AND step = ?", arguments: [number, step])
    }
    for followUp in followUps { try keep(KeptFollowUp(followUp, title: ""), of: number, db) }
  }

  /// Adds it, or puts it in place of the one that came back at another time.
  static func keep(_ kept: KeptFollowUp, of number: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO followUp (
          run, step, question, options, measure, dueAt, dueDay, answeredAt, answer, dismissedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (run, step) DO UPDATE SET question = excluded.question, options = excluded.options,
          measure = excluded.measure, dueAt = excluded.dueAt, dueDay = excluded.dueDay,
          answeredAt = excluded.answeredAt, answer = excluded.answer, dismissedAt = excluded.dismissedAt
        WHERE dueAt IS NOT excluded.dueAt OR dueDay IS NOT excluded.dueDay
        """)
    let (followUp, due) = (kept.followUp, Columns(kept.followUp.due))
    try statement.execute(arguments: [
      number, followUp.id.step, Verbatim(followUp.question), try Offered(followUp).bytes, followUp.measure, due.at,
      due.day, kept.answeredAt, kept.answer, kept.dismissedAt,
    ])
  }

  static func find(_ id: FollowUp.ID, _ db: Database) throws -> KeptFollowUp? {
    let sql = "\(selection) WHERE run.uuid = ? AND step = ? AND trashedAt IS NULL"
    return try Row.fetchOne(db, sql: sql, arguments: [id.run, id.step]).map(kept)
  }

  /// Those of a run, in the order in which they come back.
  static func all(of run: UUID, _ db: Database) throws -> [KeptFollowUp] {
    let sql = "\(selection) WHERE run.uuid = ? ORDER BY coalesce(dueAt, dueDay * 86400000), step"
    return try Row.fetchAll(db, sql: sql, arguments: [run]).map(kept)
  }

  /// Those that wait, the earliest first; none about those people.
  /// - Parameter quiet: their names, folded.
  static func open(limit: Int, except quiet: Set<String>, _ db: Database) throws -> [KeptFollowUp] {
    let sql = """
      \(selection) WHERE answeredAt IS NULL AND dismissedAt IS NULL AND trashedAt IS NULL
      ORDER BY coalesce(dueAt, dueDay * 86400000), run, step
      """
    let rows = try Row.fetchCursor(db, sql: sql)
    var open: [KeptFollowUp] = []
    while open.count < limit, let row = try rows.next() {
      let person = (row["person"] as Verbatim?)?.text.folded
      if person.map(quiet.contains) != true { open.append(try kept(row)) }
    }
    return open
  }

  /// - Parameter answer: the id of an option; nil lets it go, or says that a reminder was seen.
  static func close(_ id: FollowUp.ID, answer: String?, isSeen: Bool, at now: Instant, _ db: Database) throws {
    let sql = """
      UPDATE followUp SET answer = ?, answeredAt = ?, dismissedAt = ?
      WHERE step = ? AND run = (SELECT id FROM run WHERE uuid = ?)
      """
    let isAnswered = answer != nil || isSeen
    try db.execute(sql: sql, arguments: [answer, isAnswered ? now : nil, isAnswered ? nil : now, id.step, id.run])
  }

  private static let selection =
    "SELECT followUp.*, run.uuid, practice, title, person FROM followUp JOIN run ON run.id = run"

  private static func kept(_ row: Row) throws -> KeptFollowUp {
    let (title, question): (Verbatim, Verbatim) = (row["title"], row["question"])
    let offered = try Offered(row["options"])
    let dueAt: Instant? = row["dueAt"]
    let followUp = FollowUp(
      run: row["uuid"], practice: row["practice"], step: row["step"], question: question.text,
      options: offered.options.map { Step.Option($0.id, $0.text) },
      offers: Dictionary(offered.options.map { ($0.id, $0.offers) }) { first, _ in first }.filter { !$0.value.isEmpty },
      // Exactly one of the two columns is set.
      measure: row["measure"], due: dueAt.map { .at($0) } ?? .on(row["dueDay"]))
    return KeptFollowUp(
      followUp, title: title.text, answer: row["answer"], answeredAt: row["answeredAt"], dismissedAt: row["dismissedAt"]
    )
  }

  /// A due in its two columns.
  private struct Columns {
    var at: Instant?
    var day: Day?

    init(_ due: Due) {
      switch due {
      case .at(let instant): at = instant
      case .on(let day): self.day = day
      }
    }
  }

  /// What can be answered, and what each answer offers, as it stands in one column.
  private struct Offered: Codable {
    struct Choice: Codable {
      let id: String
      let text: String
      let offers: [String]
    }
    let options: [Choice]

    init(_ followUp: FollowUp) {
      options = followUp.options.map { Choice(id: $0.id, text: $0.text, offers: followUp.offers[$0.id] ?? []) }
    }

    init(_ bytes: Data) throws { self = try JSONDecoder().decode(Offered.self, from: bytes) }

    var bytes: Data { get throws { try JSONEncoder().encode(self) } }
  }
}

import GRDB
import HearthCore
import Seal

/// The readable rows of a damaged journal, gathered in a database in memory: rows that SQLite still reaches, and rows
/// on readable pages that the damaged tree no longer reaches.
///
/// Foreign keys are not enforced here, because the row that another one refers to may be lost.
final class RecoveredRows {
  let vault: Vault
  /// Pages that do not open.
  private(set) var lostPages = 0
  /// Rows found on pages that nothing points to.
  private(set) var looseRows = 0
  /// What opens the notes beside the journal, where SQLite does not find it any more.
  private(set) var inboxKeys: [BoxKeys] = []
  private let shapes: [TableShape]
  private var gaps: [String: Gap] = [:]

  /// What is missing from a table that could not be read to its end.
  private struct Gap {
    /// Row numbers that are known to have existed.
    var numbers: Set<Int64> = []
    /// Whether `numbers` lists every missing row.
    var isExact = false
  }

  /// - Parameter damaged: nil where SQLite does not get into it at all.
  init(of damaged: Connection?, _ volume: Volume) throws(Problem) {
    vault = try .inMemory()
    shapes = try vault.read(TableShape.all)
    try vault.inspect { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
    }
    for shape in shapes { try walk(shape, in: damaged) }
    if damaged == nil || volume.logCondition.isDamaged { doubtAll() }
    try gather(LoosePages(volume))
    try vault.write { db in try db.execute(sql: "UPDATE person SET uuid = randomblob(16) WHERE uuid IS NULL") }
  }

  /// Numbers of rows that are known, or likely, to have been in a table and could not be read.
  func lost(from table: String) throws(Problem) -> Set<Int64> {
    guard let gap = gaps[table] else { return [] }
    let found = try vault.read { db in try Int64.fetchSet(db, sql: "SELECT rowid FROM \(table)") }
    let last = gap.numbers.union(found).max() ?? 0
    return (gap.isExact ? gap.numbers : Set(stride(from: 1, through: last, by: 1))).subtracting(found)
  }

  /// Whether rows may be missing from any table but these.
  func isPartial(but tables: [String]) throws(Problem) -> Bool {
    for (table, gap) in gaps where !tables.contains(table) {
      if !gap.isExact { return true }
      if try !lost(from: table).isEmpty { return true }
    }
    return false
  }

  // MARK: Rows that SQLite reaches

  private func walk(_ shape: TableShape, in damaged: Connection?) throws(Problem) {
    guard let damaged, (try? damaged.queue.inDatabase { db in try db.tableExists(shape.name) }) ?? true else { return }
    if try copy("SELECT * FROM \(shape.name)", of: shape, from: damaged) { return }
    guard shape.isNumbered else {
      gaps[shape.name] = Gap()
      _ = try copy("SELECT * FROM \(shape.name) ORDER BY \(shape.backwards)", of: shape, from: damaged)
      return
    }
    let gap = numbers(of: shape, in: damaged)
    gaps[shape.name] = gap
    for number in gap.isExact ? gap.numbers.sorted() : Array(stride(from: 1, through: gap.numbers.max() ?? 0, by: 1)) {
      _ = try copy("SELECT * FROM \(shape.name) WHERE rowid = \(number)", of: shape, from: damaged)
    }
  }

  /// The row numbers found by walking the table and its indexes from both ends.
  private func numbers(of shape: TableShape, in damaged: Connection) -> Gap {
    var gap = Gap()
    for (order, direction) in shape.orders.flatMap({ [($0, "ASC"), ($0, "DESC")] }) {
      let sql = "SELECT rowid FROM \(shape.name) ORDER BY \(order) \(direction)"
      let isWhole = follow(sql, in: damaged) { gap.numbers.insert($0[0]) }
      if isWhole { return Gap(numbers: gap.numbers, isExact: true) }
    }
    return gap
  }

  /// - Returns: whether it came to the end.
  private func copy(_ sql: String, of shape: TableShape, from damaged: Connection) throws(Problem) -> Bool {
    var rows: [Row] = []
    let isWhole = follow(sql, in: damaged) { rows.append($0.copy()) }
    let columns = Set(shape.columns.map(\.name))
    try vault.write { db in
      for row in rows {
        RecoveredRows.put(zip(row.columnNames, row.databaseValues).filter { columns.contains($0.0) }, into: shape, db)
      }
    }
    return isWhole
  }

  private func follow(_ sql: String, in damaged: Connection, _ take: (Row) -> Void) -> Bool {
    let isWhole: Void? = try? damaged.queue.inDatabase { db in
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() { take(row) }
    }
    return isWhole != nil
  }

  /// Skips a row that the constraints of the table refuse.
  private static func put(_ values: [(column: String, value: DatabaseValue)], into shape: TableShape, _ db: Database) {
    let row = values.map { column, value in
      // `ord` is unique and assigned anew later. Until then the row number stands in for it, which is unique as well.
      (column, column == "ord" ? values[0].value : value)
    }
    try? db.insert(row, into: shape.name, onConflict: .replace)
  }

  // MARK: Orphaned rows

  /// Marks every table as incomplete, because SQLite may be showing an earlier state.
  private func doubtAll() {
    for shape in shapes { gaps[shape.name, default: Gap()].isExact = false }
  }

  private func gather(_ pages: LoosePages) throws(Problem) {
    for number in stride(from: 1, through: pages.count, by: 1) {
      guard let bytes = pages.page(number) else {
        lostPages += 1
        continue
      }
      inboxKeys += TableLeaf.keyedRows(bytes, reserved: LoosePages.reserved).flatMap(InboxKeys.all(in:))
      guard !gaps.isEmpty, let leaf = TableLeaf(bytes, number: number, reserved: LoosePages.reserved) else { continue }
      let rows = leaf.rows(following: pages.page)
      guard let shape = shapes.first(where: { $0.fits(rows) }), let gap = gaps[shape.name] else { continue }
      try take(rows.filter { !gap.isExact || gap.numbers.contains($0.number) }, into: shape)
    }
  }

  private func take(_ rows: [TableLeaf.Row], into shape: TableShape) throws(Problem) {
    let count = "SELECT count(*) FROM \(shape.name)"
    looseRows += try vault.write { db in
      let before = try Int.fetchOne(db, sql: count) ?? 0
      for row in rows {
        let values = zip(shape.columns.map(\.name), row.values).map { column, value in
          (column, column == shape.number?.name ? row.number.databaseValue : value)
        }
        RecoveredRows.put(values, into: shape, db)
      }
      return (try Int.fetchOne(db, sql: count) ?? 0) - before
    }
  }
}

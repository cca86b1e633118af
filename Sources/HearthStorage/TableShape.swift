import GRDB

/// The columns of a table, used to recognise orphaned rows.
struct TableShape {
  let name: String
  /// Whether its rows have numbers of their own.
  let isNumbered: Bool
  let columns: [ColumnInfo]
  /// Its key from its end, for walking it backwards.
  let backwards: String
  /// Columns along which an index, or the table itself, can be walked.
  let orders: [String]

  /// All tables that hold what a person wrote or answered. Left out are derived sums, which are computed anew, and undo
  /// steps, which are not recovered.
  static func all(_ db: Database) throws -> [TableShape] {
    let sql = """
      SELECT name, sql LIKE '%WITHOUT ROWID' AS isKeyed FROM sqlite_schema
      WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'entryIndex%' AND name NOT LIKE 'sqlite%'
        AND name NOT IN ('meta', 'grdb_migrations', 'step', 'stepEntry', 'dayReading', 'dayMoment')
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      let name: String = row["name"]
      let key = try db.primaryKey(name).columns
      return TableShape(
        name: name, isNumbered: row["isKeyed"] == false, columns: try db.columns(in: name),
        backwards: key.map { "\($0) DESC" }.joined(separator: ", "),
        orders: ["rowid"] + (try db.indexes(on: name).compactMap(\.columns.first)))
    }
  }

  /// The column that is the number of the row.
  var number: ColumnInfo? { columns.first { isNumbered && $0.primaryKeyIndex == 1 && $0.type == "INTEGER" } }

  /// Whether every row of a leaf could belong to this table. Rows written before a column was added may be shorter.
  func fits(_ rows: [TableLeaf.Row]) -> Bool { isNumbered && !rows.isEmpty && rows.allSatisfy(fits) }

  private func fits(_ row: TableLeaf.Row) -> Bool {
    guard row.values.count <= columns.count else { return false }
    let isWhole = columns.dropFirst(row.values.count).allSatisfy { !$0.isNotNull || $0.defaultValueSQL != nil }
    return isWhole && zip(columns, row.values).allSatisfy { column, value in takes(value, in: column) }
  }

  private func takes(_ value: DatabaseValue, in column: ColumnInfo) -> Bool {
    if column.name == number?.name { return value.isNull }
    switch (value.storage, column.type) {
    case (.null, _): return !column.isNotNull && column.primaryKeyIndex == 0
    case (.int64, "INTEGER"), (.int64, "REAL"), (.double, "REAL"), (.string, "TEXT"), (.blob, "BLOB"): return true
    default: return false
    }
  }
}

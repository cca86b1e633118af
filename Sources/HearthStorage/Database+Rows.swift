import GRDB

extension Database {
  /// Inserts a row into a table whose columns are known only at run time.
  /// - Parameter conflict: what becomes of a row that has the key already.
  func insert(
    _ values: [(column: String, value: DatabaseValue)], into table: String, onConflict conflict: ConflictResolution
  ) throws {
    let columns = values.map(\.column).joined(separator: ", ")
    let places = values.map { _ in "?" }.joined(separator: ", ")
    try cachedStatement(sql: "INSERT OR \(conflict.rawValue) INTO \(table) (\(columns)) VALUES (\(places))")
      .execute(arguments: StatementArguments(values.map(\.value)))
  }
}

extension Migrations {
  /// Which cards of the Library were read.
  static let library = """
    CREATE TABLE readCard (
      card TEXT PRIMARY KEY,
      at INTEGER NOT NULL  -- for the first time
    ) WITHOUT ROWID;
    """
}

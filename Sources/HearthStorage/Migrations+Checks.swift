extension Migrations {
  /// What a person chose to keep of the relationship check. Nothing else in the journal refers to it.
  static let checks = """
    CREATE TABLE keptCheck (
      uuid BLOB PRIMARY KEY CHECK (length(uuid) = 16),
      checkID TEXT NOT NULL,
      alias BLOB NOT NULL,
      day INTEGER NOT NULL,
      answers BLOB NOT NULL  -- a line an item: its id, a blank, the id of its answer
    ) WITHOUT ROWID;
    """
}

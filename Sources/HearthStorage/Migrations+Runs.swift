extension Migrations {
  /// Passages through practices, what they want to be asked about later, and practices that rest.
  ///
  /// `title`, `person`, `question` and `options` are bytes of UTF-8: see `Verbatim`. So is `transcript`,
  /// which holds JSON.
  static let runs = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      practice TEXT NOT NULL,
      version INTEGER NOT NULL,  -- of the practice when the run began
      title BLOB NOT NULL,  -- as it was called then
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      zone TEXT NOT NULL,
      day INTEGER NOT NULL,
      finishedAt INTEGER,  -- null while one may go on with it
      finishedOffset INTEGER,
      finishedZone TEXT,
      place TEXT,  -- the step one stands on
      person BLOB,  -- the first who was named in it
      transcript BLOB NOT NULL,
      trashedAt INTEGER
    );
    CREATE INDEX run_at ON run (at) WHERE trashedAt IS NULL;

    CREATE TABLE followUp (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      step TEXT NOT NULL,
      question BLOB NOT NULL,
      options BLOB NOT NULL,  -- JSON, with what each offers
      measure TEXT,
      dueAt INTEGER,  -- for what comes back at a time
      dueDay INTEGER,  -- for what comes back on a day
      answeredAt INTEGER,
      answer TEXT,  -- the id of an option
      dismissedAt INTEGER,
      PRIMARY KEY (run, step),
      CHECK ((dueAt IS NULL) <> (dueDay IS NULL))
    ) WITHOUT ROWID;

    CREATE TABLE practiceRested (
      practice TEXT PRIMARY KEY,
      until INTEGER  -- the first day on which it is offered again; null is none
    ) WITHOUT ROWID;
    """
}

extension Migrations {
  /// What a person has said of people, and the contacts that are meant to come again.
  ///
  /// `uuid` is drawn by SQLite, so that a name which first stands in a text has one too.
  static let people = """
    ALTER TABLE person ADD COLUMN uuid BLOB;
    ALTER TABLE person ADD COLUMN isKept INTEGER NOT NULL DEFAULT 0;  -- stays where nothing mentions them
    ALTER TABLE person ADD COLUMN circle TEXT;
    ALTER TABLE person ADD COLUMN kind TEXT;
    ALTER TABLE person ADD COLUMN traits TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE person ADD COLUMN needs TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE person ADD COLUMN contexts BLOB NOT NULL DEFAULT x'';
    ALTER TABLE person ADD COLUMN rubsOff BLOB NOT NULL DEFAULT x'';
    ALTER TABLE person ADD COLUMN notes BLOB NOT NULL DEFAULT x'';
    ALTER TABLE person ADD COLUMN role BLOB NOT NULL DEFAULT x'';
    ALTER TABLE person ADD COLUMN value BLOB NOT NULL DEFAULT x'';
    ALTER TABLE person ADD COLUMN isRemembered INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE person ADD COLUMN isResting INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE person ADD COLUMN isFlagged INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE person ADD COLUMN contactOn INTEGER;  -- a day on which they were met, beside the moments
    UPDATE person SET uuid = randomblob(16);
    CREATE UNIQUE INDEX person_uuid ON person (uuid);
    CREATE TRIGGER person_insert AFTER INSERT ON person WHEN new.uuid IS NULL BEGIN
      UPDATE person SET uuid = randomblob(16) WHERE id = new.id;
    END;

    CREATE TABLE alias (
      folded TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX alias_person ON alias (person);

    CREATE TABLE touchpoint (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      person INTEGER REFERENCES person ON DELETE CASCADE,
      title BLOB NOT NULL,
      kind TEXT NOT NULL,
      hopedDays INTEGER NOT NULL CHECK (hopedDays > 0),
      latestDays INTEGER CHECK (latestDays > 0),
      yearly TEXT,  -- month and day
      draft BLOB NOT NULL,
      isTimeKept INTEGER NOT NULL CHECK (isTimeKept IN (0, 1)),
      companion BLOB NOT NULL,
      sleepsUntil INTEGER,
      plannedOn INTEGER,
      isAtRest INTEGER NOT NULL CHECK (isAtRest IN (0, 1)),
      startedOn INTEGER NOT NULL,
      doneOn INTEGER
    );
    CREATE INDEX touchpoint_person ON touchpoint (person);

    CREATE TABLE bondAnswer (
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
      question TEXT NOT NULL,
      day INTEGER NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (person, question, day)
    ) WITHOUT ROWID;
    """
}

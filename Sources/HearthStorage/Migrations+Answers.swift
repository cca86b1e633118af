extension Migrations {
  /// Check-ins and moments. Every number answered in one is a row of `reading` under its uuid.
  static let readingsAndMoments = """
    CREATE TABLE checkIn (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL CHECK (abs(offset) < 86400),
      zone TEXT NOT NULL,
      day INTEGER NOT NULL,
      createdAt INTEGER NOT NULL,
      modifiedAt INTEGER NOT NULL,
      trashedAt INTEGER
    );
    CREATE INDEX checkIn_day ON checkIn (day, at, id);

    CREATE TABLE moment (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL CHECK (abs(offset) < 86400),
      zone TEXT NOT NULL,
      day INTEGER NOT NULL,
      kind TEXT NOT NULL,  -- a Moment.Kind
      medium TEXT,  -- a Moment.Medium
      minutes INTEGER CHECK (minutes >= 0),
      felt INTEGER CHECK (felt BETWEEN -2 AND 2),
      marks TEXT NOT NULL,  -- Moment.Marks, a JSON array
      line BLOB,
      createdAt INTEGER NOT NULL,
      modifiedAt INTEGER NOT NULL,
      trashedAt INTEGER
    );
    CREATE INDEX moment_day ON moment (day, at, id);

    CREATE TABLE momentPerson (
      moment INTEGER NOT NULL REFERENCES moment ON DELETE CASCADE,
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
      place INTEGER NOT NULL,  -- among those it was with
      PRIMARY KEY (moment, place)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX momentPerson_person ON momentPerson (person, moment);

    -- How a check-in or a moment was before: see Change.
    ALTER TABLE step ADD COLUMN source BLOB;
    ALTER TABLE step ADD COLUMN before BLOB;
    CREATE INDEX reading_day ON reading (day, measure);
    """

  /// The same with the columns of the key first: where another stood between them, SQLite 3.40 finds fault with whole
  /// tables (`PRAGMA integrity_check`), and no copy of the journal would count as one.
  static let peopleOfMoments = """
    CREATE TABLE momentPersonInOrder (
      moment INTEGER NOT NULL REFERENCES moment ON DELETE CASCADE,
      place INTEGER NOT NULL,  -- among those it was with
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
      PRIMARY KEY (moment, place)
    ) WITHOUT ROWID;
    INSERT INTO momentPersonInOrder (moment, place, person) SELECT moment, place, person FROM momentPerson;
    DROP TABLE momentPerson;
    ALTER TABLE momentPersonInOrder RENAME TO momentPerson;
    CREATE UNIQUE INDEX momentPerson_person ON momentPerson (person, moment);
    """

  /// Every list of readings asks what lies in the trash, which is little or nothing: without these all that was ever
  /// answered would be looked through for it.
  static let trashOfAnswers = """
    CREATE INDEX checkIn_trash ON checkIn (uuid) WHERE trashedAt IS NOT NULL;
    CREATE INDEX moment_trash ON moment (uuid) WHERE trashedAt IS NOT NULL;
    CREATE INDEX run_trash ON run (uuid) WHERE trashedAt IS NOT NULL;
    """
}

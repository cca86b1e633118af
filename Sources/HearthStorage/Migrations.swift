import GRDB

/// The shape of the journal on disk. Migrations only grow: what stands here is never edited, the next one goes below.
///
/// SQLite is told as much as it can hold to itself: not null, checks, references that cascade.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 journal") { db in
      try db.execute(sql: "PRAGMA application_id = \(PlainHeader.ourID)")
      try db.execute(sql: tables)
      try db.execute(sql: index)
      try db.execute(sql: counting(names: "tag", in: "entryTag", column: "tag"))
      try db.execute(sql: counting(names: "person", in: "mention", column: "person"))
    }
    migrator.registerMigration("2 finding") { db in try db.execute(sql: finding) }
    migrator.registerMigration("3 taking back") { db in try db.execute(sql: takingBack) }
    migrator.registerMigration("4 readings and moments") { db in try db.execute(sql: readingsAndMoments) }
    migrator.registerMigration("5 people and touchpoints") { db in try db.execute(sql: people) }
    migrator.registerMigration("6 runs") { db in try db.execute(sql: runs) }
    migrator.registerMigration("7 library") { db in try db.execute(sql: library) }
    migrator.registerMigration("8 kept checks") { db in try db.execute(sql: checks) }
    migrator.registerMigration("9 days summed up") { db in try db.execute(sql: days) }
    migrator.registerMigration("10 answers to questions") { db in try db.execute(sql: answersToQuestions) }
    migrator.registerMigration("11 what lies in the trash") { db in try db.execute(sql: trashOfAnswers) }
    migrator.registerMigration("12 people of moments, fewer triggers") { db in
      try db.execute(sql: peopleOfMoments)
      try db.execute(sql: fewerTriggers)
    }
    migrator.registerMigration("13 words of the index") { db in
      try db.execute(sql: wordsOfTheIndex)
      try indexSpelledOut(db)
    }
    migrator.registerMigration("14 Greek and Cyrillic accents") { db in try indexSpelledOut(db) }
    migrator.registerMigration("15 distance is no contact") { db in try db.execute(sql: distanceIsNoContact) }
    // The next migration goes here.
    return migrator
  }

  /// Instants are milliseconds since 1970 in UTC, offsets seconds east of it, days are counted from 1970-01-01.
  /// `title`, `excerpt` and `text` are UTF-8 bytes: see `Verbatim`.
  private static let tables = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
      ord INTEGER NOT NULL UNIQUE,  -- see TimeOrder
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL CHECK (abs(offset) < 86400),
      zone TEXT NOT NULL,
      day INTEGER NOT NULL,
      title BLOB NOT NULL,
      excerpt BLOB NOT NULL,
      text BLOB NOT NULL CHECK (typeof(text) = 'blob'),
      starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
      prompt TEXT,
      createdAt INTEGER NOT NULL,
      modifiedAt INTEGER NOT NULL,
      trashedAt INTEGER
    );
    CREATE INDEX entry_day ON entry (day DESC, at DESC, id DESC) WHERE trashedAt IS NULL;
    CREATE INDEX entry_star ON entry (day DESC, at DESC, id DESC) WHERE trashedAt IS NULL AND starred = 1;
    CREATE INDEX entry_trash ON entry (day DESC, at DESC, id DESC) WHERE trashedAt IS NOT NULL;

    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      zone TEXT NOT NULL,
      text BLOB NOT NULL CHECK (typeof(text) = 'blob'),
      addedTags TEXT NOT NULL,
      writtenAt INTEGER NOT NULL,
      replacedAt INTEGER NOT NULL,
      reason TEXT NOT NULL
    );
    CREATE INDEX revision_entry ON revision (entry);

    CREATE TABLE draft (
      entry BLOB PRIMARY KEY CHECK (length(entry) = 16),  -- its uuid: there may be no entry yet
      isEdit INTEGER NOT NULL CHECK (isEdit IN (0, 1)),
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      zone TEXT NOT NULL,
      text BLOB NOT NULL CHECK (typeof(text) = 'blob'),
      addedTags TEXT NOT NULL,
      mood INTEGER,
      starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
      prompt TEXT,
      keptAt INTEGER NOT NULL
    );

    CREATE TABLE tag (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),  -- in lower case
      uses INTEGER NOT NULL DEFAULT 0  -- in entries outside the trash
    );
    CREATE INDEX tag_uses ON tag (uses DESC, name) WHERE uses > 0;

    CREATE TABLE entryTag (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      place INTEGER NOT NULL,  -- among the tags of the entry
      tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
      added INTEGER,  -- its place among those set beside the text, null where it only stands in it
      PRIMARY KEY (entry, place)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX entryTag_tag ON entryTag (tag, entry);

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),  -- as first written
      folded TEXT NOT NULL UNIQUE,  -- as compared
      uses INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX person_uses ON person (uses DESC, folded) WHERE uses > 0;

    CREATE TABLE mention (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      place INTEGER NOT NULL,
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
      written TEXT NOT NULL,  -- as written in this entry
      PRIMARY KEY (entry, place)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX mention_person ON mention (person, entry);

    CREATE TABLE reading (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),  -- of what it was answered in; one a measure
      measure TEXT NOT NULL,
      value REAL NOT NULL,
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      zone TEXT NOT NULL,
      day INTEGER NOT NULL,
      entry INTEGER REFERENCES entry ON DELETE CASCADE,
      UNIQUE (uuid, measure)
    );
    CREATE UNIQUE INDEX reading_entry ON reading (entry, measure) WHERE entry IS NOT NULL;
    CREATE INDEX reading_measure ON reading (measure, day);

    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE questionShown (
      day INTEGER PRIMARY KEY,
      question TEXT NOT NULL
    );

    CREATE TABLE questionDismissed (
      question TEXT PRIMARY KEY,
      at INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// Search. The rows of the index are numbered by `ord`, because matches can be walked backwards by number only; the
  /// trash is not in it. Pages of 4,000 bytes fill a database page, as the usual 1,000 do not.
  private static let index = """
    CREATE VIEW shownEntry AS SELECT ord, title, text FROM entry WHERE trashedAt IS NULL;

    CREATE VIRTUAL TABLE entryIndex USING fts5(
      title, text, content = 'shownEntry', content_rowid = 'ord', tokenize = 'journal', prefix = '1 2 3', detail = full
    );
    INSERT INTO entryIndex (entryIndex, rank) VALUES ('pgsz', 4000);

    CREATE TRIGGER entry_insert AFTER INSERT ON entry WHEN new.trashedAt IS NULL BEGIN
      INSERT INTO entryIndex (rowid, title, text) VALUES (new.ord, new.title, new.text);
    END;
    CREATE TRIGGER entry_delete AFTER DELETE ON entry WHEN old.trashedAt IS NULL BEGIN
      INSERT INTO entryIndex (entryIndex, rowid, title, text) VALUES ('delete', old.ord, old.title, old.text);
    END;
    CREATE TRIGGER entry_update AFTER UPDATE OF ord, title, text, trashedAt ON entry
    WHEN old.ord <> new.ord OR old.title <> new.title OR old.text <> new.text
      OR (old.trashedAt IS NULL) <> (new.trashedAt IS NULL)
    BEGIN
      INSERT INTO entryIndex (entryIndex, rowid, title, text)
        SELECT 'delete', old.ord, old.title, old.text WHERE old.trashedAt IS NULL;
      INSERT INTO entryIndex (rowid, title, text)
        SELECT new.ord, new.title, new.text WHERE new.trashedAt IS NULL;
    END;
    """

  /// Keeps `uses` of each name, so that the most used can be offered without counting.
  private static func counting(names: String, in pairs: String, column: String) -> String {
    let ofEntry = { (row: String) in "WHERE id IN (SELECT \(column) FROM \(pairs) WHERE entry = \(row).id)" }
    let isShown = { (row: String) in "EXISTS (SELECT 1 FROM entry WHERE id = \(row).entry AND trashedAt IS NULL)" }
    return """
      CREATE TRIGGER \(pairs)_insert AFTER INSERT ON \(pairs) WHEN \(isShown("new")) BEGIN
        UPDATE \(names) SET uses = uses + 1 WHERE id = new.\(column);
      END;
      CREATE TRIGGER \(pairs)_delete AFTER DELETE ON \(pairs) WHEN \(isShown("old")) BEGIN
        UPDATE \(names) SET uses = uses - 1 WHERE id = old.\(column);
      END;
      CREATE TRIGGER \(pairs)_trash AFTER UPDATE OF trashedAt ON entry
      WHEN old.trashedAt IS NULL AND new.trashedAt IS NOT NULL BEGIN
        UPDATE \(names) SET uses = uses - 1 \(ofEntry("new"));
      END;
      CREATE TRIGGER \(pairs)_restore AFTER UPDATE OF trashedAt ON entry
      WHEN old.trashedAt IS NOT NULL AND new.trashedAt IS NULL BEGIN
        UPDATE \(names) SET uses = uses + 1 \(ofEntry("new"));
      END;
      -- Before, while the pairs are there: when they follow, their entry is gone and they count no more.
      CREATE TRIGGER \(pairs)_gone BEFORE DELETE ON entry WHEN old.trashedAt IS NULL BEGIN
        UPDATE \(names) SET uses = uses - 1 \(ofEntry("old"));
      END;
      """
  }
}

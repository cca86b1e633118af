import GRDB
import HearthCore

extension Migrations {
  /// A new search index in which tags, people, moods and the like are indexed beside the words; also the entries and
  /// days that are not shown again by themselves, saved searches, and undo steps.
  static let finding = """
    ALTER TABLE entry ADD COLUMN isHushed INTEGER NOT NULL DEFAULT 0 CHECK (isHushed IN (0, 1));
    ALTER TABLE entry ADD COLUMN marks TEXT NOT NULL DEFAULT '';  -- see IndexMarks
    ALTER TABLE person ADD COLUMN isHushed INTEGER NOT NULL DEFAULT 0 CHECK (isHushed IN (0, 1));

    \(tables)
    \(markedEntries)
    \(index)
    """

  private static let tables = """
    CREATE TABLE hushedSpan (
      first INTEGER NOT NULL,
      last INTEGER NOT NULL CHECK (last >= first),
      PRIMARY KEY (first, last)
    ) WITHOUT ROWID;

    CREATE TABLE savedSearch (
      folded TEXT PRIMARY KEY,  -- the name as compared
      name BLOB NOT NULL,
      text BLOB NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE step (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,  -- what was done: a Change.Kind
      at INTEGER NOT NULL
    );

    CREATE TABLE stepEntry (  -- how an entry was before
      step INTEGER NOT NULL REFERENCES step ON DELETE CASCADE,
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      zone TEXT NOT NULL,
      day INTEGER NOT NULL,
      addedTags TEXT NOT NULL,
      mood INTEGER,
      starred INTEGER NOT NULL,
      trashedAt INTEGER,
      isHushed INTEGER NOT NULL,
      text BLOB,  -- null where the words stayed
      PRIMARY KEY (step, entry)
    ) WITHOUT ROWID;
    CREATE INDEX stepEntry_entry ON stepEntry (entry);
    """

  /// What `IndexMarks` writes, for the entries that are there already.
  private static let markedEntries = """
    UPDATE entry SET marks = concatenated.marks FROM (
      SELECT id, group_concat(char(0xE000 + unicode(kind)) || rest, ' ') AS marks FROM (
        SELECT id, 'e' AS kind, '' AS rest FROM entry
        UNION ALL SELECT id, 'x', '' FROM entry WHERE trashedAt IS NOT NULL
        UNION ALL SELECT id, 's', '' FROM entry WHERE starred = 1
        UNION ALL SELECT entry, 'm', CAST(value AS INTEGER) FROM reading WHERE measure = 'mood' AND entry IS NOT NULL
        UNION ALL SELECT id, 'q', lower(hex(prompt)) FROM entry WHERE prompt IS NOT NULL
        UNION ALL SELECT entry, 't', lower(hex(name)) FROM entryTag JOIN tag ON tag.id = tag
        UNION ALL SELECT entry, 'p', lower(hex(folded)) FROM mention JOIN person ON person.id = person
      ) GROUP BY id
    ) AS concatenated WHERE concatenated.id = entry.id;
    """

  /// The rows of the index are numbered by `ord`, because matches can be walked backwards by number only. The trash is
  /// in it too, under a mark. Pages of 4,000 bytes fill a database page, as the usual 1,000 do not.
  private static let index = """
    DROP TRIGGER entry_insert;
    DROP TRIGGER entry_delete;
    DROP TRIGGER entry_update;
    DROP TABLE entryIndex;
    DROP VIEW shownEntry;

    CREATE VIRTUAL TABLE entryIndex USING fts5(
      text, marks, content = 'entry', content_rowid = 'ord', tokenize = 'journal', prefix = '1 2 3', detail = full
    );
    INSERT INTO entryIndex (entryIndex, rank) VALUES ('pgsz', 4000);
    INSERT INTO entryIndex (entryIndex) VALUES ('rebuild');

    CREATE TRIGGER entry_insert AFTER INSERT ON entry BEGIN
      INSERT INTO entryIndex (rowid, text, marks) VALUES (new.ord, new.text, new.marks);
    END;
    CREATE TRIGGER entry_delete AFTER DELETE ON entry BEGIN
      INSERT INTO entryIndex (entryIndex, rowid, text, marks) VALUES ('delete', old.ord, old.text, old.marks);
    END;
    CREATE TRIGGER entry_update AFTER UPDATE OF ord, text, marks ON entry
    WHEN old.ord <> new.ord OR old.text <> new.text OR old.marks <> new.marks
    BEGIN
      INSERT INTO entryIndex (entryIndex, rowid, text, marks) VALUES ('delete', old.ord, old.text, old.marks);
      INSERT INTO entryIndex (rowid, text, marks) VALUES (new.ord, new.text, new.marks);
    END;

    -- The few that found no free number within their day.
    CREATE INDEX entry_overflow ON entry (day, ord) WHERE ord >> 8 <> day;
    """

  /// Every word of the index at each of its places: see `IndexVocabulary`.
  static let wordsOfTheIndex = "CREATE VIRTUAL TABLE entryWord USING fts5vocab(entryIndex, instance)"

  /// Makes the index anew where an entry has letters that are sought as others only since then. It would take a while
  /// in a large journal, and most hold none of them.
  static func indexSpelledOut(_ db: Database) throws {
    let texts = try Verbatim.fetchCursor(db, sql: "SELECT text FROM entry")
    while let text = try texts.next() {
      guard text.text.lowercased().hasLettersToSpellOut else { continue }
      return try db.execute(sql: "INSERT INTO entryIndex (entryIndex) VALUES ('rebuild')")
    }
  }
}

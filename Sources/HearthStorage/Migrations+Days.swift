extension Migrations {
  /// What charts read: answers and moments summed up by day, so that forty years are a few thousand small rows.
  ///
  /// Triggers keep both tables in the transaction that changes an answer or a moment; what lies in the trash is not in
  /// them. A day is summed up anew as a whole: there are few answers a day.
  static let days = """
    CREATE TABLE dayReading (
      measure TEXT NOT NULL,
      day INTEGER NOT NULL,
      hours INTEGER NOT NULL,  -- 0-5: which four hours of the day
      value REAL NOT NULL,
      count INTEGER NOT NULL,
      lastAt INTEGER NOT NULL,
      PRIMARY KEY (measure, day, hours, value)
    ) WITHOUT ROWID;

    CREATE TABLE dayMoment (
      day INTEGER NOT NULL,
      isMicro INTEGER NOT NULL,
      isQuality INTEGER NOT NULL,
      isConflict INTEGER NOT NULL,
      medium TEXT NOT NULL,  -- empty where none was said
      felt INTEGER NOT NULL,  -- 9 where none was said
      count INTEGER NOT NULL,
      minutes INTEGER NOT NULL,
      PRIMARY KEY (day, isMicro, isQuality, isConflict, medium, felt)
    ) WITHOUT ROWID;

    CREATE INDEX moment_felt ON moment (day, felt) WHERE felt IS NOT NULL AND trashedAt IS NULL;

    \(sumReadings("1"))
    \(sumMoments("1"))

    -- What takes the place of another leaves its day as well: SQLite tells no trigger of a row that REPLACE removes.
    CREATE TRIGGER reading_day_replace BEFORE INSERT ON reading BEGIN
      DELETE FROM reading WHERE uuid = new.uuid AND measure = new.measure;
    END;
    CREATE TRIGGER reading_day_insert AFTER INSERT ON reading BEGIN
      \(resumReadings("measure = new.measure AND day = new.day"))
    END;
    CREATE TRIGGER reading_day_delete AFTER DELETE ON reading BEGIN
      \(resumReadings("measure = old.measure AND day = old.day"))
    END;
    CREATE TRIGGER reading_day_update AFTER UPDATE ON reading BEGIN
      \(resumReadings("measure = old.measure AND day = old.day"))
      \(resumReadings("measure = new.measure AND day = new.day"))
    END;
    \(sources.map(trashTrigger).joined(separator: "\n"))

    CREATE TRIGGER moment_day_insert AFTER INSERT ON moment BEGIN
      \(resumMoments("day = new.day"))
    END;
    CREATE TRIGGER moment_day_delete AFTER DELETE ON moment BEGIN
      \(resumMoments("day = old.day"))
    END;
    CREATE TRIGGER moment_day_update AFTER UPDATE ON moment BEGIN
      \(resumMoments("day = old.day"))
      \(resumMoments("day = new.day"))
    END;
    """

  /// What readings are answered in.
  private static let sources = ["entry", "checkIn", "moment", "run"]

  /// Putting something into the trash, or back, changes the days of its answers.
  private static func trashTrigger(_ table: String) -> String {
    let ofIts = "(measure, day) IN (SELECT measure, day FROM reading WHERE uuid = new.uuid)"
    return """
      CREATE TRIGGER \(table)_day_trash AFTER UPDATE OF trashedAt ON \(table)
      WHEN (old.trashedAt IS NULL) <> (new.trashedAt IS NULL) BEGIN
        \(resumReadings(ofIts))
      END;
      """
  }

  private static func resumReadings(_ which: String) -> String {
    "DELETE FROM dayReading WHERE \(which);\n\(sumReadings(which))"
  }

  private static func resumMoments(_ which: String) -> String {
    "DELETE FROM dayMoment WHERE \(which);\n\(sumMoments(which))"
  }

  private static func sumReadings(_ which: String) -> String {
    let trashed = sources.map {
      "AND NOT EXISTS (SELECT 1 FROM \($0) WHERE \($0).uuid = reading.uuid AND trashedAt IS NOT NULL)"
    }
    return """
      INSERT INTO dayReading (measure, day, hours, value, count, lastAt)
        SELECT measure, day, (((at / 1000 + offset) % 86400 + 86400) % 86400) / 14400 AS hours, value, count(*), max(at)
        FROM reading WHERE \(which) \(trashed.joined(separator: " "))
        GROUP BY measure, day, hours, value;
      """
  }

  private static func sumMoments(_ which: String) -> String {
    """
    INSERT INTO dayMoment (day, isMicro, isQuality, isConflict, medium, felt, count, minutes)
      SELECT day, kind LIKE 'micro/%' AS isMicro,
        marks LIKE '%"attention"%' OR marks LIKE '%"presence"%' OR marks LIKE '%"shared-meaning"%' AS isQuality,
        kind = 'conflict' AS isConflict, ifnull(medium, '') AS channel, ifnull(felt, 9) AS feeling,
        count(*), ifnull(sum(minutes), 0)
      FROM moment WHERE \(which) AND trashedAt IS NULL
      GROUP BY day, isMicro, isQuality, isConflict, channel, feeling;
    """
  }
}

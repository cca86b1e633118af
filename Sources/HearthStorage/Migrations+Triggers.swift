extension Migrations {
  /// SQLite reads every trigger anew whenever a journal is opened, and those that count names and sum up days had grown
  /// to half of all there was to read. They do the same as before: what they have in common stands in two views, and
  /// what goes into the trash with an entry, or comes back, goes in one step.
  static let fewerTriggers = """
    \(["entryTag_trash", "entryTag_restore", "entryTag_gone", "mention_trash", "mention_restore", "mention_gone",
      "reading_day_insert", "reading_day_delete", "reading_day_update", "entry_day_trash", "checkIn_day_trash",
      "moment_day_trash", "run_day_trash", "moment_day_insert", "moment_day_delete", "moment_day_update"]
      .map { "DROP TRIGGER \($0);" }.joined(separator: "\n"))

    -- The days of answers and moments, as `dayReading` and `dayMoment` keep them.
    CREATE VIEW readingByDay AS
    SELECT measure, day, (((at / 1000 + offset) % 86400 + 86400) % 86400) / 14400 AS hours, value, count(*), max(at)
    FROM reading
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.uuid = reading.uuid AND trashedAt IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM checkIn WHERE checkIn.uuid = reading.uuid AND trashedAt IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM moment WHERE moment.uuid = reading.uuid AND trashedAt IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM run WHERE run.uuid = reading.uuid AND trashedAt IS NOT NULL)
    GROUP BY measure, day, hours, value;

    CREATE VIEW momentByDay AS
    SELECT day, kind LIKE 'micro/%' AS isMicro,
      marks LIKE '%"attention"%' OR marks LIKE '%"presence"%' OR marks LIKE '%"shared-meaning"%' AS isQuality,
      kind = 'conflict' AS isConflict, ifnull(medium, '') AS channel, ifnull(felt, 9) AS feeling,
      count(*), ifnull(sum(minutes), 0)
    FROM moment WHERE trashedAt IS NULL
    GROUP BY day, isMicro, isQuality, isConflict, channel, feeling;

    \(summing("reading", into: "dayReading", from: "readingByDay", by: ["measure", "day"]))
    \(summing("moment", into: "dayMoment", from: "momentByDay", by: ["day"]))

    CREATE TRIGGER entry_trashed \(wasTrashed("entry")) BEGIN
      UPDATE tag SET uses = uses + iif(new.trashedAt IS NULL, 1, -1)
      WHERE id IN (SELECT tag FROM entryTag WHERE entry = new.id);
      UPDATE person SET uses = uses + iif(new.trashedAt IS NULL, 1, -1)
      WHERE id IN (SELECT person FROM mention WHERE entry = new.id);
      UPDATE reading SET day = day WHERE uuid = new.uuid;
    END;
    -- Before, while what is counted is there: when it follows, its entry is gone and it counts no more.
    CREATE TRIGGER entry_gone BEFORE DELETE ON entry WHEN old.trashedAt IS NULL BEGIN
      UPDATE tag SET uses = uses - 1 WHERE id IN (SELECT tag FROM entryTag WHERE entry = old.id);
      UPDATE person SET uses = uses - 1 WHERE id IN (SELECT person FROM mention WHERE entry = old.id);
    END;
    \(["checkIn", "moment", "run"].map(trashTrigger).joined(separator: "\n"))
    """

  /// A distance that was kept is no contact: days are summed up without it, those that are there anew.
  static let distanceIsNoContact = """
    DROP VIEW momentByDay;
    CREATE VIEW momentByDay AS
    SELECT day, kind LIKE 'micro/%' AS isMicro,
      marks LIKE '%"attention"%' OR marks LIKE '%"presence"%' OR marks LIKE '%"shared-meaning"%' AS isQuality,
      kind = 'conflict' AS isConflict, ifnull(medium, '') AS channel, ifnull(felt, 9) AS feeling,
      count(*), ifnull(sum(minutes), 0)
    FROM moment WHERE trashedAt IS NULL AND kind <> 'distance'
    GROUP BY day, isMicro, isQuality, isConflict, channel, feeling;

    DELETE FROM dayMoment;
    INSERT INTO dayMoment SELECT * FROM momentByDay;
    """

  private static func wasTrashed(_ table: String) -> String {
    "AFTER UPDATE OF trashedAt ON \(table) WHEN (old.trashedAt IS NULL) <> (new.trashedAt IS NULL)"
  }

  /// That its days stay the same is enough for them to be summed up anew.
  private static func trashTrigger(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_trashed \(wasTrashed(table)) BEGIN
      UPDATE reading SET day = day WHERE uuid = new.uuid;
    END;
    """
  }

  /// Keeps the days of a table: the one that a row has left, and the one it has come to, are summed up anew.
  private static func summing(_ table: String, into days: String, from view: String, by key: [String]) -> String {
    let again = { (row: String) in
      let isThatDay = key.map { "\($0) = \(row).\($0)" }.joined(separator: " AND ")
      return "DELETE FROM \(days) WHERE \(isThatDay); INSERT INTO \(days) SELECT * FROM \(view) WHERE \(isThatDay);"
    }
    return """
      CREATE TRIGGER \(table)_day_insert AFTER INSERT ON \(table) BEGIN \(again("new")) END;
      CREATE TRIGGER \(table)_day_delete AFTER DELETE ON \(table) BEGIN \(again("old")) END;
      CREATE TRIGGER \(table)_day_update AFTER UPDATE ON \(table) BEGIN \(again("old")) \(again("new")) END;
      """
  }
}

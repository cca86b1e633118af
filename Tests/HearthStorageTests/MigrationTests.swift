import Foundation
import GRDB
import HearthCore
import Testing

@testable import HearthStorage

struct MigrationTests {
  /// A journal as the first Hearth left it: three entries, one of them starred and with a mood, one in the trash.
  private func firstJournal(in folder: TestFolder) throws {
    try PlainJournal.make(in: folder) { db in
      for number in 1...3 {
        try db.execute(
          sql: """
            INSERT INTO entry VALUES (?, ?, ?, 1000, 3600, 'Europe/Paris', 20000, ?, ?, ?, ?, ?, 5, 6, ?)
            """,
          arguments: [
            number, UUID.number(number), 20_000 << 8 | number, Data("Tea".utf8), Data(), Data("Tea #walk @Ána 今天".utf8),
            number == 2, number == 2 ? "friend-listen" : nil, number == 3 ? 7 : nil,
          ])
      }
      try db.execute(
        sql: """
          INSERT INTO tag (id, name) VALUES (1, 'walk'), (2, 'walk/canal');
          INSERT INTO person (id, name, folded) VALUES (1, 'Ána', 'ána');
          INSERT INTO entryTag VALUES (1, 0, 1, NULL), (2, 0, 1, NULL), (2, 1, 2, 0), (3, 0, 1, NULL);
          INSERT INTO mention VALUES (1, 0, 1, 'Ána'), (2, 0, 1, 'Ána'), (3, 0, 1, 'Ána');
          INSERT INTO reading (uuid, measure, value, at, offset, zone, day, entry)
            SELECT uuid, 'mood', 4, at, offset, zone, day, id FROM entry WHERE id = 2;
          """)
    }
  }

  @Test(
    arguments: [
      (.words("今天", isBegun: false), [2, 1]), (.words("te", isBegun: true), [2, 1]),
      (.tag("walk", isBegun: false), [2, 1]), (.tag("walk/c", isBegun: true), [2]),
      (.person("ÁNA", isBegun: false), [2, 1]), (.person("ana", isBegun: false), [2, 1]),
      (.person("àna", isBegun: false), []),
      (.all([.starred, .words("tea", isBegun: false)]), [2]), (.mood(4...4), [2]), (.prompt("friend-listen"), [2]),
      (.not(.mood(1...5)), [1]),
    ] as [(Condition, [Int])])
  func `a journal of the first Hearth is found in like any other`(_ condition: Condition, _ numbers: [Int]) throws {
    let folder = try TestFolder()
    try firstJournal(in: folder)
    let vault = try folder.open()
    #expect(try vault.heads(EntryFilter(where: condition), limit: 5).map(\.number) == numbers)
    #expect(try vault.count(EntryFilter(place: .trash, where: .words("tea", isBegun: true))) == 1)
  }

  @Test func `of a page that an earlier Hearth left, everything was set on it`() throws {
    let folder = try TestFolder()
    try firstJournal(in: folder)
    let connection = try Connection.plain(JournalFolder.database, in: JournalFolder.enter(folder.journal))
    try connection.queue.write { db in
      try db.execute(
        sql: "INSERT INTO draft VALUES (?, 1, 0, 0, 'GMT', ?, '[]', 3, 0, NULL, 9)",
        arguments: [UUID.number(2), Data("Half".utf8)])
    }
    connection.close()
    #expect(try folder.open().drafts().map(\.touched) == [.all])
  }

  @Test func `a journal of the first Hearth keeps everything, and is sound`() throws {
    let folder = try TestFolder()
    try firstJournal(in: folder)
    let vault = try folder.open()
    let second = try #require(try vault.entry(.number(2)))
    let stamp = Stamp(instant: Instant(milliseconds: 1000), offset: 3600, zone: "Europe/Paris")
    #expect(
      second
        == Entry(
          id: .number(2), stamp: stamp, day: Day(number: 20_000), createdAt: Instant(milliseconds: 5),
          modifiedAt: Instant(milliseconds: 6), text: "Tea #walk @Ána 今天", addedTags: ["walk/canal"],
          mood: Mood(rawValue: 4), isStarred: true, prompt: "friend-listen"))
    #expect(try vault.verify().allSatisfy(\.isFine))
    // The marks are those a save would write: putting the same back leaves them alone.
    let marks = {
      try vault.queue.read { db in
        try Set((String.fetchOne(db, sql: "SELECT marks FROM entry WHERE id = 2") ?? "").split(separator: " "))
      }
    }
    #expect(try marks() == Set(IndexMarks.all(of: second).split(separator: " ")))
    try vault.make(.trash([.number(2)]), now: .start)
    #expect(try vault.emptyTrash().entries == 2)
    #expect(try vault.find("tea").map(\.number) == [1])
    #expect(try vault.verify().allSatisfy(\.isFine))
  }

  @Test func `with whom moments were stays, and no whole journal is found fault with`() throws {
    let moment = Moment(
      id: UUID(), stamp: Stamp(.start, in: .utc), day: Day(number: 1), kind: .hello, with: ["Ana", "Jon"],
      numbers: [.openness: 2], createdAt: .start)
    let queue = try Connection.inMemory().queue
    try Migrations.migrator.migrate(queue, upTo: "11 what lies in the trash")
    try queue.write { db in try MomentRecord.save(moment, db) }
    try Migrations.migrator.migrate(queue)
    #expect(try queue.read { db in try MomentRecord.find(moment.id, db) } == moment)
    #expect(try queue.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") } == ["ok"])
  }

  @Test func `a distance that an earlier Hearth counted among moments is counted no more`() throws {
    func moment(_ kind: Moment.Kind) -> Moment {
      Moment(id: UUID(), stamp: Stamp(.start, in: .utc), day: Day(number: 1), kind: kind, createdAt: .start)
    }
    let queue = try Connection.inMemory().queue
    try Migrations.migrator.migrate(queue, upTo: "13 words of the index")
    func count() throws -> Int? {
      try queue.read { db in try Int.fetchOne(db, sql: "SELECT total(count) FROM dayMoment") }
    }
    try queue.write { db in
      for kind in [.distance, .hello] as [Moment.Kind] { try MomentRecord.save(moment(kind), db) }
    }
    #expect(try count() == 2)
    try Migrations.migrator.migrate(queue)
    #expect(try count() == 1)
    try queue.write { db in
      for kind in [.distance, .hello] as [Moment.Kind] { try MomentRecord.save(moment(kind), db) }
    }
    #expect(try count() == 2)
  }

  /// Two words stand in for what an earlier Hearth had indexed: "before" goes where the index is made anew.
  @Test(arguments: [
    ("Smørrebrød in Łódź", "12 people of moments, fewer triggers", ["smorrebrod", "lodz"]),
    ("Tea in Málaga", "12 people of moments, fewer triggers", ["before"]),
    ("Мой чай", "13 words of the index", ["мои"]), ("Tea in Málaga", "13 words of the index", ["before"]),
  ])
  func `letters that are sought as others are found in what is there already`(
    _ text: String, _ earlier: String, _ found: [String]
  ) throws {
    let queue = try Connection.inMemory().queue
    try Migrations.migrator.migrate(queue, upTo: earlier)
    try queue.write { db in
      _ = try EntryRecord.save(.sample(1, text), .edit, at: .start, db)
      try db.execute(
        sql: """
          INSERT INTO entryIndex (entryIndex, rowid, text, marks) SELECT 'delete', ord, text, marks FROM entry;
          INSERT INTO entryIndex (rowid, text, marks) SELECT ord, 'before', marks FROM entry;
          """)
    }
    try Migrations.migrator.migrate(queue)
    let words = ["smorrebrod", "lodz", "before", "malaga", "мои"]
    let known = try queue.read { db in
      try words.filter { word in
        try Bool.fetchOne(db, sql: "SELECT count(*) FROM entryIndex WHERE entryIndex MATCH ?", arguments: [word])
          == true
      }
    }
    #expect(known == found)
  }
}

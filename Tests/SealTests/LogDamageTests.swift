import GRDB
import HearthCore
import Laboratory
import Seal
import Testing

@Suite struct `When the log is damaged` {
  @Test func `what a killed process left is all there`() throws {
    let wreck = try Wreck(changes: 12)
    #expect(try Outcome(of: wreck.files, in: try Place(), upTo: 12) == .after(12))
  }

  @Test(arguments: ["bit", "garbage", "zeros"])
  func `only the last save may vanish, and damage to others is refused and told`(harm: String) throws {
    let (wreck, place) = (try Wreck(changes: 12), try Place())
    var (dice, refusals) = (SeededDice(3), 0)
    for trial in 0..<Effort.of(40, long: 500) {
      var log = wreck.log
      let start = Int.random(in: 0..<log.count, using: &dice)
      let harmed = start..<min(start + (harm == "bit" ? 1 : harm == "zeros" ? 512 : 5000), log.count)
      switch harm {
      case "bit": log[start] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      case "zeros": log.zero(start, harmed.count)
      default: for place in harmed { log[place] = UInt8.random(in: 0...255, using: &dice) }
      }
      let outcome = try Outcome(of: wreck.with(log: log), in: place, upTo: 12)
      var allowed: [Outcome] = [.after(12), .after(11), .refused(logIsDamaged: true)]
      // Where one ends and the next begins is gone: both together look like one that was never finished.
      let ending = wreck.lastSave - Wreck.frameSize
      if harmed.overlaps(ending..<ending + 64) || harmed.contains(wreck.lastSave) { allowed.append(.after(10)) }
      #expect(allowed.contains(outcome), "trial \(trial), byte \(start) of \(log.count): \(outcome)")
      if outcome == .refused(logIsDamaged: true) { refusals += 1 }
    }
    #expect(refusals > 5)
  }

  @Test func `a log cut short holds what was there some saves ago`() throws {
    let (wreck, place) = (try Wreck(changes: 12), try Place())
    var dice = SeededDice(5)
    for _ in 0..<Effort.of(40, long: 300) {
      let log = Array(wreck.log.prefix(Int.random(in: 0..<wreck.log.count, using: &dice)))
      let outcome = try Outcome(of: wreck.with(log: log), in: place, upTo: 12)
      #expect((6..<12).contains { outcome == .after($0) }, "\(log.count): \(outcome)")
    }
  }

  @Test(arguments: ["its header", "all of it"])
  func `a log that begins with garbage is refused, for saves stood in it`(part: String) throws {
    let wreck = try Wreck(changes: 12)
    var log = wreck.log
    var dice = SeededDice(9)
    for place in 0..<(part == "its header" ? 72 : log.count) { log[place] = UInt8.random(in: 0...255, using: &dice) }
    let outcome = try Outcome(of: wreck.with(log: log), in: try Place(), upTo: 12)
    #expect(outcome == .refused(logIsDamaged: true))
  }

  /// Saves of one frame each, the smallest there are.
  private func small() throws -> Wreck {
    try Wreck(changes: 12) { number, pages, store in
      if number < 6 { return try Diary.make(number, &pages, in: store) }
      try store.write { db in
        try db.execute(sql: "UPDATE page SET text = 'save ' || ? WHERE id = 0", arguments: [number])
      }
    }
  }

  @Test func `the page of the last save but one is damaged: two saves never vanish`() throws {
    let wreck = try small()
    let frames = (wreck.log.count - 72) / Wreck.frameSize
    var log = wreck.log
    log[Wreck.place(ofFrame: frames - 1) + 2000] ^= 1
    let place = try Place()
    #expect(try Outcome(of: wreck.with(log: log), in: place, upTo: 12) == .refused(logIsDamaged: true))
  }

  @Test func `a log is examined without a change to it`() throws {
    let (wreck, place) = (try Wreck(changes: 12), try Place())
    var log = wreck.log
    log[Wreck.place(ofFrame: 2) + 500] ^= 1
    let files = wreck.with(log: log)
    #expect(try Outcome(of: files, in: place, upTo: 12) == .refused(logIsDamaged: true))
    #expect(try place.files == files)
  }

  @Test(arguments: Array(stride(from: 3, to: 20, by: 2)))
  func `a page of an unfinished save is damaged while it is written: it fails, or it is right`(frame: Int) throws {
    let place = try Place()
    try Store.make(in: try place.folder())
    let store = try Store(in: try place.folder())
    var pages: [Int: String] = [:]
    for number in 0..<8 { try Diary.make(number, &pages, in: store) }
    try store.outside { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0") }
    var expected = try store.contents()
    let before = expected
    let isAcknowledged =
      (try? store.write { db in
        for id in 5000..<5400 {
          expected[id] = Diary.text(id, 1)
          try db.execute(sql: "INSERT INTO page VALUES (?, ?)", arguments: [id, expected[id]])
        }
        // What has gone to the log and is looked for is in the file.
        _ = try Int.fetchOne(db, sql: "SELECT sum(length(text)) FROM page")
        var log = try place.bytes(store.volume.logName)
        #expect(log.count > 20 * Wreck.frameSize)
        log[Wreck.place(ofFrame: frame)] ^= 1
        try place.patch(store.volume.logName, with: log)
        for id in 5000..<5040 {
          expected[id] = "short"
          try db.execute(sql: "INSERT OR REPLACE INTO page VALUES (?, 'short')", arguments: [id])
        }
      }) != nil
    let files = try place.files
    try? store.close()
    try place.become(files)
    let after = try Store(in: try place.folder())
    #expect(try after.contents() == (isAcknowledged ? expected : before))
    try after.close()
  }
}

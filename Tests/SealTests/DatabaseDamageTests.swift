import GRDB
import HearthCore
import Laboratory
import Seal
import Testing

@Suite struct `When the database is damaged` {
  /// A closed store after twelve changes.
  private func closed() throws -> [UInt8] {
    let place = try Place()
    try Store.make(in: try place.folder())
    let store = try Store(in: try place.folder())
    try Diary.begin(store, 12)
    try store.close()
    return try place.bytes(Store.name)
  }

  /// What may happen to a file.
  enum Harm: CaseIterable {
    case bit, zeroedPage, swappedPages, zeroedSector

    func harm(_ bytes: inout [UInt8], _ dice: inout SeededDice) {
      let pages = (bytes.count - 8192) / 4096
      func page() -> Int { 8192 + Int.random(in: 0..<pages, using: &dice) * 4096 }
      switch self {
      case .bit: bytes[Int.random(in: 8192..<bytes.count, using: &dice)] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      case .zeroedPage: bytes.zero(page(), 4096)
      case .zeroedSector: bytes.zero(page() + 512 * Int.random(in: 0..<8, using: &dice), 512)
      case .swappedPages:
        let (first, second) = (page(), page())
        for place in 0..<4096 { bytes.swapAt(first + place, second + place) }
      }
    }
  }

  @Test(arguments: Harm.allCases)
  func `it holds what it held, or says that it cannot be read`(harm: Harm) throws {
    let (whole, place) = (try closed(), try Place())
    var (dice, refusals) = (SeededDice(7), 0)
    for trial in 0..<Effort.of(40, long: 1000) {
      var bytes = whole
      harm.harm(&bytes, &dice)
      let outcome = try Outcome(of: [Store.name: bytes], in: place, upTo: 12)
      #expect(outcome == .after(12) || outcome == .refused(logIsDamaged: false), "trial \(trial)")
      if bytes != whole { #expect(outcome != .after(12), "trial \(trial)") }
      if outcome != .after(12) { refusals += 1 }
    }
    #expect(refusals > 5)
  }

  @Test func `one damaged page leaves the others readable`() throws {
    var bytes = try closed()
    let place = try Place()
    bytes.zero(bytes.count - 4096, 4096)
    try place.become([Store.name: bytes])
    let store = try Store(in: try place.folder(), for: .reading)
    let readable = try store.outside { db in
      (0..<12).count {
        (try? String.fetchOne(db, sql: "SELECT text FROM page WHERE id = ?", arguments: [$0 * 100])) != nil
      }
    }
    #expect(readable > 3)
  }

  @Test(arguments: [0, 1, 4095])
  func `a file cut off behind its header is not taken for an empty journal, nor its log thrown away`(rest: Int) throws {
    let (wreck, place) = (try Wreck(changes: 6), try Place())
    let files = wreck.with(database: Array((wreck.files[Store.name] ?? []).prefix(8192 + rest)))
    try place.become(files)
    #expect(throws: Problem.journalDamaged(place.path)) { try Store(in: try place.folder()) }
    #expect(try place.files == files)
  }

  @Test func `a file that lost its last pages is refused`() throws {
    let whole = try closed()
    let place = try Place()
    for lost in [1, 4096, 3 * 4096] {
      let outcome = try Outcome(of: [Store.name: Array(whole.dropLast(lost))], in: place, upTo: 12)
      #expect(outcome == .refused(logIsDamaged: false))
    }
  }

  @Test(arguments: ["part of page 1 torn", "all of page 1 torn"])
  func `a first page torn by a power cut comes from the log`(tear: String) throws {
    let wreck = try Wreck(changes: 8) { number, pages, store in
      try Diary.make(number, &pages, in: store)
      // A new table writes the first page.
      try store.write { db in try db.execute(sql: "CREATE TABLE more\(number) (id INTEGER)") }
    }
    var database = wreck.files[Store.name] ?? []
    if tear == "part of page 1 torn" { database.zero(8192 + 512, 512) } else { database.zero(8192, 4096) }
    let place = try Place()
    #expect(try Outcome(of: wreck.with(database: database), in: place, upTo: 8) == .after(8))
    #expect(try Outcome(of: [Store.name: database], in: place, upTo: 8) == .refused(logIsDamaged: false))
  }
}

extension [UInt8] {
  mutating func zero(_ start: Int, _ count: Int) {
    replaceSubrange(start..<start + count, with: repeatElement(0, count: count))
  }
}

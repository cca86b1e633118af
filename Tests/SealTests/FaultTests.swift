import GRDB
import Glibc
import HearthCore
import Laboratory
import Seal
import Testing

@Suite struct `When a disk refuses` {
  /// What a store holds, and what it may hold instead because nobody was told that it does not.
  private struct Ledger {
    var pages = Diary.pages(after: 4)
    var unsure: [[Int: String]] = []

    mutating func make(_ number: Int, in store: Store) {
      var attempt = pages
      do {
        try Diary.make(number, &attempt, in: store)
        (pages, unsure) = (attempt, [])
      } catch {
        unsure.append(attempt)
      }
    }

    func allows(_ contents: [Int: String]) -> Bool { pages == contents || unsure.contains(contents) }
  }

  private func begun() throws -> [String: [UInt8]] {
    let place = try Place()
    try Store.make(in: try place.folder())
    let store = try Store(in: try place.folder())
    try Diary.begin(store, 4)
    try store.close()
    return try place.files
  }

  @Test(arguments: [EIO, ENOSPC])
  func `a single failure anywhere costs nothing that was acknowledged`(code: CInt) throws {
    let (files, place) = (try begun(), try Place())
    var (call, failures) = (code == EIO ? 0 : 1, 0)
    while true {
      let disk = FailingDisk(at: call, with: code)
      try place.become(files)
      let ledger = write(to: place, on: disk)
      guard disk.hasFailed else { break }
      let store = try Store(in: try place.folder())
      #expect(ledger.allows(try store.contents()), "call \(call)")
      #expect(try store.isSound(), "call \(call)")
      try store.close()
      (call, failures) = (call + Effort.of(3, long: 1), failures + 1)
    }
    #expect(failures > 10)
  }

  /// Goes on writing whatever happens.
  private func write(to place: Place, on disk: FailingDisk) -> Ledger {
    var ledger = Ledger()
    guard let store = try? Store(in: try place.folder(on: disk)) else { return ledger }
    for number in 4..<18 {
      ledger.make(number, in: store)
      if let contents = try? store.contents() { #expect(contents == ledger.pages) }
    }
    try? store.close()
    return ledger
  }

  @Test(arguments: [EIO, ENOSPC])
  func `a failure while it is made leaves no journal or a whole one, and it can be made again`(code: CInt) throws {
    let place = try Place()
    var call = 0
    while true {
      let disk = FailingDisk(at: call, with: code)
      try place.become([:])
      try? Store.make(in: try place.folder(on: disk))
      guard disk.hasFailed else { break }
      if try !place.names.contains(Store.name) { try Store.make(in: try place.folder()) }
      #expect(try contents(of: place) == [:], "call \(call)")
      call += 1
    }
    #expect(call > 10)
  }

  @Test func `after a sync that failed nothing more is promised until it is opened again`() throws {
    let place = try Place()
    try place.become(try begun())
    let disk = FailingDisk(at: 3, of: .syncs, with: EIO)
    let store = try Store(in: try place.folder(on: disk))
    var ledger = Ledger()
    var number = 4
    while !disk.hasFailed {
      ledger.make(number, in: store)
      number += 1
    }
    for number in 30..<33 {
      var pages = ledger.pages
      #expect(throws: (any Error).self) { try Diary.make(number, &pages, in: store) }
    }
    #expect(try store.contents() == ledger.pages)
    try? store.close()
    let again = try Store(in: try place.folder())
    #expect(ledger.allows(try again.contents()))
    ledger = Ledger(pages: try again.contents())
    ledger.make(40, in: again)
    #expect(ledger.unsure.isEmpty)
  }

  @Test func `a full disk can be read from, and written to when there is room again`() throws {
    let place = try Place()
    try place.become(try begun())
    for call in stride(from: 0, to: 40, by: Effort.of(7, long: 1)) {
      let disk = FailingDisk(at: call, of: .growth, with: ENOSPC, goesOn: true)
      var ledger = Ledger(pages: try contents(of: place))
      guard let store = try? Store(in: try place.folder(on: disk)) else { continue }
      for number in 0..<12 { ledger.make(call * 100 + number, in: store) }
      #expect(disk.hasFailed)
      #expect(try store.contents() == ledger.pages)
      disk.heal()
      ledger.make(call * 100 + 90, in: store)
      #expect(ledger.unsure.isEmpty, "there is room")
      try store.close()
      #expect(try contents(of: place) == ledger.pages)
    }
  }

  private func contents(of place: Place) throws -> [Int: String] {
    let store = try Store(in: try place.folder())
    defer { try? store.close() }
    return try store.contents()
  }

  @Test func `a save goes on after a part of it failed only when none of it is missing`() throws {
    let place = try Place()
    try place.become(try begun())
    let disk = FailingDisk(at: 0, of: .growth, with: ENOSPC)
    disk.heal()
    let store = try Store(in: try place.folder(on: disk))
    let before = try store.contents()
    var expected = before
    let isAcknowledged =
      (try? store.write { db in
        for id in 5000..<5100 {
          expected[id] = Diary.text(id, 1)
          try db.execute(sql: "INSERT INTO page VALUES (?, ?)", arguments: [id, expected[id]])
        }
        disk.fail(at: 0)
        // A statement of its own may fail on a full disk; what was written before it stays part of the save.
        try? db.execute(sql: "UPDATE page SET text = text || ' more' WHERE id >= 5000")
        expected[6000] = Diary.text(6000, 1)
        try db.execute(sql: "INSERT INTO page VALUES (6000, ?)", arguments: [expected[6000]])
      }) != nil
    #expect(disk.hasFailed)
    try? store.close()
    #expect(try contents(of: place) == (isAcknowledged ? expected : before))
  }
}

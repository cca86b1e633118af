import Glibc
import HearthCore
import Laboratory
import Testing

@testable import Seal

@Suite struct `The header of a sealed file` {
  private static let cost = KeyCost(passes: 1, kibibytes: 8)
  private let place: Place
  private let folder: Folder

  init() throws {
    place = try Place()
    folder = try place.folder()
  }

  private func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  /// Slots for a passphrase that is cheap to try.
  private func slots(_ text: String) -> (DataKey) -> [KeySlot] {
    { key in [KeySlot.passphrase(passphrase(text), cost: Self.cost, for: key)].compactMap(\.self) }
  }

  /// Changes the copies of the header; with `isSummed` as somebody would who knows how they are made, but not the key.
  private func change(_ copies: [Int], isSummed: Bool = false, _ work: (inout [UInt8]) -> Void) throws {
    var bytes = try place.bytes(Store.name)
    for copy in copies {
      var header = Array(bytes[copy * 4096..<(copy + 1) * 4096])
      work(&header)
      if isSummed {
        header.replaceSubrange(4064..<4096, with: Sodium.hash(Array(header[..<4064])))
      }
      bytes.replaceSubrange(copy * 4096..<(copy + 1) * 4096, with: header)
    }
    try place.become([Store.name: bytes])
  }

  private func open(_ text: String = "lamp") throws -> Volume? {
    try Volume.header(of: Store.name, in: folder).key(passphrase(text)).map {
      try Volume.open(Store.name, in: folder, key: $0, for: .writing)
    }
  }

  @Test(arguments: [0, 1]) func `one of its two copies is enough`(copy: Int) throws {
    try Store.make(in: folder, slots: slots("lamp"))
    try change([copy]) { $0[700] ^= 1 }
    let header = try Volume.header(of: Store.name, in: folder)
    #expect(header.wholeCopies == 1)
    let key = try #require(try header.key(passphrase("lamp")))
    #expect(try Volume.open(Store.name, in: folder, key: key, for: .writing).header.wholeCopies == 1)
    // It was mended then, from the good one.
    #expect(try Volume.header(of: Store.name, in: folder).wholeCopies == 2)
    let bytes = try place.bytes(Store.name)
    #expect(bytes[..<4096].elementsEqual(bytes[4096..<8192]))
  }

  @Test(arguments: 0..<4)
  func `ways that could not be changed are as they were, or it is said that nobody knows`(call: Int) throws {
    try Store.make(in: folder, slots: slots("lamp"))
    for goesOn in [false, true] {
      let disk = FailingDisk(at: call, with: EIO, goesOn: goesOn)
      let key = try #require(try Volume.header(of: Store.name, in: folder).key(passphrase("lamp")))
      let volume = try Volume.open(Store.name, in: Folder(folder.path, on: disk), key: key, for: .writing)
      let lamb = try #require(KeySlot.passphrase(passphrase("lamb"), cost: Self.cost, for: volume.key))
      let problem = #expect(throws: Problem.self) { try volume.replaceSlots([lamb]) }
      if problem != .keysUncertain(folder.path) {
        #expect(try open("lamp") != nil)
        #expect(try open("lamb") == nil)
      } else {
        #expect(goesOn)
        #expect(try (open("lamp") == nil) != (open("lamb") == nil))
        try Store.make(in: folder, slots: slots("lamp"))
      }
    }
  }

  @Test func `with both copies damaged it is damaged, which is not a wrong passphrase`() throws {
    try Store.make(in: folder, slots: slots("lamp"))
    #expect(try open("lamp") != nil)
    #expect(try open("lamb") == nil)
    try change([0, 1]) { $0[700] ^= 1 }
    #expect(throws: Problem.journalDamaged(folder.path)) { try open("lamp") }
  }

  @Test(arguments: [
    ("nothing", 0), ("a part of one copy", 4000), ("another program's file", -1),
  ]) func `what is no header is damage`(what: String, count: Int) throws {
    try Store.make(in: folder)
    let bytes = count < 0 ? Array(repeating: UInt8(7), count: 20_000) : Array(try place.bytes(Store.name).prefix(count))
    try place.become([Store.name: bytes])
    #expect(throws: Problem.journalDamaged(folder.path)) { try Volume.header(of: Store.name, in: folder) }
  }

  @Test(arguments: [(8, "version"), (17, "cipher"), (13, "page size")])
  func `a file of later days is told from a damaged one`(byte: Int, what: String) throws {
    try Store.make(in: folder)
    try change([0, 1], isSummed: true) { $0[byte] += 1 }
    #expect(throws: Problem.newerJournal(folder.path)) { try Volume.header(of: Store.name, in: folder) }
  }

  @Test(arguments: [(4, "passes"), (9, "memory"), (16, "salt"), (32, "nonce"), (56, "wrapped key")])
  func `a passphrase opens its slot only as it was made`(byte: Int, what: String) throws {
    try Store.make(in: folder, slots: slots("lamp"))
    try change([0, 1], isSummed: true) { $0[64 + byte] ^= 2 }
    #expect(try open("lamp") == nil)
  }

  @Test(arguments: [
    ("65 passes", 65, 64 * 1024), ("none", 0, 64 * 1024), ("5 GiB", 3, 5 << 20), ("no memory", 3, 0),
  ]) func `a cost that would bring the machine down is not tried`(what: String, passes: Int, kibibytes: Int) throws {
    try Store.make(in: folder, slots: slots("lamp"))
    try change([0, 1], isSummed: true) { header in
      for index in 0..<4 {
        header[64 + 4 + index] = UInt8(truncatingIfNeeded: passes >> (8 * index))
        header[64 + 8 + index] = UInt8(truncatingIfNeeded: kibibytes >> (8 * index))
      }
    }
    #expect(throws: Problem.journalDamaged(folder.path)) { try Volume.header(of: Store.name, in: folder) }
  }

  @Test func `a lock for notes that somebody else has put there is noticed`() throws {
    try Store.make(in: folder, slots: slots("lamp"))
    let other = BoxKeys().lock
    try change([0, 1], isSummed: true) { $0.replaceSubrange(1600..<1632, with: other) }
    #expect(throws: Problem.journalDamaged(folder.path)) { try open("lamp") }
  }

  @Test func `an é is the same key from every keyboard`() throws {
    try Store.make(in: folder, slots: slots("caf\u{E9}"))
    #expect(try open("cafe\u{301}") != nil)
    #expect(try open("cafe") == nil)
  }
}

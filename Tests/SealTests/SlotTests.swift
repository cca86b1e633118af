import Glibc
import HearthCore
import Laboratory
import Seal
import Testing

@Suite struct `The ways into a sealed file` {
  private static let cost = KeyCost(passes: 1, kibibytes: 8)

  private static func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }

  private static func slot(_ text: String, _ key: DataKey) throws -> KeySlot {
    try #require(KeySlot.passphrase(passphrase(text), cost: cost, for: key))
  }

  @Test func `each of them leads to the same key, and others do not`() throws {
    let (place, code) = (try Place(), RecoveryCode.random())
    let folder = try place.folder()
    try Store.make(
      in: folder,
      slots: { key in
        [try? Self.slot("lamp", key), try? Self.slot("river", key), .recovery(code, for: key)].compactMap(\.self)
      })
    let header = try Volume.header(of: Store.name, in: folder)
    #expect(!header.isOpen && header.hasRecovery && header.openKey == nil)
    let keys = [try header.key(Self.passphrase("lamp")), try header.key(Self.passphrase("river")), header.key(code)]
    for key in keys { _ = try Volume.open(Store.name, in: folder, key: try #require(key), for: .writing) }
    #expect(try header.key(Self.passphrase("Lamp")) == nil)
    #expect(header.key(RecoveryCode.random()) == nil)
    #expect(throws: Problem.journalDamaged(folder.path)) {
      try Volume.open(Store.name, in: folder, key: .random(), for: .writing)
    }
  }

  @Test func `the same recovery code opens another key, without having been typed`() throws {
    let (code, key) = (RecoveryCode.random(), DataKey.random())
    let first = KeySlot.recovery(code, for: .random())
    let (place, renewed) = (try Place(), try #require(first.renewed(for: key)))
    try Store.make(in: try place.folder(), slots: { try? [#require(first.renewed(for: $0))] })
    #expect(try Volume.header(of: Store.name, in: try place.folder()).key(code) != nil)
    #expect(renewed != first)
    #expect(KeySlot.open(key).renewed(for: key) == nil)
  }

  @Test func `with the power cut at any moment of their change, the old or the new ones open the file`() throws {
    let place = try Place()
    try Store.make(in: try place.folder(), slots: { try? [Self.slot("lamp", $0)] })
    let before = try place.files
    let disk = RecordingDisk()
    let folder = try place.folder(on: disk)
    let key = try #require(try Volume.header(of: Store.name, in: folder).key(Self.passphrase("lamp")))
    let volume = try Volume.open(Store.name, in: folder, key: key, for: .writing)
    try volume.replaceSlots([try Self.slot("river", key)])
    var (cut, dice, found) = (PowerCut(files: before), SeededDice(1), Set<String>())
    for event in disk.events {
      cut.follow(event)
      for _ in 0..<Effort.of(6, long: 60) {
        try place.become(cut.remains(.some, &dice))
        found.insert(try opening(in: place))
      }
    }
    #expect(found == ["lamp", "river"])
    #expect(try opening(in: place) == "river")
  }

  @Test(arguments: 0..<4) func `with a failure at any moment of their change, the old or the new ones open the file`(
    call: Int
  ) throws {
    let place = try Place()
    try Store.make(in: try place.folder(), slots: { try? [Self.slot("lamp", $0)] })
    let folder = try place.folder(on: FailingDisk(at: call, with: EIO))
    let key = try #require(try Volume.header(of: Store.name, in: folder).key(Self.passphrase("lamp")))
    let volume = try Volume.open(Store.name, in: folder, key: key, for: .writing)
    #expect(throws: Problem.self) { try volume.replaceSlots([try Self.slot("river", key)]) }
    #expect(["lamp", "river"].contains(try opening(in: place)))
    try volume.replaceSlots([try Self.slot("river", key)])
    #expect(try opening(in: place) == "river")
  }

  /// - Returns: which of the two passphrases opens it.
  private func opening(in place: Place) throws -> String {
    let folder = try place.folder()
    let header = try Volume.header(of: Store.name, in: folder)
    let open = try ["lamp", "river"].filter { text in
      guard let key = try header.key(Self.passphrase(text)) else { return false }
      return (try? Volume.open(Store.name, in: folder, key: key, for: .reading)) != nil
    }
    return open.joined(separator: " and ")
  }

  @Test func `nothing of an old way in stays`() throws {
    let place = try Place()
    let folder = try place.folder()
    try Store.make(in: folder, slots: { try? [Self.slot("lamp", $0), Self.slot("river", $0)] })
    let key = try #require(try Volume.header(of: Store.name, in: folder).key(Self.passphrase("lamp")))
    let old = Array(try place.bytes(Store.name)[64 + 192 + 56..<64 + 192 + 104])
    let volume = try Volume.open(Store.name, in: folder, key: key, for: .writing)
    try volume.replaceSlots([try Self.slot("lamp", key)])
    #expect(try !place.bytes(Store.name).contains(old))
  }

  @Test(arguments: [
    (freeKibibytes: 4 << 20, seconds: 0.1, kibibytes: 256), (4 << 20, 0.7, 64), (600 << 10, 0.1, 128),
    (100 << 10, 0.1, 64),
  ]) func `the dearest key that the machine bears is taken`(free: Int, seconds: Double, mebibytes: Int) {
    let cost = KeyCost.calibrated(freeKibibytes: free) { _ in seconds }
    #expect(cost == KeyCost(passes: 3, kibibytes: mebibytes * 1024))
  }
}

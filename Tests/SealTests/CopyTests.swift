import GRDB
import Glibc
import HearthCore
import Seal
import Testing

@Suite struct `A copy of a store` {
  @Test(arguments: [true, false]) func `holds the same, under the same key or another`(isSameKey: Bool) throws {
    let place = try Place()
    let folder = try place.folder()
    try Store.make(in: folder)
    let store = try Store(in: folder)
    try Diary.begin(store, 12)
    let key = isSameKey ? store.volume.key : DataKey.random()
    try copy(store, as: "copy.db", in: folder, key: key)
    let copied = try Store(in: folder, "copy.db")
    #expect(try copied.contents() == Diary.pages(after: 12))
    #expect(try copied.isSound())
    try Diary.begin(copied, 0)
    #expect(copied.volume.logName != store.volume.logName)
    try copied.close()
    try store.close()
    #expect(try place.names == ["copy.db", Store.name])
    #expect(throws: (any Error).self) {
      try Store(Volume.open("copy.db", in: folder, key: .random(), for: .writing))
    }
  }

  private func copy(_ store: Store, as name: String, in folder: Folder, key: DataKey) throws {
    let volume = try Volume.make(
      name, in: folder, key: key, slots: [.open(key)], inboxLock: store.volume.header.inboxLock)
    let path = volume.mount()
    try store.outside { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    volume.unmount()
    // It is left without a log; the first one is begun before it counts.
    try Store(Volume.open(name, in: folder, key: key, for: .making)).close()
  }

  @Test func `into one that is there already is refused`() throws {
    let place = try Place()
    let folder = try place.folder()
    try Store.make(in: folder)
    let (store, other) = (try Store(in: folder), try Place())
    try Store.make(in: try other.folder())
    let full = try Store(in: try other.folder())
    #expect(throws: DatabaseError.self) {
      try store.outside { db in try db.execute(sql: "VACUUM INTO ?", arguments: ["/sealed/1000000"]) }
    }
    #expect(throws: DatabaseError.self) {
      try store.outside { db in try db.execute(sql: "VACUUM INTO ?", arguments: ["\(place.path)/clear.db"]) }
    }
    #expect(try place.names.count == 2)
    try full.close()
    try store.close()
  }

  /// SQLite never writes the page at 1 GiB. Moved to 128 KiB it lies in the middle of a small store.
  @Test func `and the store itself go on past the page that SQLite leaves out`() async {
    await #expect(processExitsWith: .success) {
      // It takes arguments without a type, which Swift does not call by name.
      let control = try #require(dlsym(nil, "sqlite3_test_control"))
      typealias Control = @convention(c) (CInt, UInt32) -> CInt
      let pendingByte: CInt = 11
      _ = unsafeBitCast(control, to: Control.self)(pendingByte, 128 * 1024)
      let place = try Place()
      let folder = try place.folder()
      try Store.make(in: folder)
      let store = try Store(in: folder)
      try Diary.begin(store, 60)
      try store.close()
      try #require(try place.bytes(Store.name).count > 400 * 1024)
      let again = try Store(in: folder)
      try `A copy of a store`().copy(again, as: "copy.db", in: folder, key: .random())
      for store in [again, try Store(in: folder, "copy.db")] {
        try #require(try store.contents() == Diary.pages(after: 60))
        try #require(try store.isSound())
        try store.close()
      }
    }
  }
}

import GRDB
import HearthCore
import Seal

/// A journal that comes to be: built under another name first, so that under its own it is whole, also after a power
/// cut.
enum NewJournal {
  /// A key, and the ways to it.
  typealias Ways = (key: DataKey, slots: [KeySlot])

  /// For a journal without a passphrase.
  static func unsealed() -> Ways {
    let key = DataKey.random()
    return (key, [.open(key)])
  }

  static func make(in folder: Folder, opening ways: Ways, now: Instant) throws(Problem) {
    try JournalFolder.tidy(folder, keeping: nil)
    let box = BoxKeys()
    let volume = try Volume.make(
      JournalFolder.newDatabase, in: folder, key: ways.key, slots: ways.slots, inboxLock: box.lock)
    let vault = try Vault(Connection.open(volume, isEmpty: true), in: folder, nil)
    try vault.write { db in
      try db.execute(sql: "INSERT INTO meta (key, value) VALUES ('createdAt', ?)", arguments: [now.milliseconds])
      try InboxKeys.add(box, db)
    }
    vault.close()
    try publish(in: folder)
  }

  /// Of a journal from before files were sealed. The original stays beside it until the sealed one has opened.
  static func seal(in folder: Folder) throws(Problem) {
    let (ways, box) = (unsealed(), BoxKeys())
    let plain = try Connection.plain(JournalFolder.database, in: folder)
    do {
      defer { plain.close() }
      let volume = try Volume.make(
        JournalFolder.newDatabase, in: folder, key: ways.key, slots: ways.slots, inboxLock: box.lock)
      try plain.copy(into: volume) { db in try InboxKeys.add(box, db) }
    }
    try folder.remove(JournalFolder.original)
    try folder.link(JournalFolder.database, as: JournalFolder.original)
    try publish(in: folder)
  }

  /// Gives what is built its name, in place of what has it.
  static func publish(in folder: Folder) throws(Problem) {
    try folder.open(JournalFolder.newDatabase, for: .changing).sync()
    try folder.rename(JournalFolder.newDatabase, to: JournalFolder.database)
    try folder.sync()
  }
}

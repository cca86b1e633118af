import GRDB
package import HearthCore
package import Seal

/// The ways into a journal, and how they change.
extension Vault {
  /// Whether it takes a passphrase to open it. Never in memory.
  package var isSealed: Bool { header.map { !$0.isOpen } ?? false }
  package var hasRecovery: Bool { header?.hasRecovery ?? false }

  private var header: KeyHeader? { volume?.header }

  /// Whether it is the journal's. Takes about half a second, to make trying hard.
  package func opens(with passphrase: Passphrase) -> Bool { header?.key(passphrase) != nil }

  package func opens(with code: RecoveryCode) -> Bool { header?.key(code) != nil }

  /// Sets or changes the passphrase by sealing everything anew with a new key: who had an earlier passphrase, or a copy
  /// of the file from before, has nothing by it. A recovery code goes on to hold.
  ///
  /// It reads and writes the whole journal. At every moment, also in a power cut, either the earlier file or the new
  /// one is there, whole. Backups stay as they are, under the earlier passphrase.
  ///
  /// - Parameter passphrase: nil takes it away: whoever reads the files can then read the journal.
  /// - Throws: `diskFull`, `systemRefused` when the machine lacks the memory that `cost` wants; then all is as it was.
  package func reseal(_ passphrase: Passphrase?, cost: KeyCost) throws(Problem) {
    try reseal(passphrase, cost: cost) { _ in }
  }

  /// - Parameter change: what is to be other in it, before it takes the place of the earlier file.
  func reseal(_ passphrase: Passphrase?, cost: KeyCost, changing change: (Database) throws -> Void) throws(Problem) {
    let key = DataKey.random()
    let way = passphrase.map { KeySlot.passphrase($0, cost: cost, for: key) } ?? .open(key)
    guard let way else { throw .memoryShort }
    // Without a passphrase there is nothing to recover.
    let recovery = passphrase == nil ? [] : header?.slots.compactMap { $0.renewed(for: key) } ?? []
    let (slots, box) = ([way] + recovery, BoxKeys())
    try replaceConnection { connection, folder throws(Problem) in
      let volume = try Volume.make(
        JournalFolder.newDatabase, in: folder, key: key, slots: slots, inboxLock: box.lock)
      try connection.copy(into: volume) { db in
        try InboxKeys.add(box, db)
        try change(db)
      }
      connection.close()
      try NewJournal.publish(in: folder)
      return try Connection.open(try Volume.open(JournalFolder.database, in: folder, key: key, for: .writing))
    }
  }

  /// A second way in, to be written on paper; any earlier code opens nothing any more, except copies of the file from
  /// before.
  package func setRecovery(_ code: RecoveryCode?) throws(Problem) {
    guard let volume else { return }
    let others = volume.header.slots.filter { $0.kind != .recovery }
    try volume.replaceSlots(others + (code.map { [.recovery($0, for: volume.key)] } ?? []))
  }

  /// What the log held when the journal was opened.
  package var logCondition: LogCondition? { volume?.logCondition }
}

import GRDB
package import HearthCore
package import Seal

/// The ways into a journal, and how they change.
extension Vault {
  /// Whether it takes a passphrase to open it. Never in memory.
  package var isSealed: Bool { header.map { !$0.isOpen } ?? false }
  /// Whether a recovery code opens it too.
  package var hasRecovery: Bool { header?.hasRecovery ?? false }

  private var header: KeyHeader? { volume?.header }

  /// Whether it is the journal's. Takes about half a second, to make trying hard.
  /// - Throws: `memoryShort`.
  package func opens(with passphrase: Passphrase) throws(Problem) -> Bool { try header?.key(passphrase) != nil }

  /// Whether it is the journal's.
  package func opens(with code: RecoveryCode) -> Bool { header?.key(code) != nil }

  /// Sets or changes the passphrase by encrypting everything anew with a new key. An earlier passphrase, or an old copy
  /// of the file, does not open the new one. An existing recovery code stays valid.
  ///
  /// Reads and writes the whole journal. At every moment, even in a power cut, either the earlier file or the new one
  /// exists in full. Backups stay as they are, under the earlier passphrase.
  ///
  /// - Parameters:
  ///   - passphrase: nil removes it; anyone who can read the files can then read the journal.
  ///   - goingOn: throws where it is to end early; asked after the key is derived, and last before the new file counts.
  /// - Throws: `diskFull`, `memoryShort` when the machine lacks the memory that `cost` wants; then nothing has changed.
  package func reseal(
    _ passphrase: Passphrase?, cost: KeyCost, goingOn: () throws(Problem) -> Void = {}
  ) throws(Problem) {
    try reseal(passphrase, cost: cost, goingOn: goingOn) { _ in }
  }

  /// - Parameter change: applied to the copy before it is published.
  func reseal(
    _ passphrase: Passphrase?, cost: KeyCost, goingOn: () throws(Problem) -> Void,
    changing change: (Database) throws -> Void
  ) throws(Problem) {
    let key = DataKey.random()
    let way = passphrase.map { KeySlot.passphrase($0, cost: cost, for: key) } ?? .open(key)
    guard let way else { throw .memoryShort }
    try goingOn()
    // Without a passphrase there is nothing to recover.
    let recovery = passphrase == nil ? [] : renewedRecovery(for: key)
    let ways: NewJournal.Ways = (key, [way] + recovery)
    try replaceConnection { connection, folder throws(Problem) in
      try connection.copy(into: folder, opening: ways, goingOn: goingOn, changing: change)
      connection.close()
      try NewJournal.publish(in: folder)
      return try Connection.open(in: folder, key: key)
    }
  }

  /// The recovery code, where there is one, as a way to another key.
  private func renewedRecovery(for key: DataKey) -> [KeySlot] {
    header?.slots.compactMap { $0.renewed(for: key) } ?? []
  }

  /// Sets a recovery code, a second way to open the journal, to be kept on paper; nil removes it. An earlier code then
  /// opens nothing but older copies of the file.
  package func setRecovery(_ code: RecoveryCode?) throws(Problem) {
    guard let volume else { return }
    let others = volume.header.slots.filter { $0.kind != .recovery }
    try volume.replaceSlots(others + (code.map { [.recovery($0, for: volume.key)] } ?? []))
  }

  /// What the log held when the journal was opened.
  package var logCondition: LogCondition? { volume?.logCondition }
}

extension Connection {
  /// Copies the journal beside itself, under a new key and with a new lock for its inbox. The copy does not count before
  /// it is published; where it is refused or ends early, it is gone.
  fileprivate func copy(
    into folder: Folder, opening ways: NewJournal.Ways, goingOn: () throws(Problem) -> Void,
    changing change: (Database) throws -> Void
  ) throws(Problem) {
    let box = BoxKeys()
    do throws(Problem) {
      let volume = try Volume.make(
        JournalFolder.newDatabase, in: folder, key: ways.key, slots: ways.slots, inboxLock: box.lock)
      try copy(into: volume) { db in
        try InboxKeys.add(box, db)
        try change(db)
      }
      try goingOn()
    } catch {
      // The earlier file still counts. This one may hold its key in clear, and keep a full disk full.
      folder.discardSealed(JournalFolder.newDatabase)
      throw error
    }
  }
}

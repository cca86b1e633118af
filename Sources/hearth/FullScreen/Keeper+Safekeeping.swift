import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// Sealing the journal anew, and its backups. All of it runs on the journal's thread.
extension Keeper {
  /// Chance comes from the system, here and nowhere else.
  func offeredWords() -> Unseen {
    var chance = SystemRandomNumberGenerator()
    return Unseen(PassphraseWords.phrase(6, using: &chance))
  }

  func drawnCode() -> Unseen { Unseen(RecoveryCode.random().groups.joined(separator: " ")) }

  /// - Parameter typed: nil takes the passphrase away.
  func reseal(_ typed: Unseen?, _ reply: Services.Reply) throws(Problem) -> Event {
    let passphrase = typed.map { $0.give { Passphrase(wiping: &$0) } }
    try goOn()
    try vault.reseal(passphrase, cost: passphrase == nil ? .least : .ofThisMachine)
    reply(.safekeepingKnown(try vault.safekeeping))
    return .resealed(isSealed: try vault.isSealed)
  }

  /// - Parameter typed: nil takes the code away.
  func keepCode(_ typed: Unseen?, _ reply: Services.Reply) throws(Problem) -> Event {
    try vault.setRecovery(typed.map { typed throws(Problem) in try code(typed) })
    reply(.safekeepingKnown(try vault.safekeeping))
    return .codeKept(try vault.hasRecovery)
  }

  // MARK: Backups

  /// One beside the journal; and one in the second folder, which may not be there today.
  func backUp(at now: Instant, _ reply: Services.Reply) throws(Problem) -> Event {
    try goOn()
    let vault = try vault
    let stamp = Stamp(now, in: zone)
    _ = try vault.backUp(now: stamp)
    reply(.safekeepingKnown(try vault.safekeeping))
    guard let path = try vault.setting(.backupFolder) else { return .backedUp(elsewhere: nil) }
    do throws(Problem) {
      try goOn()
      _ = try vault.backUp(now: stamp, elsewhere: try BackupFolder.at(Environment.opened(path)))
      return .backedUp(elsewhere: nil)
    } catch {
      return .backedUp(elsewhere: error)
    }
  }

  /// The new one is there, whole, before the first of the others goes.
  func renewBackups(at now: Instant, _ reply: Services.Reply) throws(Problem) -> Event {
    let vault = try vault
    let older = try vault.backups()
    _ = try backUp(at: now, reply)
    let newest = try vault.backups().first
    let gone = older.filter { $0.name != newest?.name }
    for backup in gone { try vault.remove(backup) }
    return .backupsRenewed(gone: gone.count)
  }
}

extension Vault {
  var safekeeping: Safekeeping {
    get throws(Problem) {
      Safekeeping(isSealed: isSealed, hasRecovery: hasRecovery, newestBackup: try backups().first?.day)
    }
  }

  var backupShelf: BackupShelf {
    get throws(Problem) {
      let elsewhere = try secondFolder?.place.backups() ?? []
      return BackupShelf(
        try backups().compactMap { $0.kept(elsewhere: false) } + elsewhere.compactMap { $0.kept(elsewhere: true) },
        limit: BackupRotation().limit)
    }
  }

  /// The second folder of backups and its path, where one is named and there today.
  var secondFolder: (place: BackupFolder, path: String)? {
    get throws(Problem) {
      guard let path = try setting(.backupFolder).map(Environment.opened) else { return nil }
      return (try? BackupFolder.at(path)).map { ($0, path) }
    }
  }

  func check(_ id: KeptBackup.ID) throws(Problem) -> Event {
    let place = id.isElsewhere ? try secondFolder?.place : nil
    let all = id.isElsewhere ? try place?.backups() ?? [] : try backups()
    guard let backup = all.first(where: { $0.name == id.name }) else { throw .fileMissing(id.name) }
    do throws(Problem) {
      return .backupChecked(id, .whole(entries: try preview(backup, in: place).entries))
    } catch .passphraseWrong {
      return .backupChecked(id, .sealedOtherwise)
    }
  }

  var whenSaved: LastSaved {
    get throws(Problem) { LastSaved(entries: try count(), at: try lastSaved()) }
  }

  /// Where the person was when the journal was locked: once, and then it is forgotten.
  func takePlace(from shelf: @autoclosure () -> Shelf) throws(Problem) -> Event {
    guard let place = try setting(.place).flatMap(Place.init) else { return .notesTaken(0) }
    try set(.place, to: nil)
    let reading = try place.reading.flatMap { id throws(Problem) in try entry(id) }
    var found = PlaceFound(place.room, reading: reading?.trashedAt == nil ? reading?.head : nil)
    if let writing = place.writing, case .pageFound(_, let page) = try writingPage(of: writing, from: shelf()) {
      found.writing = page
    }
    found.running = try place.running.flatMap { id throws(Problem) in try run(id)?.run.id }
    return .placeFound(found)
  }
}

extension Backup {
  fileprivate func kept(elsewhere: Bool) -> KeptBackup? {
    day.map { KeptBackup(name: name, day: $0, clock: clock, size: size, isElsewhere: elsewhere) }
  }
}

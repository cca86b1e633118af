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
      let kept = try backups().compactMap { backup in
        backup.day.map { KeptBackup(name: backup.name, day: $0, clock: backup.clock, size: backup.size) }
      }
      return BackupShelf(kept, limit: BackupRotation().limit)
    }
  }

  func check(_ name: String) throws(Problem) -> Event {
    guard let backup = try backups().first(where: { $0.name == name }) else { throw .fileMissing(name) }
    do throws(Problem) {
      return .backupChecked(name, .whole(entries: try preview(backup).entries))
    } catch .passphraseWrong {
      return .backupChecked(name, .sealedOtherwise)
    }
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
    return .placeFound(found)
  }
}

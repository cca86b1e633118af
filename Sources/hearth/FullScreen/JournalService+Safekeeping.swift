import Foundation
import HearthApp
import HearthContent
import HearthCore
import HearthStorage
import Seal

/// Sealing the journal anew, and its backups. All of it runs on the journal's thread.
extension JournalService {
  /// Chance comes from the system, here and nowhere else.
  func offeredWords() -> SecretText {
    var chance = SystemRandomNumberGenerator()
    return SecretText(PassphraseWords.phrase(6, using: &chance))
  }

  func drawnCode() -> SecretText { SecretText(RecoveryCode.random().groups.joined(separator: " ")) }

  /// - Parameter typed: nil takes the passphrase away.
  func reseal(_ typed: SecretText?, _ reply: Services.Reply) throws(Problem) -> Event {
    let passphrase = typed.map { $0.give { Passphrase(wiping: &$0) } }
    try goOn()
    try vault.reseal(passphrase, cost: passphrase == nil ? .least : .ofThisMachine, goingOn: goOn)
    reply(.safekeepingKnown(try vault.safekeeping))
    return .resealed(isSealed: try vault.isSealed, elsewhere: try vault.backupsElsewhere)
  }

  /// - Parameter typed: nil takes the code away.
  func keepCode(_ typed: SecretText?, _ reply: Services.Reply) throws(Problem) -> Event {
    try vault.setRecovery(typed.map { typed throws(Problem) in try code(typed) })
    reply(.safekeepingKnown(try vault.safekeeping))
    return .codeKept(try vault.hasRecovery)
  }

  // MARK: Backups

  /// - Returns: why what is named there anew can be no second folder. One that is not there today can be.
  func refusal(of settings: Settings) throws(Problem) -> Problem? {
    guard let path = settings.backupFolder, try path != vault.setting(.backupFolder) else { return nil }
    return try vault.refusal(ofSecondFolder: Environment.opened(path))
  }

  func check(_ id: KeptBackup.ID) throws(Problem) -> Event {
    try goOn()
    return try vault.check(id)
  }

  /// One beside the journal; and one in the second folder, which may not be there today.
  func backUp(at now: Instant, _ reply: Services.Reply) throws(Problem) -> Event {
    try goOn()
    _ = try vault.backUp(now: Stamp(now, in: zone))
    let elsewhere = try backUpElsewhere(at: now, BackupRotation(), reply)
    // Nothing is wrong with the folder then: both are made again.
    if elsewhere == .interrupted { throw .interrupted }
    return .backedUp(elsewhere: elsewhere)
  }

  /// - Returns: why there is none in the second folder, where one is named.
  private func backUpElsewhere(
    at now: Instant, _ rotation: BackupRotation?, _ reply: Services.Reply
  ) throws(Problem) -> Problem? {
    let vault = try vault
    reply(.safekeepingKnown(try vault.safekeeping))
    return try vault.backUpElsewhere(now: Stamp(now, in: zone), rotation, goingOn: goOn)
  }

  /// Those beside the journal; the second folder only gets one more, and keeps the others.
  func renewBackups(at now: Instant, _ reply: Services.Reply) throws(Problem) -> Event {
    try goOn()
    let gone = try vault.renewBackups(now: Stamp(now, in: zone))?.gone ?? 0
    return .backupsRenewed(gone: gone, elsewhere: try backUpElsewhere(at: now, nil, reply))
  }
}

extension Vault {
  var safekeeping: Safekeeping {
    get throws(Problem) {
      Safekeeping(
        isSealed: isSealed, hasRecovery: hasRecovery, newestBackup: try newestBackup()?.day(endingAt: try dayEnd),
        missesElsewhere: try setting(.backupMissed) != nil)
    }
  }

  var backupShelf: BackupShelf {
    get throws(Problem) {
      let (elsewhere, isNamed) = (try secondFolder?.place, try secondFolderPath != nil)
      return BackupShelf(
        try backups().compactMap { $0.kept(isOpen: opensByItself($0)) }
          + (elsewhere?.backups() ?? []).compactMap {
            $0.kept(isOpen: opensByItself($0, in: elsewhere), elsewhere: true)
          },
        limit: BackupRotation().limit, missesElsewhere: isNamed && elsewhere == nil)
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

  /// The Journal, with one entry open to be written on.
  /// - Parameter typed: the beginning of its id.
  func place(writing typed: String, from shelf: @autoclosure () -> Shelf) throws(Problem) -> PlaceFound {
    let entry = try entry(withIDBeginning: typed)
    var found = PlaceFound(Place(.journal, writing: entry.id))
    if case .pageFound(_, let page) = try writingPage(of: entry.id, from: shelf()) { found.writing = page }
    return found
  }

  /// Where the person was when the journal was locked: once, and then it is forgotten.
  func takePlace(from shelf: @autoclosure () -> Shelf) throws(Problem) -> PlaceFound? {
    guard let place = try setting(.place).flatMap(Place.init) else { return nil }
    try set(.place, to: nil)
    let reading = try place.reading.flatMap { id throws(Problem) in try entry(id) }
    var found = PlaceFound(place, reading: reading?.trashedAt == nil ? reading?.head : nil)
    if let writing = place.writing, case .pageFound(_, let page) = try writingPage(of: writing, from: shelf()) {
      found.writing = page
    }
    found.running = try place.running.flatMap { id throws(Problem) in try run(id)?.run.id }
    return found
  }
}

extension Backup {
  fileprivate func kept(isOpen: Bool, elsewhere: Bool = false) -> KeptBackup? {
    day.map {
      KeptBackup(
        name: name, day: $0, clock: clock, size: size, isElsewhere: elsewhere, isSetAside: isSetAside, isOpen: isOpen)
    }
  }
}

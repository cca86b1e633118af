import Foundation
import HearthApp
import HearthCore
import HearthStorage
import Seal

/// Erasing for good, from the full screen. All of it runs on the journal's thread.
extension JournalService {
  /// - Parameter typed: the passphrase, where the journal has one.
  func erase(_ erasure: Erasure, _ typed: SecretText?) throws(Problem) -> Event {
    let passphrase = typed.map { $0.give { Passphrase(wiping: &$0) } }
    try goOn()
    let vault = try vault
    let count = try vault.erase(
      erasure, opening: passphrase, cost: passphrase == nil ? .least : .ofThisMachine, goingOn: goOn)
    return .erased(count, backups: try vault.backups().map(\.name) + vault.backupsElsewhere)
  }

  /// A journal that is made up goes with its window.
  func eraseEverything() throws(Problem) -> Event {
    guard let folder else { return .everythingErased }
    letGo()
    try ClosedVault.erase(folder)
    return .everythingErased
  }
}

extension Vault {
  /// The paths of those in the second folder, where that is there today.
  var backupsElsewhere: [String] {
    guard let (place, path) = try? secondFolder, let backups = try? place.backups() else { return [] }
    return backups.map { "\(path)/\($0.name)" }
  }
}

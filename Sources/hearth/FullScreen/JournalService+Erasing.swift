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

  /// A journal that is made up goes with its window. Where the system refuses and the journal is open all the same, one
  /// goes on in it; without it there is nothing to go on in.
  func eraseEverything() throws(Problem) -> Event {
    if folder == nil { return .everythingErased(leaving: []) }
    let vault = try vault
    do throws(Problem) {
      let left = try vault.eraseEverything()
      letGo()
      return .everythingErased(leaving: left)
    } catch {
      if vault.isOpen { throw error }
      letGo()
      return .openRefused(error)
    }
  }
}

import Foundation
import HearthContent
import HearthCore
import HearthStorage

extension Vault {
  /// A made-up journal to look around in: the two years before now, in memory, gone when it is closed.
  static func madeUp(endingAt now: Instant, in zone: Zone) throws(Problem) -> Vault {
    let vault = try inMemory()
    try vault.takeIn(DemoJournal.entries(endingAt: now, in: zone) { UUID() }, now: now)
    try vault.set(.welcomed, to: "yes")
    return vault
  }
}

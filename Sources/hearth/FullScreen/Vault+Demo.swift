import Foundation
import HearthContent
import HearthCore
import HearthStorage

extension Vault {
  /// A made-up journal to look around in: the two years before now, in memory, gone when it is closed.
  static func madeUp(endingAt now: Instant, in zone: Zone) throws(Problem) -> Vault {
    let vault = try inMemory()
    var ids = Dice(seed: 5)
    let entries = DemoJournal.entries(endingAt: now, in: zone) { UUID(from: &ids) }
    let life = DemoLife(beside: entries, endingAt: now, in: zone)
    try vault.takeIn(entries, life.preferences, now: now)
    try vault.takeIn(life.bonds)
    try vault.set(.checkInFields, to: DemoLife.checkInFields.joined(separator: ","))
    try vault.set(.questionSeed, to: "1")
    try vault.set(.welcomed, to: "yes")
    return vault
  }
}

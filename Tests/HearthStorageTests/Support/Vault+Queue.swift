import GRDB
import HearthCore

@testable import HearthStorage

extension Vault {
  /// SQLite itself, for what no call of the journal does.
  var queue: DatabaseQueue {
    get throws(Problem) { try whileOpen { $0.queue } }
  }
}

import Glibc
package import HearthCore
package import HearthStorage

extension Vault {
  /// Opens a journal; a process that is being started somewhere beside may hold its lock for a moment.
  package static func openPatiently(_ path: String) throws(Problem) -> Vault {
    for _ in 0..<200 {
      do throws(Problem) { return try open(path, now: Chronicle.stamp.instant) } catch {
        guard case .journalHeld = error else { throw error }
        usleep(10_000)
      }
    }
    return try open(path, now: Chronicle.stamp.instant)
  }
}

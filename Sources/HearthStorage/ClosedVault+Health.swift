import Glibc
package import HearthCore
package import Seal

extension ClosedVault {
  /// Checks what can be checked of a journal that is too damaged to open: its files, its header, its log, every page, and
  /// its backups. Nothing is changed.
  ///
  /// - Parameter goingOn: throws `interrupted` once it is called off.
  /// - Returns: one finding a subject, in the order of `HealthFinding.Subject`; at least one of them is trouble.
  package func verify(_ key: DataKey, goingOn: () throws(Problem) -> Void = {}) throws(Problem) -> [HealthFinding] {
    let (log, database) = contents(key)
    try goingOn()
    let kept = try BackupFolder.beside(folder)
    let copies = try HealthFinding.of(kept.backups()) { backup, isWhole throws(Problem) in
      try goingOn()
      let key = try ClosedVault.key(of: backup, in: kept, knowing: key)
      if isWhole {
        _ = try ClosedVault.preview(backup, in: kept, key)
      } else {
        try ClosedVault.glance(at: backup, in: kept, key)
      }
    }
    return [.files(of: folder, stoodOpen), .header(of: folder, found: header), log, database, copies]
  }

  private func contents(_ key: DataKey) -> (log: HealthFinding, database: HealthFinding) {
    let volume = try? Volume.open(JournalFolder.database, in: folder, key: key, for: .reading, isForgiving: true)
    // It is in opening that the log is read.
    if let volume { (try? Connection.open(volume))?.close() }
    let isLogDamaged = volume?.logCondition.isDamaged == true
    let pages = volume?.unreadablePages() ?? []
    let trouble = HealthFinding.Detail.refused(.journalDamaged(folder.path))
    let log = isLogDamaged ? HealthFinding(.log, .trouble, detail: trouble) : .log(volume?.logCondition)
    if !pages.isEmpty { return (log, .unreadable(pages)) }
    return (log, HealthFinding(.database, isLogDamaged ? .fine : .trouble, detail: trouble))
  }
}

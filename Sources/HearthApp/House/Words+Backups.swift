import Canvas
import HearthContent
import HearthCore

/// How it stands with the backups, wherever that is told.
extension Words {
  package func sentence(_ trouble: BackupTrouble) -> String {
    switch trouble {
    case .here(let problem): self[.backupsNotMade, ["why": sentence(problem)]]
    case .elsewhere(.folderMissing(let folder)):
      self[.backupsMadeHere, ["why": self[.backupsFolderGone, ["folder": folder]]]]
    case .elsewhere(.folderForeign(let folder)), .elsewhere(.folderUnwritable(let folder)):
      self[.backupsMadeHere, ["why": self[.backupsFolderOdd, ["folder": folder]]]]
    case .elsewhere(let problem): self[.backupsMadeHere, ["why": sentence(problem)]]
    }
  }

  /// What came of a backup: why it is not where it was to be, or that it is made.
  func told(_ trouble: BackupTrouble?, made: Word) -> Notice {
    trouble.map { Notice(sentence($0), kind: .trouble) } ?? Notice(self[made])
  }
}

extension Context {
  /// A few words where the last backup failed, or is older than two days; nil where all is well.
  /// - Parameter hasEarlierDays: there is something from before today that a backup could have.
  func backupStatus(hasEarlierDays: Bool) -> Line? {
    guard let safekeeping, !isMadeUp else { return nil }
    if safekeeping.missesElsewhere, settings.backupFolder != nil {
      return Line(words[.backupsNoneElsewhere], .dim)
    }
    guard let newest = safekeeping.newestBackup else {
      return hasEarlierDays ? Line(words[.backupsNoneYet], .dim) : nil
    }
    let isOld = today.number - newest.number > 2
    return isOld || backupTrouble != nil
      ? Line(words[.backupsLastWas, ["when": words.ago(newest, today: today)]], .dim) : nil
  }
}

import HearthCore
import Seal

/// What is found of a journal's files, whether it opens or not.
extension HealthFinding {
  /// Closes to others what still stood open to them among the backups.
  ///
  /// - Parameter stoodOpen: until the journal was entered.
  static func files(of folder: Folder, _ stoodOpen: [String]) -> HealthFinding {
    let backups = try? folder.folder(JournalFolder.backups)
    let copies = ((try? backups?.names()) ?? []).filter { backups?.isPrivate($0) == false }.sorted()
    for copy in copies { try? backups?.makePrivate(copy) }
    let named = { (name: String) in "\(JournalFolder.backups)/\(name)" }
    let open =
      (["."] + JournalFolder.contents).filter { folder.status(of: $0) != nil && !folder.isPrivate($0) }
      + copies.filter { backups?.isPrivate($0) == false }.map(named)
    if !open.isEmpty { return HealthFinding(.files, .trouble, detail: open.joined(separator: " ")) }
    let closed = stoodOpen + copies.map(named)
    return HealthFinding(.files, closed.isEmpty ? .fine : .note, detail: closed.joined(separator: " "))
  }

  /// - Parameter header: as it was when the journal was entered: one damaged copy may have been mended since.
  static func header(of folder: Folder, found header: KeyHeader?) -> HealthFinding {
    let copies = (try? Volume.header(of: JournalFolder.database, in: folder))?.wholeCopies ?? 0
    let isMended = copies == 2 && (header?.wholeCopies ?? 2) < 2
    return HealthFinding(.header, copies < 2 ? .trouble : isMended ? .note : .fine, count: copies)
  }

  /// - Parameter condition: nil where there was no log to read.
  static func log(_ condition: LogCondition?) -> HealthFinding {
    let torn = condition?.torn ?? 0
    return HealthFinding(.log, torn == 0 ? .fine : .note, count: torn)
  }

  /// Pages that do not open.
  static func unreadable(_ pages: [Int]) -> HealthFinding {
    HealthFinding(.database, .trouble, count: pages.count, detail: .unreadable(pages: Array(pages.prefix(20))))
  }

  /// Each is opened; the newest that opens is read whole, since that is the one a person would want.
  ///
  /// - Parameters:
  ///   - path: stands before their names.
  ///   - look: into one, whole or at its beginning; throws `passphraseWrong` for one that was sealed with another key.
  static func of(
    _ backups: [Backup], at path: String = "", _ look: (Backup, _ isWhole: Bool) throws(Problem) -> Void
  ) throws(Problem) -> HealthFinding {
    var (broken, closed, newestIsSeen): ([String], [String], Bool) = ([], [], false)
    // What was set aside may be damaged: that can be why it was.
    let all = backups.filter { !$0.isSetAside }
    for backup in all {
      do throws(Problem) {
        try look(backup, !newestIsSeen)
        newestIsSeen = true
      } catch {
        if error == .interrupted { throw error }
        // Sealed with an earlier passphrase: whether it opens cannot be known here.
        if error == .passphraseWrong { closed.append(path + backup.name) } else { broken.append(path + backup.name) }
      }
    }
    if all.isEmpty { return HealthFinding(.backups, .note) }
    let state: State = !broken.isEmpty ? .trouble : closed.isEmpty ? .fine : .note
    let opened = all.count - broken.count - closed.count
    return HealthFinding(
      .backups, state, count: opened, detail: (broken.isEmpty ? closed : broken).joined(separator: " "))
  }
}

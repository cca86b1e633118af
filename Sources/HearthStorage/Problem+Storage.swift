import GRDB
import Glibc
import HearthCore

/// The one place where what SQLite and the system say becomes a Problem. Their messages are dropped on the way: they
/// can quote what was being stored.
extension Problem {
  /// - Parameter path: where it happened, for the sentence.
  init(_ error: any Error, at path: String) {
    self =
      switch error {
      case let problem as Problem: problem
      case let error as DatabaseError: Problem(error, at: path)
      default: .systemRefused(path, code: Int(EIO))
      }
  }

  private init(_ error: DatabaseError, at path: String) {
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .journalDamaged(path)
      case .SQLITE_READONLY, .SQLITE_PERM: .folderUnwritable(path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .journalHeld(process: nil)
      default: .systemRefused(path, code: Int(error.extendedResultCode.rawValue))
      }
  }

  /// - Parameter code: as the system call left it in `errno`.
  init(errno code: CInt, at path: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case EACCES, EPERM, EROFS: .folderUnwritable(path)
      case ENOENT: .folderMissing(path)
      default: .systemRefused(path, code: Int(code))
      }
  }
}

import GRDB
import Glibc
import HearthCore
import Seal

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
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: .interrupted
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .journalDamaged(path)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: .folderUnwritable(path)
      // A page that does not open.
      case .SQLITE_IOERR where error.extendedResultCode.rawValue >> 8 == 32: .journalDamaged(path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .journalHeld(process: nil)
      default: .systemRefused(path, code: Int(error.extendedResultCode.rawValue))
      }
  }
}

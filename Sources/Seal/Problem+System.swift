import Glibc
package import HearthCore

extension Problem {
  /// - Parameters:
  ///   - code: as the system call left it in `errno`.
  ///   - path: where it happened, for the sentence.
  package init(errno code: CInt, at path: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case EACCES, EPERM, EROFS: .folderUnwritable(path)
      case ENOENT: .folderMissing(path)
      default: .systemRefused(path, code: Int(code))
      }
  }
}

import Foundation
import HearthCore

/// A file that is there whole or not at all: it comes to its place when it is finished.
enum NewFile {
  /// Also a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether what was opened has bytes to read, which a folder has not.
  static func isReadable(_ file: CInt) -> Bool {
    var status = stat()
    return fstat(file, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR
  }

  /// Whether what stands there, if anything does, is a file that another can take the place of.
  static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Readable by its owner alone.
  ///
  /// - Parameter isSynced: waits until the disk has it, and its name. Whoever writes many files waits once for all of them.
  static func write<Result>(
    _ path: String, isSynced: Bool = true,
    _ work: (@escaping (String) throws(Problem) -> Void) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    // A link keeps pointing where it points: what it leads to is replaced.
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let file = UnfinishedFile(for: place) else { throw problem(path) }
    defer { file.drop() }
    let result = try work { text throws(Problem) in
      var text = text
      guard text.withUTF8({ fwrite($0.baseAddress, 1, $0.count, file.stream) == $0.count }) else { throw problem(path) }
    }
    guard fflush(file.stream) == 0, !isSynced || fsync(fileno(file.stream)) == 0, file.putInPlace(isSynced: isSynced)
    else {
      throw problem(path)
    }
    return result
  }

  private static func problem(_ path: String) -> Problem {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull
    case ENOENT, ENOTDIR: .placeMissing(path)
    case let code: .systemRefused(path, code: Int(code))
    }
  }
}

import Foundation
import HearthCore

/// A file that is there whole or not at all: written beside its place, then moved onto it.
enum NewFile {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Readable by its owner alone.
  ///
  /// - Parameter isSynced: waits until the disk has it; of many files the last is enough.
  static func write<Result>(
    _ path: String, isSynced: Bool = true,
    _ work: (@escaping (String) throws(Problem) -> Void) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    // A link keeps pointing where it points: what it leads to is replaced.
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let beside = place + ".\(getpid()).new"
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0, let stream = fdopen(file, "w") else { throw problem(path) }
    do throws(Problem) {
      let result = try work { text throws(Problem) in
        var text = text
        guard text.withUTF8({ fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }) else { throw problem(path) }
      }
      guard fflush(stream) == 0, !isSynced || fsync(file) == 0, rename(beside, place) == 0 else { throw problem(path) }
      fclose(stream)
      return result
    } catch {
      fclose(stream)
      unlink(beside)
      throw error
    }
  }

  private static func problem(_ path: String) -> Problem {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull
    case let code: .systemRefused(path, code: Int(code))
    }
  }
}

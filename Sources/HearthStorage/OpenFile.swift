import Glibc
import HearthCore

/// A file held open; given back when nobody holds it any more.
final class OpenFile: Sendable {
  private let descriptor: CInt
  private let path: String

  /// - Parameter path: what a Problem names.
  init(_ descriptor: CInt, in path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// What stands in it from where it was last read, at most `limit` bytes.
  func read(limit: Int = .max) throws(Problem) -> [UInt8] {
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: min(limit, 65_536)))
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &piece, min(piece.count, limit - bytes.count))
      if count == 0 { break }
      if count > 0 { bytes += piece[..<count] } else if errno != EINTR { throw Problem(errno: errno, at: path) }
    }
    return bytes
  }

  func write(_ bytes: [UInt8]) throws(Problem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw Problem(errno: errno, at: path) }
    }
  }

  /// Leaves nothing of what stood in it. Not for what must survive: a death in between leaves it empty.
  func replace(with bytes: [UInt8]) throws(Problem) {
    if ftruncate(descriptor, 0) != 0 { throw Problem(errno: errno, at: path) }
    try write(bytes)
  }

  /// Takes blocks for so many bytes.
  func reserve(_ bytes: Int) throws(Problem) {
    // It returns its error instead of leaving it in `errno`.
    let code = posix_fallocate(descriptor, 0, off_t(bytes))
    if code != 0 { throw Problem(errno: code, at: path) }
  }

  /// Returns when the disk has it.
  func sync() throws(Problem) {
    if fsync(descriptor) != 0 { throw Problem(errno: errno, at: path) }
  }

  /// False when another opening of the file has it locked, in this process or elsewhere. Lasts until the file is given
  /// back.
  func lock() throws(Problem) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw Problem(errno: errno, at: path)
  }
}

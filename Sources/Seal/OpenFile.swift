package import Glibc
package import HearthCore

/// A file held open; given back when nobody holds it any more.
package final class OpenFile: Sendable {
  let disk: any Disk
  private let descriptor: CInt
  private let path: String

  /// - Parameter path: what a Problem names.
  init(_ descriptor: CInt, on disk: any Disk, in path: String) {
    self.descriptor = descriptor
    self.disk = disk
    self.path = path
  }

  /// A process that was being started at this moment has the file too, until its own program begins: closing alone would
  /// leave the lock with it.
  deinit {
    flock(descriptor, LOCK_UN)
    disk.close(descriptor)
  }

  /// What is known of the file.
  package var status: stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }

  /// Takes from others what a private file does not give them.
  func makePrivate() throws(Problem) {
    let mode = status.st_mode
    guard mode & 0o077 != 0 else { return }
    try naming { () throws(SystemError) in try disk.setMode(mode & 0o700, of: nil, in: descriptor) }
  }

  /// In bytes.
  package var size: Int { Int(status.st_size) }

  /// What stands in it from `offset` on, at most `limit` bytes.
  package func read(at offset: Int = 0, limit: Int = .max) throws(Problem) -> [UInt8] {
    let count = max(0, min(limit, size - offset))
    var bytes = [UInt8](repeating: 0, count: count)
    let found = try naming { () throws(SystemError) in
      var result: Result<Int, SystemError> = .success(0)
      bytes.withUnsafeMutableBytes { buffer in
        result = Result { () throws(SystemError) in try disk.read(descriptor, into: buffer, at: offset) }
      }
      return try result.get()
    }
    bytes.removeLast(count - found)
    return bytes
  }

  /// Writes all of it, or throws; it outlives a power cut only after `sync`.
  package func write(_ bytes: [UInt8], at offset: Int = 0) throws(Problem) {
    try naming { () throws(SystemError) in
      var result: Result<Void, SystemError> = .success(())
      bytes.withUnsafeBytes { buffer in
        result = Result { () throws(SystemError) in try disk.write(buffer, to: descriptor, at: offset) }
      }
      try result.get()
    }
  }

  /// Takes blocks for so many bytes.
  package func reserve(_ bytes: Int) throws(Problem) {
    try naming { () throws(SystemError) in try disk.reserve(descriptor, size: bytes) }
  }

  /// Returns when the disk has it.
  package func sync() throws(Problem) {
    try naming { () throws(SystemError) in try disk.sync(descriptor) }
  }

  /// False when another opening of the file has it locked, in this process or elsewhere. Lasts until the file is given
  /// back.
  package func lock() throws(Problem) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw Problem(errno: errno, at: path)
  }

  /// The same, once nobody else has it locked.
  package func waitForLock() throws(Problem) {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Problem(errno: errno, at: path) }
    }
  }

  // What the sealed files ask for, with the system's own refusals.

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
    try disk.read(descriptor, into: buffer, at: offset)
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SystemError) {
    try disk.write(bytes, to: descriptor, at: offset)
  }

  func truncate(to size: Int) throws(SystemError) { try disk.truncate(descriptor, to: size) }

  func flush() throws(SystemError) { try disk.sync(descriptor) }

  private func naming<Value>(_ work: () throws(SystemError) -> Value) throws(Problem) -> Value {
    do { return try work() } catch { throw Problem(errno: error.code, at: path) }
  }
}

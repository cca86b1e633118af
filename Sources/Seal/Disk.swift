package import Glibc

/// The calls by which anything reaches a disk, or is read from one.
///
/// Everything a journal stores goes through here and through nothing else, so that a test can let any call fail, or
/// cut the power after it. The program itself knows `SystemDisk` alone. What only looks (which names there are, what is
/// known of them) and the lock, which the disk does not keep, are asked of the system by `Folder` and `OpenFile`.
package protocol Disk: Sendable {
  /// - Parameter flags: of `openat`; a new file gets 0600.
  func open(_ name: String, in folder: CInt, flags: CInt) throws(SystemError) -> CInt
  func close(_ file: CInt)
  /// - Returns: how many bytes there were: less than asked for only at the end of the file.
  func read(_ file: CInt, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int
  /// Writes all of it, or throws.
  func write(_ bytes: UnsafeRawBufferPointer, to file: CInt, at offset: Int) throws(SystemError)
  func truncate(_ file: CInt, to size: Int) throws(SystemError)
  /// Takes blocks for so many bytes.
  func reserve(_ file: CInt, size: Int) throws(SystemError)
  /// Returns when the disk has what was written.
  func sync(_ file: CInt) throws(SystemError)
  /// Returns when the disk has the names of a folder.
  func syncNames(of folder: CInt) throws(SystemError)
  func rename(_ name: String, in folder: CInt, to newName: String, in newFolder: CInt) throws(SystemError)
  /// A second name for a file.
  func link(_ name: String, in folder: CInt, as newName: String) throws(SystemError)
  func remove(_ name: String, in folder: CInt) throws(SystemError)
  /// A new folder, with 0700.
  /// - Parameter parent: `AT_FDCWD` where the name is a path.
  func makeFolder(_ name: String, in parent: CInt) throws(SystemError)
  /// Removes a folder with nothing in it.
  /// - Parameter parent: as for `makeFolder`.
  func removeFolder(_ name: String, in parent: CInt) throws(SystemError)
  /// Who may do what with a file or a folder.
  /// - Parameter name: of one in it; nil is the open file or folder itself. A link is not followed.
  func setMode(_ mode: mode_t, of name: String?, in file: CInt) throws(SystemError)
}

/// What the system said no with.
package struct SystemError: Error, Hashable, Sendable {
  /// As the call left it in `errno`.
  package let code: CInt

  package init(_ code: CInt) { self.code = code }
}

/// The disk of this machine.
package struct SystemDisk: Disk {
  package init() {}

  package func open(_ name: String, in folder: CInt, flags: CInt) throws(SystemError) -> CInt {
    // Not to wait at a pipe that somebody has put there; to files it means nothing.
    let always = O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    return try accepted { openat(folder, name, flags | always, mode_t(0o600)) }
  }

  package func close(_ file: CInt) { Glibc.close(file) }

  package func read(_ file: CInt, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int
  {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = try accepted { pread(file, rest.baseAddress, rest.count, off_t(offset + done)) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  package func write(_ bytes: UnsafeRawBufferPointer, to file: CInt, at offset: Int) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      done += try accepted { pwrite(file, rest.baseAddress, rest.count, off_t(offset + done)) }
    }
  }

  package func truncate(_ file: CInt, to size: Int) throws(SystemError) {
    _ = try accepted { ftruncate(file, off_t(size)) }
  }

  package func reserve(_ file: CInt, size: Int) throws(SystemError) {
    // It returns its error instead of leaving it in `errno`.
    let code = posix_fallocate(file, 0, off_t(size))
    if code != 0 { throw SystemError(code) }
  }

  package func sync(_ file: CInt) throws(SystemError) { _ = try accepted { fdatasync(file) } }

  package func syncNames(of folder: CInt) throws(SystemError) { _ = try accepted { fsync(folder) } }

  package func rename(_ name: String, in folder: CInt, to newName: String, in newFolder: CInt) throws(SystemError) {
    _ = try accepted { renameat(folder, name, newFolder, newName) }
  }

  package func link(_ name: String, in folder: CInt, as newName: String) throws(SystemError) {
    _ = try accepted { linkat(folder, name, folder, newName, 0) }
  }

  package func remove(_ name: String, in folder: CInt) throws(SystemError) {
    _ = try accepted { unlinkat(folder, name, 0) }
  }

  package func makeFolder(_ name: String, in parent: CInt) throws(SystemError) {
    _ = try accepted { mkdirat(parent, name, 0o700) }
  }

  package func removeFolder(_ name: String, in parent: CInt) throws(SystemError) {
    _ = try accepted { unlinkat(parent, name, AT_REMOVEDIR) }
  }

  package func setMode(_ mode: mode_t, of name: String?, in file: CInt) throws(SystemError) {
    _ = try accepted { name.map { fchmodat(file, $0, mode, AT_SYMLINK_NOFOLLOW) } ?? fchmod(file, mode) }
  }

  /// A call a signal has interrupted is made again.
  private func accepted<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(errno) }
    }
  }
}

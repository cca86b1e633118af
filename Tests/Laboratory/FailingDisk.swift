import Glibc
package import Seal
import Synchronization

/// A disk on which one call goes wrong, or from a moment on all of a kind.
package final class FailingDisk: Disk {
  /// Which calls are counted, and may fail.
  package enum Kind: Sendable {
    /// All that change something.
    case changes
    /// All that a full disk refuses.
    case growth
    case syncs
  }

  private let below = SystemDisk()
  private let kind: Kind
  private let code: CInt
  private let goesOn: Bool
  private let countdown: Mutex<Int>
  private let reading = Mutex<(@Sendable () -> Void)?>(nil)

  /// - Parameters:
  ///   - call: which of the calls fails first, from 0.
  ///   - kind: of the calls that are counted.
  ///   - code: what it fails with.
  ///   - goesOn: whether all after it fail too.
  package init(at call: Int, of kind: Kind = .changes, with code: CInt, goesOn: Bool = false) {
    self.kind = kind
    self.code = code
    self.goesOn = goesOn
    countdown = Mutex(call)
  }

  /// Whether the moment has come.
  package var hasFailed: Bool { countdown.withLock { $0 < 0 } }

  /// There is room again, or the disk is well again.
  package func heal() { countdown.withLock { $0 = .max } }

  /// The same again, counted from now.
  package func fail(at call: Int) { countdown.withLock { $0 = call } }

  /// Something comes in between whenever anything is read.
  package func withEachRead(_ work: @escaping @Sendable () -> Void) { reading.withLock { $0 = work } }

  private func change(_ kinds: Kind...) throws(SystemError) {
    guard kind == .changes || kinds.contains(kind) else { return }
    let fails = countdown.withLock { left in
      if left < 0 { return goesOn }
      left -= 1
      return left < 0
    }
    if fails { throw SystemError(code) }
  }

  package func open(_ name: String, in folder: CInt, flags: CInt) throws(SystemError) -> CInt {
    if flags & O_CREAT != 0 { try change(.growth) }
    return try below.open(name, in: folder, flags: flags)
  }

  package func close(_ file: CInt) { below.close(file) }

  package func read(_ file: CInt, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int
  {
    reading.withLock(\.self)?()
    return try below.read(file, into: buffer, at: offset)
  }

  /// Half of it is written before it fails.
  package func write(_ bytes: UnsafeRawBufferPointer, to file: CInt, at offset: Int) throws(SystemError) {
    do throws(SystemError) { try change(.growth) } catch {
      try? below.write(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), to: file, at: offset)
      throw error
    }
    try below.write(bytes, to: file, at: offset)
  }

  package func truncate(_ file: CInt, to size: Int) throws(SystemError) {
    try change()
    try below.truncate(file, to: size)
  }

  package func reserve(_ file: CInt, size: Int) throws(SystemError) {
    try change(.growth)
    try below.reserve(file, size: size)
  }

  package func sync(_ file: CInt) throws(SystemError) { try change(.syncs) }
  package func syncNames(of folder: CInt) throws(SystemError) { try change(.syncs) }

  package func rename(_ name: String, in folder: CInt, to newName: String, in newFolder: CInt) throws(SystemError) {
    try change()
    try below.rename(name, in: folder, to: newName, in: newFolder)
  }

  package func link(_ name: String, in folder: CInt, as newName: String) throws(SystemError) {
    try change()
    try below.link(name, in: folder, as: newName)
  }

  package func remove(_ name: String, in folder: CInt) throws(SystemError) {
    try change()
    try below.remove(name, in: folder)
  }

  package func makeFolder(_ name: String, in parent: CInt) throws(SystemError) {
    try change(.growth)
    try below.makeFolder(name, in: parent)
  }

  package func removeFolder(_ name: String, in parent: CInt) throws(SystemError) {
    try change()
    try below.removeFolder(name, in: parent)
  }

  package func setMode(_ mode: mode_t, of name: String?, in file: CInt) throws(SystemError) {
    try change()
    try below.setMode(mode, of: name, in: file)
  }
}

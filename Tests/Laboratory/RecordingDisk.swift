import Glibc
package import Seal
import Synchronization

/// A disk that keeps every change made to it, so that what a power cut would leave can be built for any moment.
///
/// All it is asked to do it also does, on the disk below.
package final class RecordingDisk: Disk {
  /// A change, or a promise that the changes before it are on the disk.
  package enum Event: Sendable {
    case created(file: Int, name: String)
    /// One that was there before.
    case met(file: Int, name: String)
    case wrote(file: Int, offset: Int, bytes: [UInt8])
    case cut(file: Int, size: Int)
    case synced(file: Int)
    case renamed(from: String, to: String)
    case linked(from: String, to: String)
    case removed(name: String)
    case syncedNames
  }

  /// A safety step that is left out, to see whether the test notices.
  package enum Ablation: String, CaseIterable, Sendable {
    case syncOfTheLog, syncOfTheDatabase, syncOfNames
  }

  private struct State {
    var events: [Event] = []
    /// Which file stands under a name, and which is open under a number.
    var names: [String: Int] = [:]
    var open: [CInt: Int] = [:]
    var lastFile = 0
  }

  private let below = SystemDisk()
  private let ablation: Ablation?
  private let state = Mutex(State())

  package init(without ablation: Ablation? = nil) { self.ablation = ablation }

  package var events: [Event] { state.withLock { $0.events } }

  package func open(_ name: String, in folder: CInt, flags: CInt) throws(SystemError) -> CInt {
    var status = stat()
    let isNew = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0
    let descriptor = try below.open(name, in: folder, flags: flags)
    state.withLock { state in
      if isNew || state.names[name] == nil {
        state.lastFile += 1
        state.names[name] = state.lastFile
        let event: Event = isNew ? .created(file: state.lastFile, name: name) : .met(file: state.lastFile, name: name)
        state.events.append(event)
      }
      let file = state.names[name]
      state.open[descriptor] = file
      if let file, flags & O_TRUNC != 0 { state.events.append(.cut(file: file, size: 0)) }
    }
    return descriptor
  }

  package func close(_ file: CInt) {
    state.withLock { $0.open[file] = nil }
    below.close(file)
  }

  package func read(_ file: CInt, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int
  {
    try below.read(file, into: buffer, at: offset)
  }

  package func write(_ bytes: UnsafeRawBufferPointer, to file: CInt, at offset: Int) throws(SystemError) {
    try below.write(bytes, to: file, at: offset)
    let bytes = Array(bytes)
    record(file) { .wrote(file: $0, offset: offset, bytes: bytes) }
  }

  package func truncate(_ file: CInt, to size: Int) throws(SystemError) {
    try below.truncate(file, to: size)
    record(file) { .cut(file: $0, size: size) }
  }

  package func reserve(_ file: CInt, size: Int) throws(SystemError) { try below.reserve(file, size: size) }

  package func sync(_ file: CInt) throws(SystemError) {
    let isLog = state.withLock { state in
      state.names.contains { $0.key.hasSuffix(".wal") && $0.value == state.open[file] }
    }
    if ablation == (isLog ? .syncOfTheLog : .syncOfTheDatabase) { return }
    record(file) { .synced(file: $0) }
  }

  package func syncNames(of folder: CInt) throws(SystemError) {
    if ablation != .syncOfNames { record(.syncedNames) }
  }

  package func rename(_ name: String, in folder: CInt, to newName: String, in newFolder: CInt) throws(SystemError) {
    try below.rename(name, in: folder, to: newName, in: newFolder)
    state.withLock { state in
      state.names[newName] = state.names.removeValue(forKey: name)
      state.events.append(.renamed(from: name, to: newName))
    }
  }

  package func link(_ name: String, in folder: CInt, as newName: String) throws(SystemError) {
    try below.link(name, in: folder, as: newName)
    state.withLock { state in
      state.names[newName] = state.names[name]
      state.events.append(.linked(from: name, to: newName))
    }
  }

  package func remove(_ name: String, in folder: CInt) throws(SystemError) {
    try below.remove(name, in: folder)
    state.withLock { state in
      state.names[name] = nil
      state.events.append(.removed(name: name))
    }
  }

  // A journal's folders are made before anything in them counts, and modes say nothing of words: no power cut is built of
  // either.

  package func makeFolder(_ name: String, in parent: CInt) throws(SystemError) {
    try below.makeFolder(name, in: parent)
  }

  package func removeFolder(_ name: String, in parent: CInt) throws(SystemError) {
    try below.removeFolder(name, in: parent)
  }

  package func setMode(_ mode: mode_t, of name: String?, in file: CInt) throws(SystemError) {
    try below.setMode(mode, of: name, in: file)
  }

  private func record(_ file: CInt, _ event: (Int) -> Event) {
    state.withLock { state in
      if let file = state.open[file] { state.events.append(event(file)) }
    }
  }

  private func record(_ event: Event) { state.withLock { $0.events.append(event) } }
}

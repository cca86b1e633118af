package import Glibc
package import HearthCore

/// A folder held open, so that all that is done in it is done there, also when its path has come to mean another place.
package final class Folder: Sendable {
  package let path: String
  private let disk: any Disk
  private let descriptor: CInt

  /// Follows a link at `path`, refuses what is not a folder.
  package convenience init(_ path: String, on disk: any Disk = SystemDisk()) throws(Problem) {
    try self.init(path, on: disk, descriptor: Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  private init(_ path: String, on disk: any Disk, descriptor: CInt) throws(Problem) {
    guard descriptor >= 0 else { throw errno == ENOTDIR ? .folderForeign(path) : Problem(errno: errno, at: path) }
    self.path = path
    self.disk = disk
    self.descriptor = descriptor
  }

  deinit { Glibc.close(descriptor) }

  /// What is known of the folder itself, or of a file in it without following a link; nil where there is none.
  package func status(of name: String? = nil) -> stat? {
    var status = stat()
    let result = name.map { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) } ?? fstat(descriptor, &status)
    return result == 0 ? status : nil
  }

  /// Every name in it, in no order, without `.` and `..`.
  package func names() throws(Problem) -> [String] {
    let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0, let stream = fdopendir(again) else { throw Problem(errno: errno, at: path) }
    defer { closedir(stream) }
    var names: [String] = []
    // At the end it leaves this alone; where it cannot read on it says why.
    errno = 0
    while let item = readdir(stream) {
      // The C declaration gives `d_name` a fixed length; the name ends at its NUL.
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw Problem(errno: errno, at: path) }
    return names
  }

  /// Whether the folder, or a file in it, is there, ours and closed to others.
  package func isPrivate(_ name: String? = nil) -> Bool {
    guard let status = status(of: name) else { return false }
    return status.st_uid == geteuid() && status.st_mode & 0o077 == 0
  }

  /// Takes from others what a private folder, or a file in one, does not give them.
  package func makePrivate(_ name: String? = nil) throws(Problem) {
    guard let status = status(of: name), status.st_mode & 0o077 != 0 else { return }
    if let name { try refuseLink(name, status) }
    try naming { () throws(SystemError) in try disk.setMode(status.st_mode & 0o700, of: name, in: descriptor) }
  }

  private func refuseLink(_ name: String, _ status: stat) throws(Problem) {
    if status.st_mode & S_IFMT == S_IFLNK { throw .linkRefused("\(path)/\(name)") }
  }

  /// A folder in this one, made with 0700 where there is none.
  package func folder(_ name: String) throws(Problem) -> Folder {
    try naming { () throws(SystemError) in
      do throws(SystemError) { try disk.makeFolder(name, in: descriptor) } catch {
        if error.code != EEXIST { throw error }
      }
    }
    if let status = status(of: name) { try refuseLink(name, status) }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = openat(descriptor, name, flags)
    guard opened >= 0 else { throw refusal(errno, of: name) }
    return try Folder("\(path)/\(name)", on: disk, descriptor: opened)
  }

  /// What a file is opened for.
  package enum Use {
    case reading
    /// It is there, and is changed.
    case changing
    /// It is made where there is none.
    case writing
    /// It is made; that there is one is an error.
    case making
    /// It is made, or emptied.
    case replacing

    fileprivate var flags: CInt {
      switch self {
      case .reading: O_RDONLY
      case .changing: O_RDWR
      case .writing: O_RDWR | O_CREAT
      case .making: O_RDWR | O_CREAT | O_EXCL
      case .replacing: O_WRONLY | O_CREAT | O_TRUNC
      }
    }
  }

  /// Opens a file, a new one with 0600; a link is refused.
  package func open(_ name: String, for use: Use) throws(Problem) -> OpenFile {
    do throws(SystemError) {
      return OpenFile(try disk.open(name, in: descriptor, flags: use.flags), on: disk, in: path)
    } catch {
      throw refusal(error.code, of: name)
    }
  }

  /// What the system says of one name in it, where that alone is in the way and not the folder.
  private func refusal(_ code: CInt, of name: String) -> Problem {
    let place = "\(path)/\(name)"
    switch code {
    case ELOOP: return .linkRefused(place)
    case ENOTDIR, EISDIR: return .placeTaken(place)
    case EACCES where status(of: name)?.st_uid == geteuid(): return .fileUnwritable(place)
    default: return Problem(errno: code, at: path)
    }
  }

  /// A new file under a name that is complete from the first moment on and outlives a power cut, or is not there.
  package func write(_ bytes: [UInt8], as name: String, first draftName: String) throws(Problem) {
    do throws(Problem) {
      let file = try open(draftName, for: .replacing)
      try file.write(bytes)
      try file.sync()
      try rename(draftName, to: name)
    } catch {
      try? remove(draftName)  // a full disk has room again
      throw error
    }
    try sync()
  }

  /// Takes the place of what has the new name. It outlives a power cut only after `sync`.
  ///
  /// - Parameter other: where it goes; nil stays in this folder.
  package func rename(_ name: String, to newName: String, in other: Folder? = nil) throws(Problem) {
    try naming { () throws(SystemError) in
      try disk.rename(name, in: descriptor, to: newName, in: (other ?? self).descriptor)
    }
  }

  /// Gives a file a second name.
  package func link(_ name: String, as newName: String) throws(Problem) {
    try naming { () throws(SystemError) in try disk.link(name, in: descriptor, as: newName) }
  }

  /// A file of so many bytes, whose blocks are really taken on the disk. One that is there stays as it is.
  package func reserve(_ name: String, bytes: Int) throws(Problem) {
    guard status(of: name) == nil else { return }
    let file = try open(name, for: .making)
    do throws(Problem) { try file.reserve(bytes) } catch {
      try remove(name)
      throw error
    }
  }

  /// A file that is not there is as good as removed.
  package func remove(_ name: String) throws(Problem) {
    try naming { () throws(SystemError) in
      do throws(SystemError) {
        try disk.remove(name, in: descriptor)
      } catch {
        if error.code != ENOENT { throw error }
      }
    }
  }

  /// Removes a folder in this one, if there is nothing in it; else it stays.
  package func removeIfEmpty(_ name: String) { try? disk.removeFolder(name, in: descriptor) }

  /// Removes this folder, if there is nothing in it and it may be removed.
  /// - Returns: whether it is gone.
  package func removeItself() -> Bool { (try? disk.removeFolder(path, in: AT_FDCWD)) != nil }

  /// Makes a folder, and those above it, where there are none.
  /// - Throws: `folderForeign` where something else than a folder stands in the way.
  package static func make(_ path: String, on disk: any Disk = SystemDisk()) throws(Problem) {
    guard let code = refusal(ofMaking: path, on: disk) else { return }
    guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex
    else { throw unmade(path, code) }
    try make(String(path[..<slash]), on: disk)
    if let code = refusal(ofMaking: path, on: disk) { throw unmade(path, code) }
  }

  /// Nil where it is there now.
  private static func refusal(ofMaking path: String, on disk: any Disk) -> CInt? {
    do throws(SystemError) { try disk.makeFolder(path, in: AT_FDCWD) } catch {
      if error.code != EEXIST { return error.code }
    }
    return nil
  }

  private static func unmade(_ path: String, _ code: CInt) -> Problem {
    switch code {
    case ENOTDIR: .folderForeign(path)
    case ENOSPC, EDQUOT: .diskFull
    default: .folderUnwritable(path)
    }
  }

  /// Puts on the disk which names there are.
  package func sync() throws(Problem) {
    try naming { () throws(SystemError) in try disk.syncNames(of: descriptor) }
  }

  private func naming<Value>(_ work: () throws(SystemError) -> Value) throws(Problem) -> Value {
    do { return try work() } catch { throw Problem(errno: error.code, at: path) }
  }
}

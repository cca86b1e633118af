import Foundation

/// A file on its way to a place. Where the file system can, it has no name until it is whole: whatever ends the process,
/// nothing half written is left beside the place.
struct UnfinishedFile {
  let stream: UnsafeMutablePointer<FILE>
  private let place: String
  /// The name it bears, or bears for a blink while it takes the place of another.
  private let beside: String
  private let isNamed: Bool

  /// Nil where none can be made; `errno` says why.
  init?(for place: String) {
    self.place = place
    beside = place + ".\(getpid()).new"
    let nameless = UnfinishedFile.nameless(in: UnfinishedFile.folder(of: place))
    isNamed = nameless == nil
    let file = nameless ?? open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0, let stream = fdopen(file, "w") else { return nil }
    self.stream = stream
    if isNamed { UnfinishedFileCleanup.begin(beside) }
  }

  /// Nil where the file system knows no such files, or where nothing shows the way back to one.
  private static func nameless(in folder: String) -> CInt? {
    let file = open(folder, O_WRONLY | O_CLOEXEC | namelessFlags, 0o600)
    if file >= 0, access(way(to: file), F_OK) == 0 { return file }
    if file >= 0 { close(file) }
    return nil
  }

  /// `O_TMPFILE`, which Swift does not see.
  private static let namelessFlags = 0o20_000_000 | O_DIRECTORY

  private static func way(to file: CInt) -> String { "/proc/self/fd/\(file)" }

  /// Gives it its name, in place of a file that has it already.
  ///
  /// - Parameter isSynced: waits until the disk has the name too.
  /// - Returns: whether that went well; else `errno` says what did not.
  func putInPlace(isSynced: Bool) -> Bool { nameIt() && (!isSynced || syncName()) }

  /// A folder that takes names and cannot be read, or a file system that syncs no folders, keeps nobody from a file.
  private func syncName() -> Bool {
    let folder = open(UnfinishedFile.folder(of: place), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return true }
    defer { close(folder) }
    return fsync(folder) == 0 || errno == EINVAL
  }

  private static func folder(of place: String) -> String {
    let folder = (place as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  private func nameIt() -> Bool {
    if isNamed { return rename(beside, place) == 0 }
    if link(to: place) { return true }
    guard errno == EEXIST else { return false }
    UnfinishedFileCleanup.begin(beside)
    let isDone = link(to: beside) && rename(beside, place) == 0
    // Its end removes the name, and would say in the same place how that went.
    let code = errno
    UnfinishedFileCleanup.end()
    errno = code
    return isDone
  }

  private func link(to name: String) -> Bool {
    linkat(AT_FDCWD, UnfinishedFile.way(to: fileno(stream)), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// Closes it; what has not come to its place is gone.
  func drop() {
    fclose(stream)
    if isNamed { UnfinishedFileCleanup.end() }
  }
}
